"""What people decided about findings, kept beside the guides and found again when a guide changes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.model.finding import TargetType

Choice = Literal["cut", "keep"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """What a decision is about, in words that outlive a new version of the guide: no line, no id of one review.

    ``item`` is the item's code, or its name without spaces and punctuation; ``key`` the kind's id ("P014") of a
    material, else its name; a step's or section's name, a citation's words. ``rule`` None: all findings about it.
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
