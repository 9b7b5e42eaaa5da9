"""Where a comment's range begins and ends: at the very words, or around what must not be cut."""

from dataclasses import dataclass

from assistant.export.marked.body import Atom, Body, paragraph_of
from assistant.export.marked.fields import Field, fields_of
from assistant.export.marked.grounds import box_of
from assistant.office.markup import Node

# A comment stands before or after these, never inside: Word writes their content anew or shows none in there.
_CLOSED = frozenset({"w:sdt", "w:fldSimple", "mc:AlternateContent", "w:hyperlink"})


@dataclass(frozen=True, slots=True)
class Point:
    """Before the ``index``-th atom of a run, or, ``index`` None, at an offset of the XML (``at``)."""

    run: Node
    index: int | None
    at: int = -1


def before(body: Body, atom: Atom) -> Point:
    outer = _around(atom)
    if outer is not None:
        return Point(outer, 0) if outer.name == "w:r" else Point(outer, None, outer.start)
    atom = next((each.atoms[0] for each in reversed(_fields(body, atom))), atom)
    return Point(atom.run, atom.index)


def after(body: Body, atom: Atom) -> Point:
    outer = _around(atom)
    if outer is not None:
        return Point(outer, len(body.atoms(outer))) if outer.name == "w:r" else Point(outer, None, outer.end)
    atom = next((each.atoms[-1] for each in reversed(_fields(body, atom))), atom)
    return Point(atom.run, atom.index + 1)


def _around(atom: Atom) -> Node | None:
    """The outermost of what must not be cut: the run of a text box, else something within the atom's paragraph."""
    start = box_of(atom.run) or atom.run
    found = start if start is not atom.run else None
    for node in start.up():
        if node.name == "w:p":
            break
        if node.name in _CLOSED or node.name == "w:r":
            found = node
    return found


def _fields(body: Body, atom: Atom) -> list[Field]:
    return [each for each in fields_of(body, paragraph_of(atom.run)) if atom in each.atoms]
