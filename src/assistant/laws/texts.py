"""Article texts as of a day, from the library that the user imported; without one there are none.

A text is handed out only where it is known to be the one in force on that day: where the law was amended between the
version we hold and the day, we have no text, not an old one.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from weakref import finalize

from assistant.laws.law_text import ArticleText
from assistant.laws.library import default_library, law_key, read_library

# Adopted on the 8th, promulgated on the 22nd: one version under two days. Two real versions are further apart.
_SAME_VERSION = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a law in the library. ``effective`` is the day it applies from (its own day if none is stated).

    ``superseded``: a later amendment is known of that we have no text of and that was made on this day ("" if none).
    """

    document: int
    title: str
    version: str
    effective: str
    status: str | None
    source: str
    articles: int
    superseded: str


class LawTexts:
    """Reads one library file. Not safe to share between threads (sqlite3)."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library

    def article(self, title: str, article: int, sub: int | None, as_of: date) -> str | None:
        """The article's text, one 款 or 项 a line.

        None where no text in force on that day is held, or where it lacks the article (texts have holes: no proof that
        there is none).
        """
        edition = self.edition(title, as_of)
        if edition is None or edition.superseded:
            return None
        found = self._library.execute(
            "SELECT text FROM article WHERE document = ? AND number = ? AND sub = ?",
            (edition.document, article, sub or 0),
        ).fetchone()
        return str(found[0]) if found else None

    def edition(self, title: str, as_of: date) -> Edition | None:
        """The newest version in force on that day, of several copies the fullest; None where all are younger."""
        day = as_of.isoformat()
        in_force = [edition for edition in self.editions(title, as_of) if edition.version and edition.effective <= day]
        return in_force[-1] if in_force else None

    def editions(self, title: str, as_of: date | None = None) -> tuple[Edition, ...]:
        """All versions held, oldest first, copies of one by their articles; ``superseded`` is as of that day."""
        rows = self._library.execute(
            "SELECT id, title, version, coalesce(max(effective, version), version), status, source, articles, amended"
            " FROM document WHERE key = ? ORDER BY 4, version, articles, source DESC",
            (law_key(title),),
        ).fetchall()
        held = [row[2] for row in rows if row[2]]
        limit = (as_of or date.max).isoformat()
        amended = [day for row in rows for day in row[7].split()]
        missing = [day for day in self._applied(title, amended, limit) if not any(_same(day, other) for other in held)]
        return tuple(
            Edition(document, name, version, effective, status, source, count, _newest_after(version, missing))
            for document, name, version, effective, status, source, count, _ in rows
        )

    def _applied(self, title: str, amended: Iterable[str], limit: str) -> set[str]:
        """The days of all versions that the texts' histories or the catalogue know of and that apply by ``limit``."""
        query = "SELECT version, effective FROM known WHERE key = ? AND version <> ''"
        known = dict(self._library.execute(query, (law_key(title),)).fetchall())
        return {day for day in (*amended, *known) if known.get(day, day) <= limit}

    def articles(self, edition: Edition) -> tuple[ArticleText, ...]:
        rows = self._library.execute(
            "SELECT number, sub, label, chapter, text FROM article WHERE document = ? ORDER BY number, sub",
            (edition.document,),
        )
        return tuple(
            ArticleText(number, sub, label, chapter, tuple(text.splitlines()))
            for number, sub, label, chapter, text in rows
        )


def open_texts(path: Path | None = None) -> LawTexts | None:
    """The texts of the library at ``path`` (the user's own if None); None where there is no library.

    The file is closed with the texts: when nobody holds them any more, or at the end of the process.
    """
    file = path or default_library()
    if not file.is_file():
        return None
    library = read_library(file)
    texts = LawTexts(library)
    finalize(texts, library.close)
    return texts


def _newest_after(version: str, days: Iterable[str]) -> str:
    return max((day for day in days if day > version), default="")


def _same(day: str, other: str) -> bool:
    return abs(date.fromisoformat(day) - date.fromisoformat(other)) <= _SAME_VERSION
