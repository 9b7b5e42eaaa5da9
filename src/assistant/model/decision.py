"""What people decided about findings, kept beside the guides and found again when a guide changes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.model.finding import TargetType

Choice = Literal["cut", "keep"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """What a decision is about, in words that outlive a new version of the guide: no line, no id of one review.

    ``item`` is the item's code and its name without spaces and punctuation, parted by a blank (either may be missing);
    ``key`` the kind's id and name of a material ("P014 无犯罪记录证明"), a step's or form's name, a section's element,
    a citation's words, "" for the guide as a whole. Namesakes have their scenario and number ("身份证 @变更 #2").
    ``rule`` None: all findings about it. Made and found again by ``assistant.decisions``.
    """

    item: str
    type: TargetType
    key: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``cut``: do what the finding proposes; ``keep``: leave it as it is, for ``reason`` (never empty with keep)."""

    anchor: Anchor
    choice: Choice
    reason: str
    person: str
    day: date


def anchor_row(anchor: Anchor) -> dict[str, str | None]:
    """The anchor as JSON has it, wherever it is written: files, workbooks, the contract."""
    return {"item": anchor.item, "type": anchor.type, "key": anchor.key, "rule": anchor.rule}


def decision_row(decision: Decision) -> dict[str, object]:
    """The decision as JSON has it; ``day`` is ISO."""
    return {
        "anchor": anchor_row(decision.anchor),
        "choice": decision.choice,
        "reason": decision.reason,
        "person": decision.person,
        "day": decision.day.isoformat(),
    }
