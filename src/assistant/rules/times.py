"""Comparing time limits: promised against statutory, and the steps' sum against the promise."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.lexicon.rule_words import RuleWords
from assistant.model.guide import Duration, Step, Unit

_WORKING_HOURS: dict[Unit, int] = {"instant": 0, "hour": 1, "working_day": 8}
_LONGEST_MONTH = 31


def working_hours(limit: Duration | None) -> int:
    """A day of eight hours; a plain day counts as a working day. 0 for none, for instant and for months."""
    if limit is None or limit.unit == "month":
        return 0
    return limit.value * (8 if limit.unit == "day" else _WORKING_HOURS[limit.unit])


def over_statutory(promised: Duration | None, statutory: Duration | None) -> bool:
    """Is the promise longer for certain? Where the units differ, its shortest reading against the law's longest."""
    if promised is None or statutory is None:
        return False
    if promised.unit in _WORKING_HOURS and statutory.unit in _WORKING_HOURS:
        return working_hours(promised) > working_hours(statutory)
    if promised.unit == statutory.unit:
        return promised.value > statutory.value
    if statutory.unit == "month":
        return _calendar_days(promised) > statutory.value * _LONGEST_MONTH
    if promised.unit == "day":  # 25 days may be 25 days of the calendar, which 20 working days are too
        return promised.value * 5 > working_hours(statutory) // 8 * 7
    # 行政许可法第八十二条 counts its days as working days: 25 working days are longer than 20 days either way.
    return _days(promised) > _days(statutory)


def _days(limit: Duration) -> int:
    """Working days and days alike; a month has 28 at least."""
    return limit.value * 28 if limit.unit == "month" else working_hours(limit) // 8


def _calendar_days(limit: Duration) -> int:
    """At least: between five working days and the next lies a weekend."""
    if limit.unit == "working_day":
        return limit.value + 2 * ((limit.value - 1) // 5)
    return _days(limit)


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
