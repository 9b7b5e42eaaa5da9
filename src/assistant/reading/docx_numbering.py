"""numbering.xml: the list numbers that Word writes itself and no paragraph holds."""

import re
from dataclasses import dataclass, field
from typing import Any

from assistant.reading.docx_styles import int_of, is_on
from assistant.reading.docx_tags import ILVL, NUMID, VAL, w
from assistant.reading.numerals_out import formatted

# Bullets of Symbol and Wingdings, which live in the private use area.
_BULLETS = {0xB7: "•", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0xD8: "➢", 0xFC: "✓", 0xA8: "□", 0x71: "❑", 0xAB: "★"}


@dataclass(frozen=True, slots=True)
class Level:
    """``text`` is such as ``%1.%2``; ``suffix`` parts the number from the words; ``style`` is tied to the level.

    A level begins anew after an item of a level below ``restart`` (levels from 0; -1: never).
    """

    start: int
    format: str
    text: str
    restart: int
    suffix: str
    legal: bool
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts as Word does: lists of one abstract list share counters; an override of the start begins anew, once."""

    lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of(self, number: str, level: int, style: str) -> int:
        """The level a style stands for: the one tied to it in the list, else the one the style names."""
        levels = self.lists[number][1] if number in self.lists else {}
        return next((n for n, shape in levels.items() if shape.style == style), level)

    def label(self, number: str, level: int) -> tuple[str, str] | None:
        """The next number of the list and what parts it from the words; None where the list has none."""
        found = self.lists.get(number)
        if found is None or level not in found[1]:
            return None
        abstract, levels, overrides = found
        counts = self._counts.setdefault(abstract, {})
        self._advance(counts, number, level, levels, overrides)
        shape = levels[level]
        return (_label(shape, levels, counts), shape.suffix) if shape.text else None

    def _advance(
        self, counts: dict[int, int], number: str, level: int, levels: dict[int, Level], overrides: dict[int, int]
    ) -> None:
        if level in overrides and (number, level) not in self._begun:
            self._begun.add((number, level))
            counts[level] = overrides[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        for deeper in [other for other in counts if other > level]:
            restart = levels[deeper].restart if deeper in levels else deeper
            if restart != -1 and level < restart:
                del counts[deeper]


def _label(shape: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if shape.format == "bullet":
        return "".join(_bullet(c) for c in shape.text)
    if shape.format == "none":
        return re.sub(r"%\d", "", shape.text)

    def value(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        other = levels.get(index, shape)
        return formatted(counts.get(index, other.start), "decimal" if shape.legal else other.format)

    return re.sub(r"%(\d)", value, shape.text)


def _bullet(character: str) -> str:
    code = ord(character)
    return _BULLETS.get(code & 0xFF, "•") if 0xE000 <= code <= 0xF8FF else character


def read_numbering(root: Any | None) -> Numbering:
    """``root`` is ``w:numbering``."""
    if root is None:
        return Numbering({})
    abstracts = {a.get(w("abstractNumId")): a for a in root.iter(w("abstractNum"))}
    by_style = {link.get(VAL): a for a in abstracts.values() for link in a.iter(w("styleLink"))}
    lists = {}
    for num in root.iter(w("num")):
        reference = num.find(w("abstractNumId"))
        abstract = abstracts.get(reference.get(VAL)) if reference is not None else None
        if abstract is None:
            continue
        link = abstract.find(w("numStyleLink"))
        abstract = by_style.get(link.get(VAL), abstract) if link is not None else abstract
        levels, overrides = _levels(abstract), {}
        for override in num.iter(w("lvlOverride")):
            level = int_of_attribute(override)
            levels |= _levels(override)
            start = override.find(w("startOverride"))
            if start is not None:
                overrides[level] = int_of(start)
        lists[num.get(NUMID, "")] = (abstract.get(w("abstractNumId"), ""), levels, overrides)
    return Numbering(lists)


def int_of_attribute(element: Any) -> int:
    value = element.get(ILVL) or "0"
    return int(value) if value.isdigit() else 0


def _levels(parent: Any) -> dict[int, Level]:
    return {int_of_attribute(level): _level(level) for level in parent.iter(w("lvl"))}


def _level(element: Any) -> Level:
    def value(name: str, absent: str) -> str:
        found = element.find(w(name))
        return (found.get(VAL) or "") if found is not None else absent

    restart = element.find(w("lvlRestart"))
    index = int_of_attribute(element)
    return Level(
        start=int_of(element.find(w("start")), 1),
        format=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        # lvlRestart 0 means never; N means after level N, counted from 1; silent: after any level above.
        restart=index if restart is None else int_of(restart) or -1,
        suffix="" if value("suff", "tab") == "nothing" else " ",
        legal=is_on(element.find(w("isLgl"))),
        style=value("pStyle", ""),
    )
