"""Rules that all but fired on a thing: every condition holds but one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.rules.facts import Fact
from assistant.rules.reference import passes
from assistant.rules.schema import Condition, Pattern, Rule, Value

# What every paper is some of: that this much of a rule fits says nothing.
_GENERAL = frozenset(
    {"paper", "shown_only", "conditional", "choice", "original", "excerpt", "handling", "grave", "asked_by"}
)

# The one class its kind is in: that another rule is for another class is no near miss.
_CLASS = frozenset({"policy", "first_ground", "kind_confidence", "evidence"})

# test: a field has another value; partner: the second thing is missing; day: the rule or its grounds are not in force
Missing = Literal["test", "partner", "day"]


@dataclass(frozen=True, slots=True)
class Near:
    """``test`` and ``value`` for what is missing of a ``test``: what the rule wants and what the fact has.

    ``held`` are the conditions that hold.
    """

    rule: Rule
    missing: Missing
    held: tuple[Condition, ...]
    test: Condition | None = None
    value: Value = ""


def nearly(rules: Iterable[Rule], facts: Sequence[Fact], fact: Fact, as_of: date) -> tuple[Near, ...]:
    """Those of ``rules`` that lack one thing to fire on ``fact``; at least one of what holds is particular to it."""
    return tuple(near for rule in rules for near in _near(rule, facts, fact, as_of) if _particular(near, fact))


def _near(rule: Rule, facts: Sequence[Fact], fact: Fact, as_of: date) -> Iterator[Near]:
    own = next(pattern for pattern in rule.patterns if pattern.variable == rule.point_at)
    if own.fact != fact.TYPE:
        return
    held = tuple(test for test in own.tests if passes(test, getattr(fact, test.field)))
    failed = [test for test in own.tests if test not in held]
    others = [pattern for pattern in rule.patterns if pattern is not own]
    alone = any(not _has_partner(rule, own, other, facts, fact) for other in others)
    in_force = rule.in_force(as_of) and bool(rule.grounds(as_of))
    if len(failed) + alone + (not in_force) != 1:
        return
    if failed:
        yield Near(rule, "test", held, failed[0], getattr(fact, failed[0].field))
    else:
        yield Near(rule, "partner" if alone else "day", held)


def _has_partner(rule: Rule, own: Pattern, other: Pattern, facts: Sequence[Fact], fact: Fact) -> bool:
    join = rule.patterns[1].join
    assert join is not None  # the loader refuses two facts without a join
    mine, theirs = (join.other_field, join.field) if own is rule.patterns[0] else (join.field, join.other_field)
    return any(
        each is not fact
        and other.fact == each.TYPE
        and getattr(each, theirs) == getattr(fact, mine)
        and all(passes(test, getattr(each, test.field)) for test in other.tests)
        for each in facts
    )


def _particular(near: Near, fact: Fact) -> bool:
    general = _GENERAL | _CLASS if near.test and near.test.field in _CLASS else _GENERAL
    return any(
        test.field not in general and test.operator != "not" and bool(getattr(fact, test.field)) for test in near.held
    )
