"""durable-rules behind one function. The only file that imports it; docs/decisions say how to live with it.

The safe subset: literal tests joined by and/or, and at most one equality between two facts. Each rule set is compiled
once a process, because rule sets are never freed; each review is a ``sid`` of its own, deleted afterwards.
"""

import itertools
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from threading import Lock
from typing import Any

from assistant.rules.facts import TYPES, Fact
from assistant.rules.reference import Match
from assistant.rules.schema import Condition, Pattern, Rule, Value

# The engine's field for the fact's type; no fact has a field of this name.
_TYPE = "fact"
# Values of fields are never this: it stands for "" because the engine has its own ideas of empty strings.
_EMPTY = "∅"
_sids = itertools.count(1)


def available() -> bool:
    """It is source only and needs a C compiler, and does not load on Python 3.13."""
    try:
        import durable.engine  # noqa: F401
    except ImportError:
        return False
    return True


def evaluate(rules: Iterable[Rule], facts: Sequence[Fact]) -> frozenset[Match]:
    """What reference.evaluate gives. Raises EngineError when the engine reports an error."""
    if not facts:  # assert_facts([]) crashes it
        return frozenset()
    return _compiled(tuple(rules)).run(facts)


class EngineError(RuntimeError):
    """The engine failed on a file; the reference evaluator can still serve."""


class _Compiled:
    """A rule set in the engine, with the list its actions write to."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        from durable.engine import Ruleset

        self._found: list[Match] = []
        self._lock = Lock()
        self._asked = _asked(rules)
        definition: dict[str, Any] = {}
        for rule in rules:
            for number, patterns in enumerate(itertools.product(*map(_flat, rule.patterns))):
                definition[f"{rule.id}#{number}"] = self._rule(rule.id, patterns)
        # Matches every fact: one unmatched fact in a batch raises, and a state without any action cannot be deleted.
        definition["every fact"] = {"all": [{"m": {"$ex": {_TYPE: 1}}}], "run": lambda _: None}
        self._ruleset = Ruleset(f"jianzheng-{next(_sids)}", None, definition)

    def _rule(self, rule: str, patterns: Sequence[Pattern]) -> dict[str, Any]:
        variables = [pattern.variable for pattern in patterns]
        conditions = [_pattern(pattern, variables[0]) for pattern in patterns]
        return {"all": conditions, "run": self._collect(rule, variables)}

    def _collect(self, rule: str, variables: Sequence[str]) -> Callable[[Any], None]:
        # Exceptions in actions are swallowed by the engine: nothing here may fail, all judging is done outside.
        def action(closure: Any) -> None:
            self._found.append(Match(rule, tuple(int(getattr(closure, each).id) for each in variables)))

        return action

    def run(self, facts: Sequence[Fact]) -> frozenset[Match]:
        sid = f"review-{next(_sids)}"
        records = [_record(fact, index, sid, self._asked[fact.TYPE]) for index, fact in enumerate(facts)]
        with self._lock, warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # it calls utcfromtimestamp, deprecated since 3.12
            self._found.clear()
            errors = self._fire(sid, records)
            found = frozenset(match for match in self._found if len(set(match.facts)) == len(match.facts))
        if errors:
            raise EngineError(str(errors[0]))
        return found

    def _fire(self, sid: str, records: list[Mapping[str, object]]) -> list[object]:
        errors: list[object] = []
        try:
            handle = self._ruleset.assert_facts(records)
        except Exception as cause:  # its C part raises plain Exceptions; nothing has fired, so no state to delete
            raise EngineError(str(cause)) from cause
        try:
            self._ruleset.do_actions(handle, lambda error, _: errors.append(error) if error else None)
        finally:
            self._ruleset.delete_state(sid)
        return errors


@cache
def _compiled(rules: tuple[Rule, ...]) -> _Compiled:
    return _Compiled(rules)


def _asked(rules: Iterable[Rule]) -> Mapping[str, frozenset[str]]:
    """The fields that some rule tests or joins on, by fact type."""
    asked: dict[str, set[str]] = {kind: set() for kind in TYPES}
    for rule in rules:
        for pattern in rule.patterns:
            asked[pattern.fact] |= {test.field for test in pattern.tests}
            if pattern.join:
                asked[pattern.fact].add(pattern.join.field)
                asked[rule.patterns[0].fact].add(pattern.join.other_field)
    return {kind: frozenset(names) for kind, names in asked.items()}


def _record(fact: Fact, index: int, sid: str, asked: Iterable[str]) -> Mapping[str, object]:
    """Only what rules ask about: what is never tested need not pass through its JSON reader.

    Ids of its own making are 32-bit hashes that collide, so each fact brings its own.
    """
    values = {_key(field): _value(getattr(fact, field)) for field in asked}
    return {**values, "id": str(index), "sid": sid, _TYPE: fact.TYPE}


def _key(field: str) -> str:
    """The engine keeps "id" and "sid" for itself, and a guide's thing has an id too."""
    return f"its_{field}"


def _value(value: Value) -> str | int:
    if isinstance(value, bool):
        return int(value)
    return _EMPTY if value == "" else value


def _flat(pattern: Pattern) -> Iterator[Pattern]:
    """The pattern once for each choice of values, so that no test of it has two.

    A pattern with a join must be flat: with a group ($or, or $and inside $and) beside it the engine forgets the join
    and pairs everything with everything. Found by the random rules of tests/rules/test_engine.py.
    """
    if pattern.join is None:
        yield pattern
        return
    choices = [dict.fromkeys(test.values) if test.operator == "any" else [None] for test in pattern.tests]
    for chosen in itertools.product(*choices):
        tests = (
            test if value is None else replace(test, values=(value,))
            for test, value in zip(pattern.tests, chosen, strict=True)
        )
        yield replace(pattern, tests=tuple(tests))


def _pattern(pattern: Pattern, first: str) -> dict[str, object]:
    tests: list[object] = [{_TYPE: pattern.fact}]
    for test in pattern.tests:
        tests += _tests(test)
    if pattern.join:
        tests.append({_key(pattern.join.field): {first: _key(pattern.join.other_field)}})
    return {pattern.variable: {"$and": tests}}  # an empty $and hangs it: the type is always there


def _tests(condition: Condition) -> list[object]:
    """What goes into an $and."""
    field, values = _key(condition.field), [_value(value) for value in dict.fromkeys(condition.values)]
    match condition.operator:
        case "any":
            options: list[object] = [{field: value} for value in values]
            return [{"$or": options}] if len(options) > 1 else options
        case "not":
            return [{"$neq": {field: value}} for value in values]
        case "at_least":
            return [{"$gte": {field: values[0]}}]
        case "at_most":
            return [{"$lte": {field: values[0]}}]
