"""The text of a Writer document as the panel sees it, paragraph by paragraph, with the way back to each passage.

What change tracking has deleted is not text. Offsets count UTF-16 units, as Writer itself does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Piece:
    """``text`` of a paragraph that is not deleted, and the range of the document that holds it."""

    text: str
    range: Any


@dataclass(frozen=True)
class Passage:
    """A paragraph. ``number`` is its list label, which Writer makes and nobody can edit.

    ``cell`` is (table's number, row, column) counted from 0, ``table`` the Writer table, both None outside of tables;
    ``owner`` the text that holds the paragraph.
    """

    pieces: tuple[Piece, ...]
    number: str | None
    level: int | None
    cell: tuple[int, int, int] | None
    table: Any
    owner: Any

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def row(self) -> dict[str, Any]:
        """What the panel is told of it."""
        table = None if self.cell is None else dict(zip(("table", "row", "column"), self.cell, strict=True))
        return {"text": self.text, "number": self.number, "level": self.level, "table": table}


def passages(document: Any) -> tuple[Passage, ...]:
    """Body text and tables, nested ones too, in the order of reading."""
    reader = _Reader()
    return tuple(reader.walk(document.Text, None, None))


class _Reader:
    """``deleted``: within a tracked deletion, which may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self.tables = 0
        self.deleted = False

    def walk(self, text: Any, cell: "tuple[int, int, int] | None", table: Any) -> Iterator[Passage]:
        elements = text.createEnumeration()
        while elements.hasMoreElements():
            element = elements.nextElement()
            if element.supportsService("com.sun.star.text.TextTable"):
                yield from self.table(element)
            elif element.supportsService("com.sun.star.text.Paragraph"):
                number, level = element.ListLabelString or None, element.OutlineLevel or None
                yield Passage(tuple(self.pieces(element)), number, level, cell, table, text)

    def table(self, table: Any) -> Iterator[Passage]:
        number = self.tables
        self.tables += 1
        for name in sorted(table.getCellNames(), key=place):
            row, column = place(name)[:2]
            yield from self.walk(table.getCellByName(name), (number, row, column), table)

    def pieces(self, paragraph: Any) -> Iterator[Piece]:
        """The runs of a paragraph outside of tracked deletions; fields and footnote marks are words too."""
        portions = paragraph.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            kind = portion.TextPortionType
            if kind == "Redline":
                if portion.RedlineType == "Delete" and not portion.IsCollapsed:
                    self.deleted = portion.IsStart
            elif not self.deleted and kind in ("Text", "TextField", "Footnote") and portion.getString():
                yield Piece(portion.getString(), portion)


def place(name: str) -> tuple[int, int, str]:
    """B3 -> row 2, column 1; the parts of a divided cell (B3.1.2) stay behind each other."""
    head, _, parts = name.partition(".")
    letters = head.rstrip("0123456789")
    column = 0
    for letter in letters:
        base = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".index(letter)
        column = column * 52 + base + 1
    return int(head[len(letters) :]) - 1, column - 1, parts


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
