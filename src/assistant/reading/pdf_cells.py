"""The text of ruled cells: characters into cells, wrapped lines in a cell rejoined."""

from bisect import bisect_right
from collections.abc import Sequence

from assistant.reading.pdf_boxes import Box
from assistant.reading.pdf_lines import Row, begins_item, could_fit, rows_of
from assistant.reading.pdf_page import Fragment, lines_of
from assistant.reading.pdf_rules import Grid, GridCell

# A cell's paragraphs, each of lines that belong together.
Paragraphs = list[list[Fragment]]


def fill(grid: Grid, glyphs: Sequence[Fragment]) -> tuple[list[tuple[GridCell, Paragraphs]], list[Fragment]]:
    """Every cell with its paragraphs, and the characters that stand outside of the table."""
    inside: dict[int, list[Fragment]] = {}
    outside: list[Fragment] = []
    order = sorted(range(len(grid.cells)), key=lambda n: grid.cells[n].box[0])
    starts = [grid.cells[n].box[0] for n in order]
    number: int | None = None
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if number is None or not _holds(grid.cells[number].box, x, y):  # mostly it is the cell of the last one
            number = _cell_at(grid, order, starts, x, y) if _holds(grid.box, x, y) else None
        if number is None:
            outside.append(glyph)
        else:
            inside.setdefault(number, []).append(glyph)
    return [(cell, _paragraphs(inside.get(n, []), cell)) for n, cell in enumerate(grid.cells)], outside


def _cell_at(grid: Grid, order: list[int], starts: list[float], x: float, y: float) -> int | None:
    for position in range(bisect_right(starts, x) - 1, -1, -1):
        if _holds(grid.cells[order[position]].box, x, y):
            return order[position]
    return None


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _paragraphs(glyphs: list[Fragment], cell: GridCell) -> Paragraphs:
    if not glyphs:
        return []
    rows = rows_of(lines_of(glyphs))
    right = max([cell.box[2] - 5.4, *(row.x1 for row in rows)])  # Word's own cell margin is 5.4 points
    found: Paragraphs = []
    before: Row | None = None
    said = ""
    for row in rows:
        goes_on = before is not None and _goes_on(before, row, right, cell.box[2] - cell.box[0], said)
        line = row.parts[0] if len(row.parts) == 1 else _spread(row)
        if goes_on:
            found[-1].append(line)
            said += line.text
        else:
            found.append([line])
            said = line.text
        before = row
    return found


def _goes_on(before: Row, row: Row, right: float, width: float, said: str) -> bool:
    # A narrow centred cell leaves a last character alone on its line: 郓城县公|安|局
    alone = len(row.text) == 1 and "\u4e00" <= row.text <= "\u9fff" and "\u4e00" <= before.text[-1] <= "\u9fff"
    return (alone and width < 6 * row.size) or (not could_fit(before, row, right) and not begins_item(row, said))


def _spread(row: Row) -> Fragment:
    """Words set apart inside a cell ("姓  名") are one line."""
    top, bottom = min(p.top for p in row.parts), max(p.bottom for p in row.parts)
    return Fragment(row.text, row.x0, top, row.x1, bottom)
