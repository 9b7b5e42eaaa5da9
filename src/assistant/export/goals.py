"""The goals of the notice of 2018 in words and numbers, as the workbook and the one-page sheet show them."""

from dataclasses import dataclass

from assistant.export.item_counts import item_counts
from assistant.model.guide import Guide
from assistant.model.review import Review


@dataclass(frozen=True, slots=True)
class Measure:
    """``words`` name the goal, ``what`` what is counted and in which ``unit``; a ``parts``-th has to go.

    ``before`` is not 0.
    """

    words: str
    what: str
    unit: str
    parts: int
    before: int
    after: int

    @property
    def gone(self) -> int:
        return self.before - self.after

    @property
    def share(self) -> float:
        return self.gone / self.before

    @property
    def met(self) -> bool:
        """In whole numbers: 1 - 2/3 is less than 1/3 in floating point."""
        return self.gone * self.parts >= self.before


def whole_measures(review: Review) -> tuple[Measure, ...]:
    """For the whole file; without what there is nothing of."""
    before, after = review.plan.before, review.plan.after
    return _measures(
        (before.materials, after.materials),
        (before.steps, after.steps),
        (before.promised_days or 0, after.promised_days or 0),
    )


def item_measures(guide: Guide, review: Review) -> tuple[Measure, ...]:
    """For one item; without what there is nothing of."""
    counts = item_counts(guide, review)
    before, after = counts.days
    return _measures(counts.materials, counts.steps, (before or 0, after or 0))


def _measures(materials: tuple[int, int], steps: tuple[int, int], days: tuple[int, int]) -> tuple[Measure, ...]:
    found = (
        Measure("申报材料压减三分之一", "申请材料", "份", 3, *materials),
        Measure("审批环节压减三分之一", "办理环节", "个", 3, *steps),
        # ordered for founding a company and for construction; a yardstick for every other item
        Measure("办理时限压缩二分之一（企业开办、建设项目）", "承诺时限", "个工作日", 2, *days),
    )
    return tuple(measure for measure in found if measure.before)
