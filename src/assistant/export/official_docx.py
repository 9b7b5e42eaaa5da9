"""Word documents as offices write them (GB/T 9704-2012): page, fonts, headings, tables, pictures.

Fonts are named, never carried along: 仿宋, 黑体, 楷体 and 宋体 come with Windows and WPS. The standard's 小标宋 is sold
apart, so a title is bold 宋体. The same content gives the same bytes.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

EPOCH = (1980, 1, 1, 0, 0, 0)  # the clock must not be in the file: same bytes, same document
TEXT_WIDTH = 15.6  # cm between the margins
BODY, HEAD, SUBHEAD, TITLE = "仿宋", "黑体", "楷体", "宋体"
_ALSO = {BODY: "仿宋_GB2312", HEAD: "SimHei", SUBHEAD: "楷体_GB2312", TITLE: "SimSun"}
LINE = Pt(28)  # 22 lines a page
SIZE = Pt(16)  # 三号
SMALL = Pt(10.5)  # 五号, in tables
RED = RGBColor(0xB4, 0x23, 0x18)
_EMU_PER_POINT = 12700


def official(title: str) -> Word:
    """An empty document with the official page, styles and page number; ``title`` is only the file's property."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    section.footer_distance = Cm(2.5)
    styles = (
        ("Normal", BODY, SIZE, False),
        ("Title", TITLE, Pt(22), True),
        ("Heading 1", HEAD, SIZE, False),
        ("Heading 2", SUBHEAD, SIZE, False),
    )
    for name, font, size, bold in styles:
        _style(word, name, font, size, bold)
    page_number(section.footer.paragraphs[0], "— ", " —")
    stamp(word, title)
    _alternatives(word)
    return word


def add_title(word: Word, words: str) -> Paragraph:
    paragraph = word.add_paragraph(words, style="Title")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def add_heading(word: Word, words: str, level: int = 1) -> Paragraph:
    """Of level 1 (一、, 黑体) or 2 (（一）, 楷体), indented by two characters."""
    return _indented(word.add_paragraph(words, style=f"Heading {level}"))


def add_paragraph(word: Word, words: str = "", indent: bool = True) -> Paragraph:
    made = word.add_paragraph(words)
    return _indented(made) if indent else made


def red(paragraph: Paragraph, words: str) -> None:
    """Words that somebody must still see to."""
    paragraph.add_run(words).font.color.rgb = RED


def add_table(word: Word, head: Sequence[str], widths: Sequence[float]) -> Table:
    """A ruled table with its head row, repeated on every page; ``widths`` in cm."""
    made: Table = word.add_table(rows=1, cols=len(head), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the columns, Word by the cells
    for cell, words, width in zip(made.rows[0].cells, head, widths, strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].add_run(words).bold = True
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return made


def add_row(table: Table, values: Sequence[str], widths: Sequence[float]) -> Sequence[_Cell]:
    """A row that no page break parts; an empty value leaves its cell's paragraph empty."""
    made = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves this one without types
    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells: Sequence[_Cell] = made.cells
    for cell, value, width in zip(cells, values, widths, strict=True):
        cell.width = Cm(width)
        if value:
            cell.paragraphs[0].add_run(value)
    return cells


def compact(table: Table) -> None:
    """Table type: 五号, single lines."""
    for line in table.rows:
        for cell in line.cells:
            for each in cell.paragraphs:
                each.paragraph_format.line_spacing = 1.0
                for run in each.runs:
                    run.font.size = SMALL


def add_picture(word: Word, emf: bytes, width: float, height: float, words: str) -> None:
    """A metafile of ``width`` x ``height`` points, made smaller where the page is; ``words`` describe it."""
    scale = min(1.0, TEXT_WIDTH * 72 / 2.54 / width, 600 / height)
    count = sum(1 for part in word.part.package.iter_parts() if part.content_type == "image/x-emf")
    part = Part(PackURI(f"/word/media/picture{count + 1}.emf"), "image/x-emf", emf, word.part.package)
    relation = word.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    size = f'cx="{round(width * scale * _EMU_PER_POINT)}" cy="{round(height * scale * _EMU_PER_POINT)}"'
    drawing = _DRAWING.format(
        names=nsdecls("w", "wp", "a", "pic", "r"), size=size, id=count + 1, relation=relation, words=quoteattr(words)
    )
    holder = word.add_paragraph()
    holder.alignment = WD_ALIGN_PARAGRAPH.CENTER
    holder.paragraph_format.line_spacing = 1.0  # an exact spacing would cut the picture off
    holder.add_run()._r.append(parse_xml(drawing.replace("\n", "")))


def page_number(paragraph: Paragraph, before: str = "", after: str = "") -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(before)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)
    paragraph.add_run(after)


def stamp(word: Word, title: str) -> None:
    word.core_properties.title, word.core_properties.author = title, "减证"
    word.core_properties.created = word.core_properties.modified = datetime(*EPOCH)


def saved(word: Word) -> bytes:
    """The file, without the present time that python-docx stamps on its parts."""
    written, out = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def set_font(word: Word, style: str, face: str, size: Pt) -> ParagraphStyle:
    """For Chinese and Latin letters alike, in black."""
    found = word.styles[style]
    assert isinstance(found, ParagraphStyle)
    found.font.name, found.font.size, found.font.color.rgb = face, size, RGBColor(0, 0, 0)
    fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font goes before a named one
    fonts.set(qn("w:eastAsia"), face)
    return found


def _style(word: Word, name: str, face: str, size: Pt, bold: bool) -> None:
    style = set_font(word, name, face, size)
    style.font.bold = bold
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(36) if name == "Title" else LINE
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)  # python-docx's own template rules off the title


def _alternatives(word: Word) -> None:
    """The table of fonts says what else each is called, for systems that have it under that name alone."""
    rows = "".join(f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in _ALSO.items())
    for part in word.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = part.blob.replace(b"</w:fonts>", rows.encode() + b"</w:fonts>")


def _indented(paragraph: Paragraph) -> Paragraph:
    paragraph.paragraph_format.first_line_indent = SIZE * 2
    return paragraph


_DRAWING = """
<w:drawing {names}><wp:inline><wp:extent {size}/><wp:docPr id="{id}" name="图{id}" descr={words}/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>
<pic:cNvPr id="{id}" name="picture{id}.emf"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
"""
