"""Every example in every rule, through the whole review."""

import pytest

from assistant.evaluation.rule_examples import failures
from assistant.rules import load_rules
from assistant.rules.schema import Rule


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.id)
def test_examples_do_what_the_rule_says(rule: Rule) -> None:
    assert list(failures(load_rules(), (rule,))) == []
