"""Builders of small files in every format: each test writes its own."""

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACES = (
    f'{_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
Text = tuple[float, float, str]
Rule = tuple[float, float, float, float]


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """``docx(body, numbering=…, styles=…, footnotes=…)``: WordprocessingML snippets to a .docx."""
    return make_docx


def make_docx(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {_NAMESPACES}>{content}</w:{name}>")
    return file.getvalue()


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """``pdf(([(x, y, text), …], [(x0, y0, x1, y1), …]), …)``: a page each; points from below left, type of 10.

    ``drawn`` is drawn on every page, ``form`` inside a form object moved by (50, 100).
    """
    return make_pdf


def make_pdf(*pages: tuple[Sequence[Text], Sequence[Rule]], rotate: int = 0, drawn: str = "", form: str = "") -> bytes:
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        b"/Supplement 2>>/FontDescriptor 5 0 R/DW 1000>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 880/StemV 93>>",
    ]
    forms = f"/XObject<</X {6 + 2 * len(pages)} 0 R>>" if form else ""
    for number, (texts, rules) in enumerate(pages):
        stream = _content(texts, rules, rotate) + f"\n{drawn}".encode() + (b" /X Do" if form else b"")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate {rotate}/Resources<</Font<</F 3 0 R>>{forms}>>"
            f"/Contents {7 + 2 * number} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    if form:
        box = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Matrix[1 0 0 1 50 100]/Length %d>>stream\n%s\nendstream"
        objects.append(box % (len(form), form.encode()))
    return _assembled(objects)


def _content(texts: Sequence[Text], rules: Sequence[Rule], rotate: int) -> bytes:
    words = [f"BT /F 10 Tf {_matrix(x, y, rotate)} Tm <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in texts]
    lines = [f"{x0} {y0} m {x1} {y1} l S" for x0, y0, x1, y1 in rules]
    return "\n".join([*words, *lines]).encode()


def _matrix(x: float, y: float, rotate: int) -> str:
    """Text upright at (x, y) of the page as shown, which is 800 wide and 600 high when turned by 90 or 270."""
    return {
        0: f"1 0 0 1 {x} {y}",
        90: f"0 1 -1 0 {600 - y} {x}",
        180: f"-1 0 0 -1 {600 - x} {800 - y}",
        270: f"0 -1 1 0 {y} {800 - x}",
    }[rotate]


def _assembled(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


@pytest.fixture
def grid() -> Callable[..., tuple[list[Text], list[Rule]]]:
    """``grid(rows, top=700)``: a ruled table 500 points wide, rows 40 high; a cell is its lines."""
    return make_grid


def make_grid(rows: Sequence[Sequence[Sequence[str]]], top: float = 700) -> tuple[list[Text], list[Rule]]:
    width, bottom = 500 / len(rows[0]), top - 40 * len(rows)
    rules: list[Rule] = [(50, top - 40 * n, 550, top - 40 * n) for n in range(len(rows) + 1)]
    rules += [(50 + width * n, bottom, 50 + width * n, top) for n in range(len(rows[0]) + 1)]
    texts = [
        (55 + width * column, top - 40 * row - 12 - 12 * line, words)
        for row, cells in enumerate(rows)
        for column, lines in enumerate(cells)
        for line, words in enumerate(lines)
        if words
    ]
    return texts, rules


@pytest.fixture
def xlsx() -> Callable[..., bytes]:
    """``xlsx({"sheet": rows}, merged=["A2:A3"])``."""
    return make_xlsx


def make_xlsx(sheets: dict[str, list[list[object]]], merged: Sequence[str] = ()) -> bytes:
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place in merged:
                sheet.merge_range(place, "")
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(number, column, value)
    return file.getvalue()
