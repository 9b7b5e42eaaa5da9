"""Words that official papers take from a guide, and the gaps where the guide says nothing."""

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from assistant.model.citation import Citation, Level
from assistant.model.guide import Guide
from assistant.model.new_guide import GAP
from assistant.model.review import Review

# 第三十二条第一款第五项, 第8条 at the end of what is written
_PROVISION = re.compile(r"第[0-9零〇一二三四五六七八九十百千]+条.*$", re.DOTALL)
_RANKS: Sequence[Level] = get_args(Level)


def or_gap(words: str | None) -> str:
    return words or GAP


def section_words(guide: Guide, review: Review, elements: Iterable[str], longest: int = 80) -> str:
    """The first of these sections that has a body, on one line, at most ``longest`` characters; "" for none."""
    for element in elements:
        for section in guide.sections:
            words = " ".join(section.body.of(review.document.text).split()) if section.element == element else ""
            if words:
                return words if len(words) <= longest else f"{words[: longest - 1]}…"
    return ""


def basis_words(guide: Guide) -> str:
    """What the item itself is based on, one provision a line, of the highest rank first; "" where none is cited."""
    places = [section.span for section in guide.sections if section.element == "basis"]
    own = [citation for citation in guide.citations if any(place.contains(citation.span) for place in places)]
    return provisions_text(own)


def provisions_text(citations: Iterable[Citation]) -> str:
    """Of the highest rank first; each once."""
    ranked = sorted(citations, key=rank)
    return "\n".join(dict.fromkeys(provision_text(citation) for citation in ranked))


def rank(citation: Citation) -> int:
    return _RANKS.index(citation.level) if citation.level else len(_RANKS)


def provision_text(citation: Citation) -> str:
    """《中华人民共和国行政许可法》第三十二条, also where the guide writes 同法第三十二条."""
    written = "".join(citation.written.split())
    found = _PROVISION.search(written)
    if not (citation.title and citation.resolved):
        return written
    return f"《{citation.title}》{found[0] if found else ''}"
