"""Tables with merged cells: "^" is merged with the cell above, "<" with the one at its left."""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Box(NamedTuple):
    row: int
    column: int
    height: int
    width: int
    text: str


def boxes(rows: list[list[Any]]) -> Iterator[Box]:
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell not in ("^", "<"):
                yield Box(y, x, _run(rows, y, x, 1, 0, "^"), _run(rows, y, x, 0, 1, "<"), str(cell))


def _run(rows: list[list[Any]], y: int, x: int, down: int, right: int, mark: str) -> int:
    length = 1
    while True:
        y, x = y + down, x + right
        if y >= len(rows) or x >= len(rows[y]) or rows[y][x] != mark:
            return length
        length += 1
