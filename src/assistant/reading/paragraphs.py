"""What an editor holds: paragraphs in order, some of them in cells of tables; places are those paragraphs again."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from assistant.errors import EmptyFileError
from assistant.model.document import Block, Document
from assistant.model.place import DocxPlace
from assistant.reading.layout import Layout, TableWriter
from assistant.reading.limits import Limits

_SANE = Limits()


@dataclass(frozen=True, slots=True)
class CellOf:
    """``table`` names one table of the document; rows and columns are counted from 0."""

    table: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class EditorParagraph:
    """``text`` may hold line breaks; ``level`` is the heading level, None for body text.

    ``number`` is the label of a list that the editor makes itself ("1."): it stands in no text, but is read.
    """

    text: str
    cell: CellOf | None = None
    level: int | None = None
    number: str | None = None


Numbered = tuple[int, EditorParagraph]


def read_paragraphs(paragraphs: Sequence[EditorParagraph], name: str, limits: Limits = _SANE) -> Document:
    """Places are DocxPlace(paragraph's number from 0, run 0, offset in its text). Raises ReadError."""
    layout = Layout(DocxPlace, limits, name, 2)
    blocks: list[Block] = []
    for table, rows in groupby(enumerate(paragraphs), lambda pair: pair[1].cell.table if pair[1].cell else None):
        own = list(rows)
        blocks += _lines(own, layout) if table is None else _table(own, layout)
    text = layout.text()
    if not text.strip():
        raise EmptyFileError(name, "文件中没有文字")
    digest = sha256(repr(paragraphs).encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, digest, "editor", text, tuple(blocks), layout.segments())


def _lines(rows: Sequence[Numbered], layout: Layout) -> list[Block]:
    found: list[Block] = []
    for number, paragraph in rows:
        at = 0
        for words in paragraph.text.replace("\r", "\n").replace("\x0b", "\n").split("\n"):
            label = paragraph.number if at == 0 else None
            generated = (f"{label} ", (number, None, 0)) if label else None
            line = layout.line([(words, (number, 0, at))], label, paragraph.level, generated=generated)
            at += len(words) + 1
            if line:
                found.append(line)
    return found


def _table(rows: Sequence[Numbered], layout: Layout) -> list[Block]:
    """Cells come as the editor gives them; one that has no paragraph is a hole."""
    writer = TableWriter(layout)
    for _, cells in groupby(rows, lambda pair: _cell(pair).row):
        writer.open_row()
        for column, inside in groupby(cells, lambda pair: _cell(pair).column):
            writer.open_cell()
            writer.close_cell(column, 1, 1, _lines(list(inside), layout))
    table = writer.close()
    return [table] if table else []


def _cell(pair: Numbered) -> CellOf:
    assert pair[1].cell is not None
    return pair[1].cell
