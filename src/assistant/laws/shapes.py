"""corpus/laws/shapes.jsonl: how many 款 an article has and how many 项 each 款 has, without any text."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant import resources

_CURRENT = "corpus/laws/shapes.jsonl"
_OLDER = "corpus/laws/shapes-older.jsonl"
Key = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How many 项 each 款 of each article has, in the order of the articles.

    ``keys`` is None where they are simply numbered from 1, else it gives the place of (article, 之X or 0).
    ``complete``: no number is left out. ``catch_alls`` holds (article, 款, 项).
    """

    rows: tuple[tuple[int, ...], ...]
    keys: dict[Key, int] | None
    complete: bool
    last: int
    catch_alls: frozenset[tuple[int, int, int]]

    def items(self, article: int, sub: int) -> tuple[int, ...] | None:
        """The number of 项 in each 款; None where there is no such article."""
        if self.keys is None:
            return self.rows[article - 1] if not sub and 1 <= article <= len(self.rows) else None
        place = self.keys.get((article, sub))
        return None if place is None else self.rows[place]

    def is_catch_all(self, article: int, paragraph: int | None, item: int) -> bool:
        """Whether the 项 is itself a catch-all (其他材料), by pattern: a hint, not proof."""
        return any(
            found[0] == article and found[2] == item and paragraph in (None, found[1]) for found in self.catch_alls
        )


class Shapes:
    """All shapes by title and version; a line is parsed when it is asked for (the whole file would take 30 ms)."""

    def __init__(self, lines: dict[str, dict[str, str]]) -> None:
        self._lines = lines
        self._parsed: dict[tuple[str, str], Shape] = {}

    def of(self, title: str, version: str | None) -> Shape | None:
        """The shape of that version; of the only one known where ``version`` is None."""
        known = self._lines.get(title)
        if not known:
            return None
        day = version if version is not None else next(iter(known))
        if day not in known:
            return None
        if (title, day) not in self._parsed:
            self._parsed[title, day] = _shape(json.loads(known[day]))
        return self._parsed[title, day]

    def versions(self, title: str) -> tuple[str, ...]:
        return tuple(self._lines.get(title, ()))


@cache
def load_shapes() -> Shapes:
    lines: dict[str, dict[str, str]] = {}
    for where in (_CURRENT, _OLDER):
        for line in resources.data(where).read_text("utf-8").splitlines():
            lines.setdefault(_field(line, "title"), {})[_field(line, "version")] = line
    return Shapes(lines)


def _field(line: str, name: str) -> str:
    """A text field at the line's beginning, without parsing the long rest; "" where it is absent."""
    mark = f'"{name}":"'
    start = line.find(mark, 0, 400)
    if start < 0:
        return ""
    start += len(mark)
    return line[start : line.index('"', start)]


def _shape(row: dict[str, Any]) -> Shape:
    rows = tuple(map(tuple, row["shape"]))
    catch_alls = frozenset((_key(found[0])[0], found[1], found[2]) for found in row.get("catchall", ()))
    if "keys" not in row:
        return Shape(rows, None, True, len(rows), catch_alls)
    keys = {_key(key): place for place, key in enumerate(row["keys"])}
    numbers = {article for article, _ in keys}
    return Shape(rows, keys, numbers == set(range(1, len(numbers) + 1)), max(numbers), catch_alls)


def _key(written: str) -> Key:
    article, _, sub = written.partition("-")
    return int(article), int(sub or 0)
