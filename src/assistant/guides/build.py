"""Sections from the units of one guide."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.guides.headings import Mark
from assistant.guides.titles import is_case
from assistant.guides.units import Unit
from assistant.guides.unknown import with_unknown
from assistant.lexicon.sections import Sections
from assistant.model.document import Block, Paragraph
from assistant.model.outline import Section
from assistant.model.span import Span
from assistant.text.numbering import lead, rank

# a heading without body and its first filled sub-heading stand so near each other
_NESTED = 3
_SENTENCE = 20
_COUNTED = frozenset({"part", "cn", "cnp", "ar"})
_VALUE_AND_NEXT = 2
_NO_RANK = -1.0
# 第十三条　申请筹设学校，应当提交下列材料：
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零\d]{1,6}[条款]")
# 规定申请材料的依据, below the list of the materials or the steps
_GROUNDS = re.compile(r"(?:规定|设定)[一-龥]{2,12}的?依据")
_WAY = re.compile("线上|线下|网上|现场|窗口|在线")
_FIRM = frozenset({"line", "inline", "table"})
_SHUT = frozenset({"forms", "appendix"})
_MAIN = frozenset({"materials", "basis", "conditions", "time", "process", "fee"})
# in the middle of a line these are details of what the line is about: 投诉电话：…，地址：…
_DETAILS = frozenset(
    {"addr", "hours", "acc", "decision_body", "receipt", "delivery", "method", "query", "result", "scope"}
)
_IN_MATERIALS = frozenset({"materials", "forms", "notes", "appendix", "other"})
# 周一至周五, 上午9:00, 法定节假日除外: office hours, not a limit
_HOURS = re.compile(
    r"周[一二三四五六日末]|星期|礼拜|上午|下午|\d{1,2}\s*[:：时点]\s*\d{0,2}|节假日|全天|工作日内?(?:上班)?时间|24小时"
)
_DURATION = re.compile(
    r"\d+\s*[（(]?个?(?:工作日|日|天|小时|月)|[一二三四五六七八九十]+个?工作日|当场|即时|即办|随到随办"
)


def build(text: str, row: Sequence[Unit], sections: Sections) -> tuple[Section, ...]:
    """The sections of the guide whose units are ``row``; 新办 on a line is the case of the sections below it."""
    main = _main_rank(row)
    result: list[Section] = []
    heading: Mark | None = None
    body: list[Unit] = []
    case = _Case(None, _NO_RANK)
    units = list(with_unknown(text, row, main))
    for index, unit in enumerate(units):
        mark = unit.mark or _back(text, unit, heading, body)
        if mark and heading and _is_basis_of_one(mark, heading, units[index + 1 : index + 3]):
            mark = None
        if mark and heading and (_is_quoted(text, unit, mark, heading, units) or _is_step(text, mark, heading, result)):
            mark = None
        opens = mark is not None and _opens(mark, heading, main, bool(body), sections.closed)
        if mark is None or not (opens or (mark.kind == "line" and _GROUNDS.fullmatch(mark.words.of(text)))):
            case = _case(text, unit, case, main, sections) if body or heading is None or unit.numbered else case
            body.append(unit)
            continue
        result += _section(text, heading, body)
        case = _Case(None, _NO_RANK) if rank(mark.style) <= case.rank else case
        heading = replace(mark, scenario=mark.scenario or case.name, outer=_outer(mark, heading, main))
        body = [] if unit.mark else [unit]
    result += _section(text, heading, body)
    return tuple(_in_order(list(_without_tabs(result))))


def _is_basis_of_one(mark: Mark, heading: Mark, following: Sequence[Unit]) -> bool:
    """依据： below one material of a list that goes on is that material's; at the list's end it is the item's."""
    if heading.elements[-1] != "materials" or mark.elements != ("basis",) or mark.kind != "inline":
        return False
    return len(following) == _VALUE_AND_NEXT and following[1].mark is None


def _is_quoted(text: str, unit: Unit, mark: Mark, heading: Mark, row: Sequence[Unit]) -> bool:
    """应当提交下列材料： in the words of a law that the basis quotes, or where a heading of its own names the list."""
    basis = heading.elements[-1] == "basis" or "依据" in heading.words.of(text)  # 规定申请材料的依据 as well
    if not (basis or heading.elements[-1] == "conditions") or mark.kind not in ("opener", "middle"):
        return False
    named = any(other.mark and other.mark.kind in _FIRM and mark.elements[0] in other.mark.elements for other in row)
    provision = bool(_ARTICLE.search(text[unit.line.span.start : mark.head.end])) if unit.line else False
    if not basis:
        return provision and named
    return provision or (named and mark.kind == "opener")


def _is_step(text: str, mark: Mark, heading: Mark, before: Sequence[Section]) -> bool:
    """2.提交材料 in the flow is a step where the materials were listed before."""
    if heading.elements[0] != "process" or mark.elements != ("materials",):
        return False
    way = mark.kind in ("inline", "opener") and _WAY.match(text, mark.words.start)  # 线上提交材料：
    if mark.style in ("none", heading.style) and not way:
        return False
    return any(part.element == "materials" and part.blocks for part in before)


def _outer(mark: Mark, heading: Mark | None, main: float) -> tuple[str, ...]:
    """What 提交下列材料： inside the flow or the conditions interrupts."""
    if heading and heading.elements[0] == "process" and mark.kind == "middle" and mark.elements == ("materials",):
        return heading.elements
    inside = mark.kind == "opener" or (mark.style == "none" and rank("none") > main)
    return heading.elements if heading and inside and mark.elements == ("materials",) else ()


def _back(text: str, unit: Unit, heading: Mark | None, body: Sequence[Unit]) -> Mark | None:
    """Behind the list that a sentence of the flow opened, running text or the flow's next number is the flow again."""
    if heading is None or not unit.whole or not body:
        return None
    above = _is_above(text, unit, heading, body[0])
    if not above and not (heading.outer and _is_outside(text, unit, heading, body)):
        return None
    at = Span(unit.span.start, unit.span.start)
    return Mark(heading.outer or ("other",), at, at, heading.style, "clue")


def _is_outside(text: str, unit: Unit, heading: Mark, body: Sequence[Unit]) -> bool:
    """（二）受理 behind （一）申请人提交下列材料：1.… or （一）申请 …，提供以下资料：…; a sentence behind the list."""
    style = lead(unit.span.of(text)).style
    if heading.kind == "middle":
        line = body[0].line
        first = lead(line.span.of(text)).style if line is not None and line is not unit.line else None
        return unit.numbered and style == first
    if unit.numbered:
        return heading.style != "none" and style == heading.style
    return body[-1].numbered and _is_sentence(unit.span.of(text))


def _is_above(text: str, unit: Unit, heading: Mark, first: Unit) -> bool:
    """2、审核 behind the list （1）…（2）… that a sentence below 1、申请 opened: no entry, but what comes next."""
    if heading.kind not in ("opener", "middle") or not unit.numbered:
        return False
    style = lead(unit.span.of(text)).style
    if not first.whole:  # 二、受理 behind 一、申请　应提交下列材料：1.…；2.…
        line = first.line
        same = line is not None and line is not unit.line and lead(line.span.of(text)).style == style
        return same and style in ("cn", "cnp")
    if heading.kind == "middle":
        return False
    return first.numbered and style in _COUNTED and rank(style) < rank(lead(first.span.of(text)).style)


def _is_sentence(words: str) -> bool:
    return len(words) >= _SENTENCE and bool(re.search("[，,]", words))


def _without_tabs(parts: Sequence[Section]) -> Iterator[Section]:
    """A page's tabs repeat the headings in front of the guide, with nothing below them."""
    filled = {part.element: index for index, part in enumerate(parts) if part.blocks}
    for index, part in enumerate(parts):
        if part.blocks or not index + _NESTED < filled.get(part.element, -1):
            yield part


class _Case(NamedTuple):
    """The case that counts for the headings below ``rank``."""

    name: str | None
    rank: float


def _case(text: str, unit: Unit, case: _Case, main: float, sections: Sections) -> _Case:
    """（一）新办, 补证： on a line of its own; not inside lists of a lower rank."""
    if not unit.whole or unit.span.end - unit.span.start > 20:
        return case
    begin = lead(unit.span.of(text))
    name = unit.span.of(text)[begin.end :].strip(" 　：:")
    if not is_case(name, sections):
        return case
    return _Case(name, rank(begin.style) if begin.style != "none" else main - 0.1)


def _in_order(parts: Sequence[Section]) -> Iterator[Section]:
    """Cells merged over rows can stand before their key: what an earlier section has, a later one has not."""
    end = 0
    for part in parts:
        if part.span.start >= end:
            yield part
        elif part.span.end > end:
            blocks = tuple(block for block in part.blocks if block.span.start >= end)
            body = Span(max(part.body.start, end), max(part.body.end, end))
            yield replace(part, span=Span(end, part.span.end), body=body, blocks=blocks)
        end = max(end, part.span.end)


def _main_rank(row: Sequence[Unit]) -> float:
    """The rank of the style that most elements are headed with."""
    marks = [unit.mark for unit in row if unit.mark and unit.mark.kind != "middle"]
    counts = _counts(mark for mark in marks if mark.kind != "opener")
    best = (counts if any(counts.values()) else _counts(marks)).most_common()
    return min((rank(style) for style, count in best if count == best[0][1]), default=0.0) if best else 0.0


def _counts(marks: Iterable[Mark]) -> Counter[str]:
    """How many elements each style heads."""
    seen: dict[str, set[str]] = {}
    for mark in marks:
        seen.setdefault(mark.style, set()).update(mark.elements)
    return Counter({style: len(elements - {"notes", "other", "appendix"}) for style, elements in seen.items()})


def _opens(mark: Mark, current: Mark | None, main: float, filled: bool, closed: frozenset[str]) -> bool:
    """Does the heading open a section, where ``current`` is open and, if ``filled``, already has a body?"""
    if current is None or _is_annex(mark):
        return True
    if mark.kind == "implicit":
        return _implied(mark, current, filled)
    parent = current.elements[-1]
    if parent in _SHUT:
        bare = not filled and parent == "forms" and mark.kind in ("line", "inline")  # 表格下载： with its link lost
        return bare or (mark.kind != "middle" and rank(mark.style) <= main < rank("none"))
    if mark.kind in ("middle", "opener"):
        detail = parent in closed and mark.elements[0] in _DETAILS
        return mark.elements[0] not in current.elements and not detail
    # Below a table of keys the document's own headings, of one Word style, are each other's equals.
    sibling = mark.style == current.style and mark.style.startswith("md")
    return rank(mark.style) <= main or sibling or _nested(mark, parent, closed)


def _nested(mark: Mark, parent: str, closed: frozenset[str]) -> bool:
    """A heading of a lower rank than the guide's own: （一）法定期限 below 八、审批期限."""
    element = mark.elements[0]
    if parent == "materials":
        entry = rank(mark.style) > rank("cnp") and mark.style != "none"  # 1.申请表格 is an entry of the list
        return (element in _IN_MATERIALS and not entry) or (mark.style == "none" and element in _MAIN)
    return parent not in closed or element in _MAIN


def _is_annex(mark: Mark) -> bool:
    """附录1, 附件： on its own line ends the list above; a clue opens its element anywhere."""
    return mark.kind == "clue" or (mark.elements[0] == "appendix" and mark.kind in ("line", "inline"))


def _implied(mark: Mark, current: Mark, filled: bool) -> bool:
    """A table that looks like a form right below 申请材料 is its list; elsewhere a form ends the section above."""
    if mark.elements[0] in current.elements or current.elements[-1] in _SHUT:
        return False
    return filled or current.elements[-1] != "materials"


def _section(text: str, heading: Mark | None, units: Sequence[Unit]) -> Iterator[Section]:
    if heading is None:
        return
    blocks = tuple(_blocks(units))
    end = max([heading.head.end, *(unit.span.end for unit in units)])
    first = min((block.span.start for block in blocks), default=heading.head.end)
    start = min(heading.head.start, first)  # a value merged from a row above stands before its key
    body = Span(first, end) if blocks else Span(end, end)
    words = re.sub(r"^[\s　*]+|[\s　*：:；;。]+$", "", heading.words.of(text))
    elements = [_sure(element, body.of(text)) for element in heading.elements]
    yield Section(elements[0], words, Span(start, end), body, blocks, heading.scenario)
    for element in elements[1:]:  # 办理流程及时限: one body, its first element has it
        yield Section(element, words, Span(end, end), Span(end, end), (), heading.scenario)


def _sure(element: str, body: str) -> str:
    """办理时间 is a limit or the office's hours: its value says which."""
    if element != "hours":
        return element
    return "time" if _DURATION.search(body) and not _HOURS.search(body) else "addr"


def _blocks(units: Sequence[Unit]) -> Iterator[Block]:
    """The blocks of a body. Pieces of one line, parted by headings that open no section, are one block again."""
    at = 0
    while at < len(units):
        line, block = units[at].line, units[at].block
        end = at + 1
        while line is not None and end < len(units) and units[end].line is line:
            end += 1
        if line is not None:
            span = Span(units[at].span.start, units[end - 1].span.end)
            yield line if span == line.span else Paragraph(span)
        elif block is not None:
            yield block
        at = end
