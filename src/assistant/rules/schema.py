"""A rule as a frozen value. What is not in here cannot be written in a rule file."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.model.finding import Action, Category, Confidence, Ground, Severity

Value = str | int | bool
Operator = Literal["any", "not", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Condition:
    """``any``: the field is one of ``values``; ``not``: none of them; the others compare numbers with ``values[0]``."""

    field: str
    operator: Operator
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """The field equals ``other_field`` of the first fact. At most one in a rule: more is not safe in the engine."""

    field: str
    other_field: str


@dataclass(frozen=True, slots=True)
class Pattern:
    variable: str
    fact: str
    tests: tuple[Condition, ...]
    join: Join | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A legal ground with the days it can be cited on, both included; None: without limit."""

    ground: Ground
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """``guide`` is the text without the marks; ``spots`` are the [start, end) of its ⟦spot⟧s in that text.
    ``baseline`` is the text of a baseline file to compare with; ``needs_texts``: only with law texts installed."""

    name: str
    guide: str
    spots: tuple[tuple[int, int], ...]
    as_of: date | None
    baseline: str | None = None
    needs_texts: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """``confidence`` None: that of the material's kind. ``defers``: at most a hint where its own law names it."""

    id: str
    path: str
    title: str
    category: Category
    severity: Severity
    action: Action
    confidence: Confidence | None
    defers: bool
    cite_kind: bool
    why: str
    basis: tuple[Dated, ...]
    start: date | None
    end: date | None
    patterns: tuple[Pattern, ...]
    point_at: str
    message: str
    reason: str
    replacement: str | None
    fires_on: tuple[Example, ...]
    quiet_on: tuple[Example, ...]

    @property
    def name(self) -> str:
        """The id without its topic."""
        return self.id.rpartition("/")[2]

    def __hash__(self) -> int:
        """The id is enough: the engine looks its compiled rules up at each review."""
        return hash(self.id)

    def in_force(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def grounds(self, day: date) -> tuple[Ground, ...]:
        """The grounds that can be cited on ``day``."""
        return tuple(
            dated.ground
            for dated in self.basis
            if (dated.start is None or dated.start <= day) and (dated.end is None or day <= dated.end)
        )


@dataclass(frozen=True, slots=True)
class RuleSet:
    rules: tuple[Rule, ...]

    def named(self, rule_id: str) -> Rule | None:
        """By its full id or without the topic."""
        return next((rule for rule in self.rules if rule_id in {rule.id, rule.name}), None)
