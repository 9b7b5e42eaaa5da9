"""What a table is: keys and values, a form to fill in, or rows that belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.lexicon.sections import Sections
from assistant.model.document import Block, Cell, Table
from assistant.text.tables import Row, cell_blocks, cut_table, is_list, plain, rows_of

_PUNCTUATION = re.compile(r"[，。；！？《》]")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A key of the table and the blocks of its value."""

    key: Cell
    elements: tuple[str, ...]
    blocks: tuple[Block, ...]


def key_value_rows(text: str, table: Table, sections: Sections) -> list[Keyed | tuple[Block, ...]] | None:
    """The table as keys with values and blocks without key; None if it is no such table."""
    if is_list(text, table):
        return None
    rows = rows_of(table)
    if table.columns == 1:
        return [tuple(block for cell in table.cells for block in cell_blocks(cell))]
    if _is_header_and_values(text, rows, sections):
        return list(_columns(text, rows, sections))
    keys = sum(_key_at(text, row, sections) is not None for row in rows)
    if keys >= 2 or (keys == 1 and len(rows) <= 2):
        return list(_rows(text, rows, sections))
    return None


def _is_header_and_values(text: str, rows: Sequence[Row], sections: Sections) -> bool:
    """事项类型 | 办件类型 | 实施主体 over their values."""
    if len(rows) != 2 or len(rows[0]) < 2 or len(rows[0]) != len(rows[1]):
        return False
    keys = [bool(sections.elements_of(plain(text, cell))) for cell in rows[0]]
    values = [bool(sections.elements_of(plain(text, cell))) for cell in rows[1]]
    return sum(keys) * 2 > len(keys) and sum(keys) >= 2 and not any(values)


def _columns(text: str, rows: Sequence[Row], sections: Sections) -> Iterator[Keyed]:
    for key, value in zip(rows[0], rows[1], strict=True):
        yield Keyed(key, sections.elements_of(plain(text, key)) or ("other",), cell_blocks(value))


def _key_at(text: str, row: Row, sections: Sections) -> int | None:
    """Where the row's first key stands: in front, or behind a number or a group's name; None without key and value."""
    for index, cell in enumerate(row[:-1][:3]):
        if sections.elements_of(plain(text, cell)):
            return index
        if len(plain(text, cell)) > 12:
            break
    return None


def _rows(text: str, rows: Sequence[Row], sections: Sections) -> Iterator[Keyed | tuple[Block, ...]]:
    at = 0
    while at < len(rows):
        key = _key_at(text, rows[at], sections)
        if key is None:
            end = at + 1
            while (
                end < len(rows)
                and _key_at(text, rows[end], sections) is None
                and len(rows[end]) > 1
                and len(rows[at]) > 1
            ):
                end += 1
            yield _region(text, rows[at:end], rows[at][:0])
        else:
            cell = rows[at][key]
            end = max(at + 1, min(len(rows), cell.row + cell.row_span))
            if end == at + 1:
                yield from _pairs(text, rows[at][key:], sections)
            else:
                yield Keyed(
                    cell,
                    sections.elements_of(plain(text, cell)),
                    _region(text, rows[at:end], rows[at][: key + 1]),
                )
        at = end


def _pairs(text: str, row: Row, sections: Sections) -> Iterator[Keyed]:
    """法定时限 | 30日 | 承诺时限 | 9日; a key is followed by everything up to the next key."""
    at = 0
    while at < len(row):
        end = at + 2
        while end < len(row) and not (
            _short(text, row[end]) and sections.elements_of(plain(text, row[end])) and end + 1 < len(row)
        ):
            end += 1
        elements = sections.elements_of(plain(text, row[at])) or ("other",)
        yield Keyed(row[at], elements, _region(text, [row[at + 1 : end]], ()))
        at = end


def _short(text: str, cell: Cell) -> bool:
    words = plain(text, cell)
    return 0 < len(words) <= 14 and not _PUNCTUATION.search(words)


def _region(text: str, rows: Sequence[Row], without: Row) -> tuple[Block, ...]:
    """What stands in ``rows`` besides the cells ``without``: a cell's blocks, or the rows as a table of their own."""
    ids = {id(cell) for cell in without}
    kept = list({id(cell): cell for row in rows for cell in row if id(cell) not in ids}.values())
    filled = [cell for cell in kept if cell.span.of(text).strip()]
    if len(filled) <= 1 or len({cell.column for cell in filled}) == 1:
        return tuple(block for cell in filled for block in cell_blocks(cell))
    return (cut_table(kept),)
