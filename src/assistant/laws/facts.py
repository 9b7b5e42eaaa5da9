"""The law facts in memory: titles and numbers to laws, laws to their shapes."""

import re
from bisect import bisect_left
from functools import cache, cached_property

from assistant.laws.catalogue import Law, Row, law, read_rows
from assistant.laws.names import DROPPED, STATE, number_key, short_key, title_key
from assistant.laws.shapes import Shapes, load_shapes

# 办法（试行）, 目录（2024年本）, 规则（1991）: usually left out
_EDITION = re.compile(r"\((?:试行|暂行|\d{4}年?(?:本|版|修订|修正)?)\)$")
# Longer titles are not found without marks.
_LONGEST = 90
_HALF_WIDTH = str.maketrans("（）", "()")


class LawFacts:
    """Look-ups over the catalogue's lines; a line becomes a ``Law`` when it is first asked for.

    Keys are those of ``laws.names``. Nothing here changes after it is built, but for what is remembered.
    """

    def __init__(self, rows: tuple[Row, ...], shapes: Shapes) -> None:
        self.shapes = shapes
        self._rows = rows
        self._laws: dict[int, Law] = {}
        self._by_key: dict[str, list[int]] = {}
        self._by_short: dict[str, list[int]] = {}
        self._by_number: dict[str, list[int]] = {}
        for position, row in enumerate(rows):
            self._index(position, row)

    def _index(self, position: int, row: Row) -> None:
        key = title_key(row["title"])
        self._by_key.setdefault(key, []).append(position)
        names = [short_key(key)] if STATE in key else []
        plain = _EDITION.sub("", key)
        if plain != key:
            names += [plain, short_key(plain)]
        names += [title_key(name) for name in (*row.get("aliases", ()), row.get("short", key))]
        for name in set(names) - {key}:
            self._by_short.setdefault(name, []).append(position)
        if "number" in row:
            self._by_number.setdefault(number_key(row["number"]), []).append(position)

    def named(self, key: str) -> tuple[Law, ...]:
        """The laws of exactly that full title, else those with that short name or alias."""
        return self._of(self._by_key.get(key) or self._by_short.get(key) or ())

    def numbered(self, number: str) -> tuple[Law, ...]:
        """The documents that bear a number, in whatever form it is written."""
        return self._of(self._by_number.get(number_key(number), ()))

    def knows(self, key: str) -> bool:
        return key in self._by_key or key in self._by_short

    def ending(self, key: str) -> tuple[Law, ...]:
        """The laws whose title ends in ``key`` and is longer: 安全生产条例 -> 上海市安全生产条例, ..."""
        backward = key[::-1]
        first = bisect_left(self._backward, (backward, -1))
        found = []
        for written, position in self._backward[first:]:
            if not written.startswith(backward):
                break
            if len(written) > len(backward):
                found.append(position)
        return self._of(sorted(set(found)))

    def beginning(self, text: str, start: int) -> tuple[str, int] | None:
        """The longest title or short name that stands in ``text`` at ``start`` without marks of its own, and its end.

        Quotation marks inside it and blanks or line breaks do not count.
        """
        keys = self._openings.get(text[start : start + 2])
        if keys is None:
            return None
        ahead = text[start : start + _LONGEST]
        places = [place for place, character in enumerate(ahead) if character not in DROPPED]
        flat = "".join(ahead[place] for place in places).translate(_HALF_WIDTH)
        found = next((key for key in keys if flat.startswith(key)), None)
        return (found, start + places[len(found) - 1] + 1) if found else None

    def with_characters(self, key: str) -> tuple[str, ...]:
        """Short names made of the same characters as ``key`` in another order."""
        return tuple(name for name in self._anagrams.get("".join(sorted(key)), ()) if name != key)

    @cached_property
    def _anagrams(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self.keys:
            if STATE not in key:
                found.setdefault("".join(sorted(key)), []).append(key)
        return found

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every full title and short name, as keys, sorted."""
        return tuple(sorted({*self._by_key, *self._by_short}))

    @cached_property
    def last_characters(self) -> frozenset[str]:
        return frozenset(key[-1:] for key in self.keys)

    @cached_property
    def endings(self) -> frozenset[str]:
        """The last three characters of every key: what to look at before looking up."""
        return frozenset(key[-3:] for key in self.keys)

    @cached_property
    def _openings(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key in self.keys:
            found.setdefault(key[:2], []).append(key)
        return {opening: tuple(sorted(names, key=len, reverse=True)) for opening, names in found.items()}

    @cached_property
    def _backward(self) -> list[tuple[str, int]]:
        return sorted((key[::-1], position) for key, positions in self._by_key.items() for position in positions)

    def _of(self, positions: tuple[int, ...] | list[int]) -> tuple[Law, ...]:
        return tuple(self._law(position) for position in positions)

    def _law(self, position: int) -> Law:
        if position not in self._laws:
            self._laws[position] = law(self._rows[position])
        return self._laws[position]


@cache
def load_facts() -> LawFacts:
    """The facts that come with the program. Raises KnowledgeError when they are missing or broken."""
    return LawFacts(read_rows(), load_shapes())
