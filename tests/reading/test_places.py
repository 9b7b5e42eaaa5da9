"""Every stretch of every sample is walked back to its place in the source, and the same characters stand there."""

import io
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import openpyxl
import pypdfium2
from lxml import etree

from assistant.model.document import Block, Document, Table
from assistant.model.place import DocxPlace, PdfPlace, SheetPlace, TextPlace
from assistant.model.span import Span
from assistant.reading import read_bytes

Make = Callable[..., bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCX = (
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>　 身份</w:t></w:r>"
    "<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>证</w:t><w:tab/><w:t>原件 </w:t></w:r>"
    "</w:hyperlink></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t><w:br/><w:t> 乙</w:t></w:r></w:p></w:tc><w:tc><w:p>"
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    "<w:r><w:t>后</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
HTML = (
    "<html><body><h1>办事&nbsp;指南</h1><p> 一、申请\n材料 <b>A</b>\n&amp;B &#36523;份证<br>户口</p>"
    "<table><tr><td>序号<td colspan=2>材料 </tr></table><pre>甲\n 乙</pre></body></html>"
)


def test_docx(docx: Make) -> None:
    data = docx(DOCX, numbering=NUMBERING)
    document = read_bytes(data, "a.docx")
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    paragraphs = list(root.iter(W + "p"))
    checked = 0
    for segment in document.segments:
        place = segment.place
        assert isinstance(place, DocxPlace)
        if place.run is not None:
            run = list(paragraphs[place.paragraph].iter(W + "r"))[place.run]
            words = segment.span.of(document.text)
            assert _run_text(run)[place.offset :].startswith(words)
            checked += len(words)
    assert checked == len("身份证\t原件甲乙框后")
    _covers(document)


def _run_text(run: etree._Element) -> str:
    signs = {W + "tab": "\t", W + "br": "\n"}
    return "".join(node.text or "" if node.tag == W + "t" else signs.get(str(node.tag), "") for node in run)


def test_html() -> None:
    document = read_bytes(HTML.encode(), "a.html")
    for segment in document.segments:
        place = segment.place
        assert isinstance(place, TextPlace)
        words = segment.span.of(document.text)
        assert unescape(HTML[place.offset : place.offset + 12]).startswith(words[:1])
        assert len(words) == 1 or HTML[place.offset :].startswith(words)
    _covers(document)


def test_worksheet(xlsx: Make) -> None:
    data = xlsx({"新办": [["序号", "材料"], [1, " 身份证\n户口簿"]], "变更": [["执照"]]})
    document = read_bytes(data, "a.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    for segment in document.segments:
        place = segment.place
        assert isinstance(place, SheetPlace)
        value = str(book[place.sheet].cell(place.row, place.column).value)
        assert value[place.offset :].startswith(segment.span.of(document.text))
    _covers(document, generated="新办变更")


def test_pdf(pdf: Make, grid: Make) -> None:
    page_of: Any = grid([[["序号"], ["申请材料"]], [["1"], ["居民身份证", "户口簿"]]])
    data = pdf(([(72, 750, "办事指南"), *page_of[0]], page_of[1]))
    document = read_bytes(data, "a.pdf")
    page = pypdfium2.PdfDocument(data)[0]
    for segment in document.segments:
        place = segment.place
        assert isinstance(place, PdfPlace)
        x0, top, x1, bottom = place.box
        assert page.get_textpage().get_text_bounded(x0, 800 - bottom, x1, 800 - top).strip() == segment.span.of(
            document.text
        )
    _covers(document)


def test_text() -> None:
    source = "一、材料\r\n| 1 | 身份证 |\n| 2 | 户口簿 |\n"
    document = read_bytes(source.encode("gbk"), "a.txt")
    assert [document.place(n) for n in (0, len(source) - 1)] == [TextPlace(0), TextPlace(0)]
    assert document.text == source


def _covers(document: Document, generated: str = "") -> None:
    """Blocks lie in order inside the text, and every character of theirs has a place unless reading made it."""
    bare = [n for span in _spans(document.blocks) for n in range(*span) if document.place(n) is None]
    made = "".join(document.text[n] for n in bare)
    assert sorted(made.replace(" ", "")) == sorted(generated.replace(" ", ""))
    assert all(s.span.end <= t.span.start for s, t in zip(document.segments, document.segments[1:], strict=False))


def _spans(blocks: tuple[Block, ...]) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                assert block.span.contains(cell.span)
                yield from _spans(cell.blocks)
        else:
            yield block.span
