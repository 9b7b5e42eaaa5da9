"""Full-text search over the library: every word must be in the article; exact wording ranks first."""

import json
import sqlite3
from dataclasses import dataclass

from assistant.laws.terms import query_terms

_HIT = "SELECT d.title, d.version, d.level, a.label, a.text FROM article a JOIN document d ON d.id = a.document"
_CURRENT = "a.document IN (SELECT value FROM json_each(?))"
# Ranked by the index, then by exact wording: enough that an exact hit is among them.
_RANKED = 500


@dataclass(frozen=True, slots=True)
class Hit:
    """``text`` is the whole article; ``exact``: every phrase asked for stands in it as it was written."""

    title: str
    version: str
    level: str | None
    label: str
    text: str
    exact: bool


def search(library: sqlite3.Connection, words: str, as_of: str, limit: int = 20) -> tuple[Hit, ...]:
    """Articles that have all the words, in the newest version of each law in force on ``as_of`` (ISO)."""
    phrases = words.split()
    current = json.dumps(current_documents(library, as_of))
    rows = _by_index(library, words, current)
    if not any(_exact(row, phrases) for row in rows):
        rows = [*_by_reading(library, phrases, current), *rows]
    hits = [Hit(*row, exact=_exact(row, phrases)) for row in rows]
    return tuple(sorted(hits, key=lambda hit: not hit.exact)[:limit])


def current_documents(library: sqlite3.Connection, as_of: str) -> list[int]:
    """For each law the document to use on that day: the newest version in force, of several copies the fullest."""
    rows = library.execute(
        "SELECT key, id FROM document WHERE coalesce(max(effective, version), version) <= ?"
        " ORDER BY coalesce(max(effective, version), version), version, articles, source DESC",
        (as_of,),
    )
    return sorted(dict(rows.fetchall()).values())


Row = tuple[str, str, str | None, str, str]


def _exact(row: Row, phrases: list[str]) -> bool:
    return all(phrase in row[4] for phrase in phrases)


def _by_index(library: sqlite3.Connection, words: str, current: str) -> list[Row]:
    query = query_terms(words)
    if not query:
        return []
    match = "JOIN article_terms t ON t.rowid = a.id WHERE article_terms MATCH ?"
    order = "ORDER BY bm25(article_terms), d.title, a.id LIMIT ?"
    return library.execute(f"{_HIT} {match} AND {_CURRENT} {order}", (query, current, _RANKED)).fetchall()


def _by_reading(library: sqlite3.Connection, phrases: list[str], current: str) -> list[Row]:
    """Where a phrase does not fall on word borders the index knows nothing of it: look through the texts."""
    if not phrases:
        return []
    every = " AND ".join("instr(a.text, ?)" for _ in phrases)
    order = "ORDER BY d.title, a.id LIMIT ?"
    return library.execute(f"{_HIT} WHERE {every} AND {_CURRENT} {order}", (*phrases, current, _RANKED)).fetchall()
