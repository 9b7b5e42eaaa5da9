"""Where the data files are: in the wheel, in a checkout, or in a folder the user names; where the user's own are."""

import os
import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import KnowledgeError


def data(name: str) -> Traversable:
    """The data file or folder ``name``, such as ``rules`` or ``corpus/laws/catalogue.jsonl``.

    Looks in the installed package first, then in the checkout that holds this source tree.
    Raises KnowledgeError when neither has it: the installation is incomplete.
    """
    for root in (files("assistant") / "data", Path(__file__).parents[2]):
        found = root.joinpath(*name.split("/"))
        if found.is_file() or found.is_dir():
            return found
    raise KnowledgeError(name, "安装不完整，缺少随附的数据文件，请重新安装本程序")


def home() -> Path:
    """The folder for what a user keeps on this machine; JIANZHENG_HOME names another one. It need not exist."""
    if named := os.environ.get("JIANZHENG_HOME"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "jianzheng"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "jianzheng"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "jianzheng"


def walk(folder: Traversable, suffix: str) -> Iterator[tuple[str, Traversable]]:
    """Every file below ``folder`` whose name ends in ``suffix``, with its path inside the folder, sorted."""
    yield from sorted(_below(folder, suffix, ""), key=lambda pair: pair[0])


def _below(folder: Traversable, suffix: str, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for child in folder.iterdir():
        if child.is_dir():
            yield from _below(child, suffix, f"{prefix}{child.name}/")
        elif child.name.endswith(suffix):
            yield f"{prefix}{child.name}", child
