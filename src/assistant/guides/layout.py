"""What a table is: keys and values, a form to fill in, or rows that belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.lexicon.sections import Sections
from assistant.model.document import Block, Cell, Table
from assistant.text.tables import Row, cell_blocks, cut_table, is_list, plain, rows_of

# so many keys we know make the other short first cells keys too
_MANY = 3
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
    """Keyed rows one by one; other rows together. Below a heading over the whole width stands a list, not a key."""
    keys = _without_groups(text, rows, [_key_at(text, row, sections) for row in rows], sections)
    many = sum(key is not None for key in keys) >= _MANY
    at, below_heading = 0, False
    while at < len(rows):
        key = keys[at]
        if key is None and many and not below_heading and _looks_keyed(text, rows[at]):
            key = 0
        if key is not None:
            end, below_heading = max(at + 1, min(len(rows), rows[at][key].row + rows[at][key].row_span)), False
            yield from _keyed_rows(text, rows[at:end], key, sections)
        else:
            end = _end_of_list(text, rows, keys, at, many and not below_heading)
            below_heading = below_heading or _is_heading(text, rows[at], sections)
            yield _region(text, rows[at:end], ())
        at = end


def _without_groups(text: str, rows: Sequence[Row], keys: Sequence[int | None], sections: Sections) -> list[int | None]:
    """基本信息 merged over rows that have keys of their own only groups them: the keys stand behind it."""
    result = list(keys)
    for at, row in enumerate(rows):
        key = result[at]
        cell = row[key] if key is not None else row[0]
        below = rows[at : at + cell.row_span]
        inner = row.index(cell) + 1
        if cell.row_span > 1 and cell.row == row[-1].row and _all_keyed(text, below, inner, sections):
            result[at : at + len(below)] = [inner] * len(below)
    return result


def _all_keyed(text: str, rows: Sequence[Row], at: int, sections: Sections) -> bool:
    found = [sections.elements_of(plain(text, row[at])) if at + 1 < len(row) else () for row in rows]
    return len(rows) > 1 and all(found) and len(set(found)) == len(found)


def _end_of_list(text: str, rows: Sequence[Row], keys: Sequence[int | None], at: int, keyed: bool) -> int:
    end = at + 1
    while end < len(rows) and keys[end] is None and len(rows[end]) > 1 and len(rows[at]) > 1:
        if keyed and _looks_keyed(text, rows[end]):
            break
        end += 1
    return end


def _is_heading(text: str, row: Row, sections: Sections) -> bool:
    return len(row) == 1 and bool(sections.elements_of(plain(text, row[0])))


def _looks_keyed(text: str, row: Row) -> bool:
    """面向自然人事项主题分类 | 其他: a key we do not know, among many we know."""
    return len(row) == 2 and row[0].column == 0 and _short(text, row[0])


def _keyed_rows(text: str, rows: Sequence[Row], key: int, sections: Sections) -> Iterator[Keyed]:
    """One row of keys and values, or the rows beside a key merged over them."""
    cell = rows[0][key]
    if len(rows) == 1:
        yield from _pairs(text, rows[0][key:], sections)
        return
    elements = sections.elements_of(plain(text, cell)) or ("other",)
    yield Keyed(cell, elements, _region(text, rows, rows[0][: key + 1]))


def _pairs(text: str, row: Row, sections: Sections) -> Iterator[Keyed]:
    """法定时限 | 30日 | 承诺时限 | 9日; a key is followed by everything up to the next key."""
    at = 0
    while at < len(row):
        end = at + 2
        while end < len(row) and not _is_next_key(text, row, end, sections):
            end += 1
        elements = sections.elements_of(plain(text, row[at])) or ("other",)
        yield Keyed(row[at], elements, _region(text, [row[at + 1 : end]], ()))
        at = end


def _is_next_key(text: str, row: Row, at: int, sections: Sections) -> bool:
    """A known key with a value behind it, or the third of four cells, where keys and values take turns."""
    if at + 1 >= len(row) or not _short(text, row[at]):
        return False
    return bool(sections.elements_of(plain(text, row[at]))) or (len(row) == 4 and at == 2)


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
