"""Comparing time limits: promised against statutory, and the steps' sum against the promise."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.lexicon.rule_words import RuleWords
from assistant.model.guide import Duration, Step, Unit

_WORKING_HOURS: dict[Unit, int] = {"instant": 0, "hour": 1, "working_day": 8}
# Calendar days of the shortest and of the longest reading: five working days are seven days, a month is 28 to 31.
_CALENDAR: dict[Unit, tuple[float, float]] = {
    "instant": (0, 0),
    "hour": (0, 1),
    "working_day": (1.0, 1.8),
    "day": (1, 1),
    "month": (28, 31),
}


def working_hours(limit: Duration | None) -> int:
    """A day of eight hours; a plain day counts as a working day. 0 for none, for instant and for months."""
    if limit is None or limit.unit == "month":
        return 0
    return limit.value * (8 if limit.unit == "day" else _WORKING_HOURS[limit.unit])


def over_statutory(promised: Duration | None, statutory: Duration | None) -> str:
    """``sure`` in the same unit; ``unsure`` where the units differ and even the shortest reading is longer; else ""."""
    if promised is None or statutory is None:
        return ""
    if promised.unit == statutory.unit:
        return "sure" if promised.value > statutory.value else ""
    if promised.unit in _WORKING_HOURS and statutory.unit in _WORKING_HOURS:
        return "sure" if working_hours(promised) > working_hours(statutory) else ""
    shortest, longest = promised.value * _CALENDAR[promised.unit][0], statutory.value * _CALENDAR[statutory.unit][1]
    return "unsure" if shortest > longest else ""


@dataclass(frozen=True, slots=True)
class Sum:
    """The steps' times together; ``over``: longer than the promise."""

    written: str
    over: bool


def steps_sum(steps: Sequence[Step], promised: Duration | None, words: RuleWords) -> Sum:
    """Steps that do not count (听证, 检验 … 行政许可法第四十五条) are left out."""
    timed = [step.time for step in steps if step.time is not None and not words.steps["untimed"].in_(step.name)]
    if not timed or promised is None:
        return Sum("", False)
    if all(each.unit in _WORKING_HOURS for each in (*timed, promised)):
        hours = sum(working_hours(each) for each in timed)
        written = f"{hours // 8}个工作日" if hours % 8 == 0 else f"{hours}个工作小时"
        return Sum(written, hours > working_hours(promised))
    if all(each.unit in {"day", "instant"} for each in (*timed, promised)):
        days = sum(each.value for each in timed)
        return Sum(f"{days}日", days > promised.value)
    return Sum("", False)
