"""What a guide says and leaves out: its elements, empty headings, open conditions, the outcomes of handing in."""

import re
from collections.abc import Iterator
from typing import TypedDict

from assistant.lexicon.guide_words import Element
from assistant.lexicon.rule_words import RuleWords
from assistant.model.document import Document
from assistant.model.guide import Guide
from assistant.model.outline import Section
from assistant.model.span import Span
from assistant.rules.facts import SectionFact
from assistant.rules.own_basis import general_citations

# A guide in which most of what is required is absent is an excerpt, such as a list of materials.
_EXCERPT = 5
_CLAUSE = re.compile(r"[^\n。；;\t|]+")
# （三）, 3., 三、, ③
_NUMBER = re.compile(r"^[\s　]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])?[\s　]*")
# 对象条件：…, 【准入条件】, ★监督 0571-6660030: what stands at the beginning of a line before a colon or blank
_HEADING = re.compile(r"(?m)^[^\w\n]*(?:[0-9一二三四五六七八九十A-Za-z.．]{1,4}[^\w\n]+)?(\w{2,8}?)(?=[：:\s】］\]|])")
# 办理流程及时限: the body below is that of the other element
_TWO = re.compile(r"[及和与、]")


def section_facts(guide: Guide, document: Document, words: RuleWords) -> tuple[SectionFact, ...]:
    """One for each section a guide must have. Present is what has a heading, was extracted, or is mentioned."""
    text = guide.span.of(document.text)
    found = _extracted(guide, words)
    headed = {section.element for section in guide.sections}
    present = {e.id: e.id in headed | found or _mentioned(e, text) for e in words.elements}
    excerpt = _is_excerpt(list(present.values()))
    return tuple(
        SectionFact(
            id=element.id,
            guide=guide.id,
            title=element.title,
            present=present[element.id],
            excerpt=excerpt,
            item=guide.head.item_name,
            **_faults(guide, element.id, element.id in found, document, words),
        )
        for element in words.elements
    )


def _mentioned(element: Element, text: str) -> bool:
    """收费依据 is no basis of the item."""
    if any(word in text for word in element.mentions):
        return True
    if not element.headings:
        return False
    found = (each[1] for each in _HEADING.finditer(text))
    return any(each.endswith(element.headings) and (element.id == "fee" or "费" not in each) for each in found)


class _Faults(TypedDict):
    empty: bool
    catch_all: str
    bounded: bool
    start: int
    end: int


def _faults(guide: Guide, element: str, found: bool, document: Document, words: RuleWords) -> _Faults:
    """An empty heading, an open condition, and where it stands."""
    empty = None if found else _empty(guide, element, document, words)
    open_ = next(_open_conditions(guide, document, words), None) if element == "conditions" else None
    place = open_ or empty or Span(0, 0)
    written = open_.of(document.text) if open_ else ""
    bounded = any(word in written for word in words.bounded)
    return _Faults(empty=empty is not None, catch_all=written, bounded=bounded, start=place.start, end=place.end)


def _is_excerpt(present: list[bool]) -> bool:
    return sum(not found for found in present) >= _EXCERPT


def _extracted(guide: Guide, words: RuleWords) -> set[str]:
    """Elements that need no heading, because what they hold was found."""
    head = guide.head
    found = {
        "basis": bool(general_citations(guide)),
        "materials": bool(guide.materials),
        "process": bool(guide.steps),
        "time": bool(head.promised_time or head.statutory_time),
        "fee": head.fee is not None and not _says_nothing(head.fee.written, words),
    }
    return {element for element, there in found.items() if there}


def _empty(guide: Guide, element: str, document: Document, words: RuleWords) -> Span | None:
    """The heading of an element below whose headings nothing stands."""
    sections = [section for section in guide.sections if section.element == element]
    if not sections or any(_says_something(section, document, words) for section in sections):
        return None
    start = sections[0].span.start
    return Span(start, max(start + 1, sections[0].body.start))


def _says_something(section: Section, document: Document, words: RuleWords) -> bool:
    if _TWO.search(section.heading):
        return True
    return not _says_nothing(section.body.of(document.text), words)


def _says_nothing(body: str, words: RuleWords) -> bool:
    bare = re.sub(r"[\s　。.，,；;：:（）()—\-_/]+", "", body)
    return not bare or bare in words.guide.placeholders


def _open_conditions(guide: Guide, document: Document, words: RuleWords) -> Iterator[Span]:
    """法律、法规规定的其他条件: a clause of the conditions that says nothing."""
    for section in guide.sections:
        if section.element != "conditions":
            continue
        for clause in _CLAUSE.finditer(document.text, section.body.start, section.body.end):
            start = clause.start() + len(_NUMBER.match(clause[0])[0])  # type: ignore[index]  # it matches nothing too
            end = start + len(document.text[start : clause.end()].rstrip(" 　，,"))
            if words.catch_all_condition.fullmatch(document.text, start, end):
                yield Span(start, end)


def profile_missing(guide: Guide, document: Document, words: RuleWords) -> str:
    """受理机构、结果送达: what the profile asks for besides the required sections and the guide does not have."""
    text = guide.span.of(document.text)
    there = {section.element for section in guide.sections}
    head = guide.head
    there |= {"item_code"} if head.item_code else set()
    there |= {"acc"} if head.department else set()
    there |= {"item_type"} if head.item_type or head.handling else set()
    there |= {"forms"} if guide.forms or not any("表" in material.name for material in guide.materials) else set()
    missing = [e for e in words.guide.profile if e.id not in there and not any(word in text for word in e.mentions)]
    return "、".join(element.title for element in missing)


def outcomes_missing(guide: Guide, document: Document, words: RuleWords) -> str:
    """不予受理、一次性告知补正: what can become of an application and is not told; "" where no process is described."""
    if not guide.steps and not any(section.element == "process" for section in guide.sections):
        return ""
    text = guide.span.of(document.text)
    return "、".join(outcome.name for outcome in words.guide.outcomes if not outcome.in_(text))
