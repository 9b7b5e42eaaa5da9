"""An ``articles.sqlite`` with tables ``doc`` and ``article``: a collection already cut into articles."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import cast, get_args

from assistant.laws.history import first_effective
from assistant.laws.importers.files import clean_title, digest
from assistant.laws.law_text import ArticleText, LawText, SourceItem
from assistant.model.citation import Level

NAME = "articles"


def recognises(path: Path) -> bool:
    if not path.is_file() or path.suffix not in (".sqlite", ".db"):
        return False
    try:
        with closing(_open(path)) as database:
            columns = {row[1] for row in database.execute("PRAGMA table_info(doc)")}
    except sqlite3.DatabaseError:
        return False
    return {"title", "version", "level", "region"} <= columns


def items(path: Path) -> Iterator[SourceItem]:
    with closing(_open(path)) as database:
        query = "SELECT id, title, level, region, version, effective, source_status, articles FROM doc ORDER BY id"
        for row in database.execute(query):
            yield SourceItem(str(row[0]), digest(repr(row).encode()), _reader(path, row))


_Row = tuple[int, str, str | None, str | None, str | None, str | None, str | None, int]


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _reader(path: Path, row: _Row) -> Callable[[], LawText]:
    number, title, level, region, version, effective, status, _ = row

    def read() -> LawText:
        with closing(_open(path)) as database:
            query = "SELECT n, z, label, chapter, text FROM article WHERE doc_id = ? ORDER BY n, z"
            articles = tuple(_article(*found) for found in database.execute(query, (number,)))
        closing_day = first_effective(article.lines for article in articles[-2:])
        in_force = effective or (closing_day if closing_day and closing_day >= (version or "") else None)
        return LawText(
            clean_title(title),
            NAME,
            str(number),
            version or "",
            articles,
            level=cast(Level, level) if level in get_args(Level) else None,
            region=region,
            effective=in_force,
            first_effective=closing_day,
            status=status,
        )

    return read


def _article(number: int, sub: int, label: str, chapter: str | None, text: str) -> ArticleText:
    return ArticleText(number, sub, label, chapter, tuple(text.splitlines()))
