"""Word .docx to a Document, straight from its XML (docs/decisions/010).

python-docx passes over text boxes, content controls and inserted revisions, and its cell loops are slow.
"""

from typing import Any

from assistant.model.document import Block, Document, Notice, Table
from assistant.model.place import DocxPlace
from assistant.reading.docx_choice import alternative, content_of
from assistant.reading.docx_coverage import coverage
from assistant.reading.docx_inline import Line, read_paragraph
from assistant.reading.docx_numbering import Numbering, read_numbering
from assistant.reading.docx_package import DocxParts, open_docx
from assistant.reading.docx_styles import Style, Styles, int_of, outline_level
from assistant.reading.docx_tags import (
    ALTERNATE,
    BODY,
    GRID_BEFORE,
    GRID_SPAN,
    ILVL,
    NUMID,
    NUMPR,
    OUTLINE,
    PPR,
    PSTYLE,
    SDT,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    VANISH,
    VMERGE,
    WRAPPERS,
    P,
    T,
    w,
)
from assistant.reading.layout import Layout, TableWriter
from assistant.reading.limits import Limits


def read_docx(data: bytes, name: str, limits: Limits, format: str = "docx") -> Document:
    """Headers, footers, comments and deleted text are left out; footnotes stand at the end. Raises ReadError."""
    parts = open_docx(data, name, limits)
    layout = Layout(DocxPlace, limits, name, 2)
    walker = _Walker(parts, layout)
    blocks = walker.blocks(parts.document.find(BODY))
    for part, root in parts.notes:
        blocks += walker.notes(part, root)
    text, segments = layout.text(), layout.segments()
    share = coverage(parts, len("".join(text.split())) - walker.generated, segments, walker)
    return Document(name, "", format, text, tuple(blocks), segments, None, _notices(parts), share)


def _notices(parts: DocxParts) -> tuple[Notice, ...]:
    return (Notice("read", "damaged", "文档的 XML 有损坏，已尽量修复后读取，请与原件核对"),) if parts.damaged else ()


class _Walker:
    """Goes through the body once; lists count as they are met."""

    def __init__(self, parts: DocxParts, layout: Layout) -> None:
        self.layout = layout
        self.styles = Styles(parts.styles)
        self.default = self.styles.default()
        self.numbering: Numbering = read_numbering(parts.numbering)
        self.cells = 0
        self.numbers = 0
        self.contents = 0
        self.generated = 0
        self._hidden = parts.counts[VANISH] > 0
        self._begin(parts.main, parts.document)

    def _begin(self, part: str, root: Any) -> None:
        self._part = part
        self._index = {paragraph: i for i, paragraph in enumerate(root.iter(P))}
        self._depth = 0

    def notes(self, part: str, root: Any) -> list[Block]:
        """Footnotes, without the separator lines Word keeps there."""
        self._begin(part, root)
        ordinary = [note for note in root if note.get(w("type")) in (None, "normal")]
        return [block for note in ordinary for block in self.blocks(note)]

    def blocks(self, parent: Any) -> list[Block]:
        found: list[Block] = []
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, found)
            elif tag == TBL:
                table = self._table(child)
                if table:
                    found.append(table)
            elif tag == SDT:
                found += self.blocks(content_of(child))
            elif tag == ALTERNATE:
                found += self.blocks(alternative(child))
            elif tag in WRAPPERS:
                found += self.blocks(child)
        return found

    def _paragraph(self, paragraph: Any, found: list[Block]) -> None:
        style, number, level, removed = self._properties(paragraph)
        if style.contents:
            self.contents += len("".join("".join(paragraph.itertext(T, with_tail=False)).split()))
            return
        line = read_paragraph(paragraph, self._part, self._index[paragraph], style.bold, self._hidden, self._depth > 0)
        label = self.numbering.label(*number) if number and not removed else None
        self._write(line, label, level, found)
        for box in line.boxes:
            found += self.blocks(box)

    def _write(self, line: Line, label: tuple[str, str] | None, level: int | None, found: list[Block]) -> None:
        for pieces in line.lines:
            number = generated = None
            if label and (any(not text.isspace() for text, _ in pieces) or self._shows(label, line)):
                number, suffix = label
                generated = (number + suffix, (line.paragraph, None, 0, self._part))
                label = None
                self.numbers += 1
                self.generated += len("".join(number.split()))
            block = self.layout.line(pieces, number, level, line.bold, generated)
            if block:
                found.append(block)

    def _shows(self, label: tuple[str, str], line: Line) -> bool:
        """Whether a number without words is content: the column 序号 of a table is often numbered by Word alone."""
        return self._depth > 0 and len(line.lines) == 1 and label[0][:1].isalnum()

    def _properties(self, paragraph: Any) -> tuple[Style, tuple[str, int] | None, int | None, bool]:
        style, number, level, removed = self.default, None, None, False
        properties = paragraph[0] if len(paragraph) else None
        if properties is not None and properties.tag == PPR:
            for child in properties:
                tag = child.tag
                if tag == PSTYLE:
                    style = self.styles.get(child.get(VAL))
                elif tag == NUMPR:
                    number = child
                elif tag == OUTLINE:
                    level = outline_level(child.get(VAL))
        found = self._styled(style) if number is None else _list_of(number, style)
        if found and found[0] in ("", "0"):
            found = None
        return style, found, (style.level if level is None else level or None), removed

    def _styled(self, style: Style) -> tuple[str, int] | None:
        if style.number is None:
            return None
        number, level, owner = style.number
        return number, self.numbering.level_of(number, level, owner)

    def _table(self, table: Any) -> Table | None:
        writer = TableWriter(self.layout)
        self._depth += 1
        merged: dict[int, int] = {}
        for row in _rows(table):
            writer.open_row()
            properties = row.find(TRPR)
            column = int_of(properties.find(GRID_BEFORE)) if properties is not None else 0
            for cell in _cells(row):
                column = self._cell(cell, column, writer, merged)
        self._depth -= 1
        return writer.close()

    def _cell(self, cell: Any, column: int, writer: TableWriter, merged: dict[int, int]) -> int:
        width, merge = 1, None
        properties = cell[0] if len(cell) else None  # the schema puts properties first
        if properties is not None and properties.tag == TCPR:
            for child in properties:
                tag = child.tag
                if tag == GRID_SPAN:
                    width = max(1, min(int_of(child, 1), 1000))
                elif tag == VMERGE:
                    merge = child
        if merge is not None and merge.get(VAL) != "restart" and column in merged:
            writer.extend(merged[column])
            self.cells += 1
            return column + width
        writer.open_cell()
        index = writer.close_cell(column, 1, width, self.blocks(cell))
        self.cells += 1
        merged.pop(column, None)
        if merge is not None:
            merged[column] = index
        return column + width


def _list_of(element: Any, style: Style) -> tuple[str, int]:
    number, level = element.find(NUMID), element.find(ILVL)
    inherited = style.number or ("", 0, "")
    return (
        inherited[0] if number is None else number.get(VAL) or "",
        inherited[1] if level is None else int_of(level),
    )


def _rows(table: Any) -> Any:
    for child in table:
        if child.tag == TR:
            properties = child.find(TRPR)
            if properties is None or properties.find(w("del")) is None:
                yield child
        elif child.tag == SDT:
            yield from _rows(content_of(child))
        elif child.tag in WRAPPERS:
            yield from _rows(child)


def _cells(row: Any) -> Any:
    for child in row:
        if child.tag == TC:
            yield child
        elif child.tag == SDT:
            yield from _cells(content_of(child))
        elif child.tag in WRAPPERS:
            yield from _cells(child)
