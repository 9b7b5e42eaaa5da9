"""A document as a row of units: headings and what stands below them, in reading order; keyed tables are opened up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.guides.headings import Mark, line_marks
from assistant.guides.layout import Keyed, key_value_rows
from assistant.guides.page import inside, is_metadata, is_page_table
from assistant.guides.runon import unrolled
from assistant.lexicon.sections import Sections
from assistant.model.document import Block, Paragraph, Table
from assistant.model.span import Span
from assistant.text.numbering import lead
from assistant.text.tables import is_form, plain


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading (``mark``, no block) or a block of text, cut where a heading stands in its line.

    ``line`` is the whole line a heading or piece stands in, None for tables. ``form``: part of a form to fill in, whose
    labels are no headings. ``numbered``: the line begins with a list number or bullet.
    """

    span: Span
    block: Block | None = None
    mark: Mark | None = None
    line: Paragraph | None = None
    form: bool = False
    numbered: bool = False

    @property
    def whole(self) -> bool:
        """Is it a line of its own, without any heading in it?"""
        return self.mark is None and self.line is not None and self.line.span == self.span


def units(text: str, blocks: Iterable[Block], sections: Sections) -> Iterator[Unit]:
    """The units of ``blocks``, in order, without what only the page says of itself."""
    for block in blocks:
        if isinstance(block, Paragraph):
            span = inside(text, block.span)
            if span.start < span.end and not is_metadata(span.of(text), sections):
                yield from _line(text, replace(block, span=span), sections)
        elif not is_page_table(text, block, sections):
            yield from _table(text, block, sections)


def _line(text: str, line: Paragraph, sections: Sections) -> Iterator[Unit]:
    parts = unrolled(text, line.span, sections)
    for part in parts:
        cut = trimmed(text, part) if len(parts) > 1 else part
        if cut.start < cut.end:
            yield from _single(text, replace(line, span=cut), sections)


def _single(text: str, line: Paragraph, sections: Sections) -> Iterator[Unit]:
    marks = line_marks(text, line.span, sections, line.level)
    if not marks:
        style = lead(line.span.of(text), line.level).style
        yield Unit(line.span, line, line=line, numbered=style != "none" and not style.startswith("md"))
        return
    at = line.span.start
    for mark in marks:
        yield from piece(text, Span(at, mark.head.start), line)
        yield Unit(mark.head, mark=mark, line=line)
        at = mark.head.end
    yield from piece(text, Span(at, line.span.end), line)


def piece(text: str, span: Span, line: Paragraph | None) -> Iterator[Unit]:
    """The part ``span`` of a line as a unit, if there is more than blanks in it."""
    cut = trimmed(text, span)
    if cut.start < cut.end:
        yield Unit(cut, Paragraph(cut), line=line)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without blanks at its edges."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _table(text: str, table: Table, sections: Sections) -> Iterator[Unit]:
    rows = key_value_rows(text, table, sections)
    keyed = {element for row in rows or () if isinstance(row, Keyed) for element in row.elements}
    if not _says_much(keyed, sections) and is_form(text, table):
        yield Unit(_at(table), mark=Mark(("forms",), _at(table), _at(table), "none", "implicit"))
        yield Unit(table.span, table, form=True)
    elif rows is None:
        if _lists_materials(text, table, sections):
            yield Unit(_at(table), mark=Mark(("materials",), _at(table), _at(table), "none", "implicit"))
        yield Unit(table.span, table)
    else:
        for row in rows:
            yield from _keyed(text, row, sections) if isinstance(row, Keyed) else units(text, row, sections)


def _says_much(elements: set[str], sections: Sections) -> bool:
    """Keys such as 申请条件 and 办理依据 are a guide's, even where cells are blank and boxes are to be ticked."""
    core = elements & sections.core
    return len(core) >= 2 or (bool(core) and len(elements) >= 4)


def _at(table: Table) -> Span:
    return Span(table.span.start, table.span.start)


def _lists_materials(text: str, table: Table, sections: Sections) -> bool:
    return any(plain(text, cell) in sections.material_columns for cell in table.cells if cell.row == 0)


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
