"""Runs the examples that stand in the rules through the whole review."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.knowledge import Knowledge, load_knowledge
from assistant.model.finding import Finding
from assistant.model.span import Span
from assistant.reading import read_text
from assistant.review import review_document
from assistant.rules import RuleSet
from assistant.rules.schema import Example, Rule

# The day of examples that name none: results must not change with the calendar.
DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not do what its rule says; ``message`` is one Chinese sentence."""

    rule: str
    example: str
    message: str


def failures(rules: RuleSet, wanted: Iterable[Rule], knowledge: Knowledge | None = None) -> Iterator[Failure]:
    """The examples of the ``wanted`` rules that fail; all of ``rules`` are applied, as in a real review."""
    knowledge = replace(knowledge or load_knowledge(), rules=rules)
    for rule in wanted:
        for example in (*rule.fires_on, *rule.quiet_on):
            if example.needs_texts:
                continue
            found = [finding for finding in _findings(example, knowledge) if finding.rule == rule.id]
            if message := _fault(example, found):
                yield Failure(rule.id, example.name, message)


def _findings(example: Example, knowledge: Knowledge) -> tuple[Finding, ...]:
    document = read_text(example.guide)
    as_of = example.as_of or DAY
    if example.baseline is None:
        return review_document(document, as_of, knowledge).findings
    with TemporaryDirectory() as folder:
        path = Path(folder, "基础清单.csv")
        path.write_text(example.baseline, "utf-8")
        compared = replace(knowledge, baseline=load_knowledge(path).baseline)
        return review_document(document, as_of, compared).findings


def _fault(example: Example, found: list[Finding]) -> str:
    if len(found) != len(example.spots):
        return f"应当提示{len(example.spots)}处，实际提示{len(found)}处"
    for spot, finding in zip(example.spots, sorted(found, key=lambda each: each.span), strict=True):
        if not finding.span.overlaps(Span(*spot)):
            return f"提示的位置不对：提示在“{finding.span.of(example.guide).strip()[:20]}”"
    return ""
