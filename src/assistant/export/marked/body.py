"""The main part of a .docx as something to mark: paragraphs, runs and characters, each with its place in the XML."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from assistant.model.document import Document
from assistant.model.place import DocxPlace
from assistant.model.span import Span
from assistant.office.markup import Node, parse

Kind = Literal["text", "mark", "field", "note", "other"]
# One character of XML text: &amp; a line end, or itself
_CHARACTER = re.compile(r"&[^;<&\s]+;|\r\n|.", re.DOTALL)
# What reading counts as one character of a run.
_COUNTED = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_FIELD = frozenset({"w:fldChar", "w:instrText"})


@dataclass(slots=True, eq=False)
class Atom:
    """The least that can be marked: a character of a ``w:t``, or another element of a run as a whole.

    ``holder`` is that element; ``start`` the offset in the XML where the atom begins. ``kind``: mark is a tab, a break
    or a hyphen, field a part of a field's machinery, note the reference of a comment.
    """

    run: Node
    index: int
    holder: Node
    start: int
    char: str
    kind: Kind


@dataclass(slots=True, eq=False)
class Body:
    """``part`` is the main part's path, as the places of the reading text name it."""

    xml: str
    document: Document
    part: str
    root: Node = field(init=False)
    _atoms: dict[Node, list[Atom]] = field(default_factory=dict)
    _runs: dict[Node, list[Node]] = field(default_factory=dict)
    paragraphs: list[Node] = field(init=False)

    def __post_init__(self) -> None:
        self.root = parse(self.xml)
        self.paragraphs = self.root.all("w:p")

    def runs(self, paragraph: Node) -> list[Node]:
        """All ``w:r`` below it, those of text boxes too: so reading counts them."""
        found = self._runs.get(paragraph)
        if found is None:
            found = self._runs[paragraph] = paragraph.all("w:r")
        return found

    def own_runs(self, paragraph: Node) -> list[Node]:
        """Its outermost runs that are not struck already."""
        return [run for run in self.runs(paragraph) if self._is_own(run, paragraph)]

    def _is_own(self, run: Node, paragraph: Node) -> bool:
        for node in run.up():
            if node is paragraph:
                return True
            if node.name in {"w:r", "w:p", "w:del", "w:moveFrom"}:
                return False
        return False

    def atoms(self, run: Node) -> list[Atom]:
        found = self._atoms.get(run)
        if found is None:
            found = self._atoms[run] = _numbered(run, self._split(run))
        return found

    def _split(self, run: Node) -> Iterator[tuple[Node, int, str, Kind]]:
        for child in run.children:
            name = child.name
            if name == "w:t":
                yield from self._letters(child)
            elif name != "w:rPr":
                kind: Kind = "mark" if name in _COUNTED else "field" if name in _FIELD else "other"
                kind = "note" if name == "w:commentReference" else kind
                yield child, child.start, _COUNTED.get(name, ""), kind

    def _letters(self, holder: Node) -> Iterator[tuple[Node, int, str, Kind]]:
        content = self.xml[holder.inner : holder.close]
        if "<" in content or not content:  # CDATA and comments are kept whole
            yield holder, holder.start, "", "other"
            return
        for letter in _CHARACTER.finditer(content):
            yield holder, holder.inner + letter.start(), html.unescape(letter[0]), "text"

    def locate(self, at: int) -> Atom | None:
        """The atom of a character of the reading text; None where no run of the main part holds just that one."""
        place = self.document.place(at)
        if not isinstance(place, DocxPlace) or place.part != self.part or place.run is None:
            return None
        start = next(iter(self.document.places(Span(at, at + 1)))).span.start
        return self._find(place.paragraph, place.run, place.offset + at - start, self.document.text[at])

    def _find(self, paragraph: int, number: int, offset: int, char: str) -> Atom | None:
        if paragraph >= len(self.paragraphs):
            return None
        runs = self.runs(self.paragraphs[paragraph])
        if number >= len(runs):
            return None
        atoms = self.atoms(runs[number])
        counted = [atom for atom in atoms if atom.kind in {"text", "mark"}]
        found = counted[offset] if offset < len(counted) else None
        if found is not None and (found.char == char or (found.char.isspace() and char.isspace())):
            return found
        symbols = [atom for atom in atoms if atom.holder.name == "w:sym"]  # reading gives them no offset of their own
        return symbols[0] if len(symbols) == 1 and offset == 0 else None

    def located(self, span: Span) -> list[Atom]:
        """The atoms of a stretch of the reading text, in order; what has none is left out."""
        return [atom for atom in map(self.locate, range(*span)) if atom is not None]

    def nearest(self, at: int) -> Atom | None:
        """The atom of the first character with one, before ``at`` if possible, else after it."""
        segments = self.document.segments
        before = [segment.span for segment in segments if segment.span.start < at]
        for span in (*reversed(before), *(segment.span for segment in segments[len(before) :])):
            atom = self.locate(span.start)
            if atom is not None:
                return atom
        return None

    @property
    def highest_id(self) -> int:
        return max(map(int, re.findall(r"[\s:]id\s*=\s*[\"'](\d{1,9})[\"']", self.xml)), default=0)


def _numbered(run: Node, found: Iterator[tuple[Node, int, str, Kind]]) -> list[Atom]:
    return [Atom(run, index, *each) for index, each in enumerate(found)]


def paragraph_of(node: Node) -> Node:
    paragraph = node.within("w:p")
    assert paragraph is not None  # runs stand in paragraphs
    return paragraph
