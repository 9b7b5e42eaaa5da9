"""What segmentation hands on: where each guide stands and which part of it is which element (GB/T 36114)."""

from dataclasses import dataclass

from assistant.model.document import Block
from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class Section:
    """One element of a guide.

    ``element`` is an id of lexicons/sections ("materials", "basis", "other" for a heading that is none of them).
    ``span`` covers heading and body; ``body`` the body alone; ``blocks`` are the document's blocks that make up the
    body, cut to it where heading and body share a line or a cell. ``scenario`` is the case the section is for
    ("新办", "补证"), None for all. ``heading`` is the heading's words alone, as written, without number and colon.
    """

    element: str
    heading: str
    span: Span
    body: Span
    blocks: tuple[Block, ...]
    scenario: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A guide before extraction. ``title`` is the span of the item's name as written, None where none is written.

    ``marker`` is a section mark such as 【26】 or a table row's number. Sections follow each other and do not
    overlap.
    """

    id: str
    span: Span
    title: Span | None
    item_name: str
    marker: str | None
    sections: tuple[Section, ...]

    def of(self, element: str) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.element == element)
