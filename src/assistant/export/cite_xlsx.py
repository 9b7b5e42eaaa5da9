"""The citation report as a workbook: one row a provision, ready to filter; the summary by department beside it."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from assistant.export.cite_rows import (
    DEPARTMENT_COLUMNS,
    NO_DEPARTMENT,
    Standing,
    advice,
    by_department,
    standing,
    written,
)
from assistant.export.labels import VERDICTS
from assistant.export.sheets import like_formula
from assistant.model.cited import CitedDocument, CiteReport, Provision

Cell = str | int
_CREATED = datetime(1980, 1, 1)  # the clock must not be in the file: same bytes, same report
_COLUMNS = {
    "序号": 6,
    "文件": 22,
    "部门": 16,
    "事项": 22,
    "位置": 18,
    "引用": 34,
    "全称": 30,
    "级别": 10,
    "结论": 10,
    "说明": 44,
    "建议": 24,
    "条文": 60,
    "条文版本": 12,
    "事实截至": 12,
}
_DEPARTMENT_WIDTHS = (28, 8, 8, 8, 8, 8, 8)
_UNREAD = {"文件": 30, "原因": 80}
_COLOURS: dict[Standing, str] = {"ok": "#E5F3E8", "open": "#FFF4D6", "fault": "#FBE3E1"}
_CELL = 32_000  # Excel's limit of characters in a cell is 32,767


# Cells never execute: text that begins with = + - @ stays text, and a web address stays words.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def cite_workbook(report: CiteReport) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": "引用核查", "author": "减证", "created": _CREATED})
        _provisions(book, report)
        widths = dict(zip(DEPARTMENT_COLUMNS, _DEPARTMENT_WIDTHS, strict=True))
        _sheet(book, "部门汇总", widths, [row.cells for row in by_department(report.files)])
        if report.unread:
            _sheet(book, "未读文件", _UNREAD, [(file.name, file.message) for file in report.unread])
    return out.getvalue()


def plain_workbook(title: str, sheets: dict[str, tuple[dict[str, int], Sequence[tuple[Cell, ...]]]]) -> bytes:
    """Sheets of columns (with their widths) and rows."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": title, "author": "减证", "created": _CREATED})
        for name, (columns, rows) in sheets.items():
            _sheet(book, name, columns, rows)
    return out.getvalue()


def _provisions(book: Workbook, report: CiteReport) -> None:
    found = [(cited, provision) for cited in report.files for provision in cited.provisions]
    rows = [(number, *_row(*pair)) for number, pair in enumerate(found, 1)]
    colours = {name: book.add_format(_look() | {"bg_color": colour}) for name, colour in _COLOURS.items()}
    shades = {
        (number, list(_COLUMNS).index("结论")): colours[standing(provision.citation)]
        for number, (_, provision) in enumerate(found, 1)
    }
    _sheet(book, f"引用核查（按{report.as_of.isoformat()}）", _COLUMNS, rows, shades)


def _row(cited: CitedDocument, provision: Provision) -> tuple[Cell, ...]:
    citation, law = provision.citation, provision.law
    guide = next((guide for guide in cited.guides if guide.id == provision.guide), None)
    return (
        cited.document.name,
        (guide.department or NO_DEPARTMENT) if guide else NO_DEPARTMENT,
        guide.item_name if guide else "",
        provision.place,
        written(citation),
        citation.title or "",
        citation.level or "",
        VERDICTS[citation.verdict],
        citation.because,
        advice(provision),
        law.cited if law else "",
        law.version if law else "",
        citation.facts_as_of or "",
    )


def _sheet(
    book: Workbook,
    name: str,
    columns: dict[str, int],
    rows: Sequence[tuple[Cell, ...]],
    shades: dict[tuple[int, int], Format] | None = None,
) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format(_look() | {"font_name": "黑体", "align": "center", "bg_color": "#DDE6F0"})
    body, text = book.add_format(_look()), book.add_format(_look() | {"quote_prefix": True})
    for index, (title, width) in enumerate(columns.items()):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, title, head)
    for number, cells in enumerate(rows, 1):
        sheet.set_row(number, _height(cells, tuple(columns.values())))
    for row, column, value in _cells(rows):
        look = text if isinstance(value, str) and like_formula(value) else (shades or {}).get((row, column), body)
        sheet.write(row, column, value[:_CELL] if isinstance(value, str) else value, look)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(8 if len(columns) > 10 else 9)  # A3 for the wide sheet, else A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第&P页 共&N页")


def _cells(rows: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[int, int, Cell]]:
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells):
            yield row, column, value


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points for the fullest cell: LibreOffice does not grow rows to wrapped text by itself. Excel allows 409."""
    lines = max(
        sum(max(1, -(-_columns_wide(line) // max(1, width - 2))) for line in str(cell).splitlines() or [""])
        for cell, width in zip(cells, widths, strict=True)
    )
    return float(min(409, 15 * lines + 2))


def _columns_wide(line: str) -> int:
    """A Han character is two columns wide."""
    return sum(1 if ord(character) < 0x2E80 else 2 for character in line)


def _look() -> dict[str, object]:
    return {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "top", "border": 1}
