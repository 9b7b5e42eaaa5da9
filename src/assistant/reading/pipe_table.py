"""Tables drawn with bars, as in Markdown: ``| 序号 | 材料名称 |``."""

import re

from assistant.model.document import Cell, Paragraph, Table
from assistant.model.span import Span
from assistant.reading.layout import typed_number

# |---|:---:|
_RULE = re.compile(r"\|?[\s:|+-]*-[\s:|+-]*\|?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_rule(line: str) -> bool:
    return bool(_RULE.fullmatch(line)) and ("|" in line or "+" in line)


def is_table_row(line: str) -> bool:
    """A line with a bar at both ends, or one that has at least two bars inside, or the rule below a head."""
    if is_rule(line):
        return True
    bars = line.count("|") - line.count("\\|")
    return bars >= 2 if line.startswith("|") else bars >= 1 and " | " in line


def pipe_table(text: str, rows: list[Span]) -> Table:
    """``rows`` are whole lines of ``text``; rules between them are no rows of the table."""
    lines = [row for row in rows if not is_rule(row.of(text))]
    cells = [cell for index, line in enumerate(lines) for cell in _cells(text, line, index)]
    columns = max(cell.column for cell in cells) + 1
    return Table(Span(rows[0].start, rows[-1].end), len(lines), columns, tuple(cells))


def _cells(text: str, line: Span, row: int) -> list[Cell]:
    start = line.start + (1 if text[line.start] == "|" else 0)
    end = line.end - (1 if text[line.end - 1] == "|" and line.end - 1 >= start else 0)
    cells: list[Cell] = []
    at = start
    for position in range(start, end + 1):
        if position == end or (text[position] == "|" and text[position - 1] != "\\"):
            cells.append(_cell(text, at, position, row, len(cells)))
            at = position + 1
    return cells


def _cell(text: str, start: int, end: int, row: int, column: int) -> Cell:
    span = _strip(text, start, end)
    blocks, at = [], span.start
    for part in [*_BREAK.finditer(text, span.start, span.end), None]:
        piece = _strip(text, at, part.start() if part else span.end)
        if piece.end > piece.start:
            blocks.append(Paragraph(piece, typed_number(piece.of(text))))
        at = part.end() if part else at
    return Cell(span, row, column, 1, 1, tuple(blocks))


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
