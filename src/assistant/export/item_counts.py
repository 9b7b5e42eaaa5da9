"""The counts of each item before and after the cuts, for tables with a row an item."""

from dataclasses import dataclass

from assistant.model.guide import Guide
from assistant.model.review import Review
from assistant.text.durations import duration_text

_INSTANT = "当场"


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """Pairs of before and after.

    ``promised`` in words, None where the guide promises nothing; ``days`` are working days, None where not counted.
    """

    materials: tuple[int, int]
    steps: tuple[int, int]
    promised: tuple[str | None, str | None]
    days: tuple[int | None, int | None]


def item_counts(guide: Guide, review: Review) -> ItemCounts:
    plan = next(item for item in review.plan.items if item.guide == guide.id)
    before, after = plan.before, plan.after
    promised = duration_text(guide.head.promised_time) if guide.head.promised_time else None
    instant = after.promised_days == 0 and before.promised_days != 0
    return ItemCounts(
        (before.materials, after.materials),
        (before.steps, after.steps),
        (promised, _INSTANT if instant else promised),
        (before.promised_days, after.promised_days),
    )
