"""Tables of HTML: which are data and which only arrange the page, and the grid of the former."""

from typing import TYPE_CHECKING, Any

from assistant.model.document import Table
from assistant.reading.layout import TableWriter

if TYPE_CHECKING:
    from assistant.reading.html_walker import HtmlWalker

_ROW_GROUPS = ("thead", "tbody", "tfoot")
_MOST = 1000


def is_layout(table: Any) -> bool:
    """One column, one row that holds a page, or tables inside but no border: it only arranges the page."""
    if table.get("role") == "presentation":
        return True
    rows = table_rows(table)
    widths = [len(cells_of(row)) for row in rows]
    if not widths or max(widths) <= 1:
        return True
    if len(rows) == 1 and table.find(".//th") is None and max(map(_lines_in, cells_of(rows[0]))) >= 6:
        return True  # menu on the left, page on the right
    inner = next(table.iterdescendants("table"), None)
    return inner is not None and not _has_border(table)


def _lines_in(cell: Any) -> int:
    return sum(1 for _ in cell.iterdescendants("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr"))


def _has_border(table: Any) -> bool:
    border = table.get("border")
    style = table.get("style") or ""
    return border not in (None, "", "0") or "border:solid" in style or "border-collapse" in style


def table_rows(table: Any) -> list[Any]:
    """The table's own rows, not those of tables inside."""
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in _ROW_GROUPS:
            rows += [row for row in child if row.tag == "tr"]
    return rows


def cells_of(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def read_table(table: Any, walker: "HtmlWalker") -> Table | None:
    """Cells keep their row and column spans; a place a merged cell covers is not written again."""
    writer = TableWriter(walker.layout)
    rows = [row for row in table_rows(table) if not walker.leaves_out(row)]
    covered: dict[int, int] = {}  # column -> last row it is covered in
    for number, row in enumerate(rows):
        writer.open_row()
        column = 0
        for cell in cells_of(row):
            if walker.leaves_out(cell):
                continue
            while covered.get(column, -1) >= number:
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            height = min(height or _MOST, len(rows) - number)
            writer.open_cell()
            writer.close_cell(column, height, max(width, 1), walker.flow(cell))
            for taken in range(column, column + max(width, 1)):
                covered[taken] = number + height - 1
            column += max(width, 1)
    return writer.close()


def _span(cell: Any, name: str) -> int:
    """0 only where the page says so: a rowspan of 0 reaches to the end of the table."""
    value = (cell.get(name) or "1").strip()
    return min(int(value), _MOST) if value.isdigit() else 1
