"""An article's shape, and which of its 项 are catch-alls, as a line of shapes.jsonl: counts, no text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from assistant.laws.law_text import ArticleText, is_item, is_subitem, shape

# （五）法律、行政法规规定的其他材料。, （七）其他与申请有关的文件。: the 项 names nothing but "others"
_CATCH_ALL = re.compile(
    r"[（(][^（()）]{1,4}[）)]\s*"
    r"(?:[^，；。:：]*(?:规定|要求|认为|需要|必要|应当|有关|相关|可以)[^，；。:：其]*)?"
    r"其[他它][^，；。、]{0,24}[。；;]?"
)
_MATERIAL = re.compile(r"(?:材料|文件|资料|证明|证件|要件)[。；;]?$")
_CONDITION = re.compile(r"条件[。；;]?$")


def shape_row(title: str, version: str, source: str, articles: Sequence[ArticleText]) -> dict[str, Any]:
    """``keys`` only where the numbers are not 1 to n without 第X条之一."""
    numbered = [article for article in articles if article.number]
    row: dict[str, Any] = {"title": title, "version": version, "source": source, "n": len(numbered)}
    row["shape"] = [list(shape(article.lines)) for article in numbered]
    if [article.key for article in numbered] != [(number, 0) for number in range(1, len(numbered) + 1)]:
        row["keys"] = [_key(article) for article in numbered]
    found = [[_key(article), *place] for article in numbered for place in catch_alls(article.lines)]
    return row | ({"catchall": found} if found else {})


def catch_alls(lines: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """款, 项 and kind (material, condition or other) of each 项 that only says "other …"."""
    paragraph = item = 0
    for line in lines:
        if paragraph and is_item(line):
            item += 1
            if _CATCH_ALL.fullmatch(line):
                yield paragraph, item, _kind(line)
        elif not (item and is_subitem(line)):
            paragraph, item = paragraph + 1, 0


def _kind(line: str) -> str:
    return "material" if _MATERIAL.search(line) else "condition" if _CONDITION.search(line) else "other"


def _key(article: ArticleText) -> str:
    return f"{article.number}-{article.sub}" if article.sub else str(article.number)
