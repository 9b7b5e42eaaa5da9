"""Worksheets and CSV: every sheet is a table."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from assistant.errors import BrokenFileError, EncryptedError
from assistant.model.document import Block, Coverage, Document, Notice
from assistant.model.place import SheetPlace
from assistant.reading.charset import decode
from assistant.reading.layout import Layout, Piece, TableWriter
from assistant.reading.limits import Limits
from assistant.reading.package import open_package

# First row, first column, last row, last column, counted from 0.
Merged = tuple[int, int, int, int]


def read_sheet(data: bytes, name: str, limits: Limits, format: str) -> Document:
    """.xlsx, .xls and .ods. A sheet's name is a heading where several sheets hold something. Raises ReadError."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    if format in ("xlsx", "ods"):
        open_package(data, name, limits)
    try:
        workbook = load_workbook(io.BytesIO(data))
        sheets = [workbook.get_sheet_by_name(sheet) for sheet in workbook.sheet_names]
        tables = [(s.name, [_texts(r) for r in s.to_python(skip_empty_area=False)], _merged(s)) for s in sheets]
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
        rows = [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as cause:
        raise BrokenFileError(name, "CSV 表格无法解析（单元格过大或引号不成对），请用 Excel 另存后再读") from cause
    return _document([("", rows, [])], name, limits, format, _encoding_notice(text, encoding))


def _encoding_notice(text: str, encoding: str) -> tuple[Notice, ...]:
    bad = text.count("\ufffd")
    return (Notice("read", "encoding", f"有{bad}个字无法按{encoding}解码，请与原件核对"),) if bad else ()


def _merged(sheet: object) -> list[Merged]:
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    return [(start[0], start[1], end[0], end[1]) for start, end in ranges]


def _texts(row: Sequence[object]) -> list[str]:
    return [_text(value) for value in row]


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
    tables: list[tuple[str, list[list[str]], list[Merged]]],
    name: str,
    limits: Limits,
    format: str,
    notices: tuple[Notice, ...] = (),
) -> Document:
    layout = Layout(SheetPlace, limits, name, 3)
    filled = [table for table in tables if any(cell.strip() for row in table[1] for cell in row)]
    blocks: list[Block] = []
    for title, rows, merged in filled:
        heading = layout.line([(title, None)], None, 1) if len(filled) > 1 else None
        block = _table(title, rows, merged, layout)
        blocks += [part for part in (heading, block) if part]
    text = layout.text()
    expected = sum(len("".join(cell.split())) for _, rows, _ in tables for row in rows for cell in row)
    titles = sum(len("".join(title.split())) for title, _, _ in filled) if len(filled) > 1 else 0
    share = min(1.0, (len("".join(text.split())) - titles) / expected) if expected else 1.0
    return Document(name, "", format, text, tuple(blocks), layout.segments(), None, notices, Coverage(share, share))


def _table(sheet: str, rows: list[list[str]], merged: list[Merged], layout: Layout) -> Block | None:
    starts = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    writer = TableWriter(layout)
    covered: set[tuple[int, int]] = set()
    last = max(number for number, row in enumerate(rows) if any(cell.strip() for cell in row))
    for number, row in enumerate(rows[: last + 1]):
        used = max((n for n, cell in enumerate(row) if cell.strip()), default=-1)
        if used < 0 and not any((number, column) in covered for column in range(len(row))):
            continue
        writer.open_row()
        for column in range(used + 1):
            if (number, column) in covered:
                continue
            height, width = starts.get((number, column), (1, 1))
            height = min(height, last + 1 - number)
            covered |= {(r, c) for r in range(number, number + height) for c in range(column, column + width)}
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
