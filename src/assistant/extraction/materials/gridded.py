"""Tables of which a page has left the cells, each on a line: 序号, 材料名称, 份数, 1, 申请表, 2, 2, …"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.extraction.materials.columns import column_of
from assistant.extraction.materials.heads import plain
from assistant.lexicon.materials import MaterialWords
from assistant.model.document import Block, Cell, Paragraph, Table
from assistant.model.span import Span

_MOST_COLUMNS = 14
_MAX_HEADER = 14


def with_gridded_tables(text: str, blocks: Iterable[Block], words: MaterialWords) -> Iterator[Block]:
    """``blocks``, with the cells between a header that begins with 序号 and the end of its rows made one table."""
    rest = list(blocks)
    at = 0
    while at < len(rest):
        header = _header(text, rest[at:], words)
        rows = list(_rows(text, rest[at + len(header) :], len(header))) if header else []
        if not header or not rows:
            yield rest[at]
            at += 1
            continue
        yield _table(text, [header, *rows], words)
        at += len(header) + sum(len(row) for row in rows)


def _header(text: str, blocks: Sequence[Block], words: MaterialWords) -> list[Paragraph]:
    """The names of the columns at the beginning of ``blocks``, up to the number 1; [] if there are none."""
    header: list[Paragraph] = []
    for block in blocks[: _MOST_COLUMNS + 1]:
        if not isinstance(block, Paragraph):
            return []
        written = plain(block.span.of(text))
        if written == "1":
            named = any(column_of(cell.span.of(text), words) == "name" for cell in header)
            return header if named and len(header) > 1 else []
        if len(written) > _MAX_HEADER or (not header and column_of(written, words) != "number"):
            return []
        header.append(block)
    return []


def _rows(text: str, blocks: Sequence[Block], width: int) -> Iterator[list[Paragraph]]:
    """The rows, each from its number to the next one; blank cells are missing in them."""
    number, at = 1, 0
    while at < len(blocks) and plain(blocks[at].span.of(text)) == str(number):
        end = _next(text, blocks, at, width, number + 1)
        row = [block for block in blocks[at:end] if isinstance(block, Paragraph)]
        if len(row) < end - at or len(row) < 2:
            return
        yield row
        number, at = number + 1, end


def _next(text: str, blocks: Sequence[Block], at: int, width: int, number: int) -> int:
    """Where the row that begins at ``at`` ends: a full row before the next number, else the first such number."""
    if at + width == len(blocks):
        return len(blocks)
    near = range(at + 2, min(at + width, len(blocks) - 1) + 1)
    starts = [index for index in near if plain(blocks[index].span.of(text)) == str(number)]
    return at + width if at + width in starts else starts[0] if starts else min(at + width, len(blocks))


def _table(text: str, rows: Sequence[Sequence[Paragraph]], words: MaterialWords) -> Table:
    """The table; of a row with blanks only the number and the name stand where they belong for sure."""
    width = len(rows[0])
    name = next(index for index, cell in enumerate(rows[0]) if column_of(cell.span.of(text), words) == "name")
    cells = [
        Cell(cell.span, index, column, blocks=(cell,))
        for index, row in enumerate(rows)
        for column, cell in enumerate(row)
        if len(row) == width or column in (0, name)
    ]
    last = rows[-1][-1]
    return Table(Span(rows[0][0].span.start, last.span.end), len(rows), width, tuple(cells))
