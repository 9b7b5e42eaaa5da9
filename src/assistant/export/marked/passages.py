"""How much of the text goes with a material: its row, its entry, or its words with one separator."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model.document import Block, Cell, Document, Table
from assistant.model.material import Material
from assistant.model.span import Span

# Between two papers of one sentence: 、 and ， 以及
_BETWEEN = re.compile(r"\s*(?:[、，,；;/]\s*(?:和|及|与|或者?|以及|并)?|和|及|与|或者?|以及|并)\s*")
_ENDS = "；;，,、"


@dataclass(frozen=True, slots=True)
class Strike:
    """``span`` is what goes for the materials ``subjects``; ``row``: the table's row that it begins in goes whole."""

    subjects: tuple[str, ...]
    span: Span
    row: bool = False


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a material stands: its row (the table's start and the cell's rows) if its entry is one, else its entry."""

    material: Material
    key: tuple[object, ...]
    row: bool


def strikes(document: Document, materials: Sequence[Material], gone: frozenset[str]) -> tuple[Strike, ...]:
    """``materials`` are all of the file in the order of the text, ``gone`` the ids of those that go."""
    groups: dict[tuple[object, ...], list[_Stand]] = {}
    for material in materials:
        stand = _stand(document, material)
        groups.setdefault(stand.key, []).append(stand)
    found: list[Strike] = []
    for group in groups.values():
        found += _of_group(document.text, group, gone)
    return tuple(found)


def _stand(document: Document, material: Material) -> _Stand:
    found = _cell_of(document.blocks, material.span.start)
    if found is not None:
        table, cell = found
        beyond = not cell.span.contains(material.entry)
        alone = cell.span == material.entry and not any(
            other.span.start < other.span.end for other in table.cells if other.row == cell.row and other is not cell
        )
        if beyond or (alone and table.rows > 1):
            return _Stand(material, (table.span.start, cell.row), True)
    return _Stand(material, tuple(material.entry), False)


def _cell_of(blocks: Sequence[Block], at: int) -> tuple[Table, Cell] | None:
    """The innermost cell that holds the offset."""
    block = _at(blocks, at)
    if not isinstance(block, Table):
        return None
    cell = next((cell for cell in block.cells if cell.span.start <= at < cell.span.end), None)
    return None if cell is None else _cell_of(cell.blocks, at) or (block, cell)


def _at(blocks: Sequence[Block], at: int) -> Block | None:
    """The block that holds the offset; blocks stand in the order of the text."""
    place = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
    return blocks[place] if place >= 0 and at < blocks[place].span.end else None


def _of_group(text: str, group: Sequence[_Stand], gone: frozenset[str]) -> list[Strike]:
    materials = [stand.material for stand in group]
    going = tuple(m.id for m in materials if m.id in gone)
    if not going:
        return []
    if len(going) == len(materials):
        span = materials[0].span if group[0].row else _with_separator(text, materials[0].entry)
        return [Strike(going, span, group[0].row)]
    return _of_words(text, materials, gone)


def _with_separator(text: str, entry: Span) -> Span:
    """An entry within a line takes the mark behind it along, the last one the mark before it."""
    start, end = entry
    line_start = max(text.rfind(mark, 0, start) for mark in "\n\t") + 1
    line_end = min(found if (found := text.find(mark, end)) >= 0 else len(text) for mark in "\n\t")
    if text[end : end + 1] in _ENDS and end < line_end:
        end += 1
    ended = end > start and text[end - 1] in _ENDS
    if ended and text[end:line_end].strip():
        return Span(start, end)
    return Span(_before(text, line_start, start), end)


def _before(text: str, line_start: int, start: int) -> int:
    """Where the mark before ``start`` stands; ``start`` itself where none does."""
    lead = text[line_start:start].rstrip()
    return line_start + len(lead) - 1 if lead and lead[-1] in _ENDS else start


def _of_words(text: str, materials: Sequence[Material], gone: frozenset[str]) -> list[Strike]:
    """Papers of one sentence: those that go in a row of each other are one block, with one separator."""
    found: list[Strike] = []
    at = 0
    while at < len(materials):
        end = at
        while end < len(materials) and materials[end].id in gone and (end == at or _linked(text, materials, end)):
            end += 1
        if end > at:
            span = Span(materials[at].span.start, materials[end - 1].span.end)
            if at > 0 and _linked(text, materials, at):
                span = Span(materials[at - 1].span.end, span.end)
            elif end < len(materials) and _linked(text, materials, end):
                span = Span(span.start, materials[end].span.start)
            found.append(Strike(tuple(m.id for m in materials[at:end]), span))
        at = max(end, at + 1)
    return found


def _linked(text: str, materials: Sequence[Material], index: int) -> bool:
    """Whether nothing but a separator stands between this material and the one before."""
    return bool(_BETWEEN.fullmatch(text[materials[index - 1].span.end : materials[index].span.start]))
