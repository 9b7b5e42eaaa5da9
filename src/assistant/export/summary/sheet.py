"""The one-page sheet as a Word document."""

from collections.abc import Sequence

from assistant.export.drawing.shapes import Drawing
from assistant.export.official_docx import add_picture, official, saved
from assistant.export.paper import Align, Piece, Word, headline, line, margins, row, table
from assistant.export.summary.figures import GOAL_HEADS, REASON_HEADS, TITLE, about, goal_rows
from assistant.export.summary.reasons import reasons
from assistant.model.review import Review

_SIZE = 10.5
_GOAL_WIDTHS = (4.4, 2.0, 2.0, 2.0, 2.2, 2.2, 2.2)
_REASON_WIDTHS = (4.0, 1.8, 11.2)
_CENTRE: Sequence[Align] = ["center" for _ in GOAL_HEADS[1:]]
_CENTRED: Sequence[Align] = ["left", *_CENTRE]
_GOOD, _OPEN = "1B7F3B", "9A6700"


def sheet(review: Review, drawing: Drawing, picture: bytes) -> bytes:
    word = official(TITLE)
    margins(word, 18, 18, 20, 20)
    headline(word, TITLE)
    line(word, (about(review),), "center", indent=False, size=_SIZE)
    _goals(word, review)
    if review.guides:
        _caption(word, "各事项对比")
        add_picture(word, picture, drawing.width, drawing.height, drawing.title)
    _reasons(word, review)
    return saved(word)


def _goals(word: Word, review: Review) -> None:
    _caption(word, "压减目标")
    made = table(word, _GOAL_WIDTHS, GOAL_HEADS)
    for *cells, met in goal_rows(review):
        reached = Piece(met, bold=True, colour=_GOOD if met == "达到" else _OPEN)
        row(made, [*((cell,) for cell in cells), (reached,)], _GOAL_WIDTHS, _CENTRED, _SIZE)


def _reasons(word: Word, review: Review) -> None:
    found = reasons(review)
    if found:
        _caption(word, "材料为什么可以不交")
        made = table(word, _REASON_WIDTHS, REASON_HEADS)
        for each in found:
            row(made, ((each.words,), (str(each.count),), (each.papers,)), _REASON_WIDTHS, ("left", "center"), _SIZE)


def _caption(word: Word, words: str) -> None:
    line(word, (Piece(words, bold=True),), indent=False, size=12, before=8, keep=True)
