"""A whole guide in one paragraph: 一、事项名称…。二、办理依据《…》三、申请材料1.…: its sections become lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.lexicon.sections import Sections
from assistant.model.span import Span
from assistant.text.numerals import number

# 一、 and 十二、, not 第一、 and not （一）、
_COUNTED = re.compile(r"(?<![第（(一二三四五六七八九十])(?P<n>十?[一二三四五六七八九]|十)、")
# （二）受理, not 第（二）项
_INNER = re.compile(r"(?<![第、和及款条])[（(](?P<n>[一二三四五六七八九十]{1,2})[)）](?!项|款|、|和|及)")
_HAN = re.compile(r"[一-龥、]{2,14}")
# so many sections in order, and so many of them with a heading we know
_SECTIONS = 3
_KNOWN = 2
_SHORTEST = 4
_COLON = re.compile(r"[\s　：:]*")


def unrolled(text: str, span: Span, sections: Sections) -> list[Span]:
    """The lines that ``span`` was before it was run together; ``[span]`` for any other paragraph."""
    if text.find("二、", span.start + 1, span.end) < 0:
        return [span]
    starts = _starts(text, span)
    heads = [_heading(text, Span(start, span.end), sections) for start in starts]
    if len(starts) < _SECTIONS or sum(head is not None for head in heads) < _KNOWN:
        return [span]
    ends = [*starts[1:], span.end]
    inner = [at for start, end in zip(starts, ends, strict=True) for at in _second(text, Span(start, end))]
    cuts = {span.start, span.end, *starts, *(head for head in heads if head is not None), *inner}
    ordered = sorted(cuts)
    return [Span(start, end) for start, end in pairwise(ordered)]


def _starts(text: str, span: Span) -> list[int]:
    """Where 一、 二、 三、 … stand, as far as they count on."""
    found: list[int] = []
    for mark in _COUNTED.finditer(text, span.start, span.end):
        if number(mark["n"]) == len(found) + 1:
            found.append(mark.start())
    return found


def _second(text: str, span: Span) -> list[int]:
    """Where （一） （二） … stand in a section, if there are two at least."""
    found: list[int] = []
    for mark in _INNER.finditer(text, span.start, span.end):
        if number(mark["n"]) == len(found) + 1:
            found.append(mark.start())
    return found if len(found) > 1 else []


def _heading(text: str, span: Span, sections: Sections) -> int | None:
    """Where the heading at the head of ``span`` ends, told by its own words; None if none is known."""
    mark = _COUNTED.match(text, span.start, span.end)
    words = _HAN.match(text, mark.end(), span.end) if mark else None
    if words is None:
        return None
    known = (end for end in _ends(words) if sections.elements_of(text[words.start() : end]))
    at = next(known, None)
    colon = _COLON.match(text, at, span.end) if at is not None else None
    return colon.end() if colon else None


def _ends(words: re.Match[str]) -> Iterator[int]:
    """The longest heading first: 收费标准及依据 before 收费标准."""
    return iter(range(words.end(), words.start() + _SHORTEST - 1, -1))
