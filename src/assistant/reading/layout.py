"""Writes the reading text line by line and remembers where every stretch of it came from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.errors import TooLargeError
from assistant.model.document import Block, Cell, Paragraph, Table
from assistant.model.place import Place, Segment
from assistant.model.span import Span
from assistant.reading.limits import Limits

# What a place is made from. None: not in the source.
Key = tuple[object, ...]
Piece = tuple[str, Key | None]

# A number typed at the head of a line: 1. 1、 1) （一） 一、 ①; not 2019.12, 3.5 or 1-8个工作日
_TYPED = re.compile(
    r"(?:[(（][一二三四五六七八九十百]{1,4}[)）]|[(（]\d{1,2}[)）]|第[一二三四五六七八九十百]{1,5}[章节部分]{1,2}(?=\s)"
    r"|[一二三四五六七八九十]{1,4}[、.．](?!\d)|\d{1,3}(?:[.．]\d{1,2}){0,3}[、.．)）](?!\d)|[①-⒛㈠-㈩])"
)

# Characters without width that editors of portals leave inside words
_ZERO = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]+")
_SENTENCE_END = frozenset("。；;，、")


def typed_number(text: str) -> str | None:
    """The list number a line begins with: ``（一）设定依据`` -> ``（一）``."""
    found = _TYPED.match(text)
    return found.group() if found else None


class Layout:
    """``place`` makes a Place from a key; ``offset_at``: which item of the key counts characters, None if none does."""

    def __init__(self, place: Callable[..., Place], limits: Limits, name: str, offset_at: int | None) -> None:
        self._parts: list[str] = []
        self._marks: list[tuple[int, int, Key]] = []
        self._place = place
        self._offset_at = offset_at
        self._break = ""
        self._limits = limits
        self._name = name
        self._cells = 0
        self.position = 0

    def open(self) -> int:
        """Write the break that is due and give the offset where the next text will stand."""
        if self._break:
            self._parts.append(self._break)
            self.position += len(self._break)
            self._break = ""
        return self.position

    def upcoming(self) -> int:
        """Where the next text will stand if no other break is fed; writes nothing."""
        return self.position + len(self._break)

    def feed(self, mark: str) -> None:
        """Before the next text comes ``mark`` (a line break or a tab) instead of any break that is due."""
        self._break = mark

    def line(
        self,
        pieces: Sequence[Piece],
        number: str | None = None,
        level: int | None = None,
        bold: bool = False,
        generated: Piece | None = None,
    ) -> Paragraph | None:
        """Write one line; blanks at its ends are left out. None when nothing is left.

        ``generated`` is what the source itself writes before the words, such as ``number`` and a blank.
        """
        if generated:
            pieces = [generated, *self._without_lead(pieces)]
        text = "".join([piece[0] for piece in pieces])
        if not text.isprintable() and _ZERO.search(text):
            pieces = [part for piece in pieces for part in self._seen(*piece)]
            text = "".join([piece[0] for piece in pieces])
        bare = text.strip()
        if not bare:
            return None
        start = self.open() if self._break else self.position
        end = start + len(bare)
        at = start if bare is text else start - (len(text) - len(text.lstrip()))
        self._mark(pieces, at, start, end)
        self._parts.append(bare)
        self.position = end
        self._break = "\n"
        if end > self._limits.characters:
            raise TooLargeError(self._name, f"文字超过{self._limits.characters}字的上限，请拆分后再读")
        if level and bare[-1] in _SENTENCE_END:  # whole sentences are no headings, whatever their outline level
            level = None
        return Paragraph(Span(start, end), number or typed_number(bare), level, bold)

    def _mark(self, pieces: Sequence[Piece], at: int, start: int, end: int) -> None:
        """Note where pieces came from; the first begins at ``at``, only ``start`` to ``end`` was kept."""
        add, movable = self._marks.append, self._offset_at
        for words, key in pieces:
            after = at + len(words)
            if key is not None and after > start and at < end:
                if at < start:
                    moved = key if movable is None else _moved(key, movable, start - at)
                    add((start, min(after, end), moved))
                else:
                    add((at, after if after < end else end, key))
            at = after

    def _without_lead(self, pieces: Sequence[Piece]) -> list[Piece]:
        for index, (words, key) in enumerate(pieces):
            bare = words.lstrip()
            if bare:
                moved = key
                if key is not None and self._offset_at is not None:
                    moved = _moved(key, self._offset_at, len(words) - len(bare))
                return [(bare, moved), *pieces[index + 1 :]]
        return []

    def _seen(self, words: str, key: Key | None) -> list[Piece]:
        """The piece cut at characters that have no width."""
        parts: list[Piece] = []
        at = 0
        for end, after in [*(match.span() for match in _ZERO.finditer(words)), (len(words), 0)]:
            if end > at:
                moved = key if key is None or self._offset_at is None else _moved(key, self._offset_at, at)
                parts.append((words[at:end], moved))
            at = after
        return parts

    def count_cell(self) -> None:
        self._cells += 1
        if self._cells > self._limits.cells:
            raise TooLargeError(self._name, f"表格单元格超过{self._limits.cells}个的上限，请拆分后再读")

    def text(self) -> str:
        return "".join(self._parts)

    def segments(self) -> tuple[Segment, ...]:
        place = self._place
        return tuple([Segment(Span(start, end), place(*key)) for start, end, key in self._marks])


def _moved(key: Key, at: int, by: int) -> Key:
    offset = key[at]
    assert isinstance(offset, int)
    return (*key[:at], offset + by, *key[at + 1 :])


@dataclass(slots=True)
class _Open:
    span: Span
    row: int
    column: int
    row_span: int
    column_span: int
    blocks: tuple[Block, ...]


class TableWriter:
    """Writes a table cell by cell: a row is a line, tabs part its cells, a merged cell stands in its first place."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._start = layout.open()
        self._cells: list[_Open] = []
        self._first = True
        self._at = 0
        self._columns = 0
        self.row = -1

    def open_row(self) -> None:
        if self.row >= 0:
            self._layout.feed("\n")
        self.row += 1
        self._first = True

    def open_cell(self) -> None:
        if not self._first:
            self._layout.feed("\t")
        self._first = False
        self._at = self._layout.open()
        self._layout.count_cell()

    def close_cell(self, column: int, row_span: int, column_span: int, blocks: Sequence[Block]) -> int:
        """Gives the cell's index for ``extend``."""
        self._layout.feed("")
        span = Span(self._at, self._layout.position)
        self._columns = max(self._columns, column + column_span)
        self._cells.append(_Open(span, self.row, column, row_span, column_span, tuple(blocks)))
        return len(self._cells) - 1

    def extend(self, index: int) -> None:
        """The cell covers the row being written as well."""
        cell = self._cells[index]
        cell.row_span = self.row - cell.row + 1

    def close(self) -> Table | None:
        self._layout.feed("\n")
        if not self._cells:
            return None
        cells = tuple([Cell(c.span, c.row, c.column, c.row_span, c.column_span, c.blocks) for c in self._cells])
        return Table(Span(self._start, max(c.span.end for c in cells)), self.row + 1, self._columns, cells)
