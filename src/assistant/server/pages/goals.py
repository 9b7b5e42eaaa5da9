"""The goals of the notice of 2018 as charts: one figure a goal, plain SVG without any style of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.lexicon.chains import Chain
from assistant.model.plan import Counts, Goal
from assistant.planning.targets import targets

# An item's name with its promised working days before and after; None where it promises none.
Promise = tuple[str, int | None, int | None]

WIDTH = 200  # user units of a full bar

# name of the goal, its field in Counts, what is counted, unit, the share in words and as parts of the whole
_GOALS = (
    ("materials_third", "materials", "必要材料", "份", "三分之一", 3),
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


def chain_charts(promises: Iterable[Promise], chains: Iterable[Chain]) -> tuple[Chart, ...]:
    """The two halves: the days of the items on a chain one after the other. A chain without such an item has none."""
    known = tuple(promises)
    found = ((chain.name, [each for each in known if chain.holds(each[0])]) for chain in chains)
    return tuple(chart for name, items in found for chart in _of_chain(name, items))


def _of_chain(name: str, items: Iterable[Promise]) -> Iterable[Chart]:
    days = [(before, before if after is None else after) for _, before, after in items if before]
    before, after = sum(old for old, _ in days), sum(new for _, new in days)
    goals = dict(targets(Counts(0, 0, 0, before), Counts(0, 0, 0, after)))
    if "promised_time_half" in goals:
        yield _chart(f"{name}时限", "个工作日", "二分之一", 2, before, after, goals["promised_time_half"])


def _chart(what: str, unit: str, share: str, parts: int, before: int, after: int, goal: Goal) -> Chart:
    needed = -(-before // parts)  # rounded up: a third of ten is four
    missing = max(0, needed - (before - after))
    words = f"达到{share}" if goal.met else f"离{share}还差{missing}{unit}"
    if before == after:
        words = "没有可以确定压减的"
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
