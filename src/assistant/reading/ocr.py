"""Scans and photos: text recognition by rapidocr, which carries its models and works offline (docs/decisions/013)."""

import io
import time
from functools import cache
from importlib.util import find_spec
from typing import Any

from assistant.errors import BrokenFileError, NoTextError, TooLargeError
from assistant.model.document import Document, Notice
from assistant.reading.limits import Limits
from assistant.reading.ocr_rules import cut_at_cells, drawn_lines
from assistant.reading.pdf import Page, compose
from assistant.reading.pdf_boxes import Frame
from assistant.reading.pdf_cells import fill
from assistant.reading.pdf_page import Fragment
from assistant.reading.pdf_rules import grids_of
from assistant.reading.pdf_table import ruled

_REMEDY = "文字识别需另行安装：pip install jianzheng-assistant[ocr]；也可提供 Word 或文字版 PDF"
_SCALE = 200 / 72  # 200 dots an inch: below it small print is lost, above it only slower
_SURE = 0.5  # what is recognised with less confidence is more often noise than text
_MOST_PIXELS = 80_000_000


def can_recognise() -> bool:
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_scan(pdf: Any, name: str, limits: Limits) -> Document:
    """A PDF without text. Boxes are in points, as in other PDFs. ``limits.seconds`` is for three pages."""
    if not can_recognise():
        raise NoTextError(name, f"是扫描件，PDF 中没有文字；{_REMEDY}")
    until = time.monotonic() + limits.seconds * max(1, len(pdf) / 3)
    pages = []
    for number in range(len(pdf)):
        if time.monotonic() > until:
            raise TooLargeError(name, f"文字识别超时，只识别到第{number}页，请拆分后再读")
        pages.append(_scanned(pdf, number))
    return _document(pages, name, limits)


def _scanned(pdf: Any, number: int) -> Page:
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number]
        width, height = page.get_size()
        # A page of several metres would take all the memory there is.
        scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
        image = page.render(scale=scale).to_numpy()
    except (PdfiumError, ValueError):
        return Page([], [], Frame(0, 0, 595, 842, 0), 0, broken=True)
    return _page(image, scale, Frame(0, 0, width, height, 0), number + 1)


def read_image(data: bytes, name: str, limits: Limits, format: str = "image") -> Document:
    """A photo or screenshot; boxes are in pixels of the picture."""
    if not can_recognise():
        raise NoTextError(name, f"是图片，需要识别其中的文字；{_REMEDY}")
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > _MOST_PIXELS:
            raise TooLargeError(name, "图片过大，请缩小或裁剪后再读")
        image = _array(picture.convert("RGB"))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as cause:
        raise BrokenFileError(name, f"图片（{format}）不完整或已损坏，请重新拍摄或另存后再读") from cause
    return _document([_page(image, 1.0, Frame(0, 0, image.shape[1], image.shape[0], 0))], name, limits)


def _array(picture: Any) -> Any:
    import numpy

    return numpy.asarray(picture)[:, :, ::-1]


@cache
def _engine() -> Any:
    """Loading the models takes about a second; they are read-only afterwards."""
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def _page(image: Any, scale: float, frame: Frame, number: int = 1) -> Page:
    result = _engine()(image)
    boxes = result.boxes if result.boxes is not None else []
    found = [
        Fragment(
            text, *(float(v) / scale for v in (box[:, 0].min(), box[:, 1].min(), box[:, 0].max(), box[:, 1].max()))
        )
        for box, text, score in zip(boxes, result.txts or (), result.scores or (), strict=True)
        if score >= _SURE and text.strip()
    ]
    total = sum(len("".join(f.text.split())) for f in found)
    lines = [(x0 / scale, top / scale, x1 / scale, bottom / scale) for x0, top, x1, bottom in drawn_lines(image)]
    tables = []
    for grid in grids_of(lines):
        filled, found = fill(grid, [part for fragment in found for part in cut_at_cells(fragment, grid)])
        if any(paragraphs for _, paragraphs in filled):
            tables.append(ruled(grid, filled, number))
    return Page(found, tables, frame, total)


def _document(pages: list[Page], name: str, limits: Limits) -> Document:
    message = "本文件为扫描件或图片，文字由程序识别，可能有错字、漏字，表格按位置推断，请与原件核对"
    return compose(pages, name, limits, "pdf-scan", (Notice("read", "recognised", message),))
