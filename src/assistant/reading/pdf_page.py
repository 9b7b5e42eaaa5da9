"""One PDF page as pdfium sees it: fragments of text with their boxes, and ruling lines."""

import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from assistant.reading.pdf_boxes import Frame, boxes

_WORD = re.compile(r"\S+")
# A blank between two Han characters
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff（），。、：；]) (?=[\u4e00-\u9fff（），。、：；])")


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


def fragments(text_page: Any, frame: Frame) -> list[Fragment]:
    """The page's text line by line as pdfium orders it, parted at wide gaps; asks for few boxes, so it is fast."""
    text = text_page.get_text_range()
    if len(text) != pdfium.FPDFText_CountChars(text_page.raw):
        return lines_of(glyphs(text_page, frame))
    box_of = boxes(text_page, frame)
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
    words, first, last = "", -1, -1
    for match in _WORD.finditer(line):
        gap = _gap(line, last, match.start(), start, box_of) if words else ""
        if gap is None:
            found.append(_fragment(words, start + first, start + last, box_of))
            words, gap = "", ""
        if not words:
            first = match.start()
        words += gap + match.group()
        last = match.end() - 1
    if words:
        found.append(_fragment(words, start + first, start + last, box_of))
    return found


def _fragment(words: str, first: int, last: int, box_of: Any) -> Fragment:
    head, tail = box_of(first), box_of(last)
    if len(_SPACED.findall(words)) * 2.5 > len(words) > 12:  # a line set wide by force: 申 请 人 登 录
        words = _SPACED.sub("", words)
    return Fragment(words, head[0], min(head[1], tail[1]), tail[2], max(head[3], tail[3]))


def _gap(line: str, left: int, right: int, start: int, box_of: Any) -> str | None:
    """The blank between two words as people see it: a blank, nothing, or None where the words stand apart."""
    before, after = box_of(start + left), box_of(start + right)
    height = max(before[3] - before[1], 1.0)
    if abs(before[1] + before[3] - after[1] - after[3]) > height or after[0] < before[0]:
        return None  # pdfium at times puts a blank for a line's end
    gap = after[0] - before[2]
    if gap > 1.5 * height:
        return None
    han, other = (before, line[right]) if line[left] > "\u2e80" else (after, line[left])
    # Word sets a quarter of a character between Han and Latin by itself; nobody typed it.
    mixed = (line[left] > "\u2e80") != (line[right] > "\u2e80") and other.isalnum()
    return "" if mixed and gap < 0.32 * (han[2] - han[0]) else " "


def glyphs(text_page: Any, frame: Frame) -> list[Fragment]:
    """Every character that shows, with its box."""
    box_of, raw = boxes(text_page, frame), text_page.raw
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
