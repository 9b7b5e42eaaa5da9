"""Catalogues: tables in which a row is a guide (事项名称 | 设定依据 | …), some with a whole guide in one cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.guides.build import build
from assistant.guides.titles import item_name, tidy
from assistant.guides.units import units
from assistant.lexicon.sections import Sections
from assistant.model.document import Cell, Table
from assistant.model.outline import Outline, Section
from assistant.model.span import Span
from assistant.text.tables import Row, cell_blocks, cut_table, rows_of

_HEADER_WITHIN = 6
_LONG = 24
_MAX_NAME = 160
# what a catalogue must have beside the item's name
_WANTED = frozenset({"basis", "materials", "conditions", "process", "content"})
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|[\s　*：:]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a catalogue: ``data`` is its first row of data; ``header`` the cells that name the columns."""

    data: int
    items: tuple[int, ...]
    number: int | None
    elements: dict[int, str]
    names: dict[int, str]
    header: tuple[Cell, ...]
    materials: int | None
    width: int


def columns(text: str, table: Table, sections: Sections) -> Columns | None:
    """The columns of ``table`` if it is a catalogue, else None."""
    grid = table.grid()
    for at, row in enumerate(grid[:_HEADER_WITHIN]):
        names = [_name(text, cell) for cell in row]
        if not any(name in sections.item_columns for name in names) or max(map(len, names)) > _LONG:
            continue
        end = _header_end(text, grid, at)
        found = _columns(text, grid[at:end], end, sections)
        if found and found.items and _WANTED & set(found.elements.values()) and end < len(grid):
            return None if _has_keys(text, grid[end:], sections) else found
    return None


def _name(text: str, cell: Cell | None) -> str:
    return _BRACKETS.sub("", cell.span.of(text)) if cell else ""


def _header_end(text: str, grid: Sequence[Sequence[Cell | None]], at: int) -> int:
    """One row, or two where a merged cell says so or the second row only names parts of the first one's columns."""
    tall = max((cell.row_span for cell in grid[at] if cell), default=1)
    if tall > 1:
        return min(len(grid), at + min(tall, 3))
    following = grid[at + 1] if at + 1 < len(grid) else ()
    names = [_name(text, cell) for cell in following]
    wide = any(cell and 1 < cell.column_span < len(grid[at]) for cell in grid[at])
    blank = bool(names) and not names[0] and max(map(len, names)) <= 8
    return at + 2 if wide or blank else at + 1


def _columns(text: str, header: Sequence[Sequence[Cell | None]], end: int, sections: Sections) -> Columns:
    items: list[int] = []
    number, materials = None, None
    elements: dict[int, str] = {}
    names: dict[int, str] = {}
    for column in range(len(header[0])):
        for row in header:
            name = _name(text, row[column])
            if name in sections.number_columns:
                number = column if number is None else number
            elif name in sections.item_columns:
                items = [*items, column] if column not in items else items
            elif name and (element := _element(name, sections)):
                elements[column], names[column] = element, name
                materials = column if name in sections.material_columns else materials
    if number is not None and items and number > items[0]:  # it counts an item's materials
        number = None
    cells = tuple({id(cell): cell for row in header for cell in row if cell}.values())
    return Columns(end, tuple(items), number, elements, names, cells, materials, len(header[0]))


def _element(name: str, sections: Sections) -> str | None:
    if name in sections.content_columns:
        return "content"
    if name in sections.material_columns:
        return "materials"
    found = sections.elements_of(name)
    return found[0] if found else None


def _has_keys(text: str, rows: Sequence[Sequence[Cell | None]], sections: Sections) -> bool:
    """Are there headings in the first column below? Then the table is one guide of keys and values."""
    return sum(bool(sections.elements_of(_name(text, row[0]))) for row in rows[:12]) >= 2


def catalogue_rows(text: str, table: Table, head: Columns, sections: Sections) -> Iterator[Outline]:
    """A guide for each item of the catalogue; rows of one item belong together.

    A guide's span is that of its own rows; a section whose cell is merged with rows above stands before it.
    """
    titles = {_name(text, cell) for cell in head.header}
    for index, (item, rows) in enumerate(_items(text, table, head, titles), 1):
        name, _ = item_name(tidy(item.span.of(text)), sections)
        found = sorted(_sections(text, head, rows, sections), key=lambda section: section.span)
        if name and found:
            own = [item.span, *(cell.span for row in rows for cell in row if cell.row_span == 1)]
            span = Span(min(part.start for part in own), max(part.end for part in own))
            yield Outline("", span, item.span, name, _marker(text, rows[0], head) or str(index), tuple(found))


def _items(text: str, table: Table, head: Columns, titles: set[str]) -> Iterator[tuple[Cell, list[Row]]]:
    """Each item's cell with its rows; a row without item, or with the cell merged from above, goes on with the last."""
    grid = table.grid()
    last: Cell | None = None
    number = ""
    rows: list[Row] = []
    for index, row in enumerate(rows_of(table)):
        if index < head.data or len(row) < 2 or _is_header(text, row, titles):
            continue
        item = _item(text, grid[index], head)
        again = _name(text, grid[index][head.number]) if head.number is not None else ""
        if item is None or item is last or (last is not None and _same(text, item, last) and again in ("", number)):
            rows.append(row)
            continue
        if last is not None:
            yield last, rows
        last, number, rows = item, again, [row]
    if last is not None:
        yield last, rows


def _is_header(text: str, row: Row, titles: set[str]) -> bool:
    """The header again, at the top of a new page."""
    return all(_name(text, cell) in titles for cell in row)


def _item(text: str, row: Sequence[Cell | None], head: Columns) -> Cell | None:
    """The most special item name in the row: 二级事项 before 一级事项."""
    for column in reversed(head.items):
        cell = row[column]
        if cell is not None and 2 <= len(_name(text, cell)) <= _MAX_NAME:
            return cell
    return None


def _same(text: str, one: Cell, other: Cell) -> bool:
    return one is other or _name(text, one) == _name(text, other)


def _marker(text: str, row: Row, head: Columns) -> str:
    number = next((cell for cell in row if cell.column == head.number), None)
    return _name(text, number) if number else ""


def _sections(text: str, head: Columns, rows: Sequence[Row], sections: Sections) -> Iterator[Section]:
    listed = head.materials is not None and (len(rows) > 1 or head.names[head.materials].endswith("名称"))
    for column, element in sorted(head.elements.items()):
        cells = list({id(cell): cell for row in rows for cell in row if cell.column == column}.values())
        filled = [cell for cell in cells if cell.span.of(text).strip()]
        if not filled:
            continue
        if listed and column == head.materials:
            yield _material_rows(head, rows)
            continue
        if listed and (len(cells) > 1 or element == "other"):  # a row a material: the column is the materials'
            continue
        blocks = tuple(block for cell in filled for block in cell_blocks(cell))
        inside = build(text, list(units(text, blocks, sections)), sections)
        if len({section.element for section in inside}) >= 2:
            yield from inside
        elif element != "content":
            span = Span(filled[0].span.start, filled[-1].span.end)
            yield Section(element, head.names[column], span, span, blocks)


def _material_rows(head: Columns, rows: Sequence[Row]) -> Section:
    """An item with a row for each material: its rows as a table under the catalogue's header."""
    cells = [cell for row in rows for cell in row if cell.column not in (*head.items, head.number)]
    own = list({id(cell): cell for cell in cells}.values())
    span = Span(min(cell.span.start for cell in own), max(cell.span.end for cell in own))
    header = [cell for cell in head.header if cell.column not in (*head.items, head.number)]
    return Section("materials", head.names[head.materials or 0], span, span, (cut_table(header + own),))
