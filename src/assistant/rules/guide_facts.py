"""Facts on a guide as a whole, its required sections, its steps and its citations."""

import re
from collections.abc import Sequence
from dataclasses import asdict

from assistant.lexicon.rule_words import RuleWords
from assistant.model.citation import Citation
from assistant.model.document import Document
from assistant.model.guide import Duration, Guide, Step, Unit
from assistant.rules.codes import code_shape
from assistant.rules.facts import CitationFact, GuideFact, MaterialFact, SectionFact, StepFact
from assistant.rules.own_basis import step_basis
from assistant.rules.papers import core
from assistant.rules.platform import platform
from assistant.rules.sections import outcomes_missing, profile_missing
from assistant.rules.times import over_statutory, steps_sum, working_hours
from assistant.text.numerals import NUMERAL, number

_APPLICATION = ("申请表", "申请书", "申请登记表", "登记表", "申报表", "审批表", "备案表", "申请审批表")
# 行政许可法第四十二条: a licence is decided within twenty working days unless a law or regulation says otherwise
_LICENCE = Duration(20, "working_day", "")
# 第四十四条: and delivered within ten
_DELIVERY = Duration(10, "working_day", "")
# 自作出决定之日起15个工作日内送达
_DELIVERED = re.compile(
    rf"(?:作出|做出)[^。；;\n]{{0,12}}决定(?:之日)?(?:起|后)[^。；;\n\d]{{0,6}}?({NUMERAL})\s*个?(工作日|日|天)"
)
# 不计入办理时限: the guide tells that the time of special procedures is extra
_NOT_COUNTED = re.compile(r"不计(?:算)?(?:在|入)|不包含在|不含在|另行告知|所需时间")


def guide_fact(
    guide: Guide,
    document: Document,
    materials: Sequence[MaterialFact],
    sections: Sequence[SectionFact],
    words: RuleWords,
) -> GuideFact:
    head = guide.head
    total = steps_sum(guide.steps, head.promised_time, words)
    forms = _forms(materials, words)
    return GuideFact(
        id=guide.id,
        guide=guide.id,
        name=head.item_name,
        handling=head.handling or "",
        promised=head.promised_time.written if head.promised_time else "",
        statutory=head.statutory_time.written if head.statutory_time else "",
        promised_instant=head.promised_time is not None and head.promised_time.unit == "instant",
        promised_hours=working_hours(head.promised_time),
        over_statutory=over_statutory(head.promised_time, head.statutory_time),
        steps_over=total.over,
        steps_sum=total.written,
        inspection=words.steps["inspection"].in_(_process(guide, document)),
        form_count=len(forms),
        forms="、".join(forms),
        baseline_missing=_missing(guide),
        licence=is_licence(guide),
        over_twenty=is_licence(guide) and over_statutory(head.statutory_time, _LICENCE) and not _limit_cited(guide),
        delivery_over=_late_delivery(guide, document) if is_licence(guide) else "",
        outcomes_missing=outcomes_missing(guide, document, words),
        profile_missing=profile_missing(guide, document, words),
        excerpt=any(section.excerpt for section in sections),
        code=head.item_code or "",
        code_shape=code_shape(head.item_code),
        fee_uncited=_fee_uncited(guide, document),
        **asdict(platform(guide, document, words.guide)),
    )


def is_licence(guide: Guide) -> bool:
    return guide.head.item_type == "行政许可"


def _limit_cited(guide: Guide) -> bool:
    """Below 办理时限 stands the law that sets a longer time."""
    bodies = [section.body for section in guide.sections if section.element == "time"]
    return any(each.span.overlaps(body) for each in guide.citations for body in bodies)


def _late_delivery(guide: Guide, document: Document) -> str:
    """15个工作日: longer than ten working days from the decision to the delivery."""
    for found in _DELIVERED.finditer(document.text, guide.span.start, guide.span.end):
        days = number(found[1])
        unit: Unit = "working_day" if found[2] == "工作日" else "day"
        if days is not None and over_statutory(Duration(days, unit, ""), _DELIVERY):
            return f"{days}个工作日" if unit == "working_day" else f"{days}日"
    return ""


def _fee_uncited(guide: Guide, document: Document) -> bool:
    """A fee without a law, a document's number or even the word 依据 in any of the sections on fees."""
    if guide.head.fee is None or not guide.head.fee.charged:
        return False
    text = "".join(section.span.of(document.text) for section in guide.sections if section.element == "fee")
    return not re.search(r"《|〔\d{4}〕|\[\d{4}\]|\d号|文件|依据[^及和、\n]*[^\s：:]|规定|按照", text)


def _missing(guide: Guide) -> str:
    """“机动车行驶证”、“身份证”: what the list has and the guide does not ask for."""
    return "、".join(f"“{name}”" for name in (guide.baseline.missing if guide.baseline else ()))


def _forms(materials: Sequence[MaterialFact], words: RuleWords) -> list[str]:
    """The forms one applicant fills in: those for every case and those of the case with most."""
    forms = [m for m in materials if m.paper == "form" and core(m.name).endswith(_APPLICATION)]
    asked = [(m.scenario, _act(m.name, words), m.name) for m in forms if not m.conditional and not m.choice]
    cases = {(scenario, act) for scenario, act, _ in asked} or {("", "")}
    return max((_of_case(asked, *case) for case in sorted(cases)), key=len)


def _of_case(asked: Sequence[tuple[str, str, str]], scenario: str, act: str) -> list[str]:
    """A form named twice is one form; 设立、变更、注销 are three errands, never one."""
    names = [name for its, of, name in asked if its in {"", scenario} and of in {"", act}]
    return list({core(name): name for name in reversed(names)}.values())[::-1]


def _act(name: str, words: RuleWords) -> str:
    return next((act for act in words.form_acts if act in name), "")


def _process(guide: Guide, document: Document) -> str:
    bodies = [section.body.of(document.text) for section in guide.sections if section.element == "process"]
    return "\n".join([*bodies, *(step.name for step in guide.steps)])


def step_facts(guide: Guide, document: Document, words: RuleWords) -> tuple[StepFact, ...]:
    untold = is_licence(guide) and not _NOT_COUNTED.search(document.text, guide.span.start, guide.span.end)
    kinds = [_sign_off(step, words) for step in guide.steps]
    decision = _decision(guide.steps, kinds, words)
    reviews = [i for i, s in enumerate(guide.steps) if i != decision and words.steps["review"].in_(s.name)]
    return tuple(
        StepFact(
            id=step.id,
            guide=guide.id,
            name=step.name,
            basis=step_basis(step, guide, words),
            sign_off=kinds[index],
            decides=index == decision,
            decision_elsewhere=decision is not None and index != decision,
            review_level=len(reviews[: reviews.index(index) + 1]) if index in reviews else 0,
            reviews_before="、".join(guide.steps[each].name for each in reviews if each < index),
            special_untold=untold and step.time is None and words.steps["special"].in_(step.name),
        )
        for index, step in enumerate(guide.steps)
    )


def _decision(steps: Sequence[Step], kinds: Sequence[str], words: RuleWords) -> int | None:
    """The last step that decides; a meeting or a report is none."""
    decisive = [
        index
        for index, step in enumerate(steps)
        if words.steps["decides"].in_(step.name) and kinds[index] not in {"meeting", "report"}
    ]
    return decisive[-1] if decisive else None


def _sign_off(step: Step, words: RuleWords) -> str:
    """report before meeting before sign: 局长办公会通报 is a report."""
    return next((name for name in ("report", "meeting", "sign") if words.steps[name].in_(step.name)), "")


def _label(citation: Citation) -> str:
    """第二十一条, standing behind another article of its law: with the law's name."""
    if citation.title is None or any(mark in citation.written for mark in "《〈〔[") or "法" in citation.written:
        return citation.written
    return f"《{citation.title}》{citation.written}"


def _document(citation: Citation) -> str:
    return citation.title or citation.number or citation.written


def citation_facts(guide: Guide, materials: Sequence[MaterialFact]) -> tuple[CitationFact, ...]:
    of_material = {each: m for m in guide.materials for each in m.basis}
    of_step = {each for step in guide.steps for each in step.basis}
    weak = {
        m.id: m.name
        for m in materials
        if m.paper == "proof" and not m.intermediary and m.own_basis in {"rule", "document"}
    }
    return tuple(
        CitationFact(
            id=each.id,
            guide=guide.id,
            label=_label(each),
            title=_document(each),
            verdict=each.verdict,
            because=each.because,
            successor=each.successor or "",
            level=each.level or "",
            catch_all=each.catch_all,
            again=any(_document(each) == _document(other) for other in guide.citations[:index]),
            used_for="material" if each.id in of_material else "step" if each.id in of_step else "guide",
            sole_basis_of=weak.get(of_material[each.id].id, "") if each.id in of_material else "",
        )
        for index, each in enumerate(guide.citations)
        # The wrong name is told where it stands, not again at 第十条 behind it.
        if each.verdict != "title_wrong" or _label(each) == each.written
    )
