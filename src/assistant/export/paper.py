"""Papers to be filled in by hand: lines made of words and underlined blanks, tables with shaded cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from assistant.export.official_docx import add_row, add_table, add_title

__all__ = ["Align", "Piece", "Pieces", "Word", "gap", "headline", "line", "margins", "row", "shade", "table"]

Align = Literal["left", "center", "right", "both"]
IN_TABLES, BODY = 12.0, 16.0  # points: 小四, 三号
HEAD_COLOUR = "EAEFF5"
_ALIGNS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# What XML cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. ``gap``: a blank to fill in, underlined; ``colour`` is RRGGBB."""

    text: str
    bold: bool = False
    gap: bool = False
    colour: str | None = None


Pieces = Sequence[str | Piece]


def gap(columns: int = 8) -> Piece:
    """An underlined blank, ``columns`` Han characters wide; other blanks would vanish at the end of a line."""
    return Piece("\u00a0" * 2 * columns, gap=True)


def headline(word: Word, words: str, new_page: bool = False) -> None:
    paragraph = add_title(word, words)
    paragraph.paragraph_format.page_break_before = new_page
    paragraph.paragraph_format.space_after = Pt(14)


def line(
    word: Word,
    pieces: Pieces,
    align: Align = "left",
    indent: bool = True,
    size: float | None = None,
    right: float = 0,
    before: float = 0,
    keep: bool = False,
) -> Paragraph:
    """A paragraph. ``size`` and ``before`` (free above it) in points, size None: the body's; ``right``: characters left
    free; ``keep``: on one page with the next.
    """
    paragraph = word.add_paragraph()
    paragraph.alignment = _ALIGNS[align]
    shape = paragraph.paragraph_format
    shape.first_line_indent = Pt(2 * (size or BODY)) if indent else Pt(0)
    shape.right_indent = Pt(right * (size or BODY))
    shape.keep_with_next, shape.space_before = keep, Pt(before)
    if size is not None:
        _height(paragraph, size * 1.6)
    _write(paragraph, pieces, size)
    return paragraph


def table(word: Word, widths: Sequence[float], heads: Sequence[str]) -> Table:
    """``widths`` in cm; the shaded row of heads is repeated on every page."""
    made = add_table(word, heads, widths)
    for cell in made.rows[0].cells:
        shade(cell, HEAD_COLOUR)
        paragraph = cell.paragraphs[0]
        paragraph.alignment = _ALIGNS["center"]
        _height(paragraph, IN_TABLES * 1.35)
        paragraph.runs[0].font.size = Pt(IN_TABLES)
    return made


def row(
    made: Table,
    values: Sequence[Pieces],
    widths: Sequence[float],
    aligns: Sequence[Align] = (),
    size: float = IN_TABLES,
) -> Sequence[_Cell]:
    """One row more, not split over pages; ``aligns`` of its first cells, the others begin left."""
    cells = add_row(made, [""] * len(widths), widths)
    for at, (cell, pieces) in enumerate(zip(cells, values, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = _ALIGNS[aligns[at] if at < len(aligns) else "left"]
        _height(paragraph, size * 1.35)
        _write(paragraph, pieces, size)
    return cells


def shade(cell: _Cell, colour: str) -> None:
    """Fill with ``colour`` (RRGGBB)."""
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shading.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shading)


def margins(word: Word, top: float, bottom: float, left: float, right: float) -> None:
    """In millimetres, where a paper has to fit one page."""
    section = word.sections[0]
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(min(25, bottom / 2))


def _write(paragraph: Paragraph, pieces: Pieces, size: float | None) -> None:
    for each in pieces:
        piece = Piece(each) if isinstance(each, str) else each
        run = paragraph.add_run(_CONTROL.sub("", piece.text))
        run.bold, run.underline = piece.bold or None, piece.gap or None
        if size is not None:
            run.font.size = Pt(size)
        if piece.colour:
            run.font.color.rgb = RGBColor.from_string(piece.colour)


def _height(paragraph: Paragraph, points: float) -> None:
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
