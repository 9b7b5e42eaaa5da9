"""The library's facts as catalogue and shapes, in the form the program itself reads.

What the base (the facts that ship with the program) knows stays, unless the library knows better: newer versions,
counts, shapes, a status from an index. No law text goes out, only titles, dates and counts.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.laws.law_text import ArticleText
from assistant.laws.library import law_key
from assistant.laws.names import STATE
from assistant.laws.repeals import repealed_titles
from assistant.laws.shape_rows import shape_row
from assistant.laws.texts import Edition, LawTexts

Row = dict[str, Any]  # a line of JSON, as laws/catalogue.py reads it
_KNOWN_BY_NAME = "未定(名称见于废止条款)"
_DETAILS = ("level", "region", "issuer", "number", "adopted", "promulgated", "first_effective")


@dataclass(frozen=True, slots=True)
class Facts:
    """``shapes`` are of the versions in force on the day asked about, ``older`` of all others, pending ones too."""

    catalogue: tuple[Row, ...]
    shapes: tuple[Row, ...]
    older: tuple[Row, ...]


def export_facts(library: sqlite3.Connection, base: Iterable[Row], as_of: str) -> Facts:
    """``as_of`` (ISO) decides which version is in force and which pending."""
    rows = {law_key(row["title"]): dict(row) for row in base}
    texts = LawTexts(library)
    shapes: list[Row] = []
    older: list[Row] = []
    repeals: list[tuple[str, Edition]] = []
    for key, title in library.execute(
        "SELECT key, max(title) FROM document WHERE version <> '' GROUP BY key ORDER BY 1"
    ):
        editions = one_a_version(texts.editions(title))
        row = rows.setdefault(key, _new_row(title))
        newest = _in_force(editions, as_of)
        row |= _details(library, newest, row) | _versions(editions, newest, row, as_of)
        for edition in editions:
            articles = texts.articles(edition)
            place = shapes if edition.version == row["latest_version"] else older
            if edition.articles:
                place.append(shape_row(row["title"], edition.version, edition.source, articles))
            repeals += [(named, edition) for named in repealed_titles(_closing(articles))]
    _add_index(library, rows)
    _add_repeals(rows, repeals, as_of)
    return Facts(tuple(rows.values()), tuple(shapes), tuple(older))


def one_a_version(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """The fullest copy of each version, oldest first."""
    return tuple({edition.version: edition for edition in editions if edition.version}.values())


def _new_row(title: str) -> Row:
    short = {"short": title.removeprefix(STATE)} if title.startswith(STATE) else {}
    return {"title": title, **short, "level": "规范性文件", "status": "未核实", "status_source": "library"}


def _in_force(editions: Sequence[Edition], as_of: str) -> Edition:
    """The newest that applies; of a law whose every version is still to come, the first."""
    applied = [edition for edition in editions if edition.effective <= as_of]
    return applied[-1] if applied else editions[0]


def _versions(editions: Sequence[Edition], newest: Edition, row: Row, as_of: str) -> Row:
    """The version in force, those before it and those to come; a version the base knows and we lack is kept."""
    known = {version["date"]: version for version in row.get("versions", ())}
    held = {edition.version: _version_row(edition, "date") for edition in editions if edition.articles}
    found: Row = {"versions": _by_day(known | held)} if known or held else {}
    if newest.version > row.get("latest_version", ""):
        found |= {"latest_version": newest.version, "effective": newest.effective}
    if newest.version >= row.get("latest_version", "") and newest.articles:
        found["article_count"] = newest.articles
    pending = [edition for edition in editions if edition.effective > as_of and edition is not newest]
    if pending:
        found["pending"] = [_version_row(edition, "version") for edition in pending]
    return found


def _version_row(edition: Edition, day: str) -> Row:
    return {day: edition.version, "effective": edition.effective, "articles": edition.articles}


def _by_day(versions: dict[str, Row]) -> list[Row]:
    return [versions[day] for day in sorted(versions)]


def _details(library: sqlite3.Connection, newest: Edition, row: Row) -> Row:
    """What the newest text says of the law itself; what the base says stays, but for amendments, which add up."""
    names = ", ".join(_DETAILS)
    values = library.execute(
        f"SELECT {names}, amended, source FROM document WHERE id = ?", (newest.document,)
    ).fetchone()
    *details, amended, source = values
    found = {name: value for name, value in zip(_DETAILS, details, strict=True) if value and name not in row}
    if row.get("status_source") == "library" and details[0]:
        found["level"] = details[0]
    (last,) = library.execute("SELECT max(number) FROM article WHERE document = ?", (newest.document,)).fetchone()
    days = sorted({*row.get("amended", ()), *amended.split()})
    found |= {"amended": days} if days else {}
    if last and ("last_article" not in row or newest.version > row.get("latest_version", "")):
        found["last_article"] = last
    return found | {"sources": sorted({*row.get("sources", ()), source})}


def _closing(articles: Sequence[ArticleText]) -> Iterator[str]:
    return (line for article in articles[-2:] for line in article.lines)


def _add_index(library: sqlite3.Connection, rows: dict[str, Row]) -> None:
    """The newest row of each law in the imported indexes: its status, and the law itself where it is not known yet."""
    names = ("level", "region", "issuer", "promulgated", "effective")
    query = f"SELECT key, title, status, source, {', '.join(names)} FROM fact ORDER BY promulgated"
    for key, title, status, source, *values in library.execute(query):
        if status == "已被修改" and key in rows:
            continue  # an older text of a law that lives on
        details = {name: value for name, value in zip(names, values, strict=True) if value}
        row = rows.setdefault(key, _new_row(title) | details)
        if status and status != "已被修改":
            row |= {"status": status, "status_source": source}


def _add_repeals(rows: dict[str, Row], repeals: Iterable[tuple[str, Edition]], as_of: str) -> None:
    """A closing article repeals by name: what nothing newer contradicts is 已废止, with its successor."""
    for named, edition in repeals:
        key = law_key(named)
        known = rows.get(key)
        if key == law_key(edition.title) or edition.effective > as_of:
            continue  # a revision repeals its own former text; or the day has not come
        if known and (known["status"] != "未核实" or known.get("latest_version", "") >= edition.version):
            continue
        row = rows.setdefault(key, {"title": named, "level": _KNOWN_BY_NAME, "status": "已废止"})
        row |= {"status": "已废止", "status_source": f"《{edition.title}》明文废止", "successor": edition.title}
        row["repealed_on"] = edition.effective
