"""Tables of materials: header synonyms, group rows, continued rows, attribute columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.extraction.materials.brackets import ends_in_paper
from assistant.extraction.materials.columns import attributes_of, column_of
from assistant.extraction.materials.entries import Attributes, Entry, Item
from assistant.extraction.materials.heads import plain
from assistant.extraction.materials.lines import lines_of, trimmed
from assistant.extraction.materials.listing import is_note, items_in, scenario_of
from assistant.lexicon.materials import Column, MaterialWords
from assistant.model.document import Cell, Paragraph, Table
from assistant.model.span import Span

Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Which column holds what; ``rows`` are the header rows, counted from the top."""

    columns: Mapping[int, Column]
    rows: int

    def of(self, kind: Column) -> int | None:
        return next((column for column, found in self.columns.items() if found == kind), None)


def head_of(text: str, table: Table, words: MaterialWords) -> Head | None:
    """The header of a table of materials; None where no column of the first three rows is called like one of names."""
    grid = table.grid()
    for index, row in enumerate(grid[:3]):
        columns = _columns(text, row, words)
        if "name" in columns.values() and (len(columns) > 1 or table.columns <= 2):
            head = Head(columns, index + 1)
            return _with_second_row(text, head, row, grid[index + 1], words) if index + 1 < len(grid) else head
    return _guessed(text, grid, words)


def _guessed(text: str, grid: Sequence[Row], words: MaterialWords) -> Head | None:
    """Where no header says which column holds the names (empty cell, no header): the one full of documents."""
    if len(grid) < 2 or not grid[0]:
        return None
    best = max(range(len(grid[0])), key=lambda column: _papers(text, grid, column, words))
    data_first = _papers(text, grid[:1], best, words) > 0
    headed = {} if data_first else _columns(text, grid[0], words)
    body = grid if data_first else grid[1:]
    if best in headed or _papers(text, body, best, words) < 0.6 * max(len(body), 2):
        return None
    return Head({**headed, best: "name"}, 0 if data_first else 1)


def _papers(text: str, rows: Sequence[Row], column: int, words: MaterialWords) -> int:
    """How many rows have a document in ``column``."""
    cells = [row[column] for row in rows]
    return sum(cell is not None and ends_in_paper(cell.span.of(text), words) for cell in cells)


def _with_second_row(text: str, head: Head, above: Row, row: Row, words: MaterialWords) -> Head:
    """份数 over 原件 | 复印件: a header of two rows, whose name cell covers both."""
    name = head.of("name")
    if name is None or row[name] is None or row[name] is not above[name]:
        return head
    below = {column: kind for column, kind in _columns(text, row, words).items() if row[column] is not above[column]}
    return Head({**head.columns, **below}, head.rows + 1)


def _columns(text: str, row: Row, words: MaterialWords) -> dict[int, Column]:
    found: dict[int, Column] = {}
    best_name = 0
    seen: set[int] = set()
    for index, cell in enumerate(row):
        if cell is None or id(cell) in seen:
            continue
        seen.add(id(cell))
        bare = cell.span.of(text)
        kind = column_of(bare, words)
        if kind is None:
            continue
        if kind == "name":
            # 材料类别 | 材料名称: the one that says 名称 wins
            rank = 2 if "名称" in bare else 1
            if rank <= best_name:
                continue
            found = {column: other for column, other in found.items() if other != "name"}
            best_name = rank
        found[index] = kind
    return found


def items_of_table(text: str, table: Table, head: Head, words: MaterialWords, scenario: str | None) -> tuple[Item, ...]:
    """An item for each row; a row that is one wide cell is a group heading."""
    items: list[Item] = []
    name = head.of("name")
    previous: Cell | None = None
    group = scenario
    for row in table.grid()[head.rows :]:
        cells = _distinct(row)
        cell = row[name] if name is not None else None
        if (
            table.columns > 2
            and len({plain(part.span.of(text)) for part in cells}) == 1
            and len(cells) in (1, table.columns)
        ):
            bare = plain(cells[0].span.of(text))
            if is_note(bare, words):
                break
            group = scenario_of(bare, words) or group
            continue
        if cell is None or cell is previous or _is_header(text, row, head, words):
            continue
        previous = cell
        items += _items_of_row(text, row, cell, head, words, group)
    return tuple(items)


def _distinct(row: Row) -> list[Cell]:
    found: list[Cell] = []
    for cell in row:
        if cell is not None and all(cell is not other for other in found):
            found.append(cell)
    return found


def _is_header(text: str, row: Row, head: Head, words: MaterialWords) -> bool:
    again = _columns(text, row, words)
    return "name" in again.values() and again.get(head.of("name") or 0) == "name" and len(again) > 1


def _items_of_row(text: str, row: Row, cell: Cell, head: Head, words: MaterialWords, group: str | None) -> list[Item]:
    if re.fullmatch(r"[无/—\-–\s]*", cell.span.of(text)):
        return []
    cells = _distinct(row)
    span = Span(min(part.span.start for part in cells), max(part.span.end for part in cells))
    attributes = _attributes(text, row, head, words)
    scenario = _row_scenario(text, row, head) or group
    blocks = cell.blocks or (Paragraph(cell.span),)
    lines = list(lines_of(text, blocks))
    if len(lines) <= 1:
        body = lines[0].body if lines else trimmed(text, cell.span)
        return [Item(Entry(span, body, attributes, scenario, row=True))]
    items = items_in(text, lines, words, scenario)
    if not any(line.mark for line in lines):
        whole = trimmed(text, cell.span)
        if not all(ends_in_paper(line.body.of(text), words) for line in lines):
            return [Item(Entry(span, whole, attributes, scenario, row=True))]
    return [_with(item, span, attributes) for item in items]


def _with(item: Item, span: Span, attributes: Attributes) -> Item:
    entry = Entry(span, item.entry.body, attributes, item.entry.scenario, item.entry.strict)
    return Item(entry, tuple(_with(child, span, attributes) for child in item.children), item.loose, item.bullet)


def _row_scenario(text: str, row: Row, head: Head) -> str | None:
    written = _written(text, row, head, "scenario")
    return written if written and len(written) <= 30 else None


def _written(text: str, row: Row, head: Head, kind: Column) -> str:
    column = head.of(kind)
    cell = row[column] if column is not None and column < len(row) else None
    return plain(cell.span.of(text)) if cell is not None else ""


def _attributes(text: str, row: Row, head: Head, words: MaterialWords) -> Attributes:
    cells = {kind: row[column] for column, kind in head.columns.items() if column < len(row)}
    basis = cells.get("basis")
    values = {kind: cell.span.of(text) for kind, cell in cells.items() if cell is not None}
    return attributes_of(values, trimmed(text, basis.span) if basis is not None else None, words)
