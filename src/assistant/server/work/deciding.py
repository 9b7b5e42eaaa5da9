"""Decisions on a review's findings and materials, in a worker process."""

from dataclasses import dataclass, replace
from datetime import date

from assistant.decisions import about, anchor_of, apply_decisions
from assistant.errors import JianzhengError
from assistant.model.decision import Choice, Decision
from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.model.review import Review
from assistant.server.work.reviewing import Reviewed, Stored, review_of, reviewed, stored_again


class NoSuchTargetError(JianzhengError):
    """The finding or material is not in the present review."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One of ``finding`` and ``material`` is set: ids of the present review."""

    stored: Stored
    finding: str | None
    material: str | None
    choice: Choice
    reason: str
    person: str
    day: date


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a decision stands in the present review: ids of findings, and of the material it is about."""

    findings: tuple[str, ...]
    material: str | None


def decide(wish: Wish) -> tuple[Decision, Reviewed]:
    """The decision with its anchor, and the review with it. Raises NoSuchTargetError, ReadError."""
    review = review_of(wish.stored)
    guide, thing = target_of(review, wish.finding, wish.material)
    anchor = anchor_of(guide, thing, review.guides)
    decision = Decision(anchor, wish.choice, wish.reason, wish.person, wish.day)
    others = tuple(each for each in wish.stored.decisions if each.anchor != anchor)
    return decision, reviewed(review_of(replace(wish.stored, decisions=(*others, decision))))


def wish_again(wish: Wish) -> Wish:
    return replace(wish, stored=stored_again(wish.stored))


def target_of(review: Review, number: str | None, material: str | None) -> tuple[Guide, Finding | Material]:
    """A finding by its id, or a material by its id. Raises NoSuchTargetError."""
    guides = {guide.id: guide for guide in review.guides}
    for finding in review.findings:
        if finding.id == number:
            return guides[finding.guide], finding
    for guide in review.guides:
        for each in guide.materials:
            if each.id == material:
                return guide, each
    what = number or material or ""
    raise NoSuchTargetError(f"现在的审查结果里没有“{what}”，文件可能已经更新，请刷新后再试")


def places(stored: Stored) -> tuple[Standing | None, ...]:
    """One for each decision of ``stored``; None: it is about an item of another guide."""
    review = review_of(replace(stored, decisions=()))
    own = about(stored.decisions, review.guides)
    return tuple(_standing(review, each) if each in own else None for each in stored.decisions)


def _standing(review: Review, decision: Decision) -> Standing:
    applied = apply_decisions((decision,), review.guides, review.findings)
    targets = [f.target for f in review.findings if f.id in applied.findings]
    materials = [material for _, material in applied.materials] + [t.id for t in targets if t.type == "material"]
    return Standing(tuple(applied.findings), materials[0] if materials else None)
