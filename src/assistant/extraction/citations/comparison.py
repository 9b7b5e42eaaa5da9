"""Copied law text against the article: only Han characters, letters and digits count, in order."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Protocol

_PARTS = re.compile(r"…+|\.{3,}|—{2,}省略|（略）|\(略\)|×{2,}")
_WORDS = re.compile(r"[\W_]+")
# Below this share of common text the words after a colon are a summary, not a quotation.
_QUOTATION = 0.6


class Texts(Protocol):
    """What comparing needs of a library of full texts (laws.texts has one)."""

    def article(self, title: str, article: int, sub: int | None, as_of: date) -> str | None:
        """The article, one 款 or 项 a line, of the version in force on ``as_of``; None where it is not installed."""
        ...


def holds(article: str, quote: str) -> bool:
    """Whether every part of the quote between …… stands in the article, one after the other."""
    body, position = _flat(article), 0
    for part in _PARTS.split(quote):
        wanted = _flat(part)
        found = body.find(wanted, position)
        if found < 0:
            return False
        position = found + len(wanted)
    return True


def is_quotation(article: str, quote: str) -> bool:
    """Whether text after a colon, without quotation marks, means to quote: most of it is the article's own words."""
    from rapidfuzz import fuzz

    parts = [_flat(part) for part in _PARTS.split(quote)]
    longest = max(parts, key=len)
    return len(longest) >= 8 and fuzz.partial_ratio(longest, _flat(article)) >= 100 * _QUOTATION


@lru_cache(maxsize=512)
def _flat(text: str) -> str:
    return _WORDS.sub("", unicodedata.normalize("NFKC", text))
