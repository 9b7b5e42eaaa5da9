"""The goals of the notice of 2018 in words and numbers, as the workbook and the one-page sheet show them."""

from dataclasses import dataclass

from assistant.model.overview import ItemSummary, Overview, Tally

PAPERS, STEPS, DAYS = "必要材料", "办理环节", "承诺时限"


@dataclass(frozen=True, slots=True)
class Measure:
    """``what`` is counted, in which ``unit``; a ``parts``-th has to go. ``tally.before`` is not 0."""

    what: str
    unit: str
    parts: int
    tally: Tally

    @property
    def before(self) -> int:
        return self.tally.before

    @property
    def after(self) -> int:
        """With what is proposed."""
        return self.tally.before - self.tally.chosen

    @property
    def share(self) -> float:
        return self.tally.chosen / self.tally.before

    @property
    def met(self) -> bool:
        """In whole numbers: 1 - 2/3 is less than 1/3 in floating point."""
        return self.tally.chosen * self.parts >= self.tally.before


def whole_measures(shown: Overview) -> tuple[Measure, ...]:
    """Over all items; without what there is nothing of."""
    days = [item.days for item in shown.items if item.days is not None]
    before, after = sum(each[0] for each in days), sum(each[1] for each in days)
    return _measures(shown.total.materials, shown.total.steps, (before, after))


def item_measures(item: ItemSummary) -> tuple[Measure, ...]:
    """Of one item; without what there is nothing of."""
    return _measures(item.materials, item.steps, item.days or (0, 0))


def _measures(materials: Tally, steps: Tally, days: tuple[int, int]) -> tuple[Measure, ...]:
    """Halving the time was ordered for founding a company and for construction; for others it is a yardstick."""
    before, after = days
    gone = before - after
    found = (
        Measure(PAPERS, "份", 3, materials),
        Measure(STEPS, "个", 3, steps),
        Measure(DAYS, "个工作日", 2, Tally(before, gone, gone, gone)),
    )
    return tuple(measure for measure in found if measure.before)
