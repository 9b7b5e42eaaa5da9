"""Items of a source into the library: idempotent, resumable, a document whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assistant.errors import KnowledgeError
from assistant.laws.catalogue import Version, read_rows
from assistant.laws.catalogue import law as typed
from assistant.laws.importers import importer_for
from assistant.laws.law_text import Gap, IndexEntry, LawText, SourceItem
from assistant.laws.library import law_key
from assistant.laws.terms import index_terms

Step = Literal["new", "changed", "same", "unreadable"]
# After so many documents what is done is safe: an interrupted import goes on from there.
_COMMIT_EVERY = 100


@dataclass(slots=True)
class Tally:
    """What an import did, counted up while it runs. ``facts`` are rows of indexes, ``unreadable`` names and reasons."""

    source: str
    documents: dict[Step, int] = field(default_factory=lambda: {"new": 0, "changed": 0, "same": 0, "unreadable": 0})
    articles: int = 0
    facts: int = 0
    unreadable: list[tuple[str, str]] = field(default_factory=list)


def import_source(library: sqlite3.Connection, path: Path, progress: Callable[[Tally], None] | None = None) -> Tally:
    """Import a file or folder; ``progress`` is called after each item. Raises KnowledgeError for an unknown layout."""
    importer = importer_for(path)
    tally = Tally(importer.name)
    library.execute("BEGIN")
    try:
        for count, item in enumerate(importer.items(path), 1):
            _import_item(library, importer.name, item, tally)
            if count % _COMMIT_EVERY == 0:
                library.execute("COMMIT")
                library.execute("BEGIN")
            if progress:
                progress(tally)
    except BaseException:
        # Ctrl-C falls between two documents or inside one: only whole ones may stay.
        library.execute("ROLLBACK")
        raise
    library.execute("COMMIT")
    return tally


def settle(library: sqlite3.Connection) -> None:
    """Take over what the shipped catalogue knows of versions; give copies of one version one day of taking force."""
    rows = [
        (law_key(law.title), law.title, law.level, law.status, version.date, version.effective, version.articles)
        for law in map(typed, read_rows())
        for version in law.versions or (Version("", ""),)
    ]
    library.execute("BEGIN")
    library.execute("DELETE FROM known")
    library.executemany("INSERT INTO known VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    for table in ("document", "known"):
        library.execute(
            f"UPDATE document SET effective = (SELECT max(other.effective) FROM {table} other"
            " WHERE other.key = document.key AND other.version = document.version AND other.effective >= other.version)"
            " WHERE effective IS NULL AND version <> ''"
        )
    library.execute("COMMIT")


def _import_item(library: sqlite3.Connection, source: str, item: SourceItem, tally: Tally) -> None:
    step = _step(library, source, item)
    if step != "same":
        try:
            read = item.read()
        except (KnowledgeError, UnicodeDecodeError, ValueError) as error:
            reason = str(error) if isinstance(error, KnowledgeError) else "无法解码，请另存为 UTF-8"
            tally.unreadable.append((item.path, reason))
            tally.documents["unreadable"] += 1
            return
        if isinstance(read, LawText):
            _store_law(library, item, read)
            tally.articles += sum(1 for article in read.articles if article.number)
        else:
            _store_facts(library, source, item, read)
            tally.facts += len(read)
    tally.documents[step] += 1


def _step(library: sqlite3.Connection, source: str, item: SourceItem) -> Step:
    known = library.execute(
        "SELECT digest FROM document WHERE source = ? AND path = ?"
        " UNION ALL SELECT max(digest) FROM fact WHERE source = ? HAVING count(*) > 0",
        (source, item.path, f"{source}:{item.path}"),
    ).fetchone()
    if known is None:
        return "new"
    return "same" if known[0] == item.digest else "changed"


def _store_law(library: sqlite3.Connection, item: SourceItem, law: LawText) -> None:
    library.execute("DELETE FROM document WHERE source = ? AND path = ?", (law.source, item.path))
    document = library.execute(
        f"INSERT INTO document VALUES ({', '.join('?' * 18)})", (None, *_document_row(item, law))
    ).lastrowid
    assert document is not None, "an INSERT gives a row id"
    library.executemany(
        "INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        [
            (document, article.number, article.sub, article.label, article.chapter, article.text, terms)
            for article in law.articles
            for terms in [index_terms(article.text)]
        ],
    )
    library.executemany("INSERT INTO gap VALUES (?, ?, ?, ?)", _gap_rows(document, law.gaps))


def _document_row(item: SourceItem, law: LawText) -> tuple[str | int | None, ...]:
    history = law.history
    articles = sum(1 for article in law.articles if article.number)
    return (
        law_key(law.title),
        law.title,
        law.level,
        law.region,
        law.issuer,
        history.number,
        history.adopted,
        history.promulgated,
        " ".join(history.amended),
        law.version,
        law.effective,
        law.first_effective,
        law.status,
        law.source,
        item.path,
        item.digest,
        articles,
    )


def _gap_rows(document: int, gaps: tuple[Gap, ...]) -> Iterator[tuple[int, str, str, str]]:
    for gap in gaps:
        yield document, gap.kind, gap.article, gap.detail


def _store_facts(library: sqlite3.Connection, source: str, item: SourceItem, entries: tuple[IndexEntry, ...]) -> None:
    name = f"{source}:{item.path}"
    library.execute("DELETE FROM fact WHERE source = ?", (name,))
    library.executemany(
        f"INSERT INTO fact VALUES ({', '.join('?' * 10)})",
        [
            (
                name,
                item.digest,
                law_key(entry.title),
                entry.title,
                entry.level,
                entry.region,
                entry.issuer,
                entry.promulgated,
                entry.effective,
                entry.status,
            )
            for entry in entries
        ],
    )
