"""Word: real numbering (numbers are not in the text) and merged cells, through python-docx."""

import io
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from builders.grid import boxes

Block = dict[str, Any]


def build(blocks: list[Block]) -> bytes:
    document = Document()
    document.core_properties.author = "减证样例"
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    numbering = _Numbering(document)
    for block in blocks:
        (kind, value), *_ = block.items()
        if kind == "title":
            document.add_heading(value, 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif kind == "heading":
            document.add_heading(value, 2)
        elif kind == "text":
            for line in value.splitlines():
                document.add_paragraph(line)
        elif kind == "list":
            numbering.add(value)
        else:
            _table(document, value)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


class _Numbering:
    """Each list starts again at 1, as lists made in Word do."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.root = document.part.numbering_part.element
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>')
        self.root.insert(0, abstract)
        self.next = 900

    def add(self, items: list[str]) -> None:
        self.next += 1
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        number = f'<w:num {nsdecls("w")} w:numId="{self.next}"><w:abstractNumId w:val="90"/>{restart}</w:num>'
        self.root.append(parse_xml(number))
        properties = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{self.next}"/></w:numPr>')
        for item in items:
            self.document.add_paragraph(str(item))._p.get_or_add_pPr().append(deepcopy(properties))


def _table(document: Any, value: Block) -> None:
    rows = value["rows"]
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for index, width in enumerate(value["widths"]):
        for cell in table.columns[index].cells:
            cell.width = Cm(width)
    for box in boxes(rows):
        cell = table.cell(box.row, box.column)
        if box.height > 1 or box.width > 1:
            cell = cell.merge(table.cell(box.row + box.height - 1, box.column + box.width - 1))
        first, *more = box.text.split("\n")
        cell.paragraphs[0].text = first
        for line in more:
            cell.add_paragraph(line)
    _bold_head(table)
    document.add_paragraph()


def _bold_head(table: Any) -> None:
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")


def _timeless(data: bytes) -> bytes:
    """The archive again with one fixed time in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
