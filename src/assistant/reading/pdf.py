"""PDF to a Document: text by pdfium, ruled tables by pdfplumber's geometry (docs/decisions/011)."""

import re
from dataclasses import dataclass
from typing import Any

import pypdfium2

from assistant.errors import BrokenFileError, EncryptedError, TooLargeError
from assistant.model.document import Coverage, Document, Notice
from assistant.reading.limits import Limits
from assistant.reading.pdf_boxes import Frame, frame_of
from assistant.reading.pdf_cells import fill
from assistant.reading.pdf_flow import Item, page_items
from assistant.reading.pdf_furniture import without_furniture
from assistant.reading.pdf_page import Fragment, fragments, glyphs, lines_of
from assistant.reading.pdf_rules import find_grids
from assistant.reading.pdf_table import PdfTable, ruled
from assistant.reading.pdf_write import write

# Characters of a font without a readable encoding
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\x01-\x08\x0e-\x1f]")
_MOST_GLYPHS = 60_000  # a page; more is a drawing and not a guide


@dataclass(slots=True)
class Page:
    fragments: list[Fragment]
    tables: list[PdfTable]
    frame: Frame
    characters: int
    pictured: bool = False
    broken: bool = False


def read_pdf(data: bytes, name: str, limits: Limits, format: str = "pdf") -> Document:
    """Raises NoTextError for a scan where no text recognition is installed, and the other ReadErrors."""
    pdf = _within(open_pdf(data, name), name, limits)
    try:
        pages = [_page(pdf, number, name) for number in range(len(pdf))]
        if all(page.broken for page in pages):
            raise BrokenFileError(name, "PDF 的页面已损坏，请重新下载或另存后再读")
        if _is_scan(pages):
            from assistant.reading.ocr import read_scan

            return read_scan(pdf, name, limits)
    finally:
        pdf.close()
    return compose(pages, name, limits, format, _notices(pages))


def compose(pages: list[Page], name: str, limits: Limits, format: str, notices: tuple[Notice, ...]) -> Document:
    """Pages as read, by pdfium or by text recognition, to a Document."""
    before = sum(_count(page.fragments) for page in pages)
    bare = without_furniture([(page.fragments, _height(page.frame)) for page in pages])
    left_out = before - sum(map(_count, bare))
    items: list[Item] = []
    for number, (page, kept) in enumerate(zip(pages, bare, strict=True), 1):
        items += page_items(kept, page.tables, number, _width(page.frame))
    text, blocks, segments = write(items, name, limits)
    total = sum(page.characters for page in pages) - left_out
    share = min(1.0, len("".join(text.split())) / total) if total > 0 else 1.0
    return Document(name, "", format, text, blocks, segments, len(pages), notices, Coverage(share))


def open_pdf(data: bytes, name: str) -> Any:
    """Raises EncryptedError, BrokenFileError."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as cause:
        if "password" in str(cause).lower():
            raise EncryptedError(name, "PDF 加了密码，请先去掉密码再读") from cause
        raise BrokenFileError(name, "PDF 不完整或已损坏，请重新下载或另存后再读") from cause


def _within(pdf: Any, name: str, limits: Limits) -> Any:
    if len(pdf) > limits.pages:
        pages = len(pdf)
        pdf.close()
        raise TooLargeError(name, f"有{pages}页，超过{limits.pages}页的上限，请拆分后再读")
    return pdf


def _page(pdf: Any, number: int, name: str) -> Page:
    try:
        page = pdf[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Page([], [], Frame(0, 0, 595, 842, 0), 0, broken=True)
    frame = frame_of(page)
    if text_page.count_chars() > _MOST_GLYPHS:
        raise TooLargeError(name, f"第{number + 1}页的文字过多（图纸？），未读取")
    grids = find_grids(page, frame)
    if not grids:
        found = fragments(text_page, frame)
        return Page(found, [], frame, _count(found), len(found) < 5 and _has_picture(page))
    return _ruled_page(glyphs(text_page, frame), grids, frame, number)


def _ruled_page(characters: list[Fragment], grids: list[Any], frame: Frame, number: int) -> Page:
    total, tables = len(characters), []
    for grid in grids:
        filled, characters = fill(grid, characters)
        if any(paragraphs for _, paragraphs in filled):
            tables.append(ruled(grid, filled, number + 1))
    return Page(lines_of(characters), tables, frame, total)


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _count(found: list[Fragment]) -> int:
    return sum(len(fragment.text.replace(" ", "")) for fragment in found)


def _height(frame: Frame) -> float:
    return frame.width if frame.rotation in (90, 270) else frame.height


def _width(frame: Frame) -> float:
    return frame.height if frame.rotation in (90, 270) else frame.width


def _is_scan(pages: list[Page]) -> bool:
    """No text, hardly any beside pictures, or text in an encoding nobody can read."""
    characters = sum(page.characters for page in pages)
    if characters == 0 or (characters < 20 * len(pages) and any(page.pictured for page in pages)):
        return True
    text = "".join(f.text for page in pages for f in page.fragments)
    return len(_UNREADABLE.findall(text)) > 0.3 * len(text) > 0


def _notices(pages: list[Page]) -> tuple[Notice, ...]:
    broken = [str(number) for number, page in enumerate(pages, 1) if page.broken]
    empty = [str(number) for number, page in enumerate(pages, 1) if page.characters == 0 and not page.broken]
    found = []
    if broken:
        found.append(Notice("read", "broken_page", f"第{'、'.join(broken[:10])}页已损坏，没有读到"))
    if empty:
        pages_said = "、".join(empty[:10])
        found.append(Notice("read", "empty_page", f"第{pages_said}页没有文字（空白页或扫描图片），这些页没有读到"))
    return tuple(found)
