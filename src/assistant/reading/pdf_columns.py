"""Pages set in two columns: the order people read them in."""

from collections.abc import Sequence

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
    return gutter if _is_text(left) and _is_text(right) else None


def _is_text(column: list[Fragment]) -> bool:
    """Lines of running text fill their column; cells of a table do not."""
    breadth = max(f.x1 for f in column) - min(f.x0 for f in column)
    full = sum(1 for f in column if f.x1 - f.x0 > 0.8 * breadth)
    return full >= 0.5 * len(column) and breadth > 100
