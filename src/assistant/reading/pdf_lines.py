"""Visual lines back to paragraphs: which lines were only wrapped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.layout import typed_number
from assistant.reading.pdf_page import Fragment

_NO_START = frozenset("，。、；：？！）》〉】”’,.;:?!)]}%％")
_NO_END = frozenset("（《〈【“‘([{")
_BULLETS = frozenset("□■◆◇●○•★☆▲△√☑➢※")
_SENTENCE_END = frozenset("。；！？;：:")
# - 居民身份证 in a list; not -0.5 and not the second half of 0476-0000000
_DASH = re.compile(r"[-–—·] ?(?=[\u4e00-\u9fff《（])")
_COUNT = re.compile(r"\d{1,2}")
_HEADING = re.compile(r"[\u4e00-\u9fff（）、]{2,12}")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one height: fragments from left to right. One fragment is an ordinary line."""

    parts: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)

    @property
    def x0(self) -> float:
        return self.parts[0].x0

    @property
    def x1(self) -> float:
        return self.parts[-1].x1

    @property
    def top(self) -> float:
        return self.parts[0].top

    @property
    def bottom(self) -> float:
        return self.parts[0].bottom

    @property
    def size(self) -> float:
        return self.parts[0].size


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Fragments on one height as rows, from top to bottom; pieces that touch are one fragment."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (f.top + f.bottom) / 2):
        middle = (fragment.top + fragment.bottom) / 2
        if rows:
            first = rows[-1][0]
            if middle - (first.top + first.bottom) / 2 < 0.5 * min(first.size, fragment.size):
                rows[-1].append(fragment)
                continue
        rows.append([fragment])
    return [Row(tuple(_touching(sorted(row, key=lambda f: f.x0)))) for row in rows]


def _touching(row: list[Fragment]) -> list[Fragment]:
    found = [row[0]]
    for fragment in row[1:]:
        last = found[-1]
        gap = fragment.x0 - last.x1
        if gap > 1.5 * last.size:
            found.append(fragment)
            continue
        blank = " " if gap > 0.5 * last.size else ""
        found[-1] = Fragment(
            last.text + blank + fragment.text,
            last.x0,
            min(last.top, fragment.top),
            max(last.x1, fragment.x1),
            max(last.bottom, fragment.bottom),
        )
    return found


def wrapped(before: Row, after: Row, right: float, first: Row, indent: float | None, said: str) -> bool:
    """Whether ``after`` goes on in the paragraph that began at ``first`` and whose last line is ``before``.

    ``right`` is where lines end, ``indent`` where paragraphs begin if their first lines are indented, ``said`` the
    words of the paragraph so far.
    """
    if begins_item(after, said) or _is_apart(before, after) or could_fit(before, after, right):
        return False
    if typed_number(after.text):  # the paragraph itself counts
        return True
    size = before.size
    if before is first and before.x0 - after.x0 > 4 * size:  # set right or centred: a paragraph of its own
        return False
    if after.x0 > first.x0 + 0.6 * size:  # hanging indent: only below a numbered line
        return typed_number(first.text) is not None and after.x0 - first.x0 < 4.5 * size
    if indent is not None:
        heading = before.text[-1] in "。；" and _HEADING.fullmatch(after.text) is not None
        return abs(after.x0 - indent) >= 0.6 * size and not heading
    ended = before.text[-1] in _SENTENCE_END and abs(after.x0 - first.x0) < 0.6 * size
    return not ended or typed_number(first.text) is not None


def begins_item(row: Row, said: str) -> bool:
    """A number or bullet at the line's head, unless the paragraph itself counts: 1.申请；2.受理；|3.审查."""
    number = typed_number(row.text)
    if number is None:
        return row.text[0] in _BULLETS or _DASH.match(row.text) is not None
    count = _COUNT.search(number)
    if count is None or int(count.group()) < 2 or said[-1:] not in "；;，,、":
        return True
    return re.search(rf"(?<=[：:；;，,。、])\s?[(（]?{int(count.group()) - 1}[.．、)）]", said) is None


def _is_apart(before: Row, after: Row) -> bool:
    """Words set in columns, another size of type, or a gap between the lines."""
    return (
        len(before.parts) > 1
        or len(after.parts) > 1
        or not 0.8 < after.size / before.size < 1.25
        or after.top - before.bottom > 1.6 * before.size
    )


def could_fit(before: Row, after: Row, right: float) -> bool:
    """Whether the first word of ``after`` had room at the end of ``before``: then the break was meant."""
    text, size = after.text, before.size
    if text[0] in _NO_START:
        return False
    room = _breadth(text) * size
    if text[0] in _NO_END:
        room += size  # may not stand at the end
    if before.text[-1] in _NO_START:
        room += 0.5 * size  # full-width punctuation is drawn in half of its width
    return right - before.x1 > room * 1.05 + 0.5


def _breadth(text: str) -> float:
    """How wide the head of a line is that may not be broken, in widths of a Han character: 号, 251号, 份）；"""
    end = 0
    while end < len(text) and text[end].isascii() and not text[end].isspace():
        end += 1
    word = max(end, 1)
    while word < len(text) and (text[word] in _NO_START or (text[word - 1] in ",." and text[word].isdigit())):
        word += 1
    return sum(0.55 if character.isascii() else 1.0 for character in text[:word])
