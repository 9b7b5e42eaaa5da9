"""A flow chart laid out: the way from top to bottom, what a "no" leads to beside its question."""

from itertools import groupby

from assistant.export.drawing.shapes import LINE, Arrow, Box, Drawing, Outline, width_of, wrapped
from assistant.model.flow import Edge, Flow, Node
from assistant.model.new_guide import GAP

_MAIN_X, _MAIN_WIDTH = 8.0, 196.0
_SIDE_X, _SIDE_WIDTH = 290.0, 156.0
_BEND = 8.0  # where the way to an outcome turns up or down
_BACK_X = 460.0  # where a way back runs up
_WIDTH, _GAP, _PAD = 468.0, 24.0, 7.0
_OUTLINES: dict[str, Outline] = {"start": "oval", "end": "oval", "decision": "diamond"}


def lay_out(flow: Flow, title: str) -> Drawing:
    places: dict[str, Box] = {}
    y = 4.0
    for node, beside in _rows(flow):
        own = _box(node, _MAIN_X, _MAIN_WIDTH)
        sides = [_box(each, _SIDE_X, _SIDE_WIDTH) for each in beside]
        height = max(own.height, sum(side.height for side in sides) + 10 * max(0, len(sides) - 1))
        places[node.id] = _moved(own, y + (height - own.height) / 2)
        at = y + (height - sum(side.height for side in sides) - 10 * max(0, len(sides) - 1)) / 2
        for each, side in zip(beside, sides, strict=True):
            places[each.id] = _moved(side, at)
            at += side.height + 10
        y += height + _GAP
    arrows = tuple(_arrow(edge, places) for edge in flow.edges)
    return Drawing(title, _WIDTH, y - _GAP + 4, tuple(places.values()), arrows)


def _rows(flow: Flow) -> list[tuple[Node, tuple[Node, ...]]]:
    """Every node of the way with the outcomes that hang on it (they stand directly behind it in the flow)."""
    rows: list[tuple[Node, tuple[Node, ...]]] = []
    last = flow.nodes[-1]
    groups = groupby(flow.nodes, key=lambda node: node.kind == "outcome" or (node.kind == "end" and node is not last))
    for beside, nodes in groups:
        if beside:
            rows[-1] = (rows[-1][0], tuple(nodes))
        else:
            rows += [(node, ()) for node in nodes]
    return rows


def _box(node: Node, x: float, width: float) -> Box:
    outline = _OUTLINES.get(node.kind, "box")
    words = f"{GAP}{node.words}" if node.gap else node.words
    room = width * (0.62 if outline == "diamond" else 0.9)
    lines = (*wrapped(words, room), *(line for note in node.notes for line in wrapped(note, room)))
    height = LINE * len(lines) + 2 * _PAD
    return Box(outline, x, 0, width, height * (1.9 if outline == "diamond" else 1), lines, node.gap)


def _moved(box: Box, y: float) -> Box:
    return Box(box.outline, box.x, y, box.width, box.height, box.lines, box.dashed)


def _arrow(edge: Edge, places: dict[str, Box]) -> Arrow:
    start, end = places[edge.start], places[edge.end]
    if start.x != end.x:
        return _across(start, end, edge.words) if start.x < end.x else _back(start, end)
    x = start.middle[0]
    y0, y1 = start.y + start.height, end.y
    return Arrow(((x, y0), (x, y1)), edge.words, (x + 6 + width_of(edge.words) / 2, (y0 + y1) / 2 + 4))


def _across(start: Box, end: Box, words: str) -> Arrow:
    """From the question's right corner; the words stand above the last stretch, before the outcome."""
    x0, y0, y1 = start.x + start.width, start.middle[1], end.middle[1]
    bend = x0 + _BEND
    points = ((x0, y0), (end.x, y1)) if y0 == y1 else ((x0, y0), (bend, y0), (bend, y1), (end.x, y1))
    return Arrow(points, words, ((bend + end.x - 6) / 2, y1 - 4))


def _back(start: Box, end: Box) -> Arrow:
    y0, y1 = start.middle[1], end.middle[1]
    return Arrow(((start.x + start.width, y0), (_BACK_X, y0), (_BACK_X, y1), (end.x + end.width, y1)))
