"""From findings to the plan: what can go, what is left, which targets are met."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.model.decision import Decision
from assistant.model.finding import Action, Category, Finding
from assistant.model.guide import Guide
from assistant.model.plan import Counts, Cut, ItemPlan, Plan
from assistant.planning.targets import targets

# What becomes of a material when several findings differ: the strongest comes first.
_STRENGTH: tuple[Action, ...] = (
    "cut",
    "merge",
    "replace",
    "internal",
    "verify",
    "commit",
    "shorten",
    "rewrite",
    "review",
)
RELIEF: frozenset[Action] = frozenset({"cut", "merge", "replace", "internal", "verify", "commit"})
_NOBODY: Mapping[str, Decision] = {}
_NOBODY_YET: Mapping[tuple[str, str], Decision] = {}
STEP_CUTS: frozenset[Category] = frozenset({"step_no_basis", "sign_off"})


def make_plan(
    guides: Sequence[Guide],
    findings: Iterable[Finding],
    decided: Mapping[str, Decision] = _NOBODY,
    materials: Mapping[tuple[str, str], Decision] = _NOBODY_YET,
) -> Plan:
    """One cut for each material with a finding; the forms' merger is the review's to add.

    ``chosen`` are the cuts taken into the "after" counts: of at least medium confidence, and such that the applicant
    need not bring the material any more. A hint never is, unless people say so: ``decided`` leads from findings' ids,
    ``materials`` from (guide, material) to what they said. What they keep stays listed and counts for nothing.
    """
    all_found = tuple(findings)
    counted = counted_findings(all_found, decided)
    cuts = _whole_choices(_cuts(all_found, frozenset(f.id for f in counted)), guides)
    cuts = _decided(cuts, all_found, decided, materials)
    items = tuple(_item(guide, cuts, counted) for guide in guides)
    before, after = _summed(item.before for item in items), _summed(item.after for item in items)
    return Plan(before, after, cuts, targets(before, after), items=items)


def _item(guide: Guide, cuts: Iterable[Cut], counted: Iterable[Finding]) -> ItemPlan:
    """``counted`` are the findings that count, of all guides."""
    own = [finding for finding in counted if finding.guide == guide.id]
    merged = any(finding.category == "merge_form" for finding in own)  # 一表式申报
    instant = any(finding.category == "instant" for finding in own)
    before = Counts(len(guide.materials), len(guide.steps), len(guide.forms), promised_days(guide))
    after = Counts(
        materials=before.materials - sum(cut.chosen for cut in cuts if cut.guide == guide.id),
        steps=before.steps - len(steps_to_go(own)),
        forms=min(before.forms, 1) if merged else before.forms,
        promised_days=0 if instant else before.promised_days,
    )
    return ItemPlan(guide.id, before, after, targets(before, after))


def _summed(counts: Iterable[Counts]) -> Counts:
    every = tuple(counts)
    days = [each.promised_days for each in every if each.promised_days is not None]
    return Counts(
        materials=sum(each.materials for each in every),
        steps=sum(each.steps for each in every),
        forms=sum(each.forms for each in every),
        promised_days=sum(days) if days else None,
    )


def counted_findings(findings: Iterable[Finding], decided: Mapping[str, Decision]) -> tuple[Finding, ...]:
    """The findings that the "after" counts rest on: the sure ones and what people took up, less what they keep."""
    return tuple(finding for finding in findings if counts(finding, decided))


def counts(finding: Finding, decided: Mapping[str, Decision]) -> bool:
    decision = decided.get(finding.id)
    return decision.choice == "cut" if decision else is_sure(finding)


def is_sure(finding: Finding) -> bool:
    return finding.severity != "hint" and finding.confidence != "low"


def _cuts(findings: Sequence[Finding], counted: frozenset[str]) -> tuple[Cut, ...]:
    by_material: Mapping[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.target.type == "material":
            by_material[finding.guide, finding.target.id].append(finding)
    return tuple(_cut(guide, material, found, counted) for (guide, material), found in by_material.items())


def _cut(guide: str, material: str, found: Sequence[Finding], counted: frozenset[str]) -> Cut:
    sure = [finding for finding in found if finding.id in counted]
    action = min((finding.action for finding in sure or found), key=_STRENGTH.index)
    return Cut(guide, material, action, tuple(finding.id for finding in found), any(f.action in RELIEF for f in sure))


def _decided(
    cuts: Iterable[Cut],
    findings: Iterable[Finding],
    decided: Mapping[str, Decision],
    materials: Mapping[tuple[str, str], Decision],
) -> tuple[Cut, ...]:
    """What people say about a material settles it; what they say about all of its findings does too."""
    actions = {finding.id: finding.action for finding in findings}
    settled = [_settled(cut, actions, decided, materials.get((cut.guide, cut.material))) for cut in cuts]
    known = {(cut.guide, cut.material) for cut in settled}
    own = [
        Cut(guide, material, "cut", (), True, decision)
        for (guide, material), decision in materials.items()
        if decision.choice == "cut" and (guide, material) not in known
    ]
    return (*settled, *own)


def _settled(cut: Cut, actions: Mapping[str, Action], decided: Mapping[str, Decision], whole: Decision | None) -> Cut:
    said = [decided[finding] for finding in cut.findings if finding in decided]
    if whole and whole.choice == "cut":
        return replace(cut, action=_relief(cut, actions), chosen=True, decision=whole)
    if whole:
        return replace(cut, chosen=False, decision=whole)
    to_do = [finding for finding in cut.findings if finding in decided and decided[finding].choice == "cut"]
    if to_do:
        action = min((actions[finding] for finding in to_do), key=_STRENGTH.index)
        action = "cut" if action == "review" else action  # a hint proposes nothing: people say that it goes
        return replace(cut, action=action, chosen=action in RELIEF, decision=decided[to_do[-1]])
    if said and len(said) == len(cut.findings):
        return replace(cut, chosen=False, decision=said[-1])
    return cut


def _relief(cut: Cut, actions: Mapping[str, Action]) -> Action:
    """How a material goes that people cut: as a finding proposes, else just so."""
    proposed = [actions[finding] for finding in cut.findings if actions[finding] in RELIEF]
    return min(proposed, key=_STRENGTH.index, default="cut")


def _whole_choices(cuts: Sequence[Cut], guides: Sequence[Guide]) -> tuple[Cut, ...]:
    """Of papers to choose from all must go, or the applicant still brings one."""
    chosen = {(cut.guide, cut.material) for cut in cuts if cut.chosen}
    open_groups = {
        (guide.id, material.choice)
        for guide in guides
        for material in guide.materials
        if material.choice is not None and (guide.id, material.id) not in chosen
    }
    groups = {(guide.id, material.id): material.choice for guide in guides for material in guide.materials}
    return tuple(
        replace(cut, chosen=cut.chosen and (cut.guide, groups.get((cut.guide, cut.material))) not in open_groups)
        for cut in cuts
    )


def steps_to_go(findings: Iterable[Finding]) -> frozenset[tuple[str, str]]:
    """(guide, step) of the steps that go."""
    return frozenset((f.guide, f.target.id) for f in findings if f.category in STEP_CUTS)


def promised_days(guide: Guide) -> int | None:
    """Working days promised; hours are a day begun. None where the guide promises no working days."""
    promised = guide.head.promised_time
    if promised is None or promised.unit in {"day", "month"}:
        return None
    return {"instant": 0, "hour": -(-promised.value // 8)}.get(promised.unit, promised.value)
