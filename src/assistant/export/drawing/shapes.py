"""What a drawing is made of. All lengths are points (1/72 inch) from the top left corner."""

import math
from dataclasses import dataclass
from typing import Literal

Outline = Literal["oval", "box", "diamond"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
FONT_SIZE = 10.5
LINE = 15.0
_NOT_FIRST = "，。、；：？！）》”"  # marks that begin no line


@dataclass(frozen=True, slots=True)
class Box:
    """A frame with words in its middle; ``dashed``: something still to be filled in."""

    outline: Outline
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    dashed: bool = False

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def baselines(self) -> tuple[float, ...]:
        """Where the lines of words stand, so that all of them are in the middle of the frame."""
        top = self.middle[1] - LINE * len(self.lines) / 2
        return tuple(top + LINE * at + LINE * 0.74 for at in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line through ``points``, its head at the last; ``words`` stand at ``words_at`` (middle of their baseline)."""

    points: tuple[Point, ...]
    words: str = ""
    words_at: Point = (0, 0)

    def head(self) -> tuple[Point, Point, Point]:
        (x0, y0), (x, y) = self.points[-2:]
        length = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5 or 1
        dx, dy = (x - x0) / length, (y - y0) / length
        back, side = 7.0, 3.0
        bx, by = x - dx * back, y - dy * back
        return (x, y), (bx - dy * side, by + dx * side), (bx + dy * side, by - dx * side)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle without a frame; ``colour`` is RRGGBB."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words of one line; ``at`` is the start, middle or end of their baseline."""

    words: str
    at: Point
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Drawing:
    """``title`` is what a screen reader says of the picture."""

    title: str
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    bars: tuple[Bar, ...] = ()
    labels: tuple[Label, ...] = ()


def wrapped(words: str, width: float) -> tuple[str, ...]:
    """Lines of at most ``width`` points and of about the same length, so that no lone mark stands on the last."""
    count = max(1, math.ceil(width_of(words) / width))
    share = width_of(words) / count
    lines: list[str] = []
    line = ""
    for char in words:
        full = width_of(line + char) > width or (width_of(line) >= share - 1 and char not in _NOT_FIRST)
        if line and full and len(lines) < count:
            lines.append(line)
            line = ""
        line += char
    return (*lines, line)


def width_of(words: str) -> float:
    """A Chinese character is one em wide, others about half."""
    return sum(FONT_SIZE * (1 if char > "ÿ" else 0.55) for char in words)
