"""A new .docx of the reading text, for files that are no .docx: the same paragraphs and tables, ready to be marked."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape

from assistant.export.marked.frame import frame_parts, main_xml
from assistant.model.document import Block, Cell, Document, Paragraph, Table
from assistant.model.place import DocxPlace, Segment
from assistant.model.span import Span
from assistant.office.package import EPOCH

# Characters XML cannot hold
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The marks of a Markdown heading: "## "
_HASHES = re.compile(r"#{1,6}\s+")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
# Twentieths of a point between the margins of an upright page, and of one turned for the sake of wide tables
_WIDTHS = {False: 9070, True: 14002}
_WIDE = 8  # columns


def fresh_docx(document: Document) -> tuple[bytes, Document]:
    """The package, and the document with places in it. Same text, same bytes."""
    writer = _Writer(document.text, max((_WIDTHS[_is_wide(b)] for b in document.blocks), default=_WIDTHS[False]))
    body = writer.blocks(document.blocks)
    parts = frame_parts() | {"word/document.xml": main_xml(body, wide=writer.wide)}
    return _packed(parts), replace(document, segments=tuple(sorted(writer.segments, key=lambda segment: segment.span)))


@dataclass(slots=True)
class _Writer:
    text: str
    width: int
    segments: list[Segment] = field(default_factory=list)
    paragraphs: int = 0
    depth: int = 0

    @property
    def wide(self) -> bool:
        return self.width == _WIDTHS[True]

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "".join(self._table(b) if isinstance(b, Table) else self._paragraph(b) for b in blocks)

    def _paragraph(self, paragraph: Paragraph) -> str:
        style = f'<w:pStyle w:val="{"Title" if paragraph.level == 1 else "Heading"}"/>' if paragraph.level else ""
        bold = "<w:rPr><w:b/></w:rPr>" if paragraph.bold and not paragraph.level else ""
        span = paragraph.span
        hashes = _HASHES.match(span.of(self.text)) if paragraph.level else None
        return self._line(Span(span.start + hashes.end(), span.end) if hashes else span, style, bold)

    def _line(self, span: Span, style: str = "", bold: str = "") -> str:
        if span.end > span.start:
            self.segments.append(Segment(span, DocxPlace(self.paragraphs, 0)))
        self.paragraphs += 1
        style = style or ('<w:pStyle w:val="Cell"/>' if self.depth else "")
        run = f"<w:r>{bold}{_content(span.of(self.text))}</w:r>" if span.end > span.start else ""
        return f"<w:p>{f'<w:pPr>{style}</w:pPr>' if style else ''}{run}</w:p>"

    def _table(self, table: Table) -> str:
        widths = _widths(table, max(table.columns, 1), self.width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        places = table.grid()
        self.depth += 1
        rows = "".join(
            f"<w:tr>{self._row(places, row, widths)}</w:tr>" for row in range(table.rows) if any(places[row])
        )
        self.depth -= 1
        look = f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/></w:tblPr>'
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{self._line(Span(0, 0))}"

    def _row(self, places: Sequence[Sequence[Cell | None]], row: int, widths: Sequence[int]) -> str:
        found, column = "", 0
        while column < len(places[row]):
            cell = places[row][column]
            span = max(1, sum(other is cell for other in places[row][column:])) if cell is not None else 1
            found += self._cell(cell, cell is not None and cell.row == row, span, sum(widths[column : column + span]))
            column += span
        return found

    def _cell(self, cell: Cell | None, begins: bool, columns: int, width: int) -> str:
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        merged = cell is not None and cell.row_span > 1
        merge = ('<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>") if merged else ""
        content = self._inside(cell) if cell is not None and begins else self._line(Span(0, 0))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{content}</w:tc>'

    def _inside(self, cell: Cell) -> str:
        return self.blocks(cell.blocks) if cell.blocks else self._line(cell.span)


def _content(text: str) -> str:
    parts = re.split("([\t\n])", _ILLEGAL.sub(" ", text))
    return "".join(
        _MARKS.get(part) or f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in parts if part
    )


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and block.columns >= _WIDE


def _widths(table: Table, columns: int, width: int) -> list[int]:
    """By the longest line of each column's own cells, between 4 and 24 characters."""
    longest = [4] * columns
    for cell in table.cells:
        if cell.column_span == 1 and cell.column < columns:
            longest[cell.column] = max(longest[cell.column], min(24, cell.span.end - cell.span.start))
    return [width * each // sum(longest) for each in longest]


def _packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content.encode())
    return out.getvalue()
