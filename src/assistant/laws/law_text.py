"""A law's text as an importer hands it on. Dates are ISO strings (``2019-10-22``), so they sort as they stand."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from assistant.model.citation import Level

# "（一）…", "(十二)…": a line that is a 项 of the 款 above it
_ITEM_LINE = re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]")
# "1.…", "①…", "（1）…": a line that is a 目 of the 项 above it
_SUBITEM_LINE = re.compile(r"(?:\d{1,2}[.．、]|[①-⑳]|[（(]\d{1,2}[）)])")

GapKind = Literal["hole", "glued", "repeated", "empty", "no_articles", "short", "undated", "unreadable"]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article. ``number`` 12 and ``sub`` 1 are 第十二条之一; number 0 is what no article holds (a preamble).

    ``lines``: one 款 or 项 or 目 a line, without the article's label.
    """

    number: int
    sub: int
    label: str
    chapter: str | None
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def key(self) -> tuple[int, int]:
        return self.number, self.sub


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or odd in an imported text. ``article`` is the label it is about, "" for the whole text."""

    kind: GapKind
    article: str
    detail: str


@dataclass(frozen=True, slots=True)
class History:
    """What the lines under a title say: adopted 通过, promulgated 公布, amended 修正/修订, effective 施行."""

    adopted: str | None = None
    promulgated: str | None = None
    amended: tuple[str, ...] = ()
    effective: str | None = None
    number: str | None = None

    @property
    def version(self) -> str | None:
        """The day of the newest text these lines know of; None where they name no day."""
        return max((day for day in (self.adopted, self.promulgated, *self.amended) if day), default=None)


@dataclass(frozen=True, slots=True)
class LawText:
    """One version of one law from one source.

    ``version`` is the day this text was passed or promulgated, "" if the source does not say. ``effective`` is the day
    this version took force, None if unknown; ``first_effective`` the day in the law's own last article. ``status`` is
    the source's own claim, None where it makes none. ``path`` is inside the source.
    """

    title: str
    source: str
    path: str
    version: str
    articles: tuple[ArticleText, ...]
    level: Level | None = None
    region: str | None = None
    issuer: str | None = None
    history: History = field(default_factory=History)
    effective: str | None = None
    first_effective: str | None = None
    status: str | None = None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A row of a national database's index: facts about a law, no text.

    ``status`` is 现行有效, 已废止, 已被修改 or 尚未生效, None where the index has none.
    """

    title: str
    source: str
    level: Level | None
    region: str | None
    issuer: str | None
    promulgated: str | None
    effective: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class SourceItem:
    """Something to import. ``digest`` changes with its content: an item seen with the same digest is skipped unread."""

    path: str
    digest: str
    read: Callable[[], LawText | tuple[IndexEntry, ...]]


def is_item(line: str) -> bool:
    """（一）…"""
    return bool(_ITEM_LINE.match(line))


def is_subitem(line: str) -> bool:
    """1.… after a 项"""
    return bool(_SUBITEM_LINE.match(line))


def shape(lines: Iterable[str]) -> tuple[int, ...]:
    """How many 项 each 款 has: every line is a 款, but "（一）…" is a 项 of the 款 above, "1.…" after one a 目."""
    counts: list[int] = []
    for line in lines:
        if counts and is_item(line):
            counts[-1] += 1
        elif not (counts and counts[-1] and is_subitem(line)):
            counts.append(0)
    return tuple(counts)
