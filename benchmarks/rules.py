"""Durable-rules against the plain evaluator on random guides: differences, memory, time. Usage: rules.py [GUIDES]"""

import resource
import sys
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from random_facts import random_facts, vocabulary

from assistant.rules import engine, load_rules, reference


def main(guides: int) -> None:
    rules = load_rules()
    known = vocabulary(rules)
    random = Random(722)
    differences = matches = 0
    spent = {"durable": 0.0, "reference": 0.0}
    for number in range(1, guides + 1):
        facts = random_facts(random, known)
        start = perf_counter()
        one = engine.evaluate(rules.rules, facts)
        middle = perf_counter()
        other = reference.evaluate(rules.rules, facts)
        spent["durable"] += middle - start
        spent["reference"] += perf_counter() - middle
        differences += one != other
        matches += len(other)
        if number in {guides // 10, guides}:
            print(f"{number} guides: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")
    print(f"{guides} guides, {len(rules.rules)} rules, {matches} matches, {differences} guides with differences")
    print(", ".join(f"{name} {1000 * seconds / guides:.2f} ms a guide" for name, seconds in spent.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
