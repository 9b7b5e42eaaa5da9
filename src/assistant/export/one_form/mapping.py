"""Every cell of the old forms and the field of the new one that feeds it, as a workbook."""

import io
from datetime import datetime

import xlsxwriter

from assistant.model.plan import OneForm, OneFormField, Origin

_HEAD = (
    "序号",
    "事项",
    "原文件",
    "原表",
    "原栏目所在",
    "原栏目",
    "新表栏目",
    "所在部分",
    "字段标识",
    "填写次数",
    "可预填来源",
)
_WIDTHS = (6, 22, 24, 26, 18, 24, 24, 18, 26, 9, 24)
_NEW = ("序号", "所在部分", "栏目", "字段标识", "填写方式", "必填", "可选项", "可预填来源", "原来填写次数")
_NEW_WIDTHS = (6, 20, 28, 28, 12, 7, 36, 26, 12)
_TYPES = {
    "text": "文字",
    "number": "数字",
    "date": "日期",
    "choice": "选择",
    "phone": "电话",
    "id": "号码",
    "address": "地址",
    "signature": "签字盖章",
    "long_text": "长文字",
}


def write(form: OneForm) -> bytes:
    out = io.BytesIO()
    # Words beginning with = + - @ stay words; the clock must not be in the file.
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": form.title, "author": "减证", "created": datetime(1980, 1, 1)})
    _sheet(book, "新旧对照", _HEAD, _WIDTHS, _cells(form))
    _sheet(book, "新表栏目", _NEW, _NEW_WIDTHS, [_field(number, field) for number, field in enumerate(form.fields, 1)])
    book.close()
    return out.getvalue()


def _sheet(
    book: xlsxwriter.Workbook, name: str, head: tuple[str, ...], widths: tuple[int, ...], rows: list[tuple[object, ...]]
) -> None:
    sheet = book.add_worksheet(name)
    look = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体", "font_size": 10}
    body = book.add_format(look)
    bold = book.add_format(look | {"bold": True, "align": "center", "bg_color": "#E7ECF3", "font_name": "黑体"})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.write_row(0, 0, head, bold)
    for number, row in enumerate(rows, 1):
        sheet.write_row(number, 0, row, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(form: OneForm) -> list[tuple[object, ...]]:
    """In the order of the old forms, each cell of theirs once."""
    order = {source.id: number for number, source in enumerate(form.sources)}
    pairs = [(origin, field) for field in form.fields for origin in field.origins]
    pairs.sort(key=lambda pair: order[pair[0].form])
    return [(number, *_cell(form, origin, field)) for number, (origin, field) in enumerate(pairs, 1)]


def _cell(form: OneForm, origin: Origin, field: OneFormField) -> tuple[object, ...]:
    source = next(source for source in form.sources if source.id == origin.form)
    return (
        source.item or "",
        source.file or "",
        source.name,
        origin.section or "",
        origin.label,
        field.label,
        field.section,
        field.key,
        len(field.origins),
        field.prefill or "",
    )


def _field(number: int, field: OneFormField) -> tuple[object, ...]:
    return (
        number,
        field.section,
        field.label,
        field.key,
        _TYPES[field.type],
        "是" if field.required else "",
        "、".join(field.options),
        field.prefill or "",
        len(field.origins),
    )
