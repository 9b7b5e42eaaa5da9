"""What the library lacks: holes and oddities of the texts themselves, and what the catalogue knows that is not here."""

import sqlite3
from dataclasses import dataclass
from typing import Literal

from assistant.laws.law_text import GapKind
from assistant.laws.search import current_documents

Kind = GapKind | Literal["outdated", "absent"]


@dataclass(frozen=True, slots=True)
class LibraryGap:
    """``version`` and ``source`` are "" for a law of which there is no text at all."""

    kind: Kind
    title: str
    version: str
    source: str
    detail: str


def find_gaps(library: sqlite3.Connection, as_of: str) -> tuple[LibraryGap, ...]:
    """All gaps as of a day (ISO), sorted by kind and title."""
    found = (*_in_texts(library), *_short(library), *_outdated(library, as_of), *_absent(library))
    return tuple(sorted(found, key=lambda gap: (gap.kind, gap.title, gap.version, gap.source, gap.detail)))


def _in_texts(library: sqlite3.Connection) -> list[LibraryGap]:
    rows = library.execute(
        "SELECT g.kind, d.title, d.version, d.source, g.detail FROM gap g JOIN document d ON d.id = g.document"
    )
    return [LibraryGap(*row) for row in rows]


def _short(library: sqlite3.Connection) -> list[LibraryGap]:
    """Texts with fewer articles than the catalogue counts for that very version."""
    rows = library.execute(
        "SELECT DISTINCT d.title, d.version, d.source, d.articles, k.articles FROM document d"
        " JOIN known k ON k.key = d.key AND k.version = d.version WHERE d.articles < k.articles AND d.articles > 0"
    )
    return [
        LibraryGap("short", title, version, source, f"只有{held}条，应有{counted}条")
        for title, version, source, held, counted in rows
    ]


def _outdated(library: sqlite3.Connection, as_of: str) -> list[LibraryGap]:
    """Laws of which the newest text here is older than the version in force."""
    held = ", ".join(map(str, current_documents(library, as_of)))
    rows = library.execute(
        "SELECT d.title, d.version, d.source, max(k.version) FROM document d JOIN known k ON k.key = d.key"
        f" WHERE d.id IN ({held}) AND d.version <> '' AND k.effective <= ?"
        " GROUP BY d.id HAVING julianday(max(k.version)) - julianday(d.version) > 60",
        (as_of,),
    )
    return [
        LibraryGap("outdated", title, version, source, f"{newest}已有新的文本，库中最新为{version}")
        for title, version, source, newest in rows
    ]


def _absent(library: sqlite3.Connection) -> list[LibraryGap]:
    """Laws and regulations in force by the catalogue without any text here."""
    rows = library.execute(
        "SELECT DISTINCT title, level FROM known WHERE status = '现行有效' AND level IN ('宪法', '法律', '行政法规')"
        " AND key NOT IN (SELECT key FROM document)"
    )
    return [LibraryGap("absent", title, "", "", f"{level}，库中没有文本") for title, level in rows]
