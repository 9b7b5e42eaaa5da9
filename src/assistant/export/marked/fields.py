"""Word's complex fields: begin, instruction, separator, result and end, each in runs of its own."""

from dataclasses import dataclass

from assistant.export.marked.body import Atom, Body
from assistant.export.marked.grounds import own_atoms
from assistant.office.markup import Node, attribute


@dataclass(frozen=True, slots=True)
class Field:
    """Of a field that begins and ends in one paragraph: all its atoms, and those of its result."""

    atoms: tuple[Atom, ...]
    result: tuple[Atom, ...]


def fields_of(body: Body, paragraph: Node) -> tuple[Field, ...]:
    """Inner fields first."""
    atoms = own_atoms(body, paragraph)
    found: list[Field] = []
    open_: list[tuple[int, int | None]] = []
    for place, atom in enumerate(atoms):
        if atom.holder.name != "w:fldChar":
            continue
        kind = attribute(body.xml, atom.holder, "fldCharType")
        if kind == "begin":
            open_.append((place, None))
        elif open_ and kind == "separate":
            open_[-1] = (open_[-1][0], place)
        elif open_ and kind == "end":
            begin, separator = open_.pop()
            result = atoms[place if separator is None else separator + 1 : place]
            found.append(Field(tuple(atoms[begin : place + 1]), tuple(result)))
    return tuple(found)
