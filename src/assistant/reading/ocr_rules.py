"""The lines of ruled tables in a picture: long dark stretches, level or upright."""

from typing import Any

from assistant.reading.pdf_boxes import Box
from assistant.reading.pdf_page import Fragment
from assistant.reading.pdf_rules import Grid

_SHARE = 50  # a line is at least a fiftieth of the picture's longer side
_THICK = 8  # pixels; thicker is a bar or a letter


def drawn_lines(image: Any) -> list[Box]:
    """Boxes in pixels, one pixel thin. Uses OpenCV, which text recognition brings along."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.ndim == 3 else image
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    length = max(1, max(image.shape[:2]) // _SHARE)  # of a picture of a few pixels, too
    level: list[Box] = [
        (x, y + height / 2, x + width, y + height / 2)
        for x, y, width, height in _stretches(dark, (length, 1))
        if height <= _THICK
    ]
    upright: list[Box] = [
        (x + width / 2, y, x + width / 2, y + height)
        for x, y, width, height in _stretches(dark, (1, length))
        if width <= _THICK
    ]
    return level + upright


def _stretches(dark: Any, shape: tuple[int, int]) -> list[Box]:
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    contours, _ = cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h in map(cv2.boundingRect, contours)]


def cut_at_cells(fragment: Fragment, grid: Grid) -> list[Fragment]:
    """Recognition runs words of neighbours together: part them at the line between, by their share of the width."""
    x, y = fragment.x0 + 0.3 * fragment.size, (fragment.top + fragment.bottom) / 2
    border = next((c.box[2] for c in grid.cells if c.box[0] <= x <= c.box[2] and c.box[1] <= y <= c.box[3]), None)
    if border is None or fragment.x1 < border + 0.6 * fragment.size or len(fragment.text) < 2:
        return [fragment]
    share = (border - fragment.x0) / (fragment.x1 - fragment.x0)
    count = min(max(round(len(fragment.text) * share), 1), len(fragment.text) - 1)
    left = Fragment(fragment.text[:count], fragment.x0, fragment.top, border - 1, fragment.bottom)
    right = Fragment(fragment.text[count:], border + 1, fragment.top, fragment.x1, fragment.bottom)
    return [left, *cut_at_cells(right, grid)]
