"""The lines of a section: paragraphs, with lists that were run into one line taken apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.extraction.materials.marks import Mark, letter_mark, mark_at, marks_in
from assistant.model.document import Block, Paragraph
from assistant.model.span import Span

_EDGE = " \t\r\n　\u00a0\ufeff"
# Table rulings and page noise that stand alone on a line: |---|, 第3页, — 3 —
_NOISE = re.compile(r"[\s|:\-—–=_·.•*]*|[\s\-—–]*第?\s*\d{1,3}\s*页?[\s\-—–]*")


@dataclass(frozen=True, slots=True)
class Line:
    """``span`` is the whole line, mark included; ``body`` the words behind the mark. No blanks at their edges."""

    span: Span
    body: Span
    mark: Mark | None
    bold: bool = False
    heading: bool = False


def lines_of(text: str, blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of the paragraphs among ``blocks``."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for span in _rows(text, block.span):
                yield from split_line(text, span, block)


def split_line(text: str, span: Span, paragraph: Paragraph | None = None) -> Iterator[Line]:
    """The list items written in one line; the line itself where there is but one.

    A second list inside an item (3.身份证明：（1）…（2）…) is taken apart as well.
    """
    bold = paragraph is not None and paragraph.bold
    heading = paragraph is not None and paragraph.level is not None
    for part in _parts(text, span):
        yield from _levels(text, part, mark_at(part.of(text)), bold, heading)


def _levels(text: str, span: Span, mark: Mark | None, bold: bool, heading: bool) -> Iterator[Line]:
    """An item with the list inside it, and the lists inside the items of that."""
    line = _line(text, span, mark, bold, heading)
    inner = list(_parts(text, line.body)) if line.mark else []
    if len(inner) < 2 or mark_at(inner[0].of(text)) is not None:
        yield line
        return
    yield _line(text, Span(line.span.start, inner[0].end), line.mark, bold, heading)
    for item in inner[1:]:
        written = item.of(text)
        yield from _levels(text, item, mark_at(written) or letter_mark(written), bold, heading)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The stretches of a line that begin with the marks of one list; what stands before the first is a stretch too."""
    words = span.of(text)
    marks = marks_in(words)
    starts = [mark.start for mark in marks]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = trimmed(text, Span(span.start + start, span.start + end))
        if part.end > part.start:
            yield part


def _line(text: str, span: Span, mark: Mark | None, bold: bool, heading: bool) -> Line:
    inner = mark_at(span.of(text)[mark.end :]) if mark and mark.style == "bullet" else None
    if mark and inner and inner.number is not None:  # *1.
        mark = Mark(inner.style, inner.number, mark.start, mark.end + inner.end)
    elif mark and mark.number is not None:
        mark = _once(mark, mark_at(span.of(text)[mark.end :]))
    body = trimmed(text, Span(min(span.start + (mark.end if mark else 0), span.end), span.end))
    return Line(span, body, mark, bold, heading)


def _once(mark: Mark, again: Mark | None) -> Mark:
    """5、5、从业人员名单: a list numbered by a program and by hand; the second number belongs to the mark."""
    same = again is not None and (again.style, again.number) == (mark.style, mark.number)
    return replace(mark, end=mark.end + again.end) if again and same else mark


def _rows(text: str, span: Span) -> Iterator[Span]:
    """The rows of a paragraph that holds line breaks, without blank ones and page noise."""
    start = span.start
    for row in span.of(text).split("\n"):
        part = trimmed(text, Span(start + len(row) - len(row.lstrip("?？ \t　\u00a0")), start + len(row)))
        start += len(row) + 1
        if not _NOISE.fullmatch(part.of(text)):
            yield part


def trimmed(text: str, span: Span, signs: str = _EDGE) -> Span:
    """``span`` without ``signs`` at its edges."""
    start, end = span
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return Span(start, end)
