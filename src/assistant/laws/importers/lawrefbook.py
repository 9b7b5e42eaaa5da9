"""A checkout of LawRefBook/Laws, or of one of its collections of local laws: Markdown files beside a ``db.sqlite3``.

The folder names the level (行政法规, 部门规章 … and 法律 by its branches), the file name the day of the version. The
database adds the day a version took force and which versions are expired; the file name's day wins over the header
lines, which often lack the newest amendment.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.laws.importers.files import (
    clean_title,
    decode,
    digest,
    file_day,
    glimpse,
    law_text,
    level_in,
    markdown_files,
    parts_in_order,
    title_of,
)
from assistant.laws.law_text import LawText, SourceItem
from assistant.model.citation import Level

NAME = "lawrefbook"
_REGIONAL = "地方性法规"


@dataclass(frozen=True, slots=True)
class _Row:
    effective: str | None
    expired: bool


_Rows = dict[tuple[str, str], _Row]


def recognises(path: Path) -> bool:
    return bool(_databases(path))


def items(path: Path) -> Iterator[SourceItem]:
    """One item a file; the files of a law kept in parts (民法典) are one item."""
    rows = _rows(_databases(path))
    parts: dict[tuple[Path, str], list[Path]] = {}
    for file in markdown_files(path):
        title = title_of(glimpse(file.read_bytes()))
        if title and _is_law(file.relative_to(path)):
            whole = title.removeprefix("中华人民共和国") == file.parent.name
            parts.setdefault((file.parent if whole else file, title), []).append(file)
    for (place, title), files in parts.items():
        data = [file.read_bytes() for file in files]
        inside = place.relative_to(path).as_posix()
        yield SourceItem(inside, digest(b"\0".join(data)), _reader(title, inside, data, rows))


def _databases(path: Path) -> list[Path]:
    """LawRefBook's index files at the top or one or two folders down."""
    if not path.is_dir():
        return []
    found = [found for pattern in ("", "*/", "*/*/") for found in path.glob(f"{pattern}db.sqlite3")]
    return [file for file in sorted(found) if {"law", "category"} <= _tables(file)]


def _tables(file: Path) -> set[str]:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError:
        return set()


def _rows(databases: list[Path]) -> _Rows:
    rows: _Rows = {}
    for file in databases:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            for name, publish, effective, expired in database.execute(
                "SELECT name, publish, valid_from, expired FROM law"
            ):
                rows[_short(clean_title(name)), publish or ""] = _Row(effective, bool(expired))
    return rows


def _is_law(inside: Path) -> bool:
    return len(inside.parts) > 1 and inside.stem != "README"


def _reader(title: str, inside: str, data: list[bytes], rows: _Rows) -> Callable[[], LawText]:
    def read() -> LawText:
        known = LawText(title, NAME, inside, file_day(Path(inside).stem) or "", (), level=_level(inside))
        law = law_text(replace(known, region=_region(inside)), parts_in_order(decode(part) for part in data))
        row = rows.get((_short(title), law.version))
        if row is None:
            return law
        effective = row.effective if row.effective and row.effective >= law.version else law.effective
        return replace(law, effective=effective, status="已被修改" if row.expired else law.status)

    return read


def _level(inside: str) -> Level:
    return level_in(Path(inside).parts) or "法律"


def _region(inside: str) -> str | None:
    """地方性法规/广东/… -> 广东."""
    parts = Path(inside).parts
    if _REGIONAL not in parts[:-2]:
        return None
    return parts[parts.index(_REGIONAL) + 1]


def _short(title: str) -> str:
    return title.removeprefix("中华人民共和国")
