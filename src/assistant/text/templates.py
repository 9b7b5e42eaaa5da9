"""Name templates such as ``{居民|}身份证{|件}``: many names written as one, matched without being spelt out."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

# {甲|乙|}: one of these, or nothing
_CHOICE = re.compile(r"\{([^{}]*)\}")
Suffixes = frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """``parts`` follow each other; of each part one option is taken. ``size`` is how many names it stands for."""

    parts: tuple[frozenset[str], ...]
    lengths: tuple[tuple[int, ...], ...]
    size: int

    def fits(self, name: str, part: int = 0, at: int = 0) -> bool:
        """Is the whole of ``name`` one of the names?"""
        if part == len(self.parts):
            return at == len(name)
        return any(
            name[at : at + length] in self.parts[part] and self.fits(name, part + 1, at + length)
            for length in self.lengths[part]
            if at + length <= len(name)
        )

    def names(self, part: int = 0) -> Iterator[str]:
        """All names, in a fixed order."""
        if part == len(self.parts):
            yield ""
            return
        for option in sorted(self.parts[part]):
            for rest in self.names(part + 1):
                yield option + rest

    def starts(self) -> Suffixes:
        """The first two characters of every name (one, where a name has only one)."""
        return _edges([sorted(part) for part in self.parts])

    def ends(self) -> Suffixes:
        """The last two characters of every name, in reading order."""
        turned = [sorted(option[::-1] for option in part) for part in reversed(self.parts)]
        return frozenset(edge[::-1] for edge in _edges(turned))


def parse(written: str, spell: Callable[[str, bool], str]) -> Template:
    """``spell(option, is_last)`` brings an option to the spelling of the names that will be asked for.

    Raises ValueError for braces that do not pair.
    """
    if _CHOICE.sub("", written).strip("{}") != _CHOICE.sub("", written):
        raise ValueError(written)
    pieces = [piece for piece in re.split(r"(\{[^{}]*\})", written) if piece]
    parts = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        parts.append(frozenset(spell(option, last) for option in piece.strip("{}").split("|")))
    lengths = tuple(tuple(sorted({len(option) for option in part}, reverse=True)) for part in parts)
    return Template(tuple(parts), lengths, _size(parts))


def _size(parts: Iterable[frozenset[str]]) -> int:
    size = 1
    for part in parts:
        size *= len(part)
    return size


def _edges(parts: list[list[str]], wanted: int = 2) -> Suffixes:
    if not parts or not wanted:
        return frozenset({""})
    found = set()
    for option in parts[0]:
        head = option[:wanted]
        rest = _edges(parts[1:], wanted - len(head))
        found |= {head + tail for tail in rest}
    return frozenset(found)
