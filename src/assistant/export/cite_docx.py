"""The citation report as a Word document to sign and file: summary first, then a table for each guide's file."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from assistant.export.cite_rows import (
    DEPARTMENT_COLUMNS,
    STANDINGS,
    Standing,
    advice,
    by_department,
    difference,
    standing,
    written,
)
from assistant.export.labels import VERDICTS
from assistant.model.cited import CitedDocument, CiteReport, Provision

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the clock must not be in the file: same bytes, same report
_COLOURS: dict[Standing, RGBColor] = {
    "ok": RGBColor(0x1B, 0x7F, 0x3B),
    "open": RGBColor(0x9A, 0x67, 0x00),
    "fault": RGBColor(0xB4, 0x23, 0x18),
}
_GREY = RGBColor(0x66, 0x72, 0x7F)
_SUMMARY_WIDTHS = (9.7, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5)
_COLUMNS = ("序号", "引用及位置", "结论", "说明、建议与条文")
_WIDTHS = (1.2, 8.5, 2.0, 13.0)


def cite_docx(report: CiteReport) -> bytes:
    word = docx.Document()
    _page(word)
    word.core_properties.title = "引用核查报告"
    word.core_properties.author = "减证"
    word.core_properties.created = word.core_properties.modified = datetime(*_EPOCH)
    _summary(word, report)
    for cited in report.files:
        if cited.provisions or cited.notices:
            _file(word, cited)
    if bare := [cited.document.name for cited in report.files if not (cited.provisions or cited.notices)]:
        word.add_paragraph("没有引用的文件", style="Heading 1")
        word.add_paragraph("、".join(bare))
    out = io.BytesIO()
    word.save(out)
    return _timeless(out.getvalue())


def _page(word: Word) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, font, size in (("Normal", "宋体", 10.5), ("Title", "黑体", 20), ("Heading 1", "黑体", 14)):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)


def _summary(word: Word, report: CiteReport) -> None:
    word.add_paragraph("引用核查报告", style="Title")
    provisions = [provision for file in report.files for provision in file.provisions]
    counts = [(words, sum(standing(p.citation) == name for p in provisions)) for name, words in STANDINGS.items()]
    figures = "，".join(f"{words}{count}处" for words, count in counts)
    texts = "" if report.with_texts else "本机未安装法规库，不附条文。"
    day = f"{report.as_of.year}年{report.as_of.month}月{report.as_of.day}日"
    word.add_paragraph(
        f"按{day}有效的法律判断。共{len(report.files)}个文件，引用{len(provisions)}处，其中{figures}。{texts}"
    )
    for unread in report.unread:
        word.add_paragraph(f"未读：{unread.message}").runs[0].font.color.rgb = _COLOURS["fault"]
    table = _table(word, DEPARTMENT_COLUMNS, _SUMMARY_WIDTHS)
    for row in by_department(report.files):
        cells = _fill(table, tuple(map(str, row.cells)), _SUMMARY_WIDTHS)
        for cell in cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _file(word: Word, cited: CitedDocument) -> None:
    word.add_paragraph(cited.document.name, style="Heading 1")
    for notice in cited.notices:
        _small(word.add_paragraph(), notice.message)
    if not cited.provisions:
        word.add_paragraph("没有找到引用的法律文件。")
        return
    names = {guide.id: guide.item_name for guide in cited.guides}
    table = _table(word, _COLUMNS, _WIDTHS)
    for number, provision in enumerate(cited.provisions, 1):
        cells = _fill(table, (str(number), written(provision.citation), "", provision.citation.because), _WIDTHS)
        _small(cells[1].add_paragraph(), " · ".join(filter(None, (names.get(provision.guide or ""), provision.place))))
        verdict = cells[2].paragraphs[0].add_run(VERDICTS[provision.citation.verdict])
        verdict.bold, verdict.font.color.rgb = True, _COLOURS[standing(provision.citation)]
        _explain(cells[3], provision)


def _explain(cell: _Cell, provision: Provision) -> None:
    """Advice, and the law's words or how the quote differs from them."""
    if advice(provision):
        cell.add_paragraph().add_run(f"建议：{advice(provision)}").bold = True
    differs = difference(provision)
    if differs:
        _marked(cell.add_paragraph(), differs)
    elif provision.law:
        _small(cell.add_paragraph(), f"条文（{provision.law.version}文本）：")
        for line in (provision.law.cited or provision.law.article).splitlines():
            _small(cell.add_paragraph(), line)


def _marked(paragraph: Paragraph, pieces: Sequence[tuple[str, str]]) -> None:
    """Struck out is what the guide added, underlined what the law has and the guide lacks."""
    for tag, words in pieces:
        run = paragraph.add_run(words)
        run.font.size = Pt(9)
        run.font.strike, run.font.underline = tag == "gone", tag == "come"
        if tag != "same":
            run.font.color.rgb = _COLOURS["fault" if tag == "gone" else "ok"]


def _small(paragraph: Paragraph, words: str) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(9), _GREY


def _table(word: Word, columns: Sequence[str], widths: Sequence[float]) -> Table:
    table: Table = word.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the columns, Word by the cells
    for cell, title, width in zip(table.rows[0].cells, columns, widths, strict=True):
        cell.width = Cm(width)
        run = cell.paragraphs[0].add_run(title)
        run.bold = True
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))  # repeated at the top of every page
    return table


def _fill(table: Table, values: Sequence[str], widths: Sequence[float]) -> Sequence[_Cell]:
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one without types
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells: Sequence[_Cell] = row.cells
    for cell, value, width in zip(cells, values, widths, strict=True):
        cell.width = Cm(width)
        if value:
            cell.paragraphs[0].add_run(value)
    return cells


def _timeless(data: bytes) -> bytes:
    """python-docx stamps the parts with the present time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
