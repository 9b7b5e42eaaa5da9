"""What a rule found in a guide."""

from dataclasses import dataclass
from typing import Literal

from assistant.model.span import Span

Category = Literal[
    "no_basis",
    "covered_by_licence",
    "commitment",
    "covered_by_other",
    "online_check",
    "issuer_cannot_verify",
    "internal_sharing",
    "catch_all",
    "odd_proof",
    "duplicate",
    "circular",
    "baseline_extra",
    "baseline_missing",
    "baseline_renamed",
    "citation",
    "step_no_basis",
    "sign_off",
    "time_limit",
    "instant",
    "section_missing",
    "consistency",
    "merge_form",
]
Severity = Literal["error", "warning", "hint"]
Action = Literal["cut", "replace", "verify", "commit", "internal", "merge", "rewrite", "shorten", "review"]
Confidence = Literal["high", "medium", "low"]
TargetType = Literal["material", "citation", "step", "form", "section", "guide"]


@dataclass(frozen=True, slots=True)
class Ground:
    """The law or document a finding stands on."""

    doc: str
    number: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    type: TargetType
    id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """``guide`` and ``target`` are ids; ``others`` are further targets' ids (the twin of a duplicate).

    The id of a section is its element ("basis"). ``replacement`` is what takes the material's place.
    """

    id: str
    rule: str
    category: Category
    severity: Severity
    guide: str
    target: Target
    others: tuple[str, ...]
    action: Action
    replacement: str | None
    message: str
    reason: str
    basis: tuple[Ground, ...]
    confidence: Confidence
    span: Span
