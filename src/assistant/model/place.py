"""Where a stretch of the reading text stands in the source file."""

from dataclasses import dataclass

from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class DocxPlace:
    """In a .docx part: the ``paragraph``-th ``w:p`` in document order, its ``run``-th ``w:r``, character ``offset``
    of that run.

    ``run`` is None for what Word generates itself and no run holds, such as the number of a list item.
    """

    paragraph: int
    run: int | None
    offset: int = 0
    part: str = "word/document.xml"


@dataclass(frozen=True, slots=True)
class PdfPlace:
    """On a PDF page (counted from 1), in points from the top left corner: x0, top, x1, bottom."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextPlace:
    """At character ``offset`` of the decoded source (.txt, .md, .html)."""

    offset: int


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """In a worksheet's cell; row and column counted from 1; character ``offset`` of the cell's text."""

    sheet: str
    row: int
    column: int
    offset: int = 0


Place = DocxPlace | PdfPlace | TextPlace | SheetPlace


@dataclass(frozen=True, slots=True)
class Segment:
    """``span`` of the reading text begins at ``place``; the characters after the first follow on there."""

    span: Span
    place: Place
