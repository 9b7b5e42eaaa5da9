"""Entries of a numbered list that are worded like a heading: 4.联系方式 between 3. and 5. is something asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guides.units import Unit
from assistant.text.numbering import lead
from assistant.text.numerals import NUMERAL, number

_NUMERAL = re.compile(rf"{NUMERAL}|[①-⑳⒈-⒛⑴-⒇㈠-㈩]")
_LISTS = ("ar", "arp", "circ", "dec", "cnp")


@dataclass(frozen=True, slots=True)
class _Number:
    style: str
    value: int
    plain: bool


def entries(text: str, row: Sequence[Unit]) -> list[Unit]:
    """``row`` without the headings that only carry on a list; a heading has a body before the next number comes."""
    numbers = [_number(text, unit) for unit in row]
    result = list(row)
    for index, unit in enumerate(row):
        before = numbers[index - 1] if index else None
        after = numbers[index + 1] if index + 1 < len(row) else None
        if unit.mark and unit.mark.kind == "line" and unit.line and _is_entry(numbers[index], before, after):
            result[index] = Unit(unit.line.span, unit.line, line=unit.line, numbered=True)
    return result


def _number(text: str, unit: Unit) -> _Number | None:
    if unit.line is None or (unit.mark is not None and unit.mark.kind != "line"):
        return None
    line = unit.line.span.of(text)
    begin = lead(line)
    found = _NUMERAL.search(line, 0, begin.end) if begin.style in _LISTS else None
    value = number(found.group()) if found else None
    return _Number(begin.style, value, unit.mark is None) if value is not None else None


def _is_entry(own: _Number | None, before: _Number | None, after: _Number | None) -> bool:
    if own is None:
        return False
    follows = before is not None and before.plain and (before.style, before.value + 1) == (own.style, own.value)
    goes_on = after is not None and after.plain and (after.style, after.value) == (own.style, own.value + 1)
    return goes_on or (follows and after is None)
