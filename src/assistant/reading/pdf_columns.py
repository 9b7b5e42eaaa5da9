"""Pages set in two columns: the order people read them in."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.reading.pdf_page import Fragment

_FEW = 6  # lines in each column; fewer make no column


def in_reading_order(fragments: Sequence[Fragment], width: float) -> list[list[Fragment]]:
    """Regions one after the other: a band over the full width, its left column, its right column, the next band …"""
    gutter = _gutter(fragments, width)
    if gutter is None:
        return [list(fragments)]
    regions: list[list[Fragment]] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda f: f.top):
        if fragment.x1 <= gutter:
            left.append(fragment)
        elif fragment.x0 >= gutter:
            right.append(fragment)
        else:
            regions += [left, right, [fragment]]
            left, right = [], []
    return [region for region in [*regions, left, right] if region]


def _gutter(fragments: Sequence[Fragment], width: float) -> float | None:
    """An x near the middle that hardly any line crosses, with full lines of text on both sides."""
    if len(fragments) < 2 * _FEW:
        return None
    places = [width * (0.35 + 0.01 * step) for step in range(31)]
    crossings = [sum(1 for f in fragments if f.x0 < x - 1 and f.x1 > x + 1) for x in places]
    fewest = min(crossings)
    best = [x for x, crossing in zip(places, crossings, strict=True) if crossing == fewest]
    gutter = best[len(best) // 2]
    left = [f for f in fragments if f.x1 <= gutter]
    right = [f for f in fragments if f.x0 >= gutter]
    if fewest > 0.15 * len(fragments) or min(len(left), len(right)) < _FEW:
        return None
    text = (_is_text(left) and _is_text(right)) or _are_halves(left, right, gutter, width)
    return gutter if text else None


def _are_halves(left: list[Fragment], right: list[Fragment], gutter: float, width: float) -> bool:
    """Two columns of short lines: halves of the page, the left with full lines, and no gaps as cells leave them."""
    end = max(f.x1 for f in left)
    if abs(gutter - width / 2) > 0.05 * width or end < 0.42 * width:
        return False
    full = sum(1 for f in left if end - f.x1 < 1.5 * f.size)
    return full >= 3 and min(_evenness(left), _evenness(right)) > 0.9


def _evenness(column: list[Fragment]) -> float:
    """The share of lines that stand as close below the one before as most do."""
    tops = sorted({round(f.top, 1) for f in column})
    steps = sorted(b - a for a, b in pairwise(tops) if b - a > 2)
    usual = steps[len(steps) // 2] if steps else 0.0
    return sum(1 for step in steps if step < 1.6 * usual) / max(1, len(steps))


def _is_text(column: list[Fragment]) -> bool:
    """Lines of running text fill their column; cells of a table do not."""
    breadth = max(f.x1 for f in column) - min(f.x0 for f in column)
    full = sum(1 for f in column if f.x1 - f.x0 > 0.8 * breadth)
    return full >= 0.5 * len(column) and breadth > 100
