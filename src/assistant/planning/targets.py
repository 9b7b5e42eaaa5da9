"""The targets of the notice of 2018: 三个三分之一 and 两个二分之一, as far as one file can show them."""

from assistant.model.plan import Counts, Goal

_THIRD, _HALF = 1 / 3, 1 / 2


def targets(before: Counts, after: Counts) -> tuple[tuple[str, Goal], ...]:
    """Shares cut, from 0 to 1; a target is left out where there is nothing to count.

    Items (办理事项压减三分之一) are not cut by a program: an item set by law cannot go. The halving of times was
    ordered for founding a company and for construction; it is shown for every guide, as a yardstick.
    """
    counted = (
        ("materials_third", _THIRD, before.materials, after.materials),
        ("steps_third", _THIRD, before.steps, after.steps),
        ("promised_time_half", _HALF, before.promised_days or 0, after.promised_days or 0),
    )
    return tuple((name, _goal(goal, old, new)) for name, goal, old, new in counted if old)


def _goal(goal: float, before: int, after: int) -> Goal:
    """In whole numbers, so that one of three is a third: 1 - 2/3 is less than 1/3 in floating point."""
    gone = before - after
    needed = 3 if goal == _THIRD else 2
    return Goal(round(goal, 3), round(gone / before, 3), gone * needed >= before)
