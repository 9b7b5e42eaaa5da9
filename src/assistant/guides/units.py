"""A document as a row of units: headings and what stands below them, in reading order; keyed tables are opened up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.guides.headings import Mark, line_marks
from assistant.guides.layout import Keyed, key_value_rows
from assistant.lexicon.sections import Sections
from assistant.model.document import Block, Paragraph, Table
from assistant.model.span import Span
from assistant.text.numbering import lead
from assistant.text.tables import is_form


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading (``mark``, no block) or a block of text, cut where a heading stands in its line.

    ``form``: part of a form to fill in, where labels are no headings. ``whole``: the whole line, for titles;
    ``numbered``: it begins with a list number or bullet.
    """

    span: Span
    block: Block | None = None
    mark: Mark | None = None
    form: bool = False
    whole: Paragraph | None = None
    numbered: bool = False


def units(text: str, blocks: Iterable[Block], sections: Sections) -> Iterator[Unit]:
    """The units of ``blocks``, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _line(text, block, sections)
        else:
            yield from _table(text, block, sections)


def _line(text: str, paragraph: Paragraph, sections: Sections) -> Iterator[Unit]:
    marks = line_marks(text, paragraph.span, sections, paragraph.level)
    if not marks:
        style = lead(paragraph.span.of(text), paragraph.level).style
        yield Unit(paragraph.span, paragraph, whole=paragraph, numbered=style != "none" and not style.startswith("md"))
        return
    at = paragraph.span.start
    for mark in marks:
        yield from _rest(text, Span(at, mark.head.start))
        yield Unit(mark.head, mark=mark, whole=paragraph)
        at = mark.head.end
    yield from _rest(text, Span(at, paragraph.span.end))


def _rest(text: str, span: Span) -> Iterator[Unit]:
    cut = trimmed(text, span)
    if cut.start < cut.end:
        yield Unit(cut, Paragraph(cut))


def trimmed(text: str, span: Span) -> Span:
    """``span`` without blanks at its edges."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _table(text: str, table: Table, sections: Sections) -> Iterator[Unit]:
    if is_form(text, table):
        yield Unit(table.span, table, form=True)
        return
    rows = key_value_rows(text, table, sections)
    if rows is None:
        yield Unit(table.span, table)
        return
    for row in rows:
        yield from _keyed(text, row, sections) if isinstance(row, Keyed) else units(text, row, sections)


def _keyed(text: str, row: Keyed, sections: Sections) -> Iterator[Unit]:
    span = trimmed(text, row.key.span)
    yield Unit(span, mark=Mark(row.elements, span, span, "key", "table"))
    for block in row.blocks:
        if isinstance(block, Table) or block.span.start < block.span.end:
            yield from _value(text, block, row.elements, sections)


def _value(text: str, block: Block, elements: tuple[str, ...], sections: Sections) -> Iterator[Unit]:
    """A value is body, a table in it stays whole; headings of other elements in it are headings (one-cell guides)."""
    if isinstance(block, Table):
        yield Unit(block.span, block)
        return
    marks = line_marks(text, block.span, sections)
    if len({mark.elements for mark in marks}) >= 2 or (
        marks and marks[0].elements != elements and marks[0].kind in ("line", "inline")
    ):
        yield from _line(text, block, sections)
    else:
        yield Unit(block.span, block)
