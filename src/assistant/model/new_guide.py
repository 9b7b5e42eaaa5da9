"""The guide after the chosen cuts, in the order of GB/T 36114, before anybody lays it out."""

from dataclasses import dataclass

from assistant.model.flow import Flow
from assistant.model.guide import Head

GAP = "【待补充】"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the words of its head, then rows of the same length. ``caption``: the case it is for, "" for all."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One element of the standard. ``lines`` are paragraphs, ``grids`` follow them.

    ``asked``: what still has to be written here, None where the guide has it.
    """

    element: str
    title: str
    lines: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class Relief:
    """A material the applicant need not hand in any more: ``how`` it goes, and by what ground."""

    name: str
    how: str
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewGuide:
    """``gaps`` are what is to be filled in or checked by people, in the order of the guide."""

    guide: str
    head: Head
    chapters: tuple[Chapter, ...]
    relieved: tuple[Relief, ...]
    flow: Flow
    gaps: tuple[str, ...]
