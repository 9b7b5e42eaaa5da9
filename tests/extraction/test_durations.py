"""Lengths of time in running text."""

import pytest

from assistant.extraction.durations import find_durations
from assistant.model.span import Span


def read(text: str) -> list[tuple[int, str]]:
    return [(duration.value, duration.unit) for duration in find_durations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("20个工作日", 20, "working_day"),
        ("20工作日", 20, "working_day"),
        ("1 工作日", 1, "working_day"),
        ("15 (工作日)", 15, "working_day"),
        ("30(工作日)", 30, "working_day"),
        ("二十个工作日", 20, "working_day"),
        ("1-8个工作日", 8, "working_day"),
        ("1/8个工作日", 8, "working_day"),
        ("3至5个工作日", 5, "working_day"),
        ("十日内", 10, "day"),
        ("收到申请之日起20日内", 20, "day"),
        ("3个月", 3, "month"),
        ("24小时", 24, "hour"),
        ("当场办结", 0, "instant"),
        ("即办", 0, "instant"),
    ],
)
def test_lengths_of_time_are_read(written: str, value: int, unit: str) -> None:
    assert read(written) == [(value, unit)]


@pytest.mark.parametrize("written", ["2018年5月10日", "5月30日前", "第3日间病房", "2019年", "每月发放"])
def test_dates_are_no_lengths_of_time(written: str) -> None:
    assert read(written) == []


def test_the_place_is_the_written_words() -> None:
    text = "承诺时限：10个工作日。"
    (duration,) = find_durations(text, Span(0, len(text)))
    assert duration.span is not None
    assert duration.span.of(text) == duration.written == "10个工作日"


def test_several_limits_come_in_order() -> None:
    assert read("法定期限：20个工作日；承诺期限：10个工作日。") == [(20, "working_day"), (10, "working_day")]
