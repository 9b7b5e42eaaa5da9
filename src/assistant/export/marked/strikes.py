"""What goes: passages, whole paragraphs with their list number, and rows of tables."""

from dataclasses import dataclass, field

from assistant.export.marked.body import Atom, Body, paragraph_of
from assistant.export.marked.fields import fields_of
from assistant.export.marked.grounds import box_of, hindrance, letters, own_atoms, twin
from assistant.export.marked.runs import RunMarks
from assistant.export.marked.tables import continued, doomed_cells, rows_covered
from assistant.model.span import Span
from assistant.office.markup import Node, attribute

# What may be left of a paragraph whose words all go.
_REST = frozenset("；;。．.，,、：: \t\n\u3000\xa0")
# What shows nothing by itself and goes with its paragraph.
_UNSEEN = frozenset({"w:lastRenderedPageBreak", "w:softHyphen", "w:t", "w:annotationRef", "w:commentReference"})


@dataclass(slots=True)
class Strikes:
    """Gathers what goes in ``marks``; ``paragraphs`` go whole, with their mark, ``rows`` as rows."""

    body: Body
    marks: RunMarks
    paragraphs: set[Node] = field(default_factory=set)
    rows: set[Node] = field(default_factory=set)
    _touched: list[Node] = field(default_factory=list)
    _doomed: list[Node] = field(default_factory=list)

    def passage(self, span: Span, insertion: bool = False) -> tuple[list[Atom], str | None]:
        """What was struck, in order, and why nothing was. ``insertion``: something else comes in its place."""
        atoms = self.body.located(span)
        text = self.body.document.text
        if not atoms or sum(not atom.char.isspace() for atom in atoms) < _visible(text, span, self.body):
            return [], "这里不是可以直接修订的文字"
        reason = next((why for atom in atoms if (why := hindrance(self.body, atom, insertion))), None)
        if reason:
            return [], reason
        struck: list[Atom] = []
        for paragraph in dict.fromkeys(paragraph_of(atom.run) for atom in atoms):
            struck += self._in_paragraph(paragraph, [a for a in atoms if paragraph_of(a.run) is paragraph], insertion)
        return struck, None

    def _in_paragraph(self, paragraph: Node, atoms: list[Atom], insertion: bool) -> list[Atom]:
        whole = self._filled(paragraph, atoms, with_break=not insertion)
        self.marks.strike(whole)
        other = twin(self.body, paragraph)
        if isinstance(other, Node):
            pairs = zip(letters(self.body, paragraph), letters(self.body, other), strict=True)
            self.marks.strike(mate for atom, mate in pairs if self.marks.is_gone(atom))
        if not insertion:
            self._touched += [paragraph, *([other] if isinstance(other, Node) else [])]
        return whole

    def _filled(self, paragraph: Node, atoms: list[Atom], with_break: bool) -> list[Atom]:
        """``atoms`` with what stands between them; a whole line takes one of the breaks beside it along."""
        own = own_atoms(self.body, paragraph)
        places = {atom: place for place, atom in enumerate(own)}
        first, last = places[atoms[0]], places[atoms[-1]]
        before, after = self._beside(own, first, -1), self._beside(own, last, 1)
        if with_break and (before is None or before.char == "\n") and (after is None or after.char == "\n"):
            if after is not None:
                last = places[after]
            elif before is not None:
                first = places[before]
        return [a for a in own[first : last + 1] if a.kind not in {"field", "note"} and not hindrance(self.body, a)]

    def _beside(self, own: list[Atom], place: int, step: int) -> Atom | None:
        """The nearest character on that side; None at the paragraph's end. A page break is one too."""
        place += step
        while 0 <= place < len(own):
            atom = own[place]
            if atom.kind in {"text", "mark"} and not (atom.char.isspace() and atom.char != "\n"):
                page = attribute(self.body.xml, atom.holder, "type") if atom.holder.name == "w:br" else None
                return None if page in {"page", "column"} else atom
            place += step
        return None

    def row(self, span: Span) -> str | None:
        """The row of a table that the first character stands in; why not, if it cannot go."""
        atom = next(iter(self.body.located(span)), None)
        row = atom.run.within("w:tr") if atom is not None else None
        if atom is None or row is None or box_of(row) is not None:
            return self.passage(span)[1]
        self._doomed += rows_covered(self.body.xml, atom.run)
        return None

    def finish(self) -> dict[Node, str]:
        """Decide what goes whole, once all is known. Rows that must stay, though their words go, with the reason."""
        doomed = frozenset(self._doomed)
        staying: dict[Node, str] = {}
        for row in sorted(doomed, key=lambda row: row.start):
            kept = continued(self.body.xml, row, doomed)
            if kept:
                staying[row] = "本行起有合并到下面各行的单元格，只删去文字，接受修订后请手工删除空行"
            else:
                self.rows.add(row)
                self.rows |= set(row.all("w:tr"))
            for cell in doomed_cells(self.body.xml, row, kept):
                for paragraph in cell.all("w:p"):
                    self._row_paragraph(paragraph, not kept)
        for paragraph in dict.fromkeys(self._touched):
            self._close(paragraph)
        return staying

    def _row_paragraph(self, paragraph: Node, whole: bool) -> None:
        if paragraph.within("w:txbxContent") is not None:
            return
        self._strike_all(paragraph)
        if whole:
            self.paragraphs.add(paragraph)

    def _strike_all(self, paragraph: Node) -> None:
        """All but the references of comments, and but halves of fields that go on in other paragraphs."""
        halves = {atom for atom in own_atoms(self.body, paragraph) if atom.kind == "field"}
        for each in fields_of(self.body, paragraph):
            halves -= set(each.atoms)
        own = own_atoms(self.body, paragraph)
        self.marks.strike(atom for atom in own if atom.kind != "note" and atom not in halves)

    def _close(self, paragraph: Node) -> None:
        """Fields whose whole result goes, go; a paragraph of which nothing is left goes with its mark."""
        for each in fields_of(self.body, paragraph):
            read = [atom for atom in each.result if atom.kind in {"text", "mark"}]
            if read and all(self.marks.is_gone(atom) for atom in read):
                self.marks.strike(atom for atom in each.atoms if atom.kind != "note")
        if any(run in self.marks.strings for run in self.body.own_runs(paragraph)):
            return  # something comes in its place
        left = [atom for atom in own_atoms(self.body, paragraph) if not self.marks.is_gone(atom)]
        if all(_shows_nothing(atom) for atom in left) and not paragraph.all("m:oMath", "w:ruby"):
            self._strike_all(paragraph)
            self.paragraphs.add(paragraph)


def _visible(text: str, span: Span, body: Body) -> int:
    """Characters that the source holds: those between segments are reading's own, and list numbers are Word's."""
    places = (body.document.place(at) for at in range(*span) if not text[at].isspace())
    return sum(place is not None and getattr(place, "run", 0) is not None for place in places)


def _shows_nothing(atom: Atom) -> bool:
    if atom.kind in {"text", "mark"}:
        return atom.char in _REST
    return atom.kind in {"field", "note"} or atom.holder.name in _UNSEEN
