"""Page numbers and running heads: what stands on every page and belongs to none."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.reading.pdf_page import Fragment

_EDGE = 0.1  # share of the page's height at top and bottom where furniture stands
# 3, - 3 -, —3—, 第3页, 第 3 页 共 12 页, 3/12, iv
_PAGE_NUMBER = re.compile(
    r"[-—–－~·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十]{1,3}(?=\s*页))(?:\s*页)?"
    r"(?:\s*[,，/／|]?\s*共?\s*\d{1,4}\s*页?)?[-—–－~·•\s]*",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[tuple[list[Fragment], float]]) -> list[list[Fragment]]:
    """``pages`` are (fragments, height of the page)."""
    counts = Counter(key for fragments, height in pages for key in {_key(f) for f in fragments if _at_edge(f, height)})
    enough = max(2, min(3, len(pages)))
    repeated = {key for key, count in counts.items() if count >= enough}
    return [
        [
            f
            for f in fragments
            if not (_at_edge(f, height) and (_key(f) in repeated or _is_number(f, fragments, height)))
        ]
        for fragments, height in pages
    ]


def _at_edge(fragment: Fragment, height: float) -> bool:
    middle = (fragment.top + fragment.bottom) / 2
    return middle < _EDGE * height or middle > (1 - _EDGE) * height


def _key(fragment: Fragment) -> tuple[str, int]:
    """The words with every number alike, and roughly where they stand."""
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", fragment.text)), round(fragment.top / 8)


def _is_number(fragment: Fragment, fragments: list[Fragment], height: float) -> bool:
    """A page number is alone on the lowest or highest line."""
    if not _PAGE_NUMBER.fullmatch(fragment.text):
        return False
    beyond = [
        f for f in fragments
        if f is not fragment and (f.bottom > fragment.top if fragment.top > height / 2 else f.top < fragment.bottom)
    ]  # fmt: skip
    return all(_PAGE_NUMBER.fullmatch(f.text) for f in beyond)
