"""The panel's way into LibreOffice Writer: the same seven functions as in docs/panel-adapter.md."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import unohelper
from com.sun.star.util import XModifyListener

from jianzheng_writer.passages import Passage, passages, units

AUTHOR = "减证"
# A fault in the anchor changes nothing: the panel shows this and asks for a fresh review.
MOVED = "这一处的文字已经变了，请等结果更新后再试。"


class AnchorError(Exception):
    """The text at the anchor is no longer the quote."""


@dataclass(frozen=True)
class Anchor:
    """``offset`` in UTF-16 units of the paragraph's text; ``quote`` the words that stand there."""

    paragraph: int
    offset: int
    quote: str


class WriterAdapter:
    """Of one document. Every change is a tracked change, and one step of undo."""

    def __init__(self, document: Any) -> None:
        self.document = document

    def paragraphs(self) -> list[dict[str, Any]]:
        return [passage.row() for passage in passages(self.document)]

    def select(self, anchor: Anchor) -> None:
        """Shows the passage, in a table's cell too."""
        cursor, _ = self._cursor(anchor)
        self.document.CurrentController.select(cursor)

    def remove(self, anchor: Anchor) -> None:
        """A tracked deletion of the passage; of a whole paragraph with its end, so that lists are numbered anew."""
        cursor, passage = self._cursor(anchor)
        with self._tracked("减证：删除"):
            if anchor.quote == passage.text and passage.cell is None:
                _with_its_end(cursor)
            cursor.setString("")

    def remove_row(self, anchor: Anchor) -> None:
        """A tracked deletion of the table row that the passage is in; AnchorError outside of tables."""
        _, passage = self._cursor(anchor)
        if passage.cell is None:
            raise AnchorError("这一处不在表格里，不能删除整行。")
        row = passage.cell[1]
        rows = passage.table.Rows
        with self._tracked("减证：删除一行"):
            for name in passage.table.getCellNames():
                if _row_of(name) == row:
                    _delete_all(passage.table.getCellByName(name))
            if row < rows.Count:
                rows.getByIndex(row).HasTextChangesOnly = False  # the row goes with its text

    def replace(self, anchor: Anchor, text: str) -> None:
        """A tracked deletion of the passage and a tracked insertion of ``text`` behind it."""
        cursor, passage = self._cursor(anchor)
        with self._tracked("减证：替换"):
            end = passage.owner.createTextCursorByRange(cursor.End)
            cursor.setString("")
            passage.owner.insertString(end, text, False)

    def comment(self, anchor: Anchor, text: str) -> None:
        cursor, passage = self._cursor(anchor)
        note = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = AUTHOR, text
        passage.owner.insertTextContent(cursor, note, True)

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back after every change of the document; what is returned ends that."""
        listener = _Listener(callback)
        self.document.addModifyListener(listener)
        return lambda: self.document.removeModifyListener(listener)

    def _cursor(self, anchor: Anchor) -> tuple[Any, Passage]:
        """A cursor over exactly the quoted words. Raises AnchorError where other words stand there."""
        all_passages = passages(self.document)
        if not anchor.quote or not 0 <= anchor.paragraph < len(all_passages):
            raise AnchorError(MOVED)
        passage = all_passages[anchor.paragraph]
        start, end = anchor.offset, anchor.offset + units(anchor.quote)
        if _slice(passage.text, start, end) != anchor.quote:
            raise AnchorError(MOVED)
        cursor = passage.owner.createTextCursorByRange(_position(passage, start, last=False))
        cursor.gotoRange(_position(passage, end, last=True), True)
        return cursor, passage

    @contextmanager
    def _tracked(self, title: str) -> Any:
        """Change tracking is on within, and as the user had it afterwards."""
        before = self.document.RecordChanges
        undo = self.document.getUndoManager()
        undo.enterUndoContext(title)
        self.document.RecordChanges = True
        try:
            yield
        finally:
            self.document.RecordChanges = before
            undo.leaveUndoContext()


class _Listener(unohelper.Base, XModifyListener):  # type: ignore[misc]
    def __init__(self, callback: Callable[[], None]) -> None:
        self.callback = callback

    def modified(self, event: Any) -> None:
        self.callback()

    def disposing(self, event: Any) -> None:
        pass


def _position(passage: Passage, offset: int, last: bool) -> Any:
    """The place ``offset`` units into the passage; at a seam of two pieces ``last`` takes the end of the first."""
    at = 0
    for piece in passage.pieces:
        size = units(piece.text)
        if offset < at + size or (last and offset == at + size):
            cursor = passage.owner.createTextCursorByRange(piece.range.Start)
            cursor.goRight(offset - at, False)
            return cursor.Start
        at += size
    raise AnchorError(MOVED)


def _slice(text: str, start: int, end: int) -> str:
    """Between two UTF-16 offsets; what would cut a character in two is no slice."""
    data = text.encode("utf-16-le")[start * 2 : end * 2]
    return data.decode("utf-16-le", "replace")


def _row_of(name: str) -> int:
    return int(name.partition(".")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) - 1


def _with_its_end(cursor: Any) -> None:
    """Takes in the paragraph's end where a paragraph follows (and not a table or the end of the text)."""
    whole = cursor.getString()
    if not cursor.goRight(1, True) or cursor.getString().rstrip("\r\n") != whole:
        cursor.goLeft(1, True)


def _delete_all(cell: Any) -> None:
    cursor = cell.createTextCursor()
    cursor.gotoEnd(True)
    cursor.setString("")
