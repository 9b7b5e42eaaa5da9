"""Sections from the units of one guide."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.guides.headings import Mark
from assistant.guides.units import Unit
from assistant.model.document import Block
from assistant.model.outline import Section
from assistant.model.span import Span
from assistant.text.numbering import rank

# below these headings stand their own details, not further elements of the guide
_CLOSED = frozenset(
    {
        "consult",
        "complaint",
        "rights",
        "receipt",
        "delivery",
        "result",
        "method",
        "query",
        "addr",
        "acc",
        "decision_body",
        "basis",
        "process",
        "conditions",
    }
)
_SHUT = frozenset({"forms", "appendix"})
_MAIN = frozenset({"materials", "basis", "conditions", "time", "process", "fee"})
_IN_MATERIALS = frozenset({"materials", "forms", "notes", "appendix", "other"})
# 周一至周五, 上午9:00, 法定节假日除外: office hours, not a limit
_HOURS = re.compile(
    r"周[一二三四五六日末]|星期|礼拜|上午|下午|\d{1,2}\s*[:：时点]\s*\d{0,2}|节假日|全天|工作日内?(?:上班)?时间|24小时"
)
_DURATION = re.compile(
    r"\d+\s*[（(]?个?(?:工作日|日|天|小时|月)|[一二三四五六七八九十]+个?工作日|当场|即时|即办|随到随办"
)


def build(text: str, row: Sequence[Unit]) -> tuple[Section, ...]:
    """The sections of the guide whose units are ``row``."""
    main = _main_rank(row)
    sections: list[Section] = []
    heading: Mark | None = None
    body: list[Unit] = []
    for unit in row:
        if unit.mark is None:
            body.append(unit)
        elif _opens(unit.mark, heading, main):
            sections += _section(text, heading, body)
            heading, body = unit.mark, []
        else:
            body.append(unit)
    sections += _section(text, heading, body)
    return tuple(sections)


def _main_rank(row: Sequence[Unit]) -> float:
    """The rank of the style that most elements are headed with."""
    seen: dict[str, set[str]] = {}
    for unit in row:
        if unit.mark and unit.mark.kind not in ("middle", "opener"):
            seen.setdefault(unit.mark.style, set()).update(unit.mark.elements)
    counts = Counter({style: len(elements - {"notes", "other", "appendix"}) for style, elements in seen.items()})
    best = counts.most_common()
    return min((rank(style) for style, count in best if count == best[0][1]), default=0.0) if best else 0.0


def _opens(mark: Mark, current: Mark | None, main: float) -> bool:
    """Does the heading open a section of its own, standing where ``current`` is open?"""
    if current is None or _is_annex(mark):
        return True
    element, parent = mark.elements[0], current.elements[-1]
    if parent in _SHUT:
        return mark.kind != "middle" and rank(mark.style) <= main < rank("none")
    if mark.kind in ("middle", "opener"):
        return element not in current.elements and (
            parent not in _CLOSED or element in _MAIN | {"consult", "complaint"}
        )
    if rank(mark.style) <= main:
        return True
    if parent == "materials":
        return element in _IN_MATERIALS or (mark.style == "none" and mark.kind == "line" and element in _MAIN)
    return parent not in _CLOSED or element in _MAIN


def _is_annex(mark: Mark) -> bool:
    """附录1, 附件： on a line of its own, a form to fill in: what follows is no part of the list above."""
    return mark.kind == "implicit" or (mark.elements[0] == "appendix" and mark.kind in ("line", "inline"))


def _section(text: str, heading: Mark | None, units: Sequence[Unit]) -> Iterator[Section]:
    if heading is None:
        return
    blocks = tuple(_blocks(units))
    start = heading.head.start
    end = max([heading.head.end, *(unit.span.end for unit in units)])
    first = min((block.span.start for block in blocks), default=heading.head.end)
    body = Span(max(first, heading.head.end), end) if blocks else Span(end, end)
    words = re.sub(r"^[\s　*]+|[\s　*：:；;。]+$", "", heading.words.of(text))
    elements = [_sure(element, body.of(text)) for element in heading.elements]
    yield Section(elements[0], words, Span(start, end), body, blocks)
    for element in elements[1:]:  # 办理流程及时限: one body, its first element has it
        yield Section(element, words, Span(end, end), Span(end, end), ())


def _sure(element: str, body: str) -> str:
    """办理时间 is a limit or the office's hours: its value says which."""
    if element != "hours":
        return element
    return "time" if _DURATION.search(body) and not _HOURS.search(body) else "addr"


def _blocks(units: Sequence[Unit]) -> Iterator[Block]:
    """The blocks of a body; a heading that opens no section is a line of the body, as it stands."""
    done = -1
    for unit in units:
        if unit.mark is not None and unit.whole is not None:
            if unit.whole.span.start > done:
                yield unit.whole
            done = max(done, unit.whole.span.end)
        elif unit.block is not None and unit.block.span.start >= done:
            yield unit.block
            done = unit.block.span.end
