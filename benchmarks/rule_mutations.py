"""Mutations of the rules: each rule switched off, each test of its ``when`` left out. Usage: rule_mutations.py [RULE]

Switched off, a rule must fail every example of its own that fires. A test that can be left out of the ``when`` without
any example noticing is listed: it is either spare or without an example. Exit code 1 where a rule can be switched off.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from assistant.evaluation.rule_examples import failures
from assistant.rules import RuleSet, load_rules
from assistant.rules.schema import Pattern, Rule


def main(only: str | None) -> int:
    rules = load_rules()
    start = perf_counter()
    wanted = [rule for rule in rules.rules if only in {None, rule.id, rule.name}]
    alive = [rule.id for rule in wanted if not _off_is_noticed(rule, rules)]
    spare = [(rule.id, test) for rule in wanted for test in _spare(rule)]
    for rule, test in spare:
        print(f"no example needs {rule}: {test}")
    tests = sum(len(pattern.tests) for rule in wanted for pattern in rule.patterns)
    print(f"{len(wanted)} rules switched off, {len(alive)} unnoticed {' '.join(alive)}")
    print(f"{tests} tests left out one by one, {len(spare)} unnoticed, {perf_counter() - start:.0f} s")
    return 1 if alive else 0


def _off_is_noticed(rule: Rule, rules: RuleSet) -> bool:
    without = RuleSet(tuple(other for other in rules.rules if other is not rule))
    firing = {example.name for example in rule.fires_on if not example.needs_texts}
    return firing <= {failure.example for failure in failures(without, (rule,))} or not firing


def _spare(rule: Rule) -> Iterator[str]:
    for number, pattern in enumerate(rule.patterns):
        for test in pattern.tests:
            looser = _without(rule, number, replace(pattern, tests=tuple(t for t in pattern.tests if t is not test)))
            if not any(failures(RuleSet((looser,)), (looser,))):
                yield f"{pattern.variable}.{test.field} {test.operator} {', '.join(map(str, test.values))}"


def _without(rule: Rule, number: int, pattern: Pattern) -> Rule:
    patterns = (*rule.patterns[:number], pattern, *rule.patterns[number + 1 :])
    # another id: the engine keeps compiled rules by id
    return replace(rule, id=f"{rule.id}-{number}-{len(pattern.tests)}-{hash(pattern.tests)}", patterns=patterns)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
