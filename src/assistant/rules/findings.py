"""Matches to findings: the rule's words filled in, its grounds as of the day, its confidence no greater than it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.rule_words import RuleWords
from assistant.model.document import Document
from assistant.model.finding import Category, Confidence, Finding, Ground, Severity, Target
from assistant.model.guide import Guide
from assistant.model.span import Span
from assistant.rules.facts import Fact, MaterialFact, SectionFact
from assistant.rules.reference import Match
from assistant.rules.schema import Rule
from assistant.rules.source import PLACEHOLDER

# 第10项 of a list says more than the list
_ITEM = re.compile(r"第\d+项$")
# A paper that the law itself names is no candidate on these grounds, whatever a rule says.
_CUTS: frozenset[Category] = frozenset(
    (
        *("no_basis", "covered_by_licence", "commitment", "covered_by_other", "online_check"),
        *("issuer_cannot_verify", "internal_sharing", "odd_proof"),
    )
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is needed to word a finding."""

    guides: Mapping[str, Guide]
    document: Document
    kinds: Kinds
    words: RuleWords
    as_of: date


def find(match: Match, rule: Rule, facts: Sequence[Fact], setting: Setting) -> Finding:
    """The finding of one match; its id is "" until the review numbers it."""
    bound = {pattern.variable: facts[index] for pattern, index in zip(rule.patterns, match.facts, strict=True)}
    fact = bound[rule.point_at]
    severity, confidence = _weight(rule, fact)
    return Finding(
        id="",
        rule=rule.id,
        category=rule.category,
        severity=severity,
        guide=fact.guide,
        target=Target(fact.TYPE, fact.id),
        others=tuple(other.id for name, other in bound.items() if name != rule.point_at),
        action=rule.action if severity != "hint" else "review",
        replacement=(_fill(rule.replacement, bound) or None) if rule.replacement else None,
        message=_fill(rule.message, bound),
        reason=_fill(rule.reason, bound) + _caution(rule, fact),
        basis=_grounds(rule, fact, setting),
        confidence=confidence,
        span=place(fact, setting.guides[fact.guide], setting.document),
    )


def _weight(rule: Rule, fact: Fact) -> tuple[Severity, Confidence]:
    """A hint is never more than low: people look at it, no cut follows from it."""
    confidence: Confidence = rule.confidence or "medium"
    if isinstance(fact, MaterialFact):
        if rule.confidence is None:
            confidence = {"high": "high", "low": "low"}.get(fact.kind_confidence, "medium")  # type: ignore[assignment]
        if _caution(rule, fact):
            confidence = "low"
    if rule.severity == "hint" or confidence == "low":
        return "hint", "low"
    return rule.severity, confidence


def _caution(rule: Rule, fact: Fact) -> str:
    if not isinstance(fact, MaterialFact):
        return ""
    if (rule.defers and fact.named_by_law) or (fact.law_names and rule.category in _CUTS):
        return "指南为这份材料单列了法律法规依据，请先核对条文是否确实要求它。"
    if rule.defers and fact.asked_by:
        return f"{fact.asked_by}要求提交这类材料，请先核对。"
    if rule.defers and fact.pledged and fact.paper == "proof":
        return "指南已经允许用书面承诺、声明代替，可以只留承诺。"
    return ""


def _fill(template: str, bound: Mapping[str, Fact]) -> str:
    def value(inside: str) -> str:
        variable, _, field = inside.partition(".")
        return str(getattr(bound[variable], field))

    return PLACEHOLDER.sub(lambda found: value(found[1]), template)


def _grounds(rule: Rule, fact: Fact, setting: Setting) -> tuple[Ground, ...]:
    """The rule's grounds in force on the day, then the kind's own where the rule asks for them."""
    grounds = list(rule.grounds(setting.as_of))
    kind = setting.kinds.get(fact.kind_id) if rule.cite_kind and isinstance(fact, MaterialFact) else None
    for ground in kind.basis if kind else ():
        if not _citable(ground, fact, setting):
            continue
        same = next((place for place, known in enumerate(grounds) if _same_document(ground, known)), None)
        if same is None:
            grounds.append(ground)
        elif grounds[same].article is None and _ITEM.match(ground.article or ""):
            grounds[same] = ground
    return tuple(grounds)


def _same_document(one: Ground, other: Ground) -> bool:
    return other.doc in one.doc or (one.number is not None and one.number == other.number)


def _citable(ground: Ground, fact: Fact, setting: Setting) -> bool:
    """In force on the day, and about papers of this issuer: the list for villages is none for newspapers."""
    name = f"{ground.doc}{ground.number or ''}"
    issuers = {issuer for match, issuer in setting.words.documents_by_issuer.items() if match in name}
    in_force = all(start <= setting.as_of for match, start in setting.words.documents if match in name)
    return in_force and (not issuers or (isinstance(fact, MaterialFact) and fact.issuer in issuers))


def place(fact: Fact, guide: Guide, document: Document) -> Span:
    """Where the fact stands; what is absent, and the guide as a whole, stand at the guide's first line."""
    if isinstance(fact, SectionFact) and fact.end > fact.start:
        return Span(fact.start, fact.end)
    spans = {each.id: each.span for each in guide.materials}
    spans |= {each.id: each.span for each in guide.steps}
    spans |= {each.id: each.span for each in guide.citations}
    return spans.get(fact.id) or _first_line(guide.span, document.text)


def _first_line(span: Span, text: str) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    end = text.find("\n", start, span.end)
    return Span(start, span.end if end < 0 else max(end, start))
