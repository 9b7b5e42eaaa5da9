"""Marks inside paragraphs: runs are cut where a mark begins or ends, and what goes is wrapped as a deletion."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.export.marked.body import Atom, Body
from assistant.export.marked.edits import AFTER_RUN, BEFORE_RUN, Edits
from assistant.export.marked.pen import Pen
from assistant.office.markup import Node

# Text of a run, and what it is called where it is struck.
_STRUCK = {"w:t": "delText", "w:instrText": "delInstrText"}
_KEPT = {"w:t": "t", "w:instrText": "instrText"}
_TAG_NAME = re.compile(r"<([^\s/>]+)")
_PRESERVE = ' xml:space="preserve"'


@dataclass(slots=True)
class RunMarks:
    """``gone``: atoms to strike, by index; ``strings``: what stands before the atom of an index (n: after the last).

    ``struck``: runs that go with the atom before the index, in one deletion.
    """

    gone: dict[Node, set[int]] = field(default_factory=dict)
    strings: dict[Node, dict[int, list[str]]] = field(default_factory=dict)
    struck: dict[Node, dict[int, list[str]]] = field(default_factory=dict)

    def strike(self, atoms: Iterable[Atom]) -> None:
        for atom in atoms:
            self.gone.setdefault(atom.run, set()).add(atom.index)

    def is_gone(self, atom: Atom) -> bool:
        return atom.index in self.gone.get(atom.run, ())

    def put(self, run: Node, index: int, words: str) -> None:
        self.strings.setdefault(run, {}).setdefault(index, []).append(words)

    def put_struck(self, run: Node, index: int, words: str) -> None:
        self.struck.setdefault(run, {}).setdefault(index, []).append(words)


def write_runs(body: Body, marks: RunMarks, pen: Pen, edits: Edits) -> None:
    runs = sorted({*marks.gone, *marks.strings}, key=lambda run: run.start)
    joined = _joined(body, marks, runs)
    continued = {run.start for run in joined}
    for run in runs:
        _Run(body, marks, pen, edits, run).write(run in joined, run.end in continued)


def _joined(body: Body, marks: RunMarks, runs: list[Node]) -> set[Node]:
    """Runs whose deletion goes on from the run just before; not even a wrapper's tag stands between the two."""
    return {
        later
        for run, later in pairwise(runs)
        if run.end == later.start
        and len(body.atoms(run)) - 1 in marks.gone.get(run, ())
        and 0 in marks.gone.get(later, ())
        and len(body.atoms(run)) not in marks.strings.get(run, ())
        and 0 not in marks.strings.get(later, ())
    }


@dataclass(slots=True)
class _Run:
    body: Body
    marks: RunMarks
    pen: Pen
    edits: Edits
    run: Node

    def write(self, goes_on: bool, is_continued: bool) -> None:
        atoms = self.body.atoms(self.run)
        gone = self.marks.gone.get(self.run, set())
        strings = self.marks.strings.get(self.run, {})
        size = len(atoms)
        head = "".join(strings.get(0, ())) + (self.pen.open("del") if 0 in gone and not goes_on else "")
        closed = self.pen.close("del") if size - 1 in gone and not is_continued else ""
        tail = self._struck(size) + closed + "".join(strings.get(size, ()))
        if size == 0:
            head, tail = "", head + tail
        if head:
            self.edits.put(self.run.start, BEFORE_RUN, head)
        cuts = [k for k in range(1, size) if k in strings or (k in gone) != (k - 1 in gone)]
        for k in cuts:
            self._cut(atoms[k - 1], atoms[k], "".join(strings.get(k, ())), gone)
        self._rename(atoms, gone, set(cuts))
        if tail:
            self.edits.put(self.run.end, AFTER_RUN, tail)

    def _cut(self, before: Atom, after: Atom, words: str, gone: set[int]) -> None:
        """Close the run after ``before``, write ``words``, and open one like it for ``after``."""
        inside = before.holder is after.holder
        left, right = before.index in gone, after.index in gone
        parts = [f"</{self._named(before.holder, left)}>" if inside else "", f"</{_raw(self.body.xml, self.run)}>"]
        parts.append(self._struck(after.index))
        parts += [self.pen.close("del") if left else "", words, self.pen.open("del") if right else ""]
        parts.append(self.body.xml[self.run.start : self.run.inner] + properties(self.body.xml, self.run))
        parts.append(f"<{self._named(after.holder, right)}{_PRESERVE}>" if inside else "")
        self.edits.put(after.start if inside else after.holder.start, BEFORE_RUN, "".join(parts))

    def _struck(self, index: int) -> str:
        return "".join(self.marks.struck.get(self.run, {}).get(index, ()))

    def _rename(self, atoms: list[Atom], gone: set[int], cuts: set[int]) -> None:
        """Struck text has other names; text that now ends in a blank must keep it."""
        by_holder: dict[Node, list[Atom]] = {}
        for atom in atoms:
            by_holder.setdefault(atom.holder, []).append(atom)
        for holder, own in by_holder.items():
            if holder.name not in _STRUCK:
                continue
            first_cut = next((atom.index for atom in own[1:] if atom.index in cuts), None)
            keep = first_cut is not None and atoms[first_cut - 1].char.isspace()
            self._start_tag(holder, own[0].index in gone, keep)
            if own[-1].index in gone and holder.close < holder.end:
                self.edits.replace(holder.close, holder.end, f"</{self._named(holder, True)}>")

    def _start_tag(self, holder: Node, struck: bool, keep: bool) -> None:
        raw = self.body.xml[holder.start : holder.inner]
        keep = keep and "xml:space" not in raw
        if not struck and not keep:
            return
        rest = raw[1 + len(_raw(self.body.xml, holder)) :]
        words = f"<{self._named(holder, struck)}{_PRESERVE if keep else ''}{rest}"
        self.edits.replace(holder.start, holder.inner, words)

    def _named(self, holder: Node, struck: bool) -> str:
        prefix, colon, _ = _raw(self.body.xml, holder).rpartition(":")
        return f"{prefix}{colon}{(_STRUCK if struck else _KEPT)[holder.name]}"


def _raw(xml: str, node: Node) -> str:
    """The name as the file writes it."""
    found = _TAG_NAME.match(xml, node.start)
    assert found is not None
    return found[1]


def properties(xml: str, run: Node) -> str:
    """The XML of a run's ``w:rPr``, "" where it has none."""
    own = run.child("w:rPr")
    return xml[own.start : own.end] if own is not None else ""
