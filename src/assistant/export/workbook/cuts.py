"""The cut list: one row a material, with what people decided or are to decide."""

import json
from collections.abc import Sequence

from assistant.export.labels import ACTIONS, CATEGORIES, CONFIDENCES, ground_text
from assistant.export.sheets import Row
from assistant.model.decision import Choice, anchor_row
from assistant.model.finding import Finding
from assistant.model.plan import Cut
from assistant.model.review import Review

OPEN = "待定"
DECIDED: dict[Choice, str] = {"cut": "采纳", "keep": "保留"}
CHOICES = (*DECIDED.values(), OPEN)
# Head of the hidden column that says what each row is about; decisions are read back by it.
ANCHOR = "锚点"


def cut_rows(review: Review) -> tuple[list[Row], list[str]]:
    """The rows, and beside each the anchor of its material as JSON, "" where nothing is proposed."""
    cuts = {(cut.guide, cut.material): cut for cut in review.plan.cuts}
    rows: list[Row] = []
    anchors: list[str] = []
    for guide in review.guides:
        for material in guide.materials:
            cut = cuts.get((guide.id, material.id))
            rows.append({"item": guide.head.item_name, "material": material.name, **_proposed(cut, review)})
            anchors.append(_anchor(cut))
    return rows, anchors


def _proposed(cut: Cut | None, review: Review) -> dict[str, str]:
    if cut is None:
        return {"advice": "保留"}
    own = [finding for finding in review.findings if finding.id in cut.findings]
    return {"advice": _advice(cut), **_grounds(own), **_decided(cut)}


def _advice(cut: Cut) -> str:
    """With a question mark while people still have to judge it."""
    return ACTIONS[cut.action] if cut.chosen or cut.decision else f"{ACTIONS[cut.action]}？"


def _grounds(findings: Sequence[Finding]) -> dict[str, str]:
    """Several grounds stand on lines of their own."""
    return {
        "reason": _lines([f"{CATEGORIES[finding.category]}：{finding.message}" for finding in findings]),
        "grounds": _lines([ground_text(ground) for finding in findings for ground in finding.basis]),
        "instead": _lines([finding.replacement for finding in findings if finding.replacement]),
        "confidence": next((CONFIDENCES[c] for c in CONFIDENCES if any(f.confidence == c for f in findings)), ""),
    }


def _decided(cut: Cut) -> dict[str, str]:
    if cut.decision is None:
        return {"choice": OPEN}
    return {"choice": DECIDED[cut.decision.choice], "note": cut.decision.reason}


def _anchor(cut: Cut | None) -> str:
    if cut is None or cut.anchor is None:
        return ""
    return json.dumps(anchor_row(cut.anchor), ensure_ascii=False)


def _lines(words: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(words))
