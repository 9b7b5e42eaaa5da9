"""What is in the library: laws and their versions, counts, and a title as people type it to the law it means."""

import sqlite3
from dataclasses import dataclass

from assistant.errors import KnowledgeError
from assistant.laws.library import law_key


@dataclass(frozen=True, slots=True)
class Shelf:
    """A law with all versions held, oldest first."""

    title: str
    level: str | None
    versions: tuple[str, ...]
    articles: int


def shelves(library: sqlite3.Connection, words: str = "") -> tuple[Shelf, ...]:
    """The laws whose title holds ``words``, sorted by title; ``articles`` are those of the newest version."""
    rows = library.execute(
        "SELECT key, max(title), max(level), group_concat(DISTINCT version), articles, max(version) FROM document"
        " WHERE instr(title, ?) GROUP BY key ORDER BY 2",
        (words,),
    )
    return tuple(Shelf(title, level, tuple(sorted(days.split(","))), count) for _, title, level, days, count, _ in rows)


def find_title(library: sqlite3.Connection, written: str) -> str:
    """The one law that ``written`` names or is part of the name of. Raises KnowledgeError with what it may mean."""
    found = library.execute("SELECT title FROM document WHERE key = ? LIMIT 1", (law_key(written),)).fetchone()
    if found:
        return str(found[0])
    near = [shelf.title for shelf in shelves(library, written)]
    if len(near) == 1:
        return near[0]
    if near:
        more = f"等{len(near)}件" if len(near) > 5 else ""
        raise KnowledgeError(written, f"可能指：{'、'.join(f'《{title}》' for title in near[:5])}{more}，请写完整名称")
    raise KnowledgeError(written, "法规库里没有这部法，请核对名称或先导入")


def counts(library: sqlite3.Connection) -> tuple[tuple[str, int, int, int], ...]:
    """Source, laws, texts and articles, a source a row."""
    return tuple(
        library.execute(
            "SELECT source, count(DISTINCT key), count(*), sum(articles) FROM document GROUP BY source ORDER BY source"
        )
    )


def levels(library: sqlite3.Connection) -> tuple[tuple[str, int, int], ...]:
    """Level, laws and texts, most first."""
    return tuple(
        library.execute(
            "SELECT coalesce(level, '级别不明'), count(DISTINCT key), count(*) FROM document"
            " GROUP BY level ORDER BY 3 DESC, 1"
        )
    )


def indexed(library: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Index file and its rows."""
    return tuple(library.execute("SELECT source, count(*) FROM fact GROUP BY source ORDER BY source"))
