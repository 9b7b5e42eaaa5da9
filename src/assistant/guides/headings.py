"""Headings of elements in a line: alone, with colon and value, in 【】, run into the text, several on a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.lexicon.sections import Sections
from assistant.model.span import Span
from assistant.text.numbering import lead, number_before

MarkKind = Literal["line", "inline", "middle", "opener", "table", "implicit", "clue"]

_COLON = "：:﹕︰"
# 【办理依据】…, [办理依据]…, 〖办理依据〗…
_BRACKETED = re.compile(rf"[【\[〖［]\s*([^】\]〗］]{{2,20}}?)\s*[】\]〗］][\s　]*[{_COLON}]?")
# 申请材料：…, with blanks between the characters and a bracket before the colon
_LABELLED = re.compile(rf"([^{_COLON}。；;，,《》“”！？]{{1,32}}?)(?:\*\*)?\s*[{_COLON}](?:\*\*)?")
# 申请材料, alone on its line: "1.受理部门;"
_ALONE = re.compile(rf"([^。，,！？]{{1,40}}?)[\s　*]*[{_COLON}；;。]?[\s　*#]*$")
# 4申报材料: a number without any mark behind it
_GLUED = re.compile(r"\d{1,2}([一-龥]{2,14})[\s　：:]*$")
# 法定时限 30个工作日, 设定依据《…》: a heading with its value and nothing but a blank, a figure or 《 between
_FLAT = re.compile(r"([一-龥、]{2,14})(?:[\s　]+(?=\S)|(?=[《0-9①]|[（(][一1]|一、))")
# 监督 0571-1234567
_PHONE = re.compile(r"(监督|投诉|举报|咨询|电话)(?:电话)?[\s　]+(?=[(（]?\d{3,4}[)）]?[-—－]?\d{4,8})")
# …。申请条件：…
_MIDDLE = re.compile(
    rf"([一-龥、]{{2,18}})(?:[（(][^（）()]{{1,10}}[）)])?\s*(?:[{_COLON}]|[；;](?=\s*[\d/-]+\s?个?工作日))"
)
# 承诺时限 9个工作日, further on in a flattened row
_FLAT_MIDDLE = re.compile(r"(?<=[\s　])([一-龥]{4,12})[\s　]+(?=\S)")
# 申请人应当提交下列材料：, 办理X需提供以下证件：
_OPENER = re.compile(
    rf"[^。；;{_COLON}]{{0,90}}?(?:提交|提供|报送|携带|出具|出示|准备|递交|备齐|持|带|携)(?:[^。；;{_COLON}]{{0,6}})(?:以下|下列|如下|下述|相关|有关)"
    rf"[^。；;{_COLON}]{{0,8}}?(?:材料|资料|证件|文件|要件|手续|证明)"
    rf"(?:[^。；;{_COLON}，,]{{0,12}}(?:[{_COLON}]|$)|(?:[，,]?(?:具体)?如下|[，,]?(?:向|到|前往)[^。；;{_COLON}]{{2,50}})[{_COLON}])"
    rf"|[^。；;{_COLON}]{{0,60}}?(?:提交|提供|报送|携带|备齐|需要|准备)(?:以下|下列|如下)(?:材料|资料|证件|手续)(?:[{_COLON}]|[。；;]$)"
    rf"|[^。；;{_COLON}]{{0,60}}?(?:需要?|应当?|须|必须)(?:向[^，。；;：:]{{2,16}})?(?:提交|提供|准备|携带|报送)的(?:证件|证明|申请)?(?:材料|资料|证件|文件|手续)(?:主要)?(?:有|包括|为|如下|是)?[{_COLON}]"
    rf"|[^。；;{_COLON}，,]{{0,12}}?(?:材料|资料|证件)(?:就这些|如下|有以下.{{0,4}}|有|包括|为|是|主要有|清单如下|包括以下.{{0,4}})[{_COLON}]"
)
# how a heading stands at a line's beginning, the surest shape first
_SHAPES: tuple[tuple[re.Pattern[str], MarkKind], ...] = (
    (_BRACKETED, "inline"),
    (_GLUED, "line"),
    (_ALONE, "line"),
    (_LABELLED, "inline"),
    (_PHONE, "inline"),
    (_FLAT, "inline"),
)
# …。申请材料1.身份证: without colon only at the head of a sentence, before a number or a title
_GLUED_MIDDLE = re.compile(
    r"(?<=[。；;！])\s*(?:\d{1,2}[.、．])?\s*([一-龥]{4,10})(?=1\s?[.、．]|\d+个?工作日|①|[（(][一1][）)]|一、|《)"
)
# …审查；三、领证须知：… on one line with 二、申请材料：…
_COUNTED_MIDDLE = re.compile(
    rf"(?<=[。；;！\s])([二三四五六七八九十])、\s*([^。；;，,、{_COLON}\s]{{2,24}})\s*[{_COLON}]"
)
# 享受待遇： alone on its line
_LABEL_ALONE = re.compile(rf"([一-龥]{{3,10}})[\s　]*[{_COLON}][\s　]*$")
# 船舶注销登记材料：, 一、渔网登记　申请人提供的材料：: the item before the heading, alone on the line
_ITEM_AND_HEADING = re.compile(rf"(?!各)([^。；;，,{_COLON}]{{5,40}}?)[\s　]*[{_COLON}][\s　]*$")
# 一、渔网登记　申请人需提供：
_TO_HAND_IN = re.compile(
    rf"[^。；;，,{_COLON}]{{2,40}}(?:需要?|应当?|须|必须)(?:提交|提供|携带|出具)[\s　]*[{_COLON}][\s　]*$"
)
_NUMERALS = "一二三四五六七八九十"
_MAX_SHORT = 4
# so many headings on one line: the whole guide stands there
_WHOLE_GUIDE = 4
# short words that are headings at the beginning of a line only
_EDGE_ONLY = frozenset({"notes", "appendix", "other", "forms"})
# 1.船主的申请材料： is an entry of a list
_TOP = frozenset({"none", "cn", "cnp"})
_NUMBERED = frozenset({"conditions", "materials", "basis", "process", "fee", "time"})
_SHORT_MIDDLE = frozenset({"时限", "收费", "期限"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading. ``head`` runs from the line's start, number included, to the body; ``words`` are its words.

    ``scenario`` is the case that the heading itself names (新办申请材料). ``outer``: the elements of
    the section that an ``opener`` interrupts.
    """

    elements: tuple[str, ...]
    words: Span
    head: Span
    style: str
    kind: MarkKind
    scenario: str | None = None
    outer: tuple[str, ...] = ()


def line_marks(text: str, span: Span, sections: Sections, level: int | None = None) -> tuple[Mark, ...]:
    """The headings in the line ``span``, in order; () if it has none."""
    line = span.of(text)
    begin = lead(line, level)
    first = _first(line, begin.end, begin.style, sections)
    marks = [] if first is None else [_shift(first, span.start)]
    if first is None or first.kind != "line":
        start = span.start if first is None else span.start + first.head.end
        marks += _further(text, Span(start, span.end), marks, sections)
    if len(marks) >= _WHOLE_GUIDE or _is_flat(text, marks):
        marks = [replace(mark, style=begin.style, kind="inline") for mark in marks]
    return tuple(marks)


def _is_flat(text: str, marks: Sequence[Mark]) -> bool:
    """Is it a row of a table as plain text: 实施主体 某局 办件类型 承诺件?"""
    return bool(marks) and text[marks[0].head.end - 1] in " \t　"


def _shift(mark: Mark, by: int) -> Mark:
    words, head = mark.words, mark.head
    return Mark(
        mark.elements,
        Span(words.start + by, words.end + by),
        Span(head.start + by, head.end + by),
        mark.style,
        mark.kind,
    )


def _first(line: str, at: int, style: str, sections: Sections) -> Mark | None:
    """The heading the line begins with; spans count from the line's start."""
    for pattern, kind in _SHAPES:
        found = pattern.match(line, at)
        elements = sections.elements_of(found[1]) if found else ()
        if found and elements == ("appendix",) and _OPENER.match(line, found.end()):
            continue  # 附：临时搭建舞台的，还应提交以下材料：
        if found and elements and (pattern is not _FLAT or _flat_enough(found[1], elements, style)):
            rest = line[found.end() :].strip()
            shown = "bracket" if pattern is _BRACKETED else "ar" if pattern is _GLUED else style
            end = found.end() if rest or kind == "inline" else len(line)
            return Mark(elements, Span(*found.span(1)), Span(0, end), shown, kind if rest or kind == "line" else "line")
    opener = _OPENER.match(line, at)
    if opener:
        return Mark(("materials",), Span(at, opener.end()), Span(0, opener.end()), style, "opener")
    return _by_ending(line, at, style, sections)


def _by_ending(line: str, at: int, style: str, sections: Sections) -> Mark | None:
    """老年证办理所需材料：身份证、照片, whose item nobody can list; 享受待遇： alone on its line."""
    labelled = _LABELLED.match(line, at)
    if labelled and line[labelled.end() :].strip() and labelled[1].rstrip().endswith(sections.list_endings):
        return Mark(("materials",), Span(*labelled.span(1)), Span(0, labelled.end()), style, "opener")
    if _TO_HAND_IN.match(line, at):
        return Mark(("materials",), Span(at, len(line)), Span(0, len(line)), style, "opener")
    named = _ITEM_AND_HEADING.match(line, at) if style in _TOP else None
    elements = _ending(named[1], sections) if named else ()
    if named and elements:
        return Mark(elements, Span(*named.span(1)), Span(0, len(line)), style, "line")
    last = line.rfind("。", at, len(line) - 1) + 1
    opener = _OPENER.match(line, last) if last and line.rstrip().endswith(tuple(_COLON)) else None
    if opener and opener.end() >= len(line.rstrip()):  # 实行报账制。申请人携带下列材料，提出申请：
        return Mark(("materials",), Span(last, opener.end()), Span(last, len(line)), style, "opener")
    label = _LABEL_ALONE.match(line, at) if style == "none" else None
    if label and label[1].endswith(sections.label_endings):
        return Mark(("other",), Span(*label.span(1)), Span(0, len(line)), style, "line")
    return None


def _ending(words: str, sections: Sections) -> tuple[str, ...]:
    """The list or the flow, where the end of ``words`` is its heading; () if it is not."""
    for start in range(1, len(words) - _MAX_SHORT + 1):
        elements = sections.elements_of(words[start:])
        if elements in (("materials",), ("process",)):
            return elements
    return ()


def _flat_enough(words: str, elements: tuple[str, ...], style: str) -> bool:
    """Without a colon only full headings count: 法定时限 30日, but not 电话 or 说明."""
    if elements[0] == "materials" and words.endswith("名称"):  # 材料名称 材料类型 份数: the header of a list
        return False
    if style in ("cn", "cnp") and elements[0] in _NUMBERED:  # 四、条件 取得驾驶证
        return True
    return len(words) >= _MAX_SHORT and elements[0] not in {"notes", "appendix", "other", "forms"}


def _further(text: str, span: Span, before: list[Mark], sections: Sections) -> Iterator[Mark]:
    """Headings inside the line: behind a sentence, after blanks, in 【】."""
    last = before[-1].elements[-1:] if before else ()
    flat = _is_flat(text, before)
    for words, end, style in sorted(_candidates(text, span, flat)):
        start, elements = _known(text, words, sections, bool(last))
        if style == "counted" and not elements:
            start, elements = words.start, ("other",) if last else ()
        if (
            not elements
            or elements[-1:] == last
            or _in_bracket(text, span.start, start)
            or (elements[0] in _EDGE_ONLY and style != "counted")
        ):
            continue
        head = max(span.start, number_before(text, span.start, start - (style == "bracket")))
        last = elements[-1:]
        yield Mark(elements, Span(start, words.end), Span(head, end), style, "middle")


def _candidates(text: str, span: Span, flat: bool) -> Iterator[tuple[Span, int, str]]:
    for found in _MIDDLE.finditer(text, span.start, span.end):
        yield Span(*found.span(1)), found.end(), "middle"
    for found in _BRACKETED.finditer(text, span.start, span.end):
        yield Span(*found.span(1)), found.end(), "bracket"
    for found in _GLUED_MIDDLE.finditer(text, span.start, span.end):
        yield Span(*found.span(1)), found.end(), "middle"
    for found in _COUNTED_MIDDLE.finditer(text, span.start, span.end):
        before = _NUMERALS[_NUMERALS.index(found[1]) - 1]
        if text.find(f"{before}、", text.rfind("\n", 0, span.start) + 1, found.start()) >= 0:
            yield Span(*found.span(2)), found.end(), "counted"
    if flat:
        for found in _FLAT_MIDDLE.finditer(text, span.start, span.end):
            yield Span(*found.span(1)), found.end(), "middle"


def _known(text: str, words: Span, sections: Sections, among_others: bool) -> tuple[int, tuple[str, ...]]:
    """Where the heading begins in ``words``, and what it is: 审核受理所需材料 -> 所需材料, behind other headings."""
    written = words.of(text)
    for start in range(len(written) - 1):
        tail = written[start:]
        if len(tail) < _MAX_SHORT and tail not in _SHORT_MIDDLE:
            break
        boundary = start == 0 or written[start - 1] == "、"
        elements = sections.elements_of(tail) if boundary or among_others else ()
        if elements and (boundary or elements[0] in sections.core or elements[0] == "fee"):
            return words.start + start, elements
    return words.start, ()


def _in_bracket(text: str, start: int, at: int) -> bool:
    """Does an open bracket stand before ``at``? List numbers such as 1） close brackets that were never opened."""
    opened = max(text.rfind("（", start, at), text.rfind("(", start, at))
    return opened > max(text.rfind("）", start, at), text.rfind(")", start, at))
