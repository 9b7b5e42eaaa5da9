"""The goals of the notice of 2018 as charts: one figure a goal, plain SVG without any style of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.model.plan import Counts, Goal

WIDTH = 200  # user units of a full bar

# name of the goal, its field in Counts, what is counted, unit, the share in words and as parts of the whole
_GOALS = (
    ("materials_third", "materials", "申请材料", "份", "三分之一", 3),
    ("steps_third", "steps", "办理环节", "个", "三分之一", 3),
    ("promised_time_half", "promised_days", "承诺时限", "个工作日", "二分之一", 2),
)


@dataclass(frozen=True, slots=True)
class Chart:
    """``bar`` and ``mark`` are lengths in user units: what is left now, and what may be left at most."""

    what: str
    unit: str
    share: str
    before: int
    after: int
    percent: int
    bar: int
    mark: int
    met: bool
    words: str


def charts(before: Counts, after: Counts, targets: Mapping[str, Goal]) -> tuple[Chart, ...]:
    """A goal without anything to count has no chart."""
    return tuple(
        _chart(what, unit, share, parts, getattr(before, field), getattr(after, field), targets[name])
        for name, field, what, unit, share, parts in _GOALS
        if name in targets
    )


def _chart(what: str, unit: str, share: str, parts: int, before: int, after: int, goal: Goal) -> Chart:
    needed = -(-before // parts)  # rounded up: a third of ten is four
    missing = max(0, needed - (before - after))
    words = f"达到{share}" if goal.met else f"离{share}还差{missing}{unit}"
    left = WIDTH * (parts - 1) // parts
    return Chart(
        what,
        unit,
        share,
        before,
        after,
        round(goal.reached * 100),
        round(WIDTH * after / before),
        left,
        goal.met,
        words,
    )
