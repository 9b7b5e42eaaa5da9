"""The review of one file: the value every exporter reads (docs/review-json.md is its public form)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.model.baseline import Comparison
from assistant.model.decision import Decision
from assistant.model.document import Document, Notice
from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.plan import Plan

# Which evaluator of the rules: the C engine where it can be imported, else the plain one; or one of the two for sure.
Engine = Literal["auto", "durable", "reference"]


@dataclass(frozen=True, slots=True)
class Review:
    """``document`` keeps the reading text and the way back to the source; ``notices`` are those of all stages.

    ``decided`` pairs the ids of findings with what people decided about them; a finding decided ``keep`` is settled:
    it is shown as such and proposes nothing any more. ``comparison`` is with the list of basic items, None where none
    is given.
    """

    document: Document
    as_of: date
    guides: tuple[Guide, ...]
    findings: tuple[Finding, ...]
    plan: Plan
    notices: tuple[Notice, ...]
    decided: tuple[tuple[str, Decision], ...] = ()
    comparison: Comparison | None = None
