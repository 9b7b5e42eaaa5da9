"""Guides written as running text: elements found by clauses such as 不收费 or 10个工作日办完."""

import re
from collections.abc import Iterator, Sequence

from assistant.guides.headings import Mark
from assistant.guides.units import Unit, piece
from assistant.lexicon.sections import Element, Sections
from assistant.model.document import Paragraph
from assistant.model.span import Span

_CLAUSE = re.compile(r"(?:^|[。；;，,！\n])\s*")
# a guide with so many headings of the elements that have clues needs none
_ENOUGH = 3


def with_clues(text: str, row: Sequence[Unit], seen: set[str], sections: Sections) -> list[Unit]:
    """``row`` with a heading where running text shows an element that no heading of the guide names."""
    shown = [element for element in sections.elements if element.clues]
    wanted = [element for element in shown if element.id not in seen]
    if len(shown) - len(wanted) >= _ENOUGH:
        return list(row)
    found: set[str] = set()
    result: list[Unit] = []
    for unit in row:
        open_text = isinstance(unit.block, Paragraph) and not unit.form and not unit.numbered
        marks = list(_marks(text, unit.span, wanted, found)) if open_text else []
        result += _cut(text, unit, marks) if marks else [unit]
    return result


def _marks(text: str, span: Span, wanted: Sequence[Element], found: set[str]) -> Iterator[Mark]:
    at = span.start
    for clause in _CLAUSE.finditer(span.of(text)):
        start = span.start + clause.end()
        match = _match(text, start, span.end, wanted, found) if start >= at else None
        if match:
            element, words, at = match
            yield Mark((element,), words, Span(start, words.end), "none", "clue")


def _match(text: str, start: int, end: int, wanted: Sequence[Element], found: set[str]) -> tuple[str, Span, int] | None:
    """The element whose clue stands at ``start``, the words that are its heading, if any, and where the clue ends."""
    for element in wanted:
        match = element.clues.match(text, start, end) if element.clues and element.id not in found else None
        if match:
            found.add(element.id)
            words = match.span(match.lastindex) if match.lastindex else (start, start)
            return element.id, Span(*words), match.end()
    return None


def _cut(text: str, unit: Unit, marks: Sequence[Mark]) -> Iterator[Unit]:
    at = unit.span.start
    for mark in marks:
        yield from piece(text, Span(at, mark.head.start), unit.line)
        yield Unit(mark.head, mark=mark, line=unit.line)
        at = mark.head.end
    yield from piece(text, Span(at, unit.span.end), unit.line)
