"""corpus/laws/catalogue: one law, regulation or document a line, facts only (docs/laws-facts.md says from where)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from assistant import resources
from assistant.errors import KnowledgeError
from assistant.model.citation import Level

_WHERE = "corpus/laws/catalogue"
# The catalogue tells apart what the public contract does not; what is not known for sure has no level.
_LEVELS: dict[str, Level] = {
    "宪法": "宪法",
    "法律": "法律",
    "行政法规": "行政法规",
    "国务院决定": "国务院决定",
    "地方性法规": "地方性法规",
    "部门规章": "部门规章",
    "地方政府规章": "地方政府规章",
    "地方政府规章(推定)": "地方政府规章",
    "规范性文件": "规范性文件",
    "国务院文件": "规范性文件",
    "部门规范性文件": "规范性文件",
    "地方规范性文件": "规范性文件",
    "司法解释": "司法解释",
    "国家标准": "标准",
}


@dataclass(frozen=True, slots=True)
class Version:
    """``date`` is the day of adoption or amendment, ``effective`` the day it applies from, both ISO.

    ``articles`` counts them with 第X条之一; None where no text of that version is known.
    """

    date: str
    effective: str
    articles: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """A line of the catalogue. There is one value for each, so it compares by identity, which is fast. Days are ISO.

    ``status`` is 现行有效, 已废止, 尚未生效, 存疑 or 未核实; ``last_article`` the highest number, not the count.
    ``versions`` are sorted by the day they apply from; the first is the law's beginning as far as it is known.
    """

    title: str
    level: Level | None
    status: str
    status_as_of: str | None
    region: str | None
    number: str | None
    successor: str | None
    repealed_on: str | None
    last_article: int | None
    latest_version: str | None
    versions: tuple[Version, ...]
    note: str | None


Row = dict[str, Any]


def read_rows() -> tuple[Row, ...]:
    """All lines as they stand, in the order of the files' names. Raises KnowledgeError with file and line."""
    folder = resources.data(_WHERE)
    return tuple(row for name, source in resources.walk(folder, ".jsonl") for row in _rows(source, f"{_WHERE}/{name}"))


def _rows(source: Traversable, where: str) -> Iterator[Row]:
    lines = source.read_text("utf-8").splitlines()
    try:
        yield from json.loads(f"[{','.join(lines)}]")  # one call for the whole file: three times as fast as one a line
    except json.JSONDecodeError as cause:
        raise KnowledgeError(f"{where}:{_broken_line(lines)}", "不是一行一个 JSON 对象") from cause


def _broken_line(lines: list[str]) -> int:
    for position, line in enumerate(lines, 1):
        try:
            json.loads(line)
        except json.JSONDecodeError:
            return position
    return 1


def law(row: Row) -> Law:
    """The typed form of a line."""
    return Law(
        title=row["title"],
        level=_LEVELS.get(row["level"]),
        status=row["status"],
        status_as_of=row.get("status_as_of"),
        region=row.get("region"),
        number=row.get("number"),
        successor=row.get("successor"),
        repealed_on=row.get("repealed_on"),
        last_article=row.get("last_article"),
        latest_version=row.get("latest_version"),
        versions=_versions(row),
        note=row.get("note"),
    )


def _versions(row: Row) -> tuple[Version, ...]:
    """Every version whose day is known, from the adoption to what is passed but not yet in force."""
    found: dict[str, Version] = {}
    first = row.get("adopted") or row.get("promulgated")
    if first:
        found[first] = Version(first, _beginning(row, first))
    for day in row.get("amended", ()):
        found[day] = Version(day, day)
    for version in row.get("versions", ()):
        found[version["date"]] = Version(
            version["date"], version.get("effective") or version["date"], version["articles"]
        )
    latest: str | None = row.get("latest_version")
    effective: str | None = row.get("effective") or (None if first else row.get("first_effective"))
    day = latest or effective
    if day:
        known = found.get(day)
        found[day] = Version(day, effective or (known.effective if known else day), row.get("article_count"))
    for version in row.get("pending", ()):
        found[version["version"]] = Version(version["version"], version["effective"], version["articles"])
    return tuple(sorted(found.values(), key=lambda version: (version.effective, version.date)))


def _beginning(row: Row, first: str) -> str:
    """The day the first text applied from.

    ``first_effective`` stands in the closing article of the newest full text: it is the first text's day only when it
    follows the adoption closely; after a full revision (修订) it is the revision's.
    """
    stated = row.get("first_effective")
    return stated if stated and first <= stated and int(stated[:4]) - int(first[:4]) <= 1 else first
