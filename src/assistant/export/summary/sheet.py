"""The one-page sheet as a Word document."""

from collections.abc import Sequence

from assistant.export.drawing.shapes import Drawing
from assistant.export.official_docx import add_picture, official, saved
from assistant.export.paper import Align, Piece, Word, headline, line, margins, row, table
from assistant.export.summary.figures import GOAL_HEADS, REASON_HEADS, TITLE, goal_rows
from assistant.export.summary.reasons import Reason
from assistant.model.overview import Overview

_SIZE = 10.5
_GOAL_WIDTHS = (4.4, 2.0, 2.0, 2.0, 2.2, 2.2, 2.2)
_REASON_WIDTHS = (4.0, 1.8, 11.2)
_CENTRE: Sequence[Align] = ["center" for _ in GOAL_HEADS[1:]]
_CENTRED: Sequence[Align] = ["left", *_CENTRE]
_GOOD, _OPEN = "1B7F3B", "9A6700"


def sheet(shown: Overview, why: Sequence[Reason], about: str, drawing: Drawing, picture: bytes) -> bytes:
    word = official(TITLE)
    margins(word, 18, 18, 20, 20)
    headline(word, TITLE)
    line(word, (about,), "center", indent=False, size=_SIZE)
    _goals(word, shown)
    if shown.items:
        _caption(word, "各事项对比")
        add_picture(word, picture, drawing.width, drawing.height, drawing.title)
    _reasons(word, why)
    return saved(word)


def _goals(word: Word, shown: Overview) -> None:
    _caption(word, "压减目标")
    made = table(word, _GOAL_WIDTHS, GOAL_HEADS)
    for *cells, met in goal_rows(shown):
        reached = Piece(met, bold=True, colour=_GOOD if met == "达到" else _OPEN)
        row(made, [*((cell,) for cell in cells), (reached,)], _GOAL_WIDTHS, _CENTRED, _SIZE)


def _reasons(word: Word, why: Sequence[Reason]) -> None:
    if why:
        _caption(word, "材料为什么可以不交")
        made = table(word, _REASON_WIDTHS, REASON_HEADS)
        for each in why:
            row(made, ((each.words,), (str(each.count),), (each.papers,)), _REASON_WIDTHS, ("left", "center"), _SIZE)


def _caption(word: Word, words: str) -> None:
    line(word, (Piece(words, bold=True),), indent=False, size=12, before=8, keep=True)
