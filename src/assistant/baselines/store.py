"""Lists kept in the user's data folder: a folder for each name, a file for each version.

A stored list is JSON of schema ``baseline/1``, the same bytes for the same list.
"""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant import resources
from assistant.errors import BaselineError
from assistant.model.baseline import ListedItem, ListedMaterial

SCHEMA = "baseline/1"
# What no file system minds: letters, digits, Han characters and a few marks
_UNFIT = re.compile(r"[^\w（）〔〕.\-]+")


@dataclass(frozen=True, slots=True)
class Stored:
    name: str
    version: str
    path: Path


def folder() -> Path:
    return resources.home() / "baselines"


def stored_lists() -> tuple[Stored, ...]:
    """All lists kept, by name, the oldest version first."""
    found = [Stored(path.parent.name, path.stem, path) for path in folder().glob("*/*.json")]
    return tuple(sorted(found, key=lambda one: (one.name, one.version)))


def find_stored(named: str) -> Path:
    """``名称`` (its newest version) or ``名称@版本``. Raises BaselineError that names what there is."""
    name, _, version = named.partition("@")
    kept = stored_lists()
    fits = [one for one in kept if one.name == name and version in ("", one.version)]
    if fits:
        return fits[-1].path
    there = "、".join(f"{one.name}@{one.version}" for one in kept)
    told = f"已存的清单有：{there}" if there else "还没有存清单，请先运行 jianzheng baseline import"
    raise BaselineError(named, f"没有这个文件，也没有这个名称的清单；{told}")


def place_of(name: str, version: str) -> Path:
    """Raises BaselineError for a name or version that cannot be a file's name."""
    for words in (name, version):
        if not words or words.startswith(".") or _UNFIT.search(words):
            raise BaselineError(words or "（空）", "清单的名称和版本只用汉字、字母、数字和 - . （），不含空格和斜线")
    return folder() / name / f"{version}.json"


def dumped(items: tuple[ListedItem, ...], name: str, version: str, source: str) -> bytes:
    content = {"schema": SCHEMA, "name": name, "version": version, "source": source, "items": [*map(asdict, items)]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def loaded(data: bytes, name: str) -> tuple[ListedItem, ...] | None:
    """The items of a stored list; None for JSON that is something else. Raises BaselineError for a damaged one."""
    if SCHEMA.encode() not in data[:200]:
        return None
    try:
        return tuple(
            ListedItem(**{**item, "materials": tuple(ListedMaterial(**paper) for paper in item["materials"])})
            for item in json.loads(data)["items"]
        )
    except (ValueError, KeyError, TypeError) as cause:
        raise BaselineError(f"{name}:1", "存下的清单已损坏，请重新导入") from cause
