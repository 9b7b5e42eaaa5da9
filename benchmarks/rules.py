"""Durable-rules against the plain evaluator on random guides: differences, memory, time. rules.py [GUIDES [flat]]

``flat``: the engine alone over the same 500 guides again and again, to see whether its memory grows.
"""

import resource
import sys
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from random_facts import random_facts, vocabulary

from assistant.rules import engine, load_rules, reference

POOL = 500


def main(guides: int) -> None:
    rules = load_rules()
    known = vocabulary(rules)
    random = Random(722)
    differences = matches = 0
    spent = {"durable": 0.0, "reference": 0.0}
    for number in range(1, guides + 1):
        facts = random_facts(random, known)
        start = process_time()
        one = engine.evaluate(rules.rules, facts)
        middle = process_time()
        other = reference.evaluate(rules.rules, facts)
        spent["durable"] += middle - start
        spent["reference"] += process_time() - middle
        differences += one != other
        matches += len(other)
        if number in {guides // 10, guides}:
            print(f"{number} guides: {_memory()} MB at most", flush=True)
    print(f"{guides} guides, {len(rules.rules)} rules, {matches} matches, {differences} guides with differences")
    print(", ".join(f"{name} {1000 * seconds / guides:.2f} ms a guide" for name, seconds in spent.items()))


def flat(guides: int) -> None:
    rules = load_rules()
    random = Random(722)
    known = vocabulary(rules)
    pool = [random_facts(random, known) for _ in range(POOL)]
    start = process_time()
    for number in range(1, guides + 1):
        engine.evaluate(rules.rules, pool[number % POOL])
        if number == POOL or number % (guides // 10) == 0:
            spent = 1000 * (process_time() - start) / number
            print(f"{number} guides: {_memory()} MB at most, {spent:.2f} ms a guide", flush=True)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    flat(count) if sys.argv[2:] == ["flat"] else main(count)
