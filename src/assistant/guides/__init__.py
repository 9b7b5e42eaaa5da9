"""Which guides a document holds, and which part of each is which element."""

from dataclasses import replace

from assistant.guides.annexes import annexes
from assistant.guides.build import build
from assistant.guides.catalogue import Columns, catalogue_rows, columns
from assistant.guides.draft import Draft
from assistant.guides.entries import entries
from assistant.guides.flows import flows
from assistant.guides.grids import cards, grids
from assistant.guides.listed import listed
from assistant.guides.names import name_of
from assistant.guides.split import split
from assistant.guides.units import Unit, units
from assistant.lexicon.sections import Sections
from assistant.model.document import Block, Document, Table
from assistant.model.outline import Outline
from assistant.text.tables import laid_open

__all__ = ["outlines"]


def outlines(document: Document, sections: Sections) -> tuple[Outline, ...]:
    """The guides of ``document`` in order; none for a form, a list of names or a page of another kind.

    A catalogue's row is a guide: its sections are the row's cells, of which those merged with rows above may stand
    before the guide's own span.
    """
    text = document.text
    found: list[Outline] = []
    rows: list[list[Unit]] = [[]]
    header: Columns | None = None
    for block in laid_open(document.blocks):
        header = _header(text, block, header, sections)
        if header is not None and isinstance(block, Table):
            found += catalogue_rows(text, block, header, sections)
            rows.append([])  # what stands before a catalogue and what stands behind it are two things
        else:
            rows[-1] += units(text, (block,), sections)
    for row in rows:
        drafts = split(text, _prepared(text, row, sections), sections) if row else []
        found += [_outline(document, draft, sections) for draft in drafts]
    found.sort(key=lambda outline: outline.span)
    return tuple(replace(outline, id=f"g{index}") for index, outline in enumerate(found, 1))


def _prepared(text: str, row: list[Unit], sections: Sections) -> list[Unit]:
    """The units with the headings that only their surroundings show, and without those that are none."""
    told = entries(text, cards(text, grids(text, row, sections)))
    return listed(text, flows(text, annexes(text, told), sections), sections)


def _header(text: str, block: Block, last: Columns | None, sections: Sections) -> Columns | None:
    """The header of the catalogue ``block``; a table right behind one, with as many columns, goes on with it."""
    if not isinstance(block, Table):
        return None
    own = columns(text, block, sections)
    if own is None and last is not None and block.columns == last.width:
        return replace(last, data=0)
    return own


def _outline(document: Document, draft: Draft, sections: Sections) -> Outline:
    text = document.text
    parts = build(text, draft.units, sections)
    head = draft.units[0]
    opener = head.mark is not None and head.mark.kind == "opener"  # 申请渔船登记需要以下材料：
    first = head.span if head.whole or opener else None
    name, span = name_of(text, document.name, draft.title, first, parts, sections)
    return Outline("", draft.span, span, name, draft.title.marker if draft.title else None, parts)
