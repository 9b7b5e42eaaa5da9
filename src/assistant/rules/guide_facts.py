"""Facts on a guide as a whole, its required sections, its steps and its citations."""

from collections.abc import Sequence

from assistant.lexicon.rule_words import RuleWords
from assistant.model.citation import Citation
from assistant.model.document import Document
from assistant.model.guide import Guide, Step
from assistant.rules.facts import CitationFact, GuideFact, MaterialFact, SectionFact, StepFact
from assistant.rules.own_basis import general_citations, step_basis
from assistant.rules.papers import core
from assistant.rules.times import over_statutory, steps_sum, working_hours

_APPLICATION = ("申请表", "申请书", "申请登记表", "登记表", "申报表", "审批表", "备案表", "申请审批表")
# A guide in which most of what is required is absent is an excerpt, such as a list of materials.
_EXCERPT = 5


def guide_fact(guide: Guide, document: Document, materials: Sequence[MaterialFact], words: RuleWords) -> GuideFact:
    head = guide.head
    total = steps_sum(guide.steps, head.promised_time, words)
    forms = _forms(materials)
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
    )


def _missing(guide: Guide) -> str:
    """“机动车行驶证”、“身份证”: what the list has and the guide does not ask for."""
    return "、".join(f"“{name}”" for name in (guide.baseline.missing if guide.baseline else ()))


def _forms(materials: Sequence[MaterialFact]) -> list[str]:
    """The forms one applicant fills in: those for every case and those of the case with most."""
    forms = [m for m in materials if m.paper == "form" and core(m.name).endswith(_APPLICATION)]
    asked = [m for m in forms if not m.conditional and not m.choice]
    cases = {m.scenario for m in asked} or {""}
    return max(([m.name for m in asked if m.scenario in {"", case}] for case in sorted(cases)), key=len)


def _process(guide: Guide, document: Document) -> str:
    bodies = [section.body.of(document.text) for section in guide.sections if section.element == "process"]
    return "\n".join([*bodies, *(step.name for step in guide.steps)])


def section_facts(guide: Guide, document: Document, words: RuleWords) -> tuple[SectionFact, ...]:
    """One for each section a guide must have. Present is what has a heading, was extracted, or is mentioned."""
    text = guide.span.of(document.text)
    there = {section.element for section in guide.sections} | _extracted(guide)
    present = {e.id: e.id in there or any(word in text for word in e.mentions) for e in words.elements}
    excerpt = sum(not found for found in present.values()) >= _EXCERPT
    return tuple(
        SectionFact(e.id, guide.id, e.title, present[e.id], excerpt, guide.head.item_name) for e in words.elements
    )


def _extracted(guide: Guide) -> set[str]:
    """Elements that need no heading, because what they hold was found."""
    head = guide.head
    found = {
        "basis": bool(general_citations(guide)),
        "materials": bool(guide.materials),
        "process": bool(guide.steps),
        "time": bool(head.promised_time or head.statutory_time),
        "fee": head.fee is not None,
    }
    return {element for element, there in found.items() if there}


def step_facts(guide: Guide, words: RuleWords) -> tuple[StepFact, ...]:
    kinds = [_sign_off(step, words) for step in guide.steps]
    decision = _decision(guide.steps, kinds, words)
    return tuple(
        StepFact(
            id=step.id,
            guide=guide.id,
            name=step.name,
            basis=step_basis(step, guide, words),
            sign_off=kinds[index],
            decides=index == decision,
            decision_elsewhere=decision is not None and index != decision,
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


def citation_facts(guide: Guide, materials: Sequence[MaterialFact]) -> tuple[CitationFact, ...]:
    of_material = {each: m for m in guide.materials for each in m.basis}
    of_step = {each for step in guide.steps for each in step.basis}
    weak = {m.id: m.name for m in materials if m.paper == "proof" and m.own_basis in {"rule", "document"}}
    return tuple(
        CitationFact(
            id=each.id,
            guide=guide.id,
            label=_label(each),
            title=each.title or each.number or each.written,
            verdict=each.verdict,
            because=each.because,
            successor=each.successor or "",
            level=each.level or "",
            catch_all=each.catch_all,
            used_for="material" if each.id in of_material else "step" if each.id in of_step else "guide",
            sole_basis_of=weak.get(of_material[each.id].id, "") if each.id in of_material else "",
        )
        for each in guide.citations
    )
