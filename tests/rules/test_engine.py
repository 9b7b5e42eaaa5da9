"""The engine and the plain evaluator must be of one mind."""

import os
from random import Random

import pytest
from random_facts import random_facts, vocabulary

from assistant.rules import engine, load_rules, reference
from assistant.rules.schema import Condition, Join, Pattern, Rule

GUIDES = int(os.environ.get("JIANZHENG_RANDOM_GUIDES", "150"))

needs_engine = pytest.mark.skipif(not engine.available(), reason="durable-rules is not installed")


@needs_engine
def test_engine_and_reference_find_the_same_in_random_guides() -> None:
    rules = load_rules()
    known = vocabulary(rules)
    random = Random(20181015)
    fired: set[str] = set()
    for _ in range(GUIDES):
        facts = random_facts(random, known)
        expected = reference.evaluate(rules.rules, facts)
        assert engine.evaluate(rules.rules, facts) == expected
        fired |= {match.rule for match in expected}
    assert len(fired) > len(rules.rules) // 2


@needs_engine
def test_random_rules_mean_the_same_to_both() -> None:
    random = Random(3)
    known = vocabulary(load_rules())
    rules = tuple(_random_rule(random, number, known) for number in range(120))
    found = 0
    for _ in range(60):
        facts = random_facts(random, known)
        expected = reference.evaluate(rules, facts)
        assert engine.evaluate(rules, facts) == expected
        found += len(expected)
    assert found > 1000


@needs_engine
def test_facts_of_one_guide_do_not_meet_those_of_the_next() -> None:
    rules = load_rules()
    known = vocabulary(rules)
    guides = [random_facts(Random(seed), known) for seed in (1, 2, 1)]
    first, _, again = (engine.evaluate(rules.rules, facts) for facts in guides)
    assert first == again


@needs_engine
def test_no_facts_at_all_find_nothing() -> None:
    assert engine.evaluate(load_rules().rules, ()) == frozenset()


def _random_rule(random: Random, number: int, known: dict[tuple[str, str], list[str | int | bool]]) -> Rule:
    first = Pattern("first", "material", tuple(_random_tests(random, known)))
    patterns: tuple[Pattern, ...] = (first,)
    if random.random() < 0.4:
        second = Pattern("second", "material", tuple(_random_tests(random, known)), Join("paper_key", "paper_key"))
        patterns = (first, second)
    model = load_rules().rules[0]
    values = {name: getattr(model, name) for name in Rule.__slots__}
    return Rule(**{**values, "id": f"random/{number}", "patterns": patterns, "point_at": "first"})


def _random_tests(random: Random, known: dict[tuple[str, str], list[str | int | bool]]) -> list[Condition]:
    asked = [(field, values) for (fact, field), values in sorted(known.items()) if fact == "material"]
    tests = []
    for field, values in random.sample(asked, random.randint(1, 3)):
        some = tuple(random.sample(values, min(len(values), random.randint(1, 3))))
        tests.append(Condition(field, random.choice(("any", "not")), some))
    if random.random() < 0.5:
        tests.append(Condition("village_item", random.choice(("at_least", "at_most")), (random.randint(0, 20),)))
    return tests
