"""A review's items as rows for the overview, counted as the notice of 2018 has it (申报材料、审批环节压减三分之一)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.lexicon.chains import Chain
from assistant.model.citation import Level
from assistant.model.decision import Decision
from assistant.model.finding import Confidence, Finding
from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.model.overview import Further, ItemSummary, Reach, Tally
from assistant.model.plan import Cut
from assistant.model.review import Review
from assistant.planning.cuts import RELIEF, STEP_CUTS, counts, promised_days

# Only these can set an item up for good (行政许可法 14 to 17; 优化营商环境条例 44)
_SETTING: frozenset[Level] = frozenset({"宪法", "法律", "行政法规", "国务院决定", "地方性法规"})
_SURER: Mapping[Confidence, int] = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class _Row:
    """How a material goes: not at all, perhaps, as chosen, for certain. ``rank``: the lower the surer."""

    material: Material
    certain: bool
    chosen: bool
    possible: bool
    merged: bool
    rank: int


def item_summaries(review: Review, chains: Iterable[Chain]) -> tuple[ItemSummary, ...]:
    """One for each guide; ``chains`` as in lexicons/chains.yaml."""
    chains = tuple(chains)
    return tuple(_summary(guide, review, chains) for guide in review.guides)


def _summary(guide: Guide, review: Review, chains: Sequence[Chain]) -> ItemSummary:
    decided = dict(review.decided)
    findings = [finding for finding in review.findings if finding.guide == guide.id]
    rows = _rows(guide, review, findings, decided)
    needed = [row for row in rows if not _apart(row.material)]
    plan = next(item for item in review.plan.items if item.guide == guide.id)
    materials = _tally(needed)
    open_cuts = _open(needed, guide, review)
    cuts = {cut.material: cut for cut in review.plan.cuts if cut.guide == guide.id and cut.chosen}
    days = promised_days(guide)
    return ItemSummary(
        file=review.document.name,
        guide=guide.id,
        item_name=guide.head.item_name,
        item_code=guide.head.item_code,
        department=guide.head.department,
        chain=next((chain.name for chain in chains if chain.holds(guide.head.item_name)), None),
        set_by_law=_set_by_law(guide),
        materials=materials,
        apart=_tally(row for row in rows if _apart(row.material)),
        names=_names(needed),
        merged=sum(row.merged for row in rows),
        verified=sum(cut.action in {"verify", "internal"} for cut in cuts.values()),
        steps=_steps(guide, findings, decided),
        posts=len({step.post for step in guide.steps if step.post}),
        forms=(plan.before.forms, plan.after.forms),
        days=None if days is None else (days, plan.after.promised_days or 0),
        instant=(guide.head.handling == "即办件", guide.head.handling == "即办件" or _turns_instant(findings, decided)),
        reach=reach(materials),
        further=smallest(materials, open_cuts),
        open=open_cuts,
    )


def reach(tally: Tally) -> Reach:
    """Of a third, in whole numbers: 1 - 2/3 is less than 1/3 in floating point."""
    if not tally.before:
        return "nothing"
    ways: tuple[tuple[Reach, int], ...] = (
        ("certain", tally.certain),
        ("chosen", tally.chosen),
        ("open", tally.possible),
    )
    return next((way for way, gone in ways if 3 * gone >= tally.before), "never")


def smallest(tally: Tally, open_cuts: Sequence[Further]) -> tuple[Further, ...]:
    """As many of the surest as the certain ones lack to a third; () where nothing is lacking, or all is not enough."""
    lacking = -(-tally.before // 3) - tally.certain
    if not 0 < lacking <= len(open_cuts):
        return ()
    last = open_cuts[lacking - 1].choice
    while last and lacking < len(open_cuts) and open_cuts[lacking].choice == last:
        lacking += 1
    return tuple(open_cuts[:lacking])


def _rows(
    guide: Guide, review: Review, findings: Sequence[Finding], decided: Mapping[str, Decision]
) -> tuple[_Row, ...]:
    cuts = {cut.material: cut for cut in review.plan.cuts if cut.guide == guide.id}
    rows = tuple(_row(material, cuts.get(material.id), findings, decided) for material in guide.materials)
    weak = {row.material.choice for row in rows if not row.certain}
    dead = {row.material.choice for row in rows if not row.possible}
    # Of papers to choose from all must go, or the applicant still brings one.
    return tuple(
        _Row(
            row.material,
            row.certain and (row.material.choice is None or row.material.choice not in weak),
            row.chosen,
            row.chosen or (row.possible and (row.material.choice is None or row.material.choice not in dead)),
            row.merged,
            row.rank,
        )
        for row in rows
    )


def _row(material: Material, cut: Cut | None, findings: Sequence[Finding], decided: Mapping[str, Decision]) -> _Row:
    if cut is None:
        return _Row(material, False, False, False, False, 3)
    own = [finding for finding in findings if finding.id in cut.findings and not _kept(finding, decided)]
    if cut.chosen and cut.action == "merge":
        return _Row(material, False, False, False, True, 3)
    by_people = cut.decision is not None and cut.chosen
    sure = any(f.confidence == "high" and f.action in RELIEF and f.severity != "hint" for f in own)
    could = cut.decision is None and any(f.action in RELIEF or f.action == "review" for f in own)
    rank = min((_SURER[finding.confidence] for finding in own), default=0)
    return _Row(material, cut.chosen and (by_people or sure), cut.chosen, cut.chosen or could, False, rank)


def _kept(finding: Finding, decided: Mapping[str, Decision]) -> bool:
    return finding.id in decided and decided[finding.id].choice == "keep"


def _apart(material: Material) -> bool:
    """For some cases only, optional or deferrable: not among the necessary rows."""
    return material.condition is not None or material.necessity in {"conditional", "optional", "deferrable"}


def _tally(rows: Iterable[_Row]) -> Tally:
    counted = tuple(rows)
    return Tally(
        len(counted),
        sum(row.certain for row in counted),
        sum(row.chosen for row in counted),
        sum(row.possible for row in counted),
    )


def _names(rows: Sequence[_Row]) -> Tally:
    """A name goes when all of its rows go."""
    by_name: dict[str, list[_Row]] = {}
    for row in rows:
        by_name.setdefault(row.material.kind.id or row.material.name, []).append(row)
    groups = by_name.values()
    return Tally(
        len(by_name),
        sum(all(row.certain or row.merged for row in group) for group in groups if not _only_merged(group)),
        sum(all(row.chosen or row.merged for row in group) for group in groups if not _only_merged(group)),
        sum(all(row.possible or row.merged for row in group) for group in groups if not _only_merged(group)),
    )


def _only_merged(group: Sequence[_Row]) -> bool:
    return all(row.merged for row in group)


def _open(rows: Sequence[_Row], guide: Guide, review: Review) -> tuple[Further, ...]:
    """What is chosen comes before hints, the surer first, in the order of the guide."""
    waiting = [row for row in rows if row.possible and not row.certain]
    weakest = {
        row.material.choice: max((not r.chosen, r.rank) for r in waiting if r.material.choice == row.material.choice)
        for row in waiting
        if row.material.choice
    }
    ordered = sorted(
        waiting,
        key=lambda row: (weakest.get(row.material.choice or "", (not row.chosen, row.rank)), row.material.choice or ""),
    )
    file, item = review.document.name, guide.head.item_name
    return tuple(
        Further(
            file, item, row.material.name, row.chosen, f"{file}/{row.material.choice}" if row.material.choice else None
        )
        for row in ordered
    )


def _steps(guide: Guide, findings: Sequence[Finding], decided: Mapping[str, Decision]) -> Tally:
    found = [f for f in findings if f.category in STEP_CUTS and not _kept(f, decided)]
    chosen = {f.target.id for f in found if counts(f, decided)}
    certain = {f.target.id for f in found if counts(f, decided) and (f.id in decided or f.confidence == "high")}
    return Tally(len(guide.steps), len(certain), len(chosen), len({f.target.id for f in found}))


def _turns_instant(findings: Iterable[Finding], decided: Mapping[str, Decision]) -> bool:
    return any(finding.category == "instant" and counts(finding, decided) for finding in findings)


def _set_by_law(guide: Guide) -> bool | None:
    """By what the guide cites as its basis; None where it cites nothing there."""
    spans = [section.span for section in guide.sections if section.element == "basis"]
    cited = [c for c in guide.citations if any(span.contains(c.span) for span in spans)]
    return any(citation.level in _SETTING for citation in cited) if cited else None
