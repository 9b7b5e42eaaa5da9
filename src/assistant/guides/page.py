"""What stands on a page but is no part of a guide: the frame's lines about the page, and table rules left in text."""

import re
from functools import cache

from assistant.lexicon.sections import Sections
from assistant.model.document import Table
from assistant.model.span import Span

# "|", "---|---|": what is left of a table copied as text
_RULE = re.compile(r"[\s　|｜:+=─━_-]*")
# 问：如何办理…？ and 答：一、所需材料…
_ASKED = re.compile(r"[【\[]?[问答][】\]]?\s*[：:]\s*")
_FEWEST = 2


def inside(text: str, span: Span) -> Span:
    """``span`` without blanks, table rules and 问：, 答： at its edges; empty if nothing else stands in it."""
    if _RULE.fullmatch(text, span.start, span.end):
        return Span(span.start, span.start)
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "|｜"):
        start += 1
    asked = _ASKED.match(text, start, end)
    start = asked.end() if asked else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in "|｜"):
        end -= 1
    return Span(start, end)


def is_metadata(line: str, sections: Sections) -> bool:
    """索引号：…　发布机构：…, 浏览次数：12, 当前位置：首页 > …; 来源 alone is not enough, a colon or figure follows."""
    return bool(_metadata(sections.metadata).match(line))


def is_page_table(text: str, table: Table, sections: Sections) -> bool:
    """The box over an article, with 索引号, 文号, 发布机构 and their values."""
    return sum(is_metadata(f"{cell.span.of(text)}：", sections) for cell in table.cells) >= _FEWEST


@cache
def _metadata(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s　【\[·•●*|]*(?:{'|'.join(map(re.escape, words))})[】\]]?[\s　]*(?:[：:>＞|]|[\s　]+\S|\d)")
