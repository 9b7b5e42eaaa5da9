"""Headings that name no element we know, but carry on the numbering of those that do: 五、保障标准."""

import re
from collections.abc import Iterator, Sequence

from assistant.guides.headings import Mark
from assistant.guides.units import Unit, piece
from assistant.model.span import Span
from assistant.text.numbering import lead, rank
from assistant.text.numerals import NUMERAL, number

_NUMERAL = re.compile(NUMERAL)
_COLON = re.compile("[：:]|。(?=.)")
_STYLES = ("cn", "part", "cnp", "ar")
_MAX = 24


def with_unknown(text: str, row: Sequence[Unit], main: float) -> Iterator[Unit]:
    """``row`` with a heading ``other`` where a short line stands between two numbers of the guide's own headings."""
    numbers = [_number(text, unit, main) for unit in row]
    last, following, nested, listed = 0, _following(row, numbers), False, False
    for index, unit in enumerate(row):
        value = numbers[index]
        if value is not None and unit.mark is None:
            nested = nested or (value == 1 and last > 0)  # a list of its own, in the style of the headings
            if value == last + 1 and not nested and following[index] in (None, value + 1) and _is_short(text, unit):
                last = value
                yield from _heading(text, unit)
                continue
            if value == last + 1 and listed and _goes_on(unit, main):
                last, listed = value, False
                yield from _sentence(text, unit)
                continue
        elif value is not None:
            last, nested, listed = value, False, False
        listed = listed or (unit.numbered and value is None)
        yield unit


def _number(text: str, unit: Unit, main: float) -> int | None:
    """The number of a line in the style of the guide's headings."""
    if unit.line is None or (unit.mark is None and not unit.whole):
        return None
    line = unit.span.of(text)
    begin = lead(line)
    found = _NUMERAL.search(line) if begin.style in _STYLES and rank(begin.style) == main else None
    return number(found.group()) if found else None


def _following(row: Sequence[Unit], numbers: Sequence[int | None]) -> list[int | None]:
    """For each unit the number of the next heading, known or carrying on to a known one."""
    result: list[int | None] = [None] * len(row)
    ahead: int | None = None
    for index in range(len(row) - 1, -1, -1):
        result[index] = ahead
        value = numbers[index]
        if value is not None and (row[index].mark is not None or ahead == value + 1):
            ahead = value
    return result


def _is_short(text: str, unit: Unit) -> bool:
    words = _COLON.split(unit.span.of(text), maxsplit=1)[0]
    return len(words) <= _MAX and not re.search(r"[。；;，,]", words)


def _goes_on(unit: Unit, main: float) -> bool:
    """三、证书有效期为两年，每年复核一次。 behind the list below 二、: a sentence on the level of the headings."""
    return main <= rank("cnp") and unit.numbered


def _sentence(text: str, unit: Unit) -> Iterator[Unit]:
    begin = lead(unit.span.of(text))
    head = Span(unit.span.start, unit.span.start + begin.end)
    at = Span(head.end, head.end)
    yield Unit(head, mark=Mark(("other",), at, head, begin.style, "line"), line=unit.line)
    yield from piece(text, Span(head.end, unit.span.end), unit.line)


def _heading(text: str, unit: Unit) -> Iterator[Unit]:
    begin = lead(unit.span.of(text))
    colon = _COLON.search(text, unit.span.start + begin.end, unit.span.end)
    end = colon.end() if colon else unit.span.end
    words = Span(unit.span.start + begin.end, colon.start() if colon else end)
    head = Span(unit.span.start, end)
    yield Unit(head, mark=Mark(("other",), words, head, begin.style, "line"), line=unit.line)
    yield from piece(text, Span(end, unit.span.end), unit.line)
