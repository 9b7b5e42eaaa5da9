"""A review boiled down to what we stand behind: which materials go and why, which citations are wrong.

    PYTHONPATH=src .venv/bin/python tests/support/expectation.py corpus/guides/<case> …

writes expected.json anew. Read the difference before you commit it: it is the review we stand behind.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from assistant.batch.outcome import Task
from assistant.batch.reviews import review_one
from assistant.batch.sources import Source

AS_OF = date(2026, 11, 24)
EVALUATOR = {"reference-evaluator", "engine-failed"}  # which one judged depends on the machine
NO_GUIDE = {"SOURCE.md", "expected.json", "source.yaml"}


def guide_of(case: Path) -> Path:
    (path,) = (path for path in case.iterdir() if path.name not in NO_GUIDE)
    return path


def boiled_down(review: dict[str, Any]) -> dict[str, Any]:
    return {
        "as_of": review["as_of"],
        "guides": [_guide(guide, review) for guide in review["guides"]],
        "counts": [review["plan"]["before"]["materials"], review["plan"]["after"]["materials"]],
        "notices": [notice["code"] for notice in review["notices"] if notice["code"] not in EVALUATOR],
    }


def _guide(guide: dict[str, Any], review: dict[str, Any]) -> dict[str, Any]:
    findings = [finding for finding in review["findings"] if finding["guide"] == guide["id"]]
    others = [
        f"{f['category']} {f['target']['id']}" for f in findings if f["target"]["type"] not in ("material", "citation")
    ]
    return {
        "item": guide["item_name"],
        "department": guide["department"],
        "promised": (guide["promised_time"] or {}).get("written"),
        "statutory": (guide["statutory_time"] or {}).get("written"),
        "materials": [_material(material, findings, review["plan"]["cuts"]) for material in guide["materials"]],
        "citations": [f"{c['written']}: {c['verdict']}" for c in guide["citations"]],
        "steps": [step["name"] for step in guide["steps"]],
        "forms": [form["name"] for form in guide["forms"]],
        "others": others,
    }


def _material(material: dict[str, Any], findings: list[dict[str, Any]], cuts: list[dict[str, Any]]) -> str:
    """居民身份证 [L001] verify: online_check; a question mark where people must decide."""
    cut = next((cut for cut in cuts if cut["material"] == material["id"]), None)
    advice = "keep" if cut is None else cut["action"] + ("" if cut["chosen"] else "?")
    grounds = sorted({f["category"] for f in findings if f["target"] == {"type": "material", "id": material["id"]}})
    kind = material["kind"]["id"] or "-"
    return f"{material['name']} [{kind}] {advice}" + (": " + ", ".join(grounds) if grounds else "")


def main() -> None:
    for case in map(Path, sys.argv[1:]):
        outcome = review_one(Task(Source(guide_of(case).name, guide_of(case)), AS_OF))
        assert outcome.output is not None, outcome.failure
        made = json.dumps(boiled_down(json.loads(outcome.output)), ensure_ascii=False, indent=2)
        (case / "expected.json").write_text(made + "\n", "utf-8")


if __name__ == "__main__":
    main()
