"""Tables of a PDF as values: from ruled cells, from aligned words, and joined over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.reading.layout import typed_number
from assistant.reading.pdf_cells import Paragraphs
from assistant.reading.pdf_lines import Row
from assistant.reading.pdf_page import Fragment
from assistant.reading.pdf_rules import Grid, GridCell

# between the words of two cells stand the margins of both, and less than a sign
_NEAR = 2.6
_SENTENCE_END = frozenset("。；！？;")


@dataclass(slots=True)
class PdfCell:
    """``paragraphs`` are lists of (page counted from 1, line)."""

    row: int
    column: int
    row_span: int
    column_span: int
    paragraphs: list[list[tuple[int, Fragment]]]

    @property
    def text(self) -> str:
        return "".join(line.text for paragraph in self.paragraphs for _, line in paragraph)


@dataclass(slots=True)
class PdfTable:
    page: int
    top: float
    columns: tuple[float, ...]
    rows: int
    cells: list[PdfCell] = field(default_factory=list)


def ruled(grid: Grid, filled: Sequence[tuple[GridCell, Paragraphs]], page: int) -> PdfTable:
    cells = [
        PdfCell(c.row, c.column, c.row_span, c.column_span, [[(page, line) for line in lines] for lines in paragraphs])
        for c, paragraphs in filled
    ]
    return PdfTable(page, grid.box[1], grid.columns, grid.rows, cells)


def aligned(rows: Sequence[Row], stops: Sequence[tuple[float, float]], page: int) -> PdfTable:
    """Words set in columns without lines. A row with nothing in its first column continues the one above, and so does

    one that only carries on cells whose lines above were full.
    """
    table = PdfTable(page, rows[0].top, tuple(start for start, _ in stops), 0)
    for row in rows:
        places = [_column(part, stops) for part in row.parts]
        if table.rows == 0 or (0 in places and not _carries_on(table, row.parts, places, stops)):
            table.rows += 1
            table.cells += [PdfCell(table.rows - 1, column, 1, 1, []) for column in range(len(stops))]
        for part, column in zip(row.parts, places, strict=True):
            cell = table.cells[(table.rows - 1) * len(stops) + column]
            if cell.paragraphs and not typed_number(part.text):
                cell.paragraphs[-1].append((page, part))
            else:
                cell.paragraphs.append([(page, part)])
    return table


def _carries_on(
    table: PdfTable, parts: Sequence[Fragment], places: Sequence[int], stops: Sequence[tuple[float, float]]
) -> bool:
    """作日） | | 作日） | below 法定时限（工 | 20 | 承诺时限（工 | 7, whose lines end where their columns do."""
    if len(parts) == len(stops) or len(stops) < 2 or typed_number(parts[0].text):
        return False
    above = table.cells[-len(stops) :]
    lasts = [above[column].paragraphs[-1][-1][1] if above[column].paragraphs else None for column in places]
    full = all(last is not None and _is_full(last, column, stops) for last, column in zip(lasts, places, strict=True))
    return full and sum(1 for cell in above if cell.paragraphs) > len(parts)


def _is_full(line: Fragment, column: int, stops: Sequence[tuple[float, float]]) -> bool:
    """Whether a cell's line had to end there: as long as any in its column, and the next column is near."""
    near = column + 1 == len(stops) or line.x1 > stops[column + 1][0] - _NEAR * line.size
    return near and line.x1 > stops[column][1] - line.size and line.text[-1] not in _SENTENCE_END


def _column(part: Fragment, stops: Sequence[tuple[float, float]]) -> int:
    middle = (part.x0 + part.x1) / 2
    return min(range(len(stops)), key=lambda n: max(stops[n][0] - middle, middle - stops[n][1], 0.0))


def continues(before: PdfTable, after: PdfTable) -> bool:
    """Whether ``after`` stands on a later page and has the columns of ``before``."""
    return (
        after.page > before.page
        and len(before.columns) == len(after.columns)
        and all(abs(a - b) < 6 for a, b in zip(before.columns, after.columns, strict=True))
    )


def join(before: PdfTable, after: PdfTable) -> None:
    """Append ``after`` to ``before``: without a repeated head, and with a row that the page break cut put together."""
    head = _repeated_head(before, after)
    cells = [cell for cell in after.cells if cell.row >= head]
    if cells and _is_cut(before, [cell for cell in cells if cell.row == head]):
        for cell in cells:
            if cell.row == head:
                _append(before, cell)
        cells = [cell for cell in cells if cell.row > head]
        head += 1
    for cell in cells:
        cell.row += before.rows - head
    before.cells += cells
    before.rows += after.rows - head
    before.page = after.page


def _rows(table: PdfTable) -> list[list[PdfCell]]:
    rows: list[list[PdfCell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    return rows


def _repeated_head(before: PdfTable, after: PdfTable) -> int:
    """How many rows at the top of both tables say the same."""
    count = 0
    for mine, theirs in zip(_rows(before)[:4], _rows(after)[:4], strict=False):
        if [c.text for c in mine] != [c.text for c in theirs] or not any(c.text for c in mine):
            break
        count += 1
    return count


def _is_cut(before: PdfTable, first: list[PdfCell]) -> bool:
    """The first row after a page break only goes on: nothing in its first column, words only below words."""
    above = {c.column: c for c in before.cells if c.row + c.row_span == before.rows}
    said = [cell for cell in first if cell.text]
    if not said or any(cell.column == 0 for cell in said) or not first or min(c.column for c in first) > 0:
        return False
    if not all(cell.column in above and above[cell.column].text for cell in said):
        return False
    unfinished = any(above[cell.column].text[-1] not in _SENTENCE_END for cell in said)
    return unfinished and sum(1 for c in above.values() if c.text) > len(said)


def _append(before: PdfTable, cell: PdfCell) -> None:
    above = next((c for c in before.cells if c.row + c.row_span == before.rows and c.column == cell.column), None)
    if above is None or not cell.paragraphs:
        return
    paragraphs = cell.paragraphs
    if above.paragraphs and above.text[-1] not in _SENTENCE_END and not typed_number(paragraphs[0][0][1].text):
        above.paragraphs[-1] += paragraphs[0]
        paragraphs = paragraphs[1:]
    above.paragraphs += paragraphs
