"""Rows of a table and cells merged over several of them."""

from assistant.office.markup import Node, attribute


def rows_of(table: Node) -> list[Node]:
    return [row for row in table.all("w:tr") if row.within("w:tbl") is table]


def cells_of(row: Node) -> list[Node]:
    return [cell for cell in row.all("w:tc") if cell.within("w:tr") is row]


def rows_covered(xml: str, node: Node) -> list[Node]:
    """The row of the cell that ``node`` stands in, and the further rows that the cell is merged over."""
    cell, row = node.within("w:tc"), node.within("w:tr")
    assert cell is not None
    assert row is not None
    return [row, *_below(xml, row, cell)]


def continued(xml: str, row: Node, doomed: frozenset[Node]) -> list[Node]:
    """Cells that begin in ``row`` and go on in rows that stay: with the row they would lose their words."""
    return [cell for cell in cells_of(row) if any(other not in doomed for other in _below(xml, row, cell))]


def doomed_cells(xml: str, row: Node, kept: list[Node]) -> list[Node]:
    return [cell for cell in cells_of(row) if cell not in kept]


def _below(xml: str, row: Node, cell: Node) -> list[Node]:
    """The rows that a cell beginning in ``row`` goes on in."""
    table = row.within("w:tbl")
    columns = {each: column for column, each in _columns(xml, row)}
    if table is None or cell not in columns or _merge(xml, cell) != "restart":
        return []
    rows = rows_of(table)
    found: list[Node] = []
    for other in rows[rows.index(row) + 1 :]:
        below = next((each for column, each in _columns(xml, other) if column == columns[cell]), None)
        if below is None or _merge(xml, below) != "continue":
            break
        found.append(other)
    return found


def _columns(xml: str, row: Node) -> list[tuple[int, Node]]:
    """Each cell with the column of the grid that it begins in."""
    own = row.child("w:trPr")
    column = _number(xml, own.child("w:gridBefore") if own is not None else None, 0)
    found = []
    for cell in cells_of(row):
        found.append((column, cell))
        format = cell.child("w:tcPr")
        column += max(1, _number(xml, format.child("w:gridSpan") if format is not None else None, 1))
    return found


def _merge(xml: str, cell: Node) -> str | None:
    format = cell.child("w:tcPr")
    merge = format.child("w:vMerge") if format is not None else None
    return None if merge is None else attribute(xml, merge, "val") or "continue"


def _number(xml: str, node: Node | None, absent: int) -> int:
    value = attribute(xml, node, "val") if node is not None else None
    return int(value) if value and value.isdigit() else absent
