"""A legal basis as cited, resolved and judged."""

from dataclasses import dataclass
from typing import Literal

from assistant.model.span import Span

Level = Literal[
    "宪法", "法律", "行政法规", "国务院决定", "地方性法规", "部门规章", "地方政府规章", "规范性文件", "司法解释", "标准"
]
Verdict = Literal[
    "ok",
    "no_such_article",
    "no_such_paragraph",
    "no_such_item",
    "repealed",
    "not_yet_effective",
    "amended_since",
    "title_wrong",
    "unknown_law",
    "ambiguous_name",
    "unverified",
    "quote_differs",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision. 第十条、第十二条 are two citations, 第八条至第十条 is one with ``article_to``.

    ``title`` is the full official title if resolved, else as written, None if cited by number alone. ``paragraph`` is
    款, ``item`` 项, ``subitem`` 目, ``article_sub`` the 1 of 第X条之一. ``version`` is the year given beside the title.
    ``because`` is one sentence with the facts used; ``facts_as_of`` the day those facts are from (ISO).
    ``catch_all``: the item cited is itself a catch-all (其他材料). ``quote_span`` is where ``quote`` stands.
    """

    id: str
    written: str
    span: Span
    title: str | None
    resolved: bool
    level: Level | None
    number: str | None
    version: str | None
    article: int | None
    article_sub: int | None
    paragraph: int | None
    item: int | None
    subitem: int | None
    article_to: int | None
    quote: str | None
    verdict: Verdict
    because: str
    successor: str | None = None
    facts_as_of: str | None = None
    catch_all: bool = False
    quote_span: Span | None = None
