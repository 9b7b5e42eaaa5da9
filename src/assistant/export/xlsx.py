"""The cut list as a workbook: one row a material, ready to filter and print."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from assistant.export import Extras
from assistant.export.labels import ACTIONS, CATEGORIES, CONFIDENCES, VERDICTS, ground_text
from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.plan import Cut
from assistant.model.review import Review

Row = tuple[str | int, ...]
LINE = 16.5  # points
CREATED = datetime(1980, 1, 1)  # the clock must not be in the file: same bytes, same review

CUT_COLUMNS = {
    "序号": 6,
    "事项": 22,
    "材料": 28,
    "建议": 10,
    "理由": 48,
    "依据": 36,
    "替代方式": 26,
    "置信度": 8,
    "采纳": 8,
    "备注": 18,
}
CITATION_COLUMNS = {"序号": 6, "事项": 22, "引用": 40, "全称": 32, "结论": 10, "说明": 56}
OTHER_COLUMNS = {"序号": 6, "事项": 22, "类型": 16, "问题": 56, "依据": 40}
NOTICE_COLUMNS = {"序号": 6, "提示": 90}


@dataclass(frozen=True, slots=True)
class Looks:
    head: Format
    body: Format


def write(review: Review, extras: Extras) -> bytes:
    return workbook(review)


def workbook(review: Review) -> bytes:
    out = io.BytesIO()
    # Cells never execute: text that begins with = + - @ stays text, and a web address stays words.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "材料精简清单", "author": "减证", "created": CREATED})
        looks = _looks(book)
        _sheet(book, looks, "精简清单", CUT_COLUMNS, [row for guide in review.guides for row in _cuts(guide, review)])
        _sheet(book, looks, "引用核查", CITATION_COLUMNS, [row for guide in review.guides for row in _citations(guide)])
        _sheet(book, looks, "其他问题", OTHER_COLUMNS, _others(review))
        _sheet(book, looks, "提示", NOTICE_COLUMNS, [(notice.message,) for notice in review.notices])
    return out.getvalue()


def _looks(book: Workbook) -> Looks:
    common = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "top", "border": 1}
    head = {**common, "font_name": "黑体", "align": "center", "valign": "vcenter", "bg_color": "#DDE6F0"}
    return Looks(book.add_format(head), book.add_format(common))


def _sheet(book: Workbook, looks: Looks, name: str, columns: dict[str, int], rows: Sequence[Row]) -> None:
    """``rows`` without the running number of the first column."""
    sheet = book.add_worksheet(name)
    for index, (title, width) in enumerate(columns.items()):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, title, looks.head)
    for number, row in enumerate(rows, 1):
        for index, value in enumerate((number, *row)):
            sheet.write(number, index, value, looks.body)
        sheet.set_row(number, LINE * _lines_needed(row, list(columns.values())[1:]))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    _print_setup(sheet)


def _lines_needed(row: Row, widths: Sequence[int]) -> int:
    """Not every program fits the height of wrapped rows by itself. A Chinese character is two columns wide."""
    return max(
        sum(math.ceil(sum(1 + (char > "ÿ") for char in line) / (width - 1)) or 1 for line in str(value).split("\n"))
        for value, width in zip(row, widths, strict=True)
    )


def _print_setup(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第&P页 共&N页")


def _cuts(guide: Guide, review: Review) -> list[Row]:
    cuts = {cut.material: cut for cut in review.plan.cuts}
    rows: list[Row] = []
    for material in guide.materials:
        own = [f for f in review.findings if f.target.type == "material" and f.target.id == material.id]
        rows.append((guide.head.item_name, material.name, _advice(cuts.get(material.id)), *_grounds(own), "", ""))
    return rows


def _advice(cut: Cut | None) -> str:
    if cut is None:
        return "保留"
    return ACTIONS[cut.action] if cut.chosen else f"{ACTIONS[cut.action]}？"


def _grounds(findings: Sequence[Finding]) -> Row:
    """理由, 依据, 替代方式, 置信度 of one material; several grounds stand on lines of their own."""
    reasons = [f"{CATEGORIES[finding.category]}：{finding.message}" for finding in findings]
    grounds = [ground_text(ground) for finding in findings for ground in finding.basis]
    instead = [finding.replacement for finding in findings if finding.replacement]
    confidence = next((CONFIDENCES[c] for c in CONFIDENCES if any(f.confidence == c for f in findings)), "")
    return _lines(reasons), _lines(grounds), _lines(instead), confidence


def _lines(words: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(words))


def _citations(guide: Guide) -> list[Row]:
    return [
        (guide.head.item_name, " ".join(c.written.split()), c.title or "", VERDICTS[c.verdict], c.because)
        for c in guide.citations
    ]


def _others(review: Review) -> list[Row]:
    names = {guide.id: guide.head.item_name for guide in review.guides}
    return [
        (names[f.guide], CATEGORIES[f.category], f.message, _lines([ground_text(ground) for ground in f.basis]))
        for f in review.findings
        if f.target.type not in ("material", "citation")
    ]
