"""Rows of a table that was pasted into plain text: cells parted by tabs."""

from collections.abc import Iterable, Iterator

from assistant.model.document import Block, Cell, Paragraph, Table
from assistant.model.span import Span


def with_tabbed_tables(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks``, with each run of two or more lines that hold tabs made one table."""
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and "\t" in block.span.of(text).strip():
            run.append(block)
            continue
        yield from _table_or_lines(text, run)
        run = []
        yield block
    yield from _table_or_lines(text, run)


def _table_or_lines(text: str, run: list[Paragraph]) -> Iterator[Block]:
    if len(run) < 2:
        yield from run
        return
    cells = tuple(cell for row, line in enumerate(run) for cell in _cells(text, line.span, row))
    columns = max(cell.column for cell in cells) + 1
    yield Table(Span(run[0].span.start, run[-1].span.end), len(run), columns, cells)


def _cells(text: str, span: Span, row: int) -> Iterator[Cell]:
    start = span.start
    for column, words in enumerate(span.of(text).split("\t")):
        part = Span(start, start + len(words))
        yield Cell(part, row, column, blocks=(Paragraph(part),) if words.strip() else ())
        start += len(words) + 1
