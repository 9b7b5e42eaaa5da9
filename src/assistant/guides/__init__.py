"""Which guides a document holds, and which part of each is which element."""

from dataclasses import replace

from assistant.guides.build import build
from assistant.guides.split import Draft, split
from assistant.guides.units import units
from assistant.lexicon.sections import Sections
from assistant.model.document import Document
from assistant.model.outline import Outline

__all__ = ["outlines"]


def outlines(document: Document, sections: Sections) -> tuple[Outline, ...]:
    """The guides of ``document`` in order; none for a form, a catalogue of names or a page of another kind."""
    found = [
        _outline(document, draft)
        for draft in split(document.text, list(units(document.text, document.blocks, sections)), sections)
    ]
    found.sort(key=lambda outline: outline.span)
    return tuple(replace(outline, id=f"g{index}") for index, outline in enumerate(found, 1))


def _outline(document: Document, draft: Draft) -> Outline:
    title = draft.title
    return Outline(
        id="",
        span=draft.span,
        title=title.span if title else None,
        item_name=title.name if title else "",
        marker=title.marker if title else None,
        sections=build(document.text, draft.units),
    )
