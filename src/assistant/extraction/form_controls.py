"""The fields of a form on a web page: its inputs, lists and boxes, with the words before each as its label."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.model.document import Control, Document
from assistant.model.guide import Field
from assistant.model.span import Span

_BREAK = re.compile(r"[\t\n：:]+")
_MAX_LABEL = 24


def fields_of_controls(document: Document) -> tuple[Field, ...]:
    """In the order of the page; what has no words before it is left out."""
    groups = list(_groups(document.controls))
    found = []
    before = 0
    for group in groups:
        field = _field(document.text, before, group)
        before = _behind(document.text, group)
        if field:
            found.append(field)
    return tuple(found)


def _groups(controls: Iterable[Control]) -> Iterator[Sequence[Control]]:
    """Boxes of one name are one question."""
    group: list[Control] = []
    for control in controls:
        same = group and group[-1].kind == control.kind == "choice" and not control.listed and not group[-1].listed
        if not (same and group[-1].group == control.group):
            if group:
                yield group
            group = []
        group.append(control)
    if group:
        yield group


def _field(text: str, before: int, group: Sequence[Control]) -> Field | None:
    at = group[0].at
    stretch = text[before:at]
    pieces = [piece for piece in _pieces(stretch) if piece]
    if not pieces:
        return None
    start, written = pieces[-1]
    label = re.sub(r"[\s　*＊]", "", written)
    if not 1 < len(label) <= _MAX_LABEL:
        return None
    options = tuple(dict.fromkeys(option for control in group for option in control.options))
    starred = "*" in stretch[start:] or "＊" in stretch[start:] or any(control.required for control in group)
    span = Span(before + start, before + start + len(written))
    return Field(label, "", True if starred else None, span, options)


def _pieces(stretch: str) -> Iterator[tuple[int, str]]:
    at = 0
    for piece in _BREAK.split(stretch):
        start = stretch.index(piece, at)
        at = start + len(piece)
        words = piece.strip(" 　*＊")
        if words:
            yield start + piece.index(words), words


def _behind(text: str, group: Sequence[Control]) -> int:
    """Where the words of the boxes end, which are no label of what follows."""
    at = group[-1].at
    for option in group[-1].options if not group[-1].listed else ():
        found = text.find(option, at)
        if 0 <= found <= at + 3:
            at = found + len(option)
    return at
