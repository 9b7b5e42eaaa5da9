"""A drawing as SVG: attributes alone, so that a strict content policy shows it, and no font but by name."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from assistant.export.drawing.shapes import FONT_SIZE, Anchor, Arrow, Box, Drawing, Point

_FONTS = "'FangSong','仿宋','SimSun','宋体','Noto Serif CJK SC',serif"
_LOOK = f'fill="none" stroke="#333" stroke-width="0.9" font-size="{FONT_SIZE}" font-family={quoteattr(_FONTS)}'
_TITLE = 32.0


def svg(drawing: Drawing) -> str:
    head = _head(drawing.width, drawing.height, drawing.title)
    return "\n".join((head, *_group(drawing), "</svg>")) + "\n"


def stacked(drawings: Sequence[Drawing]) -> str:
    """One picture of several, one below the other, each below its title."""
    lines: list[str] = []
    y = 0.0
    for drawing in drawings:
        lines.append(f'<g transform="translate(0 {y + _TITLE:g})">')
        lines += [f"<g {_LOOK}>", _words(drawing.title, (drawing.width / 2, -10)), "</g>", *_group(drawing), "</g>"]
        y += _TITLE + drawing.height + _TITLE / 2
    width = max((drawing.width for drawing in drawings), default=0)
    titles = "、".join(drawing.title for drawing in drawings)
    return "\n".join((_head(width, y, titles), *lines, "</svg>")) + "\n"


def _head(width: float, height: float, title: str) -> str:
    size = f'width="{width:g}pt" height="{height:g}pt" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label={quoteattr(title)}>'


def _group(drawing: Drawing) -> Iterator[str]:
    yield f"<g {_LOOK}>"
    yield from _body(drawing)
    yield "</g>"


def _body(drawing: Drawing) -> Iterator[str]:
    for arrow in drawing.arrows:
        yield from _arrow(arrow)
    for box in drawing.boxes:
        yield _frame(box)
        for line, y in zip(box.lines, box.baselines(), strict=True):
            yield _words(line, (box.middle[0], y))
    for bar in drawing.bars:
        place = f'x="{bar.x:g}" y="{bar.y:g}" width="{bar.width:g}" height="{bar.height:g}"'
        yield f'<rect {place} fill="#{bar.colour}" stroke="none"/>'
    for label in drawing.labels:
        yield _words(label.words, label.at, label.anchor)


def _arrow(arrow: Arrow) -> Iterator[str]:
    yield f'<polyline points="{_points(arrow.points)}"/>'
    yield f'<polygon points="{_points(arrow.head())}" fill="#333" stroke="none"/>'
    if arrow.words:
        yield _words(arrow.words, arrow.words_at)


def _frame(box: Box) -> str:
    look = 'fill="#fff"' + (' stroke-dasharray="4 3"' if box.dashed else "")
    if box.outline == "diamond":
        return f'<polygon points="{_points(diamond(box))}" {look}/>'
    round_ = f' rx="{box.height / 2:g}"' if box.outline == "oval" else ""
    return f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"{round_} {look}/>'


def diamond(box: Box) -> tuple[Point, ...]:
    x, y = box.middle
    return (x, box.y), (box.x + box.width, y), (x, box.y + box.height), (box.x, y)


def _words(words: str, at: Point, anchor: Anchor = "middle") -> str:
    place = f'x="{at[0]:g}" y="{at[1]:g}" text-anchor="{anchor}"'
    return f'<text {place} fill="#111" stroke="none">{escape(words)}</text>'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
