"""corpus/laws/shapes.jsonl: how many 款 an article has and how many 项 each 款 has, without any text."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant import resources

_CURRENT = "corpus/laws/shapes.jsonl"
_OLDER = "corpus/laws/shapes-older.jsonl"
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """``articles`` maps (article, 之X or 0) to the number of 项 in each of its 款; ``complete``: no number is left out."""

    articles: dict[Key, tuple[int, ...]]
    complete: bool
    catch_alls: frozenset[tuple[int, int, int]]

    @property
    def last(self) -> int:
        return max((article for article, _ in self.articles), default=0)

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
    keys = [_key(key) for key in row["keys"]] if "keys" in row else [(n, 0) for n in range(1, len(row["shape"]) + 1)]
    articles = {key: tuple(items) for key, items in zip(keys, row["shape"], strict=True)}
    numbers = {article for article, _ in articles}
    catch_alls = frozenset((_key(found[0])[0], found[1], found[2]) for found in row.get("catchall", ()))
    return Shape(articles, numbers == set(range(1, len(numbers) + 1)), catch_alls)


def _key(written: str) -> Key:
    article, _, sub = written.partition("-")
    return int(article), int(sub or 0)
