"""Numbers that people typed (序号 3, "3."): when what stands between them goes, the rest counts on without a gap.

Only whole rows and lines that go count; only numbers that rise by one belong together. Where the text speaks of its
own numbers (材料3, 第3项) nothing is renumbered: the other place would be wrong then.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.export.marked.passages import Strike
from assistant.model.document import Block, Document, Paragraph, Table
from assistant.model.span import Span

# "3." "3、" at the head of a line; not "3.5万元"
_TYPED = re.compile(r"(\d{1,2})(?:[、．]|\.(?!\d))")
_CELL = re.compile(r"\d{1,3}")
# 材料3, 第3项, 序号 3, 上述3、4
_SPOKEN_OF = re.compile(r"(?:材料|序号|上述|见)[ 　]?[(（]?\d{1,2}(?![\d份套种张个])|第 ?\d{1,2} ?[项点]")

# A number with its value, and whether its row or line goes.
_Number = tuple[Span, int, bool]


def new_numbers(document: Document, strikes: Sequence[Strike]) -> list[tuple[Span, str]]:
    """The places of numbers that change, with what they become."""
    if not strikes or _SPOKEN_OF.search(document.text):
        return []
    found: list[tuple[Span, str]] = []
    for numbers in _lists(
        document.blocks, document.text, [strike.span for strike in strikes if not strike.row], strikes
    ):
        for run in _runs(numbers):
            found += _recounted(run)
    return found


def _lists(
    blocks: Sequence[Block], text: str, lines: Sequence[Span], strikes: Sequence[Strike]
) -> Iterator[list[_Number]]:
    """The numbers of the lines of one text or cell, or of the first column of one table."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    yield [
        (Span(p.span.start, p.span.start + len(typed[1])), int(typed[1]), any(line.contains(p.span) for line in lines))
        for p in paragraphs
        if (typed := _TYPED.match(text, p.span.start, p.span.end))
    ]
    for table in (block for block in blocks if isinstance(block, Table)):
        gone = _rows_gone(table, strikes)
        firsts = (cell for cell in table.cells if cell.column == 0 and cell.row_span == 1)
        yield [(c.span, int(c.span.of(text)), c.row in gone) for c in firsts if _CELL.fullmatch(c.span.of(text))]
        for cell in table.cells:
            yield from _lists(cell.blocks, text, lines, strikes)


def _rows_gone(table: Table, strikes: Sequence[Strike]) -> set[int]:
    starts = [strike.span.start for strike in strikes if strike.row and table.span.contains(strike.span)]
    cells = [cell for cell in table.cells if any(cell.span.start <= start < cell.span.end for start in starts)]
    return {row for cell in cells for row in range(cell.row, cell.row + cell.row_span)}


def _runs(numbers: Iterable[_Number]) -> list[list[_Number]]:
    found: list[list[_Number]] = []
    for number in numbers:
        if found and number[1] == found[-1][-1][1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _recounted(run: Sequence[_Number]) -> Iterator[tuple[Span, str]]:
    value = run[0][1]
    for span, old, gone in run:
        if not gone:
            if old != value:
                yield span, str(value)
            value += 1
