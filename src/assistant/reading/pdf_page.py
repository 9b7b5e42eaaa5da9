"""One PDF page as pdfium sees it: fragments of text with their boxes, and ruling lines."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]


class Fragment(NamedTuple):
    """A stretch of one line without wide gaps; points from the top left corner of the page as displayed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        return max(self.bottom - self.top, 1.0)


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


def fragments(text_page: Any, frame: Frame) -> list[Fragment]:
    """The page's text line by line as pdfium orders it, parted at wide gaps; asks for few boxes, so it is fast."""
    text = text_page.get_text_range()
    if len(text) != pdfium.FPDFText_CountChars(text_page.raw):
        return lines_of(glyphs(text_page, frame))
    box_of = _boxes(text_page, frame)
    found: list[Fragment] = []
    start = 0
    for line in text.split("\n"):
        words = line.rstrip("\r")
        if words and not words.isspace():
            found += _parted(words, start, box_of)
        start += len(line) + 1
    return found


def _parted(line: str, start: int, box_of: Any) -> list[Fragment]:
    """Cut a line where a blank is wider than a character and a half or hides a new line."""
    found: list[Fragment] = []
    words = line.strip()
    begin = line.index(words)
    at, end = begin, begin + len(words)
    for position in range(begin, end + 1):
        if position < end and not (line[position] == " " and line[position - 1] != " "):
            continue
        if position < end and not _wide(line, position, start, box_of):
            continue
        piece = line[at:position].strip()
        if piece:
            first = at + line[at:position].index(piece)
            head, tail = box_of(start + first), box_of(start + first + len(piece) - 1)
            found.append(Fragment(piece, head[0], min(head[1], tail[1]), tail[2], max(head[3], tail[3])))
        at = position
    return found


def _wide(line: str, position: int, start: int, box_of: Any) -> bool:
    after = position
    while line[after] == " ":
        after += 1
    left, right = box_of(start + position - 1), box_of(start + after)
    height = max(left[3] - left[1], 1.0)
    lower = abs(left[1] + left[3] - right[1] - right[3]) > height  # pdfium at times puts a blank for a line's end
    return lower or bool(right[0] - left[2] > 1.5 * height or right[0] < left[0])


def _boxes(text_page: Any, frame: Frame) -> Any:
    rect = pdfium.FS_RECTF()
    reference, raw = ctypes.byref(rect), text_page.raw

    def box_of(index: int) -> Box:
        pdfium.FPDFText_GetLooseCharBox(raw, index, reference)
        return frame.box(rect.left, rect.bottom, rect.right, rect.top)

    return box_of


def glyphs(text_page: Any, frame: Frame) -> list[Fragment]:
    """Every character that shows, with its box."""
    box_of, raw = _boxes(text_page, frame), text_page.raw
    found = []
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code <= 32 or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        found.append(Fragment(chr(code), *box_of(index)))
    return found


def lines_of(characters: list[Fragment]) -> list[Fragment]:
    """Characters put together to lines by where they stand, parted at wide gaps."""
    rows: list[list[Fragment]] = []
    for glyph in sorted(characters, key=lambda c: c.top + c.bottom):
        middle = (glyph.top + glyph.bottom) / 2
        row = rows[-1] if rows else None
        if row and middle - (row[0].top + row[0].bottom) / 2 < min(row[0].size, glyph.size) * 0.5:
            row.append(glyph)
        else:
            rows.append([glyph])
    return [fragment for row in rows for fragment in _gathered(sorted(row, key=lambda c: c.x0))]


def _gathered(row: list[Fragment]) -> list[Fragment]:
    found: list[Fragment] = []
    words, first, last = row[0].text, row[0], row[0]
    for glyph in row[1:]:
        gap = glyph.x0 - last.x1
        if gap > 1.5 * last.size:
            found.append(_whole(words, first, last))
            words, first = glyph.text, glyph
        else:
            narrow = last.text.isascii() and glyph.text.isascii()
            words += (" " if gap > last.size * (0.15 if narrow else 0.5) else "") + glyph.text
        last = glyph
    found.append(_whole(words, first, last))
    return found


def _whole(words: str, first: Fragment, last: Fragment) -> Fragment:
    return Fragment(words, first.x0, min(first.top, last.top), last.x1, max(first.bottom, last.bottom))
