"""The law library: one SQLite file with full texts (versions side by side), facts from indexes, and a word index.

The texts are the user's own; none ship with the program. Dates are ISO strings. ``known`` repeats what the catalogue
that ships with the program knows of versions, so that a text can be told to be out of date.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant import resources
from assistant.errors import KnowledgeError
from assistant.laws.names import short_key, title_key

SCHEMA_VERSION = "1"
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, title TEXT NOT NULL, level TEXT, region TEXT, issuer TEXT, number TEXT,
    adopted TEXT, promulgated TEXT, amended TEXT NOT NULL, version TEXT NOT NULL, effective TEXT, first_effective TEXT,
    status TEXT, source TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL, articles INTEGER NOT NULL,
    UNIQUE (source, path));
CREATE INDEX document_key ON document (key, version);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL, sub INTEGER NOT NULL, label TEXT NOT NULL, chapter TEXT, text TEXT NOT NULL,
    terms TEXT NOT NULL, UNIQUE (document, number, sub));
CREATE VIRTUAL TABLE article_terms USING fts5 (
    terms, content = 'article', content_rowid = 'id', tokenize = 'unicode61');
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO article_terms (rowid, terms) VALUES (new.id, new.terms);
END;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
    INSERT INTO article_terms (article_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
END;
CREATE TABLE gap (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    kind TEXT NOT NULL, article TEXT NOT NULL, detail TEXT NOT NULL);
CREATE INDEX gap_document ON gap (document);
CREATE TABLE fact (
    source TEXT NOT NULL, digest TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL, level TEXT, region TEXT,
    issuer TEXT, promulgated TEXT, effective TEXT, status TEXT);
CREATE INDEX fact_key ON fact (key);
CREATE TABLE known (
    key TEXT NOT NULL, title TEXT NOT NULL, level TEXT, status TEXT NOT NULL, version TEXT NOT NULL,
    effective TEXT NOT NULL, articles INTEGER);
CREATE INDEX known_key ON known (key);
"""


def default_library() -> Path:
    """In the user's data folder; JIANZHENG_LIBRARY names another file."""
    if named := os.environ.get("JIANZHENG_LIBRARY"):
        return Path(named)
    return resources.home() / "laws.sqlite"


def law_key(title: str) -> str:
    """Titles with and without 中华人民共和国, or in other brackets, name the same law."""
    return short_key(title_key(title))


def open_library(path: Path) -> sqlite3.Connection:
    """Open for writing; a missing file is made. Raises KnowledgeError for a file that is no library of this version."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _closed_if_refused(sqlite3.connect(path, isolation_level=None)) as library:
            library.execute("PRAGMA foreign_keys = ON")
            _prepare(library)
            _check(library, path)
    except (sqlite3.DatabaseError, OSError) as cause:
        raise KnowledgeError(path.name, "不是可写的法规库文件，请用 --library 另指定一个") from cause
    return library


def read_library(path: Path) -> sqlite3.Connection:
    """Open for reading alone. Raises KnowledgeError where there is none."""
    if not path.is_file():
        raise KnowledgeError(path.name, "还没有法规库，请先运行 jianzheng laws import")
    try:
        if path.with_name(f"{path.name}-journal").exists():
            open_library(path).close()  # an import was killed: only who may write can take its last half-step back
        with _closed_if_refused(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as library:
            _check(library, path)
    except sqlite3.DatabaseError as cause:
        raise KnowledgeError(path.name, "不是法规库文件") from cause
    return library


@contextmanager
def _closed_if_refused(library: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield library
    except BaseException:
        library.close()
        raise


def _prepare(library: sqlite3.Connection) -> None:
    library.execute("BEGIN IMMEDIATE")  # two imports at once: the second waits for the first to make the tables
    if not library.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        for statement in _statements():
            library.execute(statement)
        library.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA_VERSION,))
    library.execute("COMMIT")


def _statements() -> list[str]:
    """executescript() would commit the transaction; statements end where SQLite says they are complete."""
    statements, held = [], ""
    for line in _SCHEMA.splitlines():
        held += f"{line}\n"
        if sqlite3.complete_statement(held):
            statements.append(held)
            held = ""
    return statements


def _check(library: sqlite3.Connection, path: Path) -> None:
    try:
        found = library.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    except sqlite3.OperationalError:
        found = None
    if not found or found[0] != SCHEMA_VERSION:
        raise KnowledgeError(path.name, "不是本程序这一版本的法规库，请删除后重新导入")
