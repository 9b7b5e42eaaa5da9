"""From findings to the plan: what can go, what is left, which targets are met."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.model.finding import Action, Category, Finding
from assistant.model.guide import Guide
from assistant.model.plan import Counts, Cut, Plan
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
_RELIEF: frozenset[Action] = frozenset({"cut", "merge", "replace", "internal", "verify", "commit"})
_STEP_CUTS: frozenset[Category] = frozenset({"step_no_basis", "sign_off"})


def make_plan(guides: Sequence[Guide], findings: Iterable[Finding]) -> Plan:
    """One cut for each material with a finding; the forms' merger is the review's to add.

    ``chosen`` are the cuts taken into the "after" counts: of at least medium confidence, and such that the applicant
    need not bring the material any more. A hint never is.
    """
    findings = tuple(findings)
    cuts = _whole_choices(_cuts(findings), guides)
    before = _before(guides)
    after = Counts(
        materials=before.materials - sum(cut.chosen for cut in cuts),
        steps=before.steps - len(_steps_to_go(findings)),
        forms=_forms_after(guides, findings),
        promised_days=_promised(guides, _instant(findings)),
    )
    return Plan(before, after, cuts, targets(before, after))


def _cuts(findings: Sequence[Finding]) -> tuple[Cut, ...]:
    by_material: Mapping[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.target.type == "material":
            by_material[finding.guide, finding.target.id].append(finding)
    return tuple(_cut(guide, material, found) for (guide, material), found in by_material.items())


def _cut(guide: str, material: str, found: Sequence[Finding]) -> Cut:
    sure = [finding for finding in found if _is_sure(finding)]
    action = min((finding.action for finding in sure or found), key=_STRENGTH.index)
    return Cut(guide, material, action, tuple(finding.id for finding in found), any(f.action in _RELIEF for f in sure))


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


def _is_sure(finding: Finding) -> bool:
    return finding.severity != "hint" and finding.confidence != "low"


def _before(guides: Sequence[Guide]) -> Counts:
    return Counts(
        materials=sum(len(guide.materials) for guide in guides),
        steps=sum(len(guide.steps) for guide in guides),
        forms=sum(len(guide.forms) for guide in guides),
        promised_days=_promised(guides, frozenset()),
    )


def _steps_to_go(findings: Sequence[Finding]) -> frozenset[tuple[str, str]]:
    return frozenset((f.guide, f.target.id) for f in findings if f.category in _STEP_CUTS and _is_sure(f))


def _forms_after(guides: Sequence[Guide], findings: Sequence[Finding]) -> int:
    """The forms of one guide become one where a finding says so (一表式申报)."""
    merged = {f.guide for f in findings if f.category == "merge_form" and _is_sure(f)}
    return sum(min(len(guide.forms), 1) if guide.id in merged else len(guide.forms) for guide in guides)


def _instant(findings: Sequence[Finding]) -> frozenset[str]:
    return frozenset(f.guide for f in findings if f.category == "instant" and _is_sure(f))


def _promised(guides: Sequence[Guide], instant: frozenset[str]) -> int | None:
    """Working days promised, guide by guide; hours are a day begun. None where no guide promises working days."""
    days = [0 if guide.id in instant else _days(guide) for guide in guides]
    known = [each for each in days if each is not None]
    return sum(known) if known else None


def _days(guide: Guide) -> int | None:
    promised = guide.head.promised_time
    if promised is None or promised.unit in {"day", "month"}:
        return None
    return {"instant": 0, "hour": -(-promised.value // 8)}.get(promised.unit, promised.value)
