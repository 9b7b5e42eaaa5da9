"""Tables as people see them: rows of cells, forms to fill in, parts of a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.model.document import Block, Cell, Paragraph, Table
from assistant.model.span import Span
from assistant.text.numbering import lead

Row = tuple[Cell, ...]
# 材料名称, 提交材料名称; 环节, 办理步骤: columns of a list
_LIST_COLUMN = re.compile(
    r"(?:提交|申请|申报|所需|应提交)?的?(?:材料|资料|要件|文件)(?:名称|目录|清单|内容)?|份数|原件|复印件|材料形式|(?:办理|工作|流程)?(?:步骤|环节|节点)(?:名称)?"
    r"|序号|表格名称|样表|原件/复印件"
)
# □新建 | 年 月 日 | （签章） | ____ | 联系人：
TO_FILL = re.compile(
    r"□|☐|年[\s　]+月[\s　]+日|[（(](?:签章|签字|盖章|公章|签名)[)）]|_{3,}|＿{2,}|粘贴处|[：:][\s　]*(?:\n|$)"
)
_MAX_LABEL = 14


def rows_of(table: Table) -> list[Row]:
    """The rows with each cell once a row, from left to right; a cell merged over rows is in each of them."""
    rows = []
    for cells in table.grid():
        row: list[Cell] = []
        for cell in cells:
            if cell is not None and (not row or row[-1] is not cell):
                row.append(cell)
        rows.append(tuple(row))
    return rows


def laid_open(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, and in the place of a table of one column what is in it: such a table only lays out a page."""
    for block in blocks:
        if isinstance(block, Table) and block.columns == 1:
            yield from laid_open(inner for cell in block.cells for inner in cell_blocks(cell))
        else:
            yield block


def cell_blocks(cell: Cell) -> tuple[Block, ...]:
    """The cell's blocks; a reader that gives none means one paragraph."""
    return cell.blocks or ((Paragraph(cell.span),) if cell.span.start < cell.span.end else ())


def plain(text: str, cell: Cell) -> str:
    """The cell's words without blanks, number and colon."""
    written = cell.span.of(text)
    return re.sub(r"[\s　*]", "", written[lead(written).end :]).rstrip("：:")


def is_list(text: str, table: Table) -> bool:
    """Do its first row's words say that each row is a material or a step?"""
    return any(_LIST_COLUMN.fullmatch(plain(text, cell)) for cell in table.cells if cell.row == 0)


def is_form(text: str, table: Table) -> bool:
    """Is it to be filled in: labels with empty cells beside them, boxes to tick, places to sign?"""
    if not table.cells or is_list(text, table):
        return False
    written = [cell.span.of(text) for cell in table.cells]
    empty = sum(not words.strip() for words in written)
    marks = sum(bool(TO_FILL.search(words)) for words in written)
    labels = sum(0 < len(re.sub(r"\s", "", words)) <= _MAX_LABEL for words in written)
    third = 3 * (empty + marks) >= len(written)
    return third and ((empty >= 2 and labels >= 2) or 3 * marks >= len(written) + 3)


def cut_table(cells: Sequence[Cell]) -> Table:
    """A table of some cells of another one, its rows and columns counted anew."""
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in cells}))}
    left = min(cell.column for cell in cells)
    moved = tuple(
        replace(
            cell,
            row=rows[cell.row],
            column=cell.column - left,
            row_span=min(cell.row_span, len(rows) - rows[cell.row]),
        )
        for cell in cells
    )
    span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
    return Table(span, len(rows), max(cell.column + cell.column_span for cell in moved), moved)
