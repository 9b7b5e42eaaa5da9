"""Worksheets and CSV: every sheet is a table."""

import csv
import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from assistant.errors import BrokenFileError, EncryptedError, TooLargeError
from assistant.model.document import Block, Coverage, Document, Notice
from assistant.model.place import SheetPlace
from assistant.reading.charset import decode
from assistant.reading.layout import Layout, Piece, TableWriter
from assistant.reading.limits import Limits
from assistant.reading.package import member, open_package

# Its number from 0, and its cells
Row = tuple[int, list[str]]
# <row r="12" …>; <c r="AB12" …>
_ROW = re.compile(rb'<row [^>]*?r="(\d{1,7})"')
_COLUMN = re.compile(rb'<c [^>]*?r="([A-Z]{1,3})\d')
# <table:table-row table:number-rows-repeated="9">; <table:table-cell table:number-columns-repeated="3"/>
_ODS = re.compile(rb"<table:(?:(table-row)|((?:covered-)?table-cell))\b(?:[^>]*?-repeated=\"(\d{1,8})\")?[^>]*?(/?)>")
_MOST_PLACES = 50_000_000
# First row, first column, last row, last column, counted from 0.
Merged = tuple[int, int, int, int]


def read_sheet(data: bytes, name: str, limits: Limits, format: str) -> Document:
    """.xlsx, .xls and .ods. A sheet's name is a heading where several sheets hold something. Raises ReadError."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    if format in ("xlsx", "ods"):
        _refuse_vast(open_package(data, name, limits), name, limits)
    try:
        workbook = load_workbook(io.BytesIO(data))
        sheets = [workbook.get_sheet_by_name(sheet) for sheet in workbook.sheet_names]
        tables = [(s.name, _filled(s.to_python(skip_empty_area=False)), _merged(s)) for s in sheets]
    except PasswordError as cause:
        raise EncryptedError(name, "工作簿加了密码，请先去掉密码再读") from cause
    except (CalamineError, ValueError, OSError, OverflowError) as cause:
        raise BrokenFileError(name, "工作簿不完整或已损坏，请用 Excel 或 WPS 打开后另存为 .xlsx") from cause
    return _document(tables, name, limits, format)


def read_csv(data: bytes, name: str, limits: Limits, format: str = "csv") -> Document:
    """Comma, semicolon or tab separated; the row and column of a cell are its place."""
    text, encoding = decode(data, name)
    head = text[:20_000]
    mark = max(",;\t", key=head.count)
    try:
        rows = list(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark)))
    except csv.Error as cause:
        raise BrokenFileError(name, "CSV 表格无法解析（单元格过大或引号不成对），请用 Excel 另存后再读") from cause
    return _document([("", rows, [])], name, limits, format, _encoding_notice(text, encoding))


def _encoding_notice(text: str, encoding: str) -> tuple[Notice, ...]:
    bad = text.count("\ufffd")
    return (Notice("read", "encoding", f"有{bad}个字无法按{encoding}解码，请与原件核对"),) if bad else ()


def _merged(sheet: object) -> list[Merged]:
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    return [(start[0], start[1], end[0], end[1]) for start, end in ranges]


def _filled(rows: Sequence[Sequence[object]]) -> list[Row]:
    """Rows that hold something, numbered from 0: a stray cell at the end makes a million empty ones."""
    return [(number, [_text(value) for value in row]) for number, row in enumerate(rows) if any(row)]


def _refuse_vast(package: zipfile.ZipFile, name: str, limits: Limits) -> None:
    """calamine lays a sheet out as a full grid: one cell in the last corner would take the process's life."""
    for path in package.namelist():
        if not (path.startswith("xl/worksheets/") or path == "content.xml"):
            continue
        content = member(package, path, name) or b""
        rows = max((int(row) for row in _ROW.findall(content)), default=0)
        columns = max((_column(letters) for letters in set(_COLUMN.findall(content))), default=0)
        if rows * columns > _MOST_PLACES:
            raise TooLargeError(name, "工作表里有单元格落在极远处，请删除表格以外的行和列后另存再读")
        if path == "content.xml" and _repeated(content) > limits.cells:
            raise TooLargeError(name, f"表格单元格超过{limits.cells}个的上限，请拆分后再读")


def _repeated(content: bytes) -> int:
    """Places up to the last filled cell of each row of an .ods, rows and cells that stand for many counted as many."""
    places = times = along = filled = 0
    for row, cell, repeat, end in _ODS.findall(content):
        number = int(repeat or 1)
        if row:
            places += times * filled
            times, along, filled = number, 0, 0
        elif cell:
            along += number
            filled = filled if end else along
    return places + times * filled


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text(value: object) -> str:
    """As a person sees it: 30.0 is 30."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.isoformat() if isinstance(value, date | time) else "" if value is None else _plain(value)


def _plain(value: object) -> str:
    return str(value) if isinstance(value, timedelta | int) else str(value).replace("\r\n", "\n")


def _document(
    tables: list[tuple[str, list[Row], list[Merged]]],
    name: str,
    limits: Limits,
    format: str,
    notices: tuple[Notice, ...] = (),
) -> Document:
    layout = Layout(SheetPlace, limits, name, 3)
    filled = [table for table in tables if any(cell.strip() for _, row in table[1] for cell in row)]
    blocks: list[Block] = []
    for title, rows, merged in filled:
        heading = layout.line([(title, None)], None, 1) if len(filled) > 1 else None
        block = _table(title, rows, merged, layout)
        blocks += [part for part in (heading, block) if part]
    text = layout.text()
    expected = sum(len("".join(cell.split())) for _, rows, _ in tables for _, row in rows for cell in row)
    titles = sum(len("".join(title.split())) for title, _, _ in filled) if len(filled) > 1 else 0
    share = min(1.0, (len("".join(text.split())) - titles) / expected) if expected else 1.0
    return Document(name, "", format, text, tuple(blocks), layout.segments(), None, notices, Coverage(share, share))


def _table(sheet: str, rows: list[Row], merged: list[Merged], layout: Layout) -> Block | None:
    """Empty rows are no rows of the table, also where a merged cell covers them."""
    kept = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    numbers = [number for number, _ in kept]
    starts = {(top, left): (bottom, right) for top, left, bottom, right in merged}
    writer = TableWriter(layout)
    covered: set[tuple[int, int]] = set()
    for index, (number, row) in enumerate(kept):
        writer.open_row()
        used = max(n for n, cell in enumerate(row) if cell.strip())
        for column in range(used + 1):
            if (index, column) in covered:
                continue
            bottom, right = starts.get((number, column), (number, column))
            height = bisect_right(numbers, bottom) - index
            width = min(right, len(row) - 1) - column + 1
            if height * width > 1:
                covered |= {(index + r, column + c) for r in range(height) for c in range(width)}
            writer.open_cell()
            writer.close_cell(column, height, width, _cell(sheet, number, column, row[column], layout))
    return writer.close()


def _cell(sheet: str, row: int, column: int, text: str, layout: Layout) -> list[Block]:
    found: list[Block] = []
    offset = 0
    for line in text.split("\n"):
        piece: Piece = (line, (sheet, row + 1, column + 1, offset))
        block = layout.line([piece])
        if block:
            found.append(block)
        offset += len(line) + 1
    return found
