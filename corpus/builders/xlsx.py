"""A workbook: every table of the source is a sheet."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from builders.grid import boxes


def build(blocks: list[dict[str, Any]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"author": "减证样例", "created": datetime(2026, 1, 1)})
        wrap = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
        for block in blocks:
            value = block["table"]
            sheet = book.add_worksheet(value["sheet"])
            for index, width in enumerate(value["widths"]):
                sheet.set_column(index, index, width)
            for box in boxes(value["rows"]):
                if box.height > 1 or box.width > 1:
                    last = box.row + box.height - 1, box.column + box.width - 1
                    sheet.merge_range(box.row, box.column, *last, box.text, wrap)
                else:
                    sheet.write(box.row, box.column, box.text, wrap)
    return out.getvalue()
