"""Where a character stands on a PDF page: one square a character, on its base line.

pdfium's boxes hug the ink (a comma's is tiny, 一 has no height) or rely on figures many fonts leave out; the origin of
a character is always right. So the box is drawn from it: as wide as the character, 0.88 above the base line and 0.12
below.
"""

import ctypes
from collections.abc import Callable
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
_HAN = 0x2E80
_ASCENT, _DESCENT = 0.88, 0.12


class Frame(NamedTuple):
    """Maps pdfium's coordinates (from the bottom left, before rotation) to those of the page as displayed."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        left, right, bottom, top = left - self.left, right - self.left, bottom - self.bottom, top - self.bottom
        if self.rotation == 90:
            return bottom, left, top, right
        if self.rotation == 180:
            return self.width - right, bottom, self.width - left, top
        if self.rotation == 270:
            return self.height - top, self.width - right, self.height - bottom, self.width - left
        return left, self.height - top, right, self.height - bottom


def frame_of(page: Any) -> Frame:
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right - left, top - bottom, page.get_rotation())


def boxes(text_page: Any, frame: Frame) -> Callable[[int], Box]:
    """A function from a character's index to its box."""
    raw, count = text_page.raw, text_page.count_chars()
    turned = frame.rotation != 0 or any(0.1 < pdfium.FPDFText_GetCharAngle(raw, n) < 6.18 for n in range(min(count, 3)))
    return _turned(raw, count, frame) if turned else _upright(raw, frame)


def _upright(raw: Any, frame: Frame) -> Callable[[int], Box]:
    rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    rect_at, x_at, y_at = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    loose, origin, size_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetFontSize
    code_of = pdfium.FPDFText_GetUnicode

    def box_of(index: int) -> Box:
        loose(raw, index, rect_at)
        origin(raw, index, x_at, y_at)
        left, right = rect.left, rect.right
        if code_of(raw, index) >= _HAN and right - left > 2:
            em = right - left
        else:
            height, em = rect.top - rect.bottom, size_of(raw, index)
            if not 0.4 * em < height < 2.5 * em:  # the size is scaled by a matrix
                em = max(height, 1.0)
        return frame.box(left, y.value - _DESCENT * em, right, y.value + _ASCENT * em)

    return box_of


def _turned(raw: Any, count: int, frame: Frame) -> Callable[[int], Box]:
    """Pages whose content is drawn sideways and turned for display: there only the tight boxes are right."""
    values = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = values
    at = [ctypes.byref(value) for value in values]
    x, y = ctypes.c_double(), ctypes.c_double()

    def tight(index: int) -> Box:
        pdfium.FPDFText_GetCharBox(raw, index, *at)
        return frame.box(left.value, bottom.value, right.value, top.value)

    sides = [max(box[2] - box[0], box[3] - box[1]) for box in (tight(n) for n in range(min(count, 300)))]
    em = median([side for side in sides if side > 1] or [10.0]) * 1.08

    def box_of(index: int) -> Box:
        x0, _, x1, _ = tight(index)
        pdfium.FPDFText_GetCharOrigin(raw, index, ctypes.byref(x), ctypes.byref(y))
        start, base, _, _ = frame.box(x.value, y.value, x.value, y.value)
        end = max(x1, start + em) if pdfium.FPDFText_GetUnicode(raw, index) >= _HAN else max(x1, start)
        return min(x0, start), base - _ASCENT * em, end, base + _DESCENT * em

    return box_of
