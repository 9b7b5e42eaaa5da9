from typing import Any, get_args

import pytest

from assistant.export import labels
from assistant.model.citation import Verdict
from assistant.model.finding import Action, Category, Confidence
from assistant.model.material import BaselineDecision


@pytest.mark.parametrize(
    ("words", "closed_set"),
    [
        (labels.ACTIONS, Action),
        (labels.VERDICTS, Verdict),
        (labels.BASELINE, BaselineDecision),
        (labels.CATEGORIES, Category),
        (labels.CONFIDENCES, Confidence),
    ],
)
def test_every_value_of_the_model_has_a_chinese_word(words: dict[str, str], closed_set: Any) -> None:
    assert set(words) == set(get_args(closed_set))
