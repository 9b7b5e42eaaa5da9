"""Limits in words."""

from assistant.model.guide import Duration, Unit

UNITS: dict[Unit, str] = {"working_day": "个工作日", "day": "日", "hour": "小时", "month": "个月", "instant": "当场"}


def duration_text(duration: Duration) -> str:
    """20个工作日; 当场"""
    return UNITS["instant"] if duration.unit == "instant" else f"{duration.value}{UNITS[duration.unit]}"
