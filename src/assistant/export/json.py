"""A review as the public contract review/1 (docs/review-json.md): fields are added, never renamed."""

import json
from collections.abc import Iterable
from typing import Any

from assistant.export import Extras
from assistant.model.citation import Citation
from assistant.model.decision import Decision, decision_row
from assistant.model.document import Notice
from assistant.model.finding import Finding, Ground
from assistant.model.guide import BaselineItem, Duration, Fee, Form, Guide, Step
from assistant.model.material import BaselineMatch, Candidate, KindMatch, Material
from assistant.model.plan import Counts, Goal, OneForm, Plan
from assistant.model.review import Review
from assistant.model.span import Span

Object = dict[str, Any]  # JSON: the loader on the other side checks it against the schema


def write(review: Review, extras: Extras) -> bytes:
    return (review_text(review) + "\n").encode()


def review_text(review: Review, *, indent: int | None = None) -> str:
    """One JSON object; on one line when ``indent`` is None, as JSONL wants it."""
    return json.dumps(review_object(review), ensure_ascii=False, indent=indent)


def review_object(review: Review) -> Object:
    document = review.document
    decided = dict(review.decided)
    return {
        "schema": "review/1",
        "source": {
            "name": document.name,
            "sha256": document.sha256,
            "format": document.format,
            "pages": document.pages,
        },
        "as_of": review.as_of.isoformat(),
        "text": document.text,
        "guides": [_guide(guide) for guide in review.guides],
        "findings": [_finding(finding, decided.get(finding.id)) for finding in review.findings],
        "plan": _plan(review.plan),
        "notices": [notice_object(notice) for notice in review.notices],
    }


def citation_object(citation: Citation) -> Object:
    names = (
        "id written title resolved level number version article article_sub paragraph item subitem article_to quote "
        "verdict successor because facts_as_of catch_all"
    )
    return {name: getattr(citation, name) for name in names.split()} | {
        "span": _span(citation.span),
        "quote_span": _span(citation.quote_span),
    }


def notice_object(notice: Notice) -> Object:
    return {"stage": notice.stage, "code": notice.code, "message": notice.message, "span": _span(notice.span)}


def _guide(guide: Guide) -> Object:
    head = guide.head
    return {
        "id": guide.id,
        "item_name": head.item_name,
        "item_code": head.item_code,
        "department": head.department,
        "item_type": head.item_type,
        "handling": head.handling,
        "span": _span(guide.span),
        "sections": [
            {"element": s.element, "heading": s.heading, "span": _span(s.span), "scenario": s.scenario}
            for s in guide.sections
        ],
        "materials": [_material(material) for material in guide.materials],
        "citations": [citation_object(citation) for citation in guide.citations],
        "steps": [_step(step) for step in guide.steps],
        "forms": [_form(form) for form in guide.forms],
        "statutory_time": _duration(head.statutory_time),
        "promised_time": _duration(head.promised_time),
        "fee": _fee(head.fee),
        "visits": head.visits,
        "baseline": _baseline(guide.baseline),
    }


def _baseline(item: BaselineItem | None) -> Object | None:
    if item is None:
        return None
    return {name: getattr(item, name) for name in ("decision", "code", "name", "type", "level")} | {
        "missing": list(item.missing),
        "candidates": [_candidate(candidate) for candidate in item.candidates],
    }


def _material(material: Material) -> Object:
    names = (
        "id name written original copies electronic necessity condition choice origin issuer holder scenario shown_only"
    )
    return {name: getattr(material, name) for name in names.split()} | {
        "span": _span(material.span),
        "entry": _span(material.entry),
        "basis": list(material.basis),
        "basis_written": material.basis_written,
        "kind": _match(material.kind),
        "baseline": _match(material.baseline),
    }


def _match(match: KindMatch | BaselineMatch) -> Object:
    return {
        "decision": match.decision,
        "id": match.id,
        "name": match.name,
        "candidates": [_candidate(candidate) for candidate in match.candidates],
    }


def _candidate(candidate: Candidate) -> Object:
    return {
        "id": candidate.id,
        "name": candidate.name,
        "score": round(candidate.score, 4),
        "because": candidate.because,
    }


def _step(step: Step) -> Object:
    return {
        "id": step.id,
        "name": step.name,
        "post": step.post,
        "time": _duration(step.time),
        "basis": list(step.basis),
        "basis_written": step.basis_written,
        "span": _span(step.span),
    }


def _form(form: Form) -> Object:
    return {
        "id": form.id,
        "name": form.name,
        "material": form.material,
        "span": _span(form.span),
        "fields": [
            {name: getattr(field, name) for name in ("label", "key", "required", "section", "repeated")}
            | {"options": list(field.options), "span": _span(field.span)}
            for field in form.fields
        ],
    }


def _finding(finding: Finding, decided: Decision | None) -> Object:
    names = "id rule category severity guide action replacement message reason confidence"
    return {name: getattr(finding, name) for name in names.split()} | {
        "target": {"type": finding.target.type, "id": finding.target.id},
        "others": list(finding.others),
        "basis": [_ground(ground) for ground in finding.basis],
        "span": _span(finding.span),
        "decided": decision_row(decided) if decided else None,
    }


def _ground(ground: Ground) -> Object:
    return {"doc": ground.doc, "number": ground.number, "article": ground.article}


def _plan(plan: Plan) -> Object:
    return {
        "before": _counts(plan.before),
        "after": _counts(plan.after),
        "cuts": [
            {
                "guide": cut.guide,
                "material": cut.material,
                "action": cut.action,
                "findings": list(cut.findings),
                "chosen": cut.chosen,
                "decision": decision_row(cut.decision) if cut.decision else None,
            }
            for cut in plan.cuts
        ],
        "targets": _targets(plan.targets),
        "items": [
            {
                "guide": item.guide,
                "before": _counts(item.before),
                "after": _counts(item.after),
                "targets": _targets(item.targets),
            }
            for item in plan.items
        ],
        "one_form": one_form_row(plan.one_form) if plan.one_form else None,
    }


def _targets(targets: Iterable[tuple[str, Goal]]) -> Object:
    return {
        name: {"goal": round(goal.goal, 4), "reached": round(goal.reached, 4), "met": goal.met}
        for name, goal in targets
    }


def _counts(counts: Counts) -> Object:
    return {name: getattr(counts, name) for name in ("materials", "steps", "forms", "promised_days")}


def one_form_row(form: OneForm) -> Object:
    fields = [
        {name: getattr(field, name) for name in ("key", "label", "type", "required", "prefill", "section", "repeated")}
        | {
            "from": [
                {"form": origin.form, "label": origin.label, "section": origin.section} for origin in field.origins
            ],
            "options": list(field.options),
            "items": list(field.items),
        }
        for field in form.fields
    ]
    return {
        "title": form.title,
        "fields": fields,
        "asked_before": form.asked_before,
        "asked_after": form.asked_after,
        "sources": [
            {name: getattr(source, name) for name in ("id", "name", "item", "file", "fields")}
            for source in form.sources
        ],
    }


def _duration(duration: Duration | None) -> Object | None:
    if duration is None:
        return None
    return {"value": duration.value, "unit": duration.unit, "written": duration.written}


def _fee(fee: Fee | None) -> Object | None:
    return None if fee is None else {"charged": fee.charged, "written": fee.written, "span": _span(fee.span)}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)
