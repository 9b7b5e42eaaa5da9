"""Pages of a PDF as pictures, and how large they are."""

import io
from dataclasses import dataclass

from assistant.errors import ReadError
from assistant.reading.limits import Limits
from assistant.reading.pdf import open_pdf

_SANE = Limits()
_MOST_PIXELS = 24_000_000  # of one picture: an A0 plan at a readable size


@dataclass(frozen=True, slots=True)
class PageSize:
    """In points, as displayed."""

    width: float
    height: float


def page_sizes(data: bytes, name: str, limits: Limits = _SANE) -> tuple[PageSize, ...]:
    """Raises ReadError."""
    with open_pdf(data, name) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(min(len(document), limits.pages)))


def page_picture(data: bytes, name: str, page: int, scale: float) -> bytes:
    """PNG of a page (counted from 1), ``scale`` pixels a point. Raises ReadError; where there is no such page, too."""
    with open_pdf(data, name) as document:
        if not 1 <= page <= len(document):
            raise ReadError(name, f"没有第{page}页，共{len(document)}页")
        width, height = document.get_page_size(page - 1)
        scale = min(scale, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        sheet = document[page - 1]
        try:
            bitmap = sheet.render(scale=scale, draw_annots=True)
            picture = io.BytesIO()
            bitmap.to_pil().save(picture, "PNG")
            bitmap.close()
        finally:
            sheet.close()
        return picture.getvalue()
