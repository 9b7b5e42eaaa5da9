"""Where spans of the reading text stand in the document, for pages that show it. In a worker process."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.errors import UnsupportedError
from assistant.model.document import Document
from assistant.model.place import DocxPlace, PdfPlace
from assistant.reading.docx_positions import Starts, run_starts
from assistant.reading.pdf_picture import page_picture, page_sizes
from assistant.server.work.exporting import as_docx
from assistant.server.work.reviewing import Stored, document_of


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """Rows (paragraph, start, length, at): ``length`` characters of the reading text from ``start`` on are those from
    ``at`` on of the ``w:t`` text of that ``w:p``.
    """

    rows: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """``pages``: (page from 1, width, height) in points; ``segments``: (start, end, page, box)."""

    pages: tuple[tuple[int, float, float], ...]
    segments: tuple[tuple[int, int, int, tuple[float, float, float, float]], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    stored: Stored
    page: int
    scale: float


def text_places(stored: Stored) -> TextPlaces:
    """Of a Word document, or of what LibreOffice makes one of. Raises ReadError."""
    document = document_of(stored.path, stored.name)
    starts = run_starts(as_docx(stored, document), stored.name)
    return TextPlaces(tuple(_rows(document, starts)))


def _rows(document: Document, starts: Starts) -> Iterator[tuple[int, int, int, int]]:
    for segment in document.segments:
        place = segment.place
        if not isinstance(place, DocxPlace) or place.run is None or not place.part.endswith("document.xml"):
            continue
        run = starts.get((place.paragraph, place.run))
        if run and place.offset < len(run) and run[place.offset] >= 0:
            size = segment.span.end - segment.span.start
            yield place.paragraph, segment.span.start, size, run[place.offset]


def page_boxes(stored: Stored) -> PageBoxes:
    """Raises ReadError."""
    document = _pdf(stored)
    sizes = page_sizes(stored.path.read_bytes(), stored.name)
    pages = tuple((number, size.width, size.height) for number, size in enumerate(sizes, 1))
    segments = tuple(
        (segment.span.start, segment.span.end, segment.place.page, segment.place.box)
        for segment in document.segments
        if isinstance(segment.place, PdfPlace)
    )
    return PageBoxes(pages, segments)


def picture(wanted: Picture) -> bytes:
    """Raises ReadError."""
    _pdf(wanted.stored)
    return page_picture(wanted.stored.path.read_bytes(), wanted.stored.name, wanted.page, wanted.scale)


def _pdf(stored: Stored) -> Document:
    document = document_of(stored.path, stored.name)
    if not document.format.startswith("pdf"):
        raise UnsupportedError(stored.name, "不是 PDF，没有页面图片")
    return document
