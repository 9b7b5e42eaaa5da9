"""The counts of each item before and after the cuts, for tables with a row an item."""

from dataclasses import dataclass

from assistant.export.remaining import chosen_cuts
from assistant.model.finding import Category
from assistant.model.guide import Guide
from assistant.model.review import Review
from assistant.text.durations import duration_text

_STEP_CUTS: frozenset[Category] = frozenset({"step_no_basis", "sign_off"})
INSTANT = "当场"


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """``promised`` in words, None where the guide promises nothing; days are working days, None where not counted."""

    materials: tuple[int, int]
    steps: tuple[int, int]
    promised: tuple[str | None, str | None]
    days: tuple[int | None, int | None]


def item_counts(guide: Guide, review: Review) -> ItemCounts:
    """Pairs of before and after."""
    steps = {
        finding.target.id
        for finding in review.findings
        if finding.guide == guide.id and finding.category in _STEP_CUTS and _stands(finding.id, review)
    }
    instant = any(
        finding.guide == guide.id and finding.category == "instant" and _stands(finding.id, review)
        for finding in review.findings
    )
    promised = duration_text(guide.head.promised_time) if guide.head.promised_time else None
    days = _days(guide)
    return ItemCounts(
        (len(guide.materials), len(guide.materials) - len(chosen_cuts(guide, review))),
        (len(guide.steps), len(guide.steps) - len(steps)),
        (promised, INSTANT if instant else promised),
        (days, 0 if instant else days),
    )


def _stands(id: str, review: Review) -> bool:
    """Sure, and not settled as something that stays."""
    decided = dict(review.decided).get(id)
    if decided is not None:
        return decided.choice == "cut"
    finding = next(each for each in review.findings if each.id == id)
    return finding.severity != "hint" and finding.confidence != "low"


def _days(guide: Guide) -> int | None:
    promised = guide.head.promised_time
    if promised is None or promised.unit in {"day", "month"}:
        return None
    return {"instant": 0, "hour": -(-promised.value // 8)}.get(promised.unit, promised.value)
