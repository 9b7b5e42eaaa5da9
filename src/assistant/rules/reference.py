"""The plain evaluator of the rule schema: the engine must agree with it, and it serves in its place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.rules.facts import Fact
from assistant.rules.schema import Condition, Pattern, Rule, Value


class Match(NamedTuple):
    """``facts`` are places in the sequence of facts, one for each pattern of the rule."""

    rule: str
    facts: tuple[int, ...]


def evaluate(rules: Iterable[Rule], facts: Sequence[Fact]) -> frozenset[Match]:
    return frozenset(match for rule in rules for match in _matches(rule, facts))


def _matches(rule: Rule, facts: Sequence[Fact]) -> Iterable[Match]:
    first = _fitting(rule.patterns[0], facts)
    if len(rule.patterns) == 1:
        return [Match(rule.id, (index,)) for index in first]
    join = rule.patterns[1].join
    assert join is not None  # the loader refuses two facts without a join
    partners: dict[Value, list[int]] = defaultdict(list)
    for index in _fitting(rule.patterns[1], facts):
        partners[getattr(facts[index], join.field)].append(index)
    return [
        Match(rule.id, (index, other))
        for index in first
        for other in partners.get(getattr(facts[index], join.other_field), ())
        if other != index
    ]


def _fitting(pattern: Pattern, facts: Sequence[Fact]) -> list[int]:
    return [
        index
        for index, fact in enumerate(facts)
        if pattern.fact == fact.TYPE and all(passes(test, getattr(fact, test.field)) for test in pattern.tests)
    ]


def passes(test: Condition, value: Value) -> bool:
    if test.operator == "any":
        return value in test.values
    if test.operator == "not":
        return value not in test.values
    bound = test.values[0]
    assert isinstance(value, int)  # both are numbers: the loader compares types
    assert isinstance(bound, int)
    return value >= bound if test.operator == "at_least" else value <= bound
