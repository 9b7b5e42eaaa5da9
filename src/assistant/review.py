"""The program's table of contents: bytes become a document, a document becomes a review."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.assembly import Part, assemble, moved, number_findings
from assistant.decisions import Applied, anchor_of, apply_decisions
from assistant.extraction.citations import cite
from assistant.extraction.forms import find_forms
from assistant.extraction.head import read_head
from assistant.extraction.materials import find_materials
from assistant.extraction.steps import find_steps
from assistant.guides import outlines
from assistant.knowledge import Knowledge, load_knowledge
from assistant.matching.baseline import match_guide
from assistant.matching.baseline_items import compare_items
from assistant.matching.fields import key_guide
from assistant.matching.kinds import match_kinds
from assistant.model.citation import Citation
from assistant.model.decision import Decision
from assistant.model.document import Document, Notice
from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.plan import OneForm, Plan
from assistant.model.review import Review
from assistant.planning.cuts import make_plan
from assistant.planning.one_form import merge_forms
from assistant.reading import read_bytes, read_file
from assistant.rules import apply


def review_file(
    path: Path, as_of: date | None = None, baseline: Path | None = None, decisions: Iterable[Decision] = ()
) -> Review:
    """``as_of`` is the day the law is judged at, today when None. Raises ReadError, KnowledgeError."""
    return review_document(read_file(path), as_of or date.today(), load_knowledge(baseline), decisions)


def review_bytes(data: bytes, name: str, as_of: date | None = None, baseline: Path | None = None) -> Review:
    """Like review_file for bytes; the ending of ``name`` says the format."""
    return review_document(read_bytes(data, name), as_of or date.today(), load_knowledge(baseline))


def review_document(
    document: Document, as_of: date, knowledge: Knowledge, decisions: Iterable[Decision] = ()
) -> Review:
    """``decisions`` are what people said before; those that fit nothing here are notices."""
    found = outlines(document, knowledge.sections)
    heads = tuple(read_head(document, outline, knowledge.sections) for outline in found)
    lists = tuple(find_materials(document, outline, knowledge.materials) for outline in found)
    steps = tuple(find_steps(document, outline, knowledge.steps) for outline in found)
    parts = tuple(
        Part(outline, head, match_kinds(materials, knowledge.kinds), steps)
        for outline, head, (materials, _), steps in zip(found, heads, lists, steps, strict=True)
    )
    citations = _cite(document.text, parts, knowledge, as_of)
    guides, strays = assemble(parts, citations, find_forms(document, found, knowledge.sections.folders))
    guides = tuple(key_guide(guide, knowledge.fields) for guide in guides)
    if knowledge.baseline:
        guides = tuple(match_guide(guide, knowledge.baseline, knowledge.kinds) for guide in guides)
    findings, doubts = apply(knowledge.rules, guides, document, knowledge.kinds, as_of, knowledge.engine)
    findings = number_findings(findings)
    forms = guides[0].forms if len(guides) == 1 else ()  # forms of different items are not one application
    plan = _plan(guides, findings, apply_decisions((), guides, findings), merge_forms(forms, knowledge.fields))
    unread = tuple(notice for _, notices in lists for notice in notices)
    notices = (*document.notices, *_no_guide(found), *unread, *strays, *doubts)
    listed = compare_items(guides, knowledge.baseline, knowledge.kinds) if knowledge.baseline else None
    review = Review(document, as_of, guides, findings, plan, notices, comparison=listed)
    decisions = tuple(decisions)
    return settle(review, decisions) if decisions else review


def settle(review: Review, decisions: Iterable[Decision]) -> Review:
    """``review`` with what people decided and the plan that follows, in the place of what it was settled with before.

    What is decided ``keep`` stays among the findings and counts for nothing; ``cut`` is chosen.
    """
    applied = apply_decisions(decisions, review.guides, review.findings)
    plan = _plan(review.guides, review.findings, applied, review.plan.one_form)
    other = tuple(notice for notice in review.notices if not notice.code.startswith("decision-"))
    return replace(
        review,
        plan=plan,
        notices=(*other, *applied.notices),
        decided=tuple((f.id, applied.findings[f.id]) for f in review.findings if f.id in applied.findings),
    )


def _plan(guides: Sequence[Guide], findings: Sequence[Finding], applied: Applied, one_form: OneForm | None) -> Plan:
    """With what a decision about each cut is anchored to: exporters write it beside the cut."""
    plan = make_plan(guides, findings, applied.findings, applied.materials)
    things = {(guide.id, material.id): (guide, material) for guide in guides for material in guide.materials}
    cuts = tuple(replace(cut, anchor=anchor_of(*things[cut.guide, cut.material], guides)) for cut in plan.cuts)
    return replace(plan, cuts=cuts, one_form=one_form)


def _cite(text: str, parts: Sequence[Part], knowledge: Knowledge, as_of: date) -> tuple[Citation, ...]:
    """Guide by guide: 同法 or a bare 第十一条 never means a law that another guide of the file cites."""
    starts = [0, *(part.outline.span.start for part in parts[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(
        moved(citation, start)
        for part, start, end in zip(parts, starts, ends, strict=False)
        for citation in cite(
            text[start:end],
            knowledge.facts,
            as_of,
            part.head.department,
            knowledge.texts,
            knowledge.sections.folders,
        )
    )


def _no_guide(found: Sequence[object]) -> tuple[Notice, ...]:
    message = "没有认出办事指南：未找到事项名称或申请材料、设定依据等栏目，因此没有审查结果"
    return () if found else (Notice("segment", "no-guide", message),)
