"""Rows to the sheets of a workbook by their layouts: heads, filters, print set-up, nothing that executes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from assistant.lexicon.layouts import BLANK, PLACEHOLDER, Layout

Cell = str | int | float
Row = Mapping[str, Cell]
_CREATED = datetime(1980, 1, 1)  # the clock must not be in the file: same bytes, same workbook
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# How formulas begin, in any width of the signs, and what some programs skip before them.
_FORMULA_SIGNS = "=+-@＝＋－＠\t\r"
_CELL = 32_000  # Excel's limit of characters in a cell is 32,767
_LINE, _TALLEST = 16.5, 409.0  # points; the second is Excel's limit
_PAPERS = {"A4": 9, "A3": 8}


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` have the layout's values by name; what a row lacks stays empty.

    ``words`` fill the placeholders of the layout's lines. ``choices`` are what a drop-down offers in the cells of a
    column that are filled. ``hidden``: head and cells of one more column, which people do not see but which sorting
    moves along. ``name`` None: the layout's. ``empty`` stands where there are no rows.
    """

    layout: Layout
    rows: Sequence[Row]
    words: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: tuple[str, Sequence[str]] | None = None
    name: str | None = None
    empty: str = "无"


@dataclass(frozen=True, slots=True)
class _Looks:
    """``text`` is for words that begin like a formula: editing the cell leaves them words."""

    title: Format
    line: Format
    head: Format
    body: Format
    number: Format
    share: Format
    text: Format


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": title, "author": "减证", "created": _CREATED})
        looks = _looks(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name or sheet.layout.name), sheet, looks)
    return out.getvalue()


def _looks(book: Workbook) -> _Looks:
    words = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "top"}
    body = {**words, "border": 1}
    head = {**body, "font_name": "黑体", "align": "center", "valign": "vcenter", "bg_color": "#DDE6F0"}
    return _Looks(
        title=book.add_format({**words, "font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}),
        line=book.add_format({**words, "font_name": "仿宋", "font_size": 12, "valign": "vcenter"}),
        head=book.add_format(head),
        body=book.add_format(body),
        number=book.add_format({**body, "align": "center"}),
        share=book.add_format({**body, "align": "center", "num_format": "0.0%"}),
        text=book.add_format({**body, "quote_prefix": True}),
    )


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    layout = sheet.layout
    for at, column in enumerate(layout.columns):
        page.set_column(at, at, column.width)
    head = _lines(page, 0, (layout.title,) if layout.title else (), layout, looks.title, {})
    head = _lines(page, head, layout.lead, layout, looks.line, sheet.words)
    _table(page, head, sheet, looks)
    end = head + 1 + max(1, len(sheet.rows))
    if not sheet.rows:
        _lines(page, head + 1, (sheet.empty,), layout, looks.body, {})
    _lines(page, end + 1, layout.tail, layout, looks.line, sheet.words)
    if not layout.portrait:  # a letter is read, not sorted
        page.freeze_panes(head + 1, 0)
        page.autofilter(head, 0, end - 1, len(layout.columns) - (0 if sheet.hidden else 1))
    _print_setup(page, head, layout)


def _lines(
    page: Worksheet, row: int, lines: Sequence[str], layout: Layout, look: Format, words: Mapping[str, str]
) -> int:
    """Lines over the whole width of the table; the row after them."""
    size = look.font_size / 10.5  # widths are in characters of the table's size
    width = int(sum(column.width for column in layout.columns) / size)
    for line in lines:
        text = PLACEHOLDER.sub(lambda name: words.get(name[1], ""), line)
        page.merge_range(row, 0, row, max(1, len(layout.columns) - 1), "", look)
        page.write_string(row, 0, text, look)
        page.set_row(row, min(_TALLEST, (_LINE * _lines_of(text, width) + 4) * size))
        row += 1
    return row


def _table(page: Worksheet, head: int, sheet: Sheet, looks: _Looks) -> None:
    columns = sheet.layout.columns
    page.set_row(head, _LINE * max(_lines_of(column.title, column.width - 1) for column in columns) + 6)
    for at, column in enumerate(columns):
        page.write_string(head, at, column.title, looks.head)
        if column.value in sheet.choices:
            _drop_downs(page, head + 1, at, sheet.rows, column.value, sheet.choices[column.value])
    for number, row in enumerate(sheet.rows, 1):
        cells = [_cell(row, column.value, number) for column in columns]
        for at, cell in enumerate(cells):
            _put(page, head + number, at, cell, looks)
        lines = max(_lines_of(str(cell), column.width - 1) for cell, column in zip(cells, columns, strict=True))
        page.set_row(head + number, min(_TALLEST, _LINE * lines))
    if sheet.hidden:
        _hidden(page, head, len(columns), *sheet.hidden)


def _cell(row: Row, value: str, number: int) -> Cell:
    if value == "number":
        return number
    return "" if value == BLANK else row.get(value, "")


def _put(page: Worksheet, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    if cell == "":
        page.write_blank(row, column, None, looks.body)
    elif isinstance(cell, str):
        page.write_string(row, column, cell[:_CELL], looks.text if like_formula(cell) else looks.body)
    else:
        page.write_number(row, column, cell, looks.share if isinstance(cell, float) else looks.number)


def like_formula(words: str) -> bool:
    """Whether editing a cell of these words would make a formula of them."""
    return words.lstrip(" \n\u3000")[:1] in tuple(_FORMULA_SIGNS)


def _drop_downs(
    page: Worksheet, first: int, at: int, rows: Sequence[Row], value: str, offered: tuple[str, ...]
) -> None:
    """One for each run of filled cells, so that an empty cell cannot be answered by mistake."""
    rule = {
        "validate": "list",
        "source": list(offered),
        "error_title": "请从列表中选择",
        "error_message": "、".join(offered),
    }
    for filled, run in groupby(enumerate(rows, first), key=lambda pair: bool(pair[1].get(value))):
        if filled:
            numbers = [number for number, _ in run]
            page.data_validation(numbers[0], at, numbers[-1], at, rule)


def _hidden(page: Worksheet, head: int, at: int, title: str, cells: Sequence[str]) -> None:
    page.set_column(at, at, 10, None, {"hidden": True})
    for row, words in enumerate((title, *cells), head):
        page.write_string(row, at, words[:_CELL])


def _lines_of(words: str, width: int) -> int:
    """Not every program fits the height of wrapped rows by itself. A Han character is two columns wide."""
    wide = (sum(1 + (char > "ÿ") for char in line) for line in words.split("\n"))
    return sum(-(-each // max(1, width)) or 1 for each in wide)


def _print_setup(page: Worksheet, head: int, layout: Layout) -> None:
    if not layout.portrait:
        page.set_landscape()
    page.set_paper(_PAPERS[layout.paper])
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.set_footer("&C第&P页 共&N页")
