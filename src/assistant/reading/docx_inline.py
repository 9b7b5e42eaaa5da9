"""One ``w:p``: its runs as lines of text pieces with their places, and the text boxes anchored in it."""

from dataclasses import dataclass, field
from typing import Any

from assistant.reading.docx_choice import content_of, text_boxes, versions
from assistant.reading.docx_styles import is_on
from assistant.reading.docx_tags import (
    ALTERNATE,
    BR,
    CHAR,
    CR,
    DEL,
    HYPHEN,
    MATH,
    MATH_TEXT,
    MOVE_FROM,
    RPR,
    RUBY,
    RUBY_BASE,
    SDT,
    SYM,
    TAB,
    VANISH,
    WRAPPERS,
    B,
    R,
    T,
)
from assistant.reading.layout import Piece

# Check marks and boxes of Wingdings and Wingdings 2, by the low byte of w:sym's code.
_SYMBOLS = {0xFE: "☑", 0x52: "☑", 0xA8: "□", 0xA3: "□", 0x6F: "□", 0xFC: "✓", 0x50: "✓", 0x6C: "●", 0x6E: "■"}


@dataclass(slots=True)
class Line:
    """``lines`` are parted by Word's line breaks; ``run`` counts the ``w:r`` met so far, those in text boxes too."""

    part: str
    paragraph: int
    styled_bold: bool
    hidden: bool
    in_cell: bool
    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    boxes: list[Any] = field(default_factory=list)
    bold: bool = False
    plain: bool = False
    run: int = 0


def read_paragraph(paragraph: Any, part: str, index: int, styled_bold: bool, hidden: bool, in_cell: bool) -> Line:
    """``hidden``: the file has hidden text, so every run is asked. In cells a tab is written as a blank."""
    line = Line(part, index, styled_bold, hidden, in_cell)
    _inline(paragraph, line)
    line.bold = line.bold and not line.plain
    return line


def _inline(parent: Any, line: Line) -> None:
    for child in parent:
        tag = child.tag
        if tag == R:
            _run(child, line)
        elif tag in WRAPPERS:
            _inline(child, line)
        elif tag in (DEL, MOVE_FROM):
            line.run += sum(1 for _ in child.iter(R))
        elif tag == SDT:
            _control(child, line)
        elif tag in MATH:
            _math(child, line)
        elif tag == ALTERNATE:
            _choose(child, line)


def _run(run: Any, line: Line) -> None:
    number = line.run
    line.run += 1
    size = len(run)
    if (size == 2 and run[1].tag == T and run[0].tag == RPR) or (size == 1 and run[0].tag == T):  # nearly every run
        properties, text = (run[0] if size == 2 else None), run[-1].text
        if text and not (line.hidden and _is_hidden(properties)):
            line.lines[-1].append((text, (line.paragraph, number, 0, line.part)))
            if not line.plain:
                _weigh(properties, line)
    else:
        _mixed(run, number, line)


def _mixed(run: Any, number: int, line: Line) -> None:
    """A run with tabs, breaks, drawings and the like; each counts one character of the run, drawings none."""
    offset = 0
    properties = next(run.iterchildren(RPR), None)
    if line.hidden and _is_hidden(properties):
        return
    for node in run:
        tag = node.tag
        place = (line.paragraph, number, offset, line.part)
        if tag == T:
            line.lines[-1].append((node.text or "", place))
            offset += len(node.text or "")
        elif tag in (BR, CR):
            line.lines.append([])
            offset += 1
        elif tag in (TAB, HYPHEN):
            line.lines[-1].append(("-" if tag == HYPHEN else " " if line.in_cell else "\t", place))
            offset += 1
        elif tag != RPR:
            _special(node, tag, line, number)
    if offset and not line.plain:
        _weigh(properties, line)


def _is_hidden(properties: Any | None) -> bool:
    return properties is not None and is_on(properties.find(VANISH))


def _weigh(properties: Any | None, line: Line) -> None:
    own = next(properties.iterchildren(B), None) if properties is not None else None
    if is_on(own) if own is not None else line.styled_bold:
        line.bold = True
    else:
        line.plain = True


def _special(node: Any, tag: str, line: Line, number: int) -> None:
    if tag == SYM:
        code = int(node.get(CHAR) or "0", 16) if (node.get(CHAR) or "0").isalnum() else 0
        line.lines[-1].append((_SYMBOLS.get(code & 0xFF, "•"), (line.paragraph, number, 0, line.part)))
    elif tag == RUBY:
        base = node.find(RUBY_BASE)
        inside = sum(1 for _ in base.iter(R)) if base is not None else 0
        line.run += sum(1 for _ in node.iter(R)) - inside
        if base is not None:
            _inline(base, line)
    elif len(node):
        line.run += sum(1 for _ in node.iter(R))
        text_boxes(node, line.boxes)


def _control(control: Any, line: Line) -> None:
    before = line.run
    _inline(content_of(control), line)
    if line.run == before:
        line.run += sum(1 for _ in control.iter(R))


def _choose(alternate: Any, line: Line) -> None:
    taken = False
    for version in versions(alternate):
        if taken:
            line.run += sum(1 for _ in version.iter(R))
        elif len(version):
            _inline(version, line)
            taken = True


def _math(element: Any, line: Line) -> None:
    text = "".join(node.text or "" for node in element.iter(MATH_TEXT))
    line.lines[-1].append((text, (line.paragraph, None, 0, line.part)))
