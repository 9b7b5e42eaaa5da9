"""Tables of materials of which a page has left the cells, each on a line: 序号, 材料名称, 份数, 1, 申请表, 2."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.headings import Mark
from assistant.guides.units import Unit
from assistant.lexicon.sections import Sections
from assistant.model.span import Span

_MOST_COLUMNS = 14
_MAX_CELL = 14
# a cell's words that stand in so many rows are no headings
_OFTEN = 3
# 备注 may stand twice below a list, and be a heading
_MIN_LABEL = 3
# with these a list of materials is over
_SECTIONS = frozenset({"basis", "conditions", "materials", "process", "time", "fee", "item_name"})
_BLANK = re.compile(r"[\s　]+|[（(][^（）()]*[）)]")


def grids(text: str, row: Sequence[Unit], sections: Sections) -> list[Unit]:
    """``row`` in which the names of the columns and values that come again and again open no sections."""
    words = [_BLANK.sub("", unit.line.span.of(text)) if unit.line else "" for unit in row]
    result: list[Unit] = []
    often: set[str] | None = None  # None: no table yet
    inside = False  # a cell of the table is no title
    at = 0
    while at < len(row):
        data = _first_row(words, at, sections)
        if data is None:
            unit = _plain(row[at]) if often and words[at] in often else row[at]
            inside = inside and unit.mark is None and not unit.numbered
            result.append(replace(unit, form=True) if inside else unit)
            at += 1
            continue
        if often is None:
            counts = Counter(words[data:])
            often = {word for word, count in counts.items() if count >= _OFTEN and len(word) <= _MAX_CELL}
        result.append(_list_at(row[at].span.start))
        result += [_plain(unit) for unit in row[at:data]]
        at, inside = data, True
    return result


def _list_at(place: int) -> Unit:
    at = Span(place, place)
    return Unit(at, mark=Mark(("materials",), at, at, "none", "implicit"))


def cards(text: str, row: Sequence[Unit]) -> list[Unit]:
    """``row`` without the headings 来源渠道：, 填报须知： that come again with every material of one list."""
    result = list(row)
    start: int | None = None
    for index, unit in enumerate([*row, None]):
        if unit is None or (unit.mark and not _SECTIONS.isdisjoint(unit.mark.elements)):
            if start is not None:
                result[start:index] = _without_labels(text, row[start:index])
            start = index + 1 if unit and unit.mark and unit.mark.elements == ("materials",) else None
    return result


def _without_labels(text: str, row: Sequence[Unit]) -> list[Unit]:
    words = [_BLANK.sub("", unit.mark.words.of(text)) if unit.mark else "" for unit in row]
    again = {word for word, count in Counter(words).items() if count > 1 and len(word) >= _MIN_LABEL}
    return [
        Unit(unit.span, unit.block, line=unit.line) if word in again and unit.line else unit
        for unit, word in zip(row, words, strict=True)
    ]


def _first_row(words: Sequence[str], at: int, sections: Sections) -> int | None:
    """Where the number 1 stands below the names of the columns that begin at ``at``; None if none do."""
    if words[at] not in sections.number_columns:
        return None
    below = words[at + 1 : at + 1 + _MOST_COLUMNS]
    if "1" not in below:
        return None
    header = below[: below.index("1")]
    named = any(word in sections.material_columns for word in header)
    return at + 1 + len(header) if named and all(len(word) <= _MAX_CELL for word in header) else None


def _plain(unit: Unit) -> Unit:
    """``unit`` as a line, if a heading takes up the whole of it."""
    if unit.mark is None or unit.line is None or unit.mark.kind != "line":
        return unit
    return Unit(unit.line.span, unit.line, line=unit.line)
