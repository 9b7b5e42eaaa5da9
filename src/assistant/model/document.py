"""What reading hands on: the reading text, its blocks, and the way back to the source."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from assistant.model.place import Place, Segment
from assistant.model.span import Span

ControlKind = Literal["text", "long_text", "date", "number", "phone", "choice"]
Stage = Literal["read", "segment", "extract", "cite", "match", "rules", "plan"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that could not be read or decided. Shown to people, never only logged."""

    stage: Stage
    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of meaning. ``span`` has no line break at its end.

    ``number`` is the list number as it stands at the start of the span, also when Word generated it ("3.").
    ``level`` is the heading level of the style (1 to 9), None for body text; ``bold``: all of it is bold.
    """

    span: Span
    number: str | None = None
    level: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; merged cells are one cell with spans. ``blocks`` are its paragraphs and nested tables."""

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    blocks: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``cells`` in reading order; rows and columns are counted from 0. In the text a row is a line,
    cells are parted by a tab.

    In .txt and .md the text is the source itself, so there cells are parted by whatever the source has (``|``).
    """

    span: Span
    rows: int
    columns: int
    cells: tuple[Cell, ...]

    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """Rows of cells; a merged cell is repeated in every place it covers; None where the table has a hole."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    grid[row][column] = cell
        return tuple(tuple(row) for row in grid)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Coverage:
    """What share (0 to 1) of the source's characters, table cells and list items is in the reading text.

    ``missing`` says in words where the rest stands, for people ("第2页表格第3行"). None: the format cannot tell.
    """

    characters: float
    cells: float | None = None
    list_items: float | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Control:
    """Where a web page lets people answer; ``at`` is the offset in the reading text at which it stands.

    ``options``: a list's choices, or the words of one box; boxes with one ``group`` are one question. ``listed``: it
    is a list, with all choices.
    """

    at: int
    kind: ControlKind
    options: tuple[str, ...] = ()
    required: bool = False
    group: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. All spans everywhere are offsets into ``text``.

    ``title`` is what the file calls itself outside of the text (a page's <title>), raw; None where it does not.
    """

    name: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...] = ()
    pages: int | None = None
    notices: tuple[Notice, ...] = ()
    coverage: Coverage | None = None
    title: str | None = None
    controls: tuple[Control, ...] = ()

    def place(self, offset: int) -> Place | None:
        """The place of the segment that holds ``offset``; None for what reading put between (tabs, line breaks)."""
        index = bisect_right(self.segments, offset, key=lambda segment: segment.span.start) - 1
        if index < 0 or offset >= self.segments[index].span.end:
            return None
        return self.segments[index].place

    def places(self, span: Span) -> tuple[Segment, ...]:
        """The segments that ``span`` touches, in order, uncut."""
        first = bisect_right(self.segments, span.start, key=lambda segment: segment.span.end)
        last = bisect_right(self.segments, span.end - 1, key=lambda segment: segment.span.start)
        return self.segments[first:last]
