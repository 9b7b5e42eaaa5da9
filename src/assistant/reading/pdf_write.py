"""Lines and tables of all pages to the reading text: wrapped lines and tables continued over pages rejoined."""

from collections.abc import Iterator, Sequence

from assistant.model.document import Block
from assistant.model.place import PdfPlace, Segment
from assistant.reading.layout import Layout, Piece, TableWriter
from assistant.reading.limits import Limits
from assistant.reading.pdf_flow import Item, Line
from assistant.reading.pdf_lines import Row, wrapped
from assistant.reading.pdf_page import Fragment
from assistant.reading.pdf_table import PdfTable, continues, join

# Lines of one paragraph, with their pages.
Lines = list[tuple[int, Fragment]]


def write(items: Sequence[Item], name: str, limits: Limits) -> tuple[str, tuple[Block, ...], tuple[Segment, ...]]:
    layout = Layout(_place, limits, name, None)
    blocks: list[Block] = []
    for item in _paragraphs(_joined(items)):
        block = _table(item, layout) if isinstance(item, PdfTable) else layout.line(_pieces(item))
        if block:
            blocks.append(block)
    return layout.text(), tuple(blocks), layout.segments()


def _place(page: int, x0: float, top: float, x1: float, bottom: float) -> PdfPlace:
    return PdfPlace(page, (round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))


def _joined(items: Sequence[Item]) -> list[Item]:
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, PdfTable) and isinstance(last, PdfTable) and continues(last, item):
            join(last, item)
        else:
            found.append(item)
    return found


def _paragraphs(items: Sequence[Item]) -> Iterator[Lines | PdfTable]:
    lines: list[Line] = []
    for item in items:
        if isinstance(item, PdfTable):
            if lines:
                yield _lines(lines)
            lines = []
            yield item
        elif lines and _goes_on(lines, item):
            lines.append(item)
        else:
            if lines:
                yield _lines(lines)
            lines = [item]
    if lines:
        yield _lines(lines)


def _goes_on(lines: list[Line], item: Line) -> bool:
    last = lines[-1]
    before, after = last.row, item.row
    if item.page != last.page or item.row.top < last.row.top:  # the next page or column: as if it stood right below
        after = _below(before, after, lines[0], item)
    said = "".join(line.row.text for line in lines)
    return wrapped(before, after, last.right, lines[0].row, last.indent, said)


def _below(before: Row, after: Row, first: Line, item: Line) -> Row:
    shift = before.bottom - after.top
    aside = before.x0 - after.x0 if item.right - first.right > 50 else 0.0
    parts = (Fragment(p.text, p.x0 + aside, p.top + shift, p.x1 + aside, p.bottom + shift) for p in after.parts)
    return Row(tuple(parts))


def _lines(lines: list[Line]) -> Lines:
    return [(line.page, part) for line in lines for part in line.row.parts]


def _pieces(lines: Lines) -> list[Piece]:
    """Chinese lines follow each other without a blank; Latin words and words set apart get one."""
    pieces: list[Piece] = []
    before: Fragment | None = None
    for page, line in lines:
        if before is not None and _needs_blank(before, line):
            pieces.append((" ", None))
        pieces.append((line.text, (page, line.x0, line.top, line.x1, line.bottom)))
        before = line
    return pieces


def _needs_blank(before: Fragment, after: Fragment) -> bool:
    apart = abs(before.top - after.top) < 0.5 * before.size and after.x0 > before.x1
    left, right = before.text[-1], after.text[0]
    return apart or (left.isascii() and right.isascii() and left.isalnum() and right.isalnum() and left.isalpha())


def _table(table: PdfTable, layout: Layout) -> Block | None:
    writer = TableWriter(layout)
    rows: list[list[int]] = [[] for _ in range(table.rows)]
    for index, cell in enumerate(table.cells):
        rows[cell.row].append(index)
    for row in rows:
        writer.open_row()
        for index in sorted(row, key=lambda n: table.cells[n].column):
            cell = table.cells[index]
            writer.open_cell()
            blocks = [layout.line(_pieces(paragraph)) for paragraph in cell.paragraphs]
            kept = [block for block in blocks if block]
            writer.close_cell(cell.column, min(cell.row_span, table.rows - cell.row), cell.column_span, kept)
    return writer.close()
