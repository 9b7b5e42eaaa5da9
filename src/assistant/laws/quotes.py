"""Where a quotation really stands: under another number of the same text, or in an older version."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.laws.law_text import ArticleText
from assistant.laws.texts import Edition, LawTexts

# "……": what the guide left out; the longest stretch between is looked for.
_LEFT_OUT = re.compile(r"…+|\.{3,}|\*{3,}")
# Shorter words stand in many articles.
_LEAST_CHARACTERS = 16
# 0 to 100, of the quotation's characters in order: amended words are still found, another subject is not.
_ENOUGH = 85.0
# The cited article itself must be so much further off: sister articles of one law (设立、变更) resemble each other.
_MARGIN = 15.0


@dataclass(frozen=True, slots=True)
class Found:
    """``label``: the article of the text in force that says what is quoted; ``version``: an older text that said it."""

    label: str | None
    version: str | None


def find_quote(texts: LawTexts, edition: Edition, quote: str, key: tuple[int, int]) -> Found:
    """``key`` is the article the guide cites; an older version counts only where that very article said it."""
    wanted = max(map(plain, _LEFT_OUT.split(quote)), key=len)
    if len(wanted) < _LEAST_CHARACTERS:
        return Found(None, None)
    label = _best(wanted, texts.articles(edition), key)
    older = [held for held in texts.editions(edition.title) if held.version and held.version < edition.version]
    said = (held for held in reversed(older) if _says(wanted, texts.articles(held), key))
    return Found(label, next((held.version for held in said), None))


def plain(text: str) -> str:
    """Without blanks, one width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _best(wanted: str, articles: Sequence[ArticleText], key: tuple[int, int]) -> str | None:
    from rapidfuzz import fuzz, process

    own = max((fuzz.partial_ratio(wanted, plain(a.text)) for a in articles if a.key == key), default=0.0)
    # Of a text much shorter than the quotation a partial likeness says nothing.
    others = {a.label: plain(a.text) for a in articles if a.key != key and len(a.text) >= len(wanted) // 2}
    found = process.extractOne(wanted, others, scorer=fuzz.partial_ratio, score_cutoff=_ENOUGH)
    return str(found[2]) if found and found[1] >= own + _MARGIN else None


def _says(wanted: str, articles: Sequence[ArticleText], key: tuple[int, int]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.partial_ratio(wanted, plain(article.text)) >= 95 for article in articles if article.key == key)
