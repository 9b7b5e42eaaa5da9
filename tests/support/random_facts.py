"""Random facts whose values are those the rules ask about, so that rules fire often, and near misses of them."""

import dataclasses
from random import Random
from typing import Any

from assistant.rules.facts import TYPES, Fact, fields
from assistant.rules.schema import RuleSet, Value

_SOME_WORDS = ("", "名称", "其他", "P015", "无", "a'b\"c", "键|一")


def vocabulary(rules: RuleSet) -> dict[tuple[str, str], list[Value]]:
    """For each field the values that some rule tests, and a few others."""
    known: dict[tuple[str, str], list[Value]] = {}
    for rule in rules.rules:
        for pattern in rule.patterns:
            for test in pattern.tests:
                known.setdefault((pattern.fact, test.field), []).extend(test.values)
    return known


def random_facts(random: Random, known: dict[tuple[str, str], list[Value]]) -> tuple[Fact, ...]:
    """One guide: up to twelve materials and some of everything else."""
    kinds = ["material"] * random.randint(0, 12) + ["step"] * random.randint(0, 4)
    kinds += ["citation"] * random.randint(0, 5) + ["section"] * random.randint(0, 8) + ["guide"]
    return tuple(_fact(random, kind, known) for kind in kinds)


def _fact(random: Random, kind: str, known: dict[tuple[str, str], list[Value]]) -> Fact:
    values: dict[str, Any] = {
        name: _value(random, type_, known.get((kind, name), [])) for name, (type_, _) in fields(kind).items()
    }
    if kind == "material":
        values["paper_key"] = f"键{random.randint(0, 4)}"
        values["occurrence"] = random.randint(1, 3)
    fact = TYPES[kind](**values)
    assert len(dataclasses.fields(fact)) == len(values)
    return fact


def _value(random: Random, kind: type, asked: list[Value]) -> Value:
    if kind is bool:
        return random.random() < 0.5
    if asked and random.random() < 0.8:
        return random.choice(asked)
    return random.randint(0, 20) if kind is int else random.choice(_SOME_WORDS)
