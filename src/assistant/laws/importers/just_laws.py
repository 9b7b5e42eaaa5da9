"""A checkout of ImCa0/just-laws: ``docs/<branch>/<law>/README.md``, long laws in several files of their folder.

Its list ``LAWS_PROGRESS.md`` says as of which day every law in it is in force.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from assistant.laws.importers.files import decode, digest, glimpse, law_text, markdown_files, parts_in_order, title_of
from assistant.laws.law_text import LawText, SourceItem
from assistant.model.citation import Level

NAME = "just-laws"
_CONSTITUTION = "中华人民共和国宪法"
# 第十三届全国人民代表大会第三次会议通过: every law here has such a line, the site's own pages have none
_LAW_PAGE = re.compile(r"(?:通过|修正|修订|公布|施行|第一条)")


def recognises(path: Path) -> bool:
    return (path / "LAWS_PROGRESS.md").is_file() and (path / "docs").is_dir()


def items(path: Path) -> Iterator[SourceItem]:
    """One item a law."""
    docs = path / "docs"
    files = [file for file in markdown_files(docs) if file.parent not in (docs, docs / "category")]
    for folder, grouped in groupby(files, key=lambda file: file.parent):
        data = {file.name: file.read_bytes() for file in grouped}
        pages = [glimpse(part) for part in data.values()]
        front = [glimpse(data["README.md"])] if "README.md" in data else []
        title = next((title for title in map(title_of, [*front, *pages]) if title), None)
        if title and any(_LAW_PAGE.search(page) for page in pages):
            inside = folder.relative_to(path).as_posix()
            parts = list(data.values())
            yield SourceItem(inside, digest(b"\0".join(parts)), _reader(title, inside, parts))


def _reader(title: str, inside: str, parts: list[bytes]) -> Callable[[], LawText]:
    def read() -> LawText:
        level: Level = "宪法" if title == _CONSTITUTION else "法律"
        law = LawText(title, NAME, inside, "", (), level=level, status="现行有效")
        return law_text(law, parts_in_order(decode(part) for part in parts))

    return read
