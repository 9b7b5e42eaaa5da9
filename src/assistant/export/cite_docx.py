"""The citation report as a Word document to sign and file: summary first, then a table for each guide's file."""

from collections.abc import Sequence

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
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
from assistant.export.official_docx import add_row, add_table, page_number, saved, set_font, stamp
from assistant.model.cited import CitedDocument, CiteReport, Provision

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
    stamp(word, "引用核查报告")
    _summary(word, report)
    for cited in report.files:
        if cited.provisions or cited.notices:
            _file(word, cited)
    if bare := [cited.document.name for cited in report.files if not (cited.provisions or cited.notices)]:
        word.add_paragraph("没有引用的文件", style="Heading 1")
        word.add_paragraph("、".join(bare))
    return saved(word)


def _page(word: Word) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, face, size in (("Normal", "宋体", 10.5), ("Title", "黑体", 20), ("Heading 1", "黑体", 14)):
        set_font(word, name, face, Pt(size))
    page_number(section.footer.paragraphs[0])


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
    table = add_table(word, DEPARTMENT_COLUMNS, _SUMMARY_WIDTHS)
    for row in by_department(report.files):
        cells = add_row(table, tuple(map(str, row.cells)), _SUMMARY_WIDTHS)
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
    table = add_table(word, _COLUMNS, _WIDTHS)
    for number, provision in enumerate(cited.provisions, 1):
        cells = add_row(table, (str(number), written(provision.citation), "", provision.citation.because), _WIDTHS)
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
