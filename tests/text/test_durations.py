from typing import get_args

from assistant.model.guide import Duration, Unit
from assistant.text.durations import UNITS, duration_text


def test_every_unit_has_its_words() -> None:
    assert set(UNITS) == set(get_args(Unit))


def test_an_instant_has_no_number() -> None:
    assert duration_text(Duration(0, "instant", "即时")) == "当场"
    assert duration_text(Duration(20, "working_day", "二十个工作日")) == "20个工作日"
