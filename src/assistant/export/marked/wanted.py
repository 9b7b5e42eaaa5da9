"""From a review to what is to be marked, in spans of the reading text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.export.marked.numbers import new_numbers
from assistant.export.marked.passages import Strike, strikes
from assistant.model.citation import Citation
from assistant.model.finding import Action, Finding
from assistant.model.material import Material
from assistant.model.plan import Cut
from assistant.model.review import Review
from assistant.model.span import Span

# 《老年人权益保护法》 in 《老年人权益保护法》（2018年修正）第三十三条
_TITLE = re.compile(r"《([^《》]+)》")
# These leave the applicant something to give in the old material's place; all others leave nothing.
_IN_PLACE: frozenset[Action] = frozenset({"replace", "commit"})


@dataclass(frozen=True, slots=True)
class Swap:
    """``words`` come in place of ``span``; an empty span: they come after the character before it.

    ``subject`` is the id of the material or citation, "" for a list number.
    """

    subject: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """``strikes`` and ``swaps`` do not overlap."""

    strikes: tuple[Strike, ...]
    swaps: tuple[Swap, ...]


def wanted(review: Review, chosen: frozenset[str] | None) -> Wanted:
    """``chosen``: ids of materials to go, None for those the plan has chosen."""
    cuts = {cut.material: cut for cut in review.plan.cuts}
    gone = frozenset(id for id, cut in cuts.items() if cut.chosen) if chosen is None else chosen
    materials = sorted((m for guide in review.guides for m in guide.materials), key=lambda m: m.span)
    findings = {finding.id: finding for finding in open_findings(review)}
    texts = {m.id: _instead(m, cuts.get(m.id), findings) for m in materials if m.id in gone}
    swaps = [Swap(m.id, m.span, words) for m in materials if (words := texts.get(m.id))]
    struck = strikes(review.document, materials, gone - {swap.subject for swap in swaps})
    taken = [*(strike.span for strike in struck), *(swap.span for swap in swaps)]
    citations = {each.id: each for guide in review.guides for each in guide.citations}
    numbers = (Swap("", span, words) for span, words in new_numbers(review.document, struck))
    return Wanted(struck, (*swaps, *_free((*_titles(findings.values(), citations), *numbers), taken)))


def open_findings(review: Review) -> tuple[Finding, ...]:
    """Those that people have not decided to leave as they are."""
    settled = {id for id, decision in review.decided if decision.choice == "keep"}
    return tuple(finding for finding in review.findings if finding.id not in settled)


def _instead(material: Material, cut: Cut | None, findings: Mapping[str, Finding]) -> str | None:
    """What the applicant gives instead, so that the guide goes on asking for that; None where it asks for nothing."""
    if cut is None or cut.action not in _IN_PLACE:
        return None
    if cut.action == "commit":
        return f"{material.name}告知承诺书"
    found = (findings[id] for id in cut.findings if id in findings)
    return next((f.replacement for f in found if f.action == "replace" and f.replacement), None)


def _titles(findings: Iterable[Finding], citations: Mapping[str, Citation]) -> Iterable[Swap]:
    """Law titles to be put right; the articles of a successor are others, which only people can say."""
    for finding in findings:
        citation = citations.get(finding.target.id) if finding.action == "rewrite" else None
        if citation is None or (title := _TITLE.search(citation.written)) is None:
            continue
        right = _right_title(citation)
        if right is None or right == title[1]:
            continue
        span = Span(citation.span.start + title.start(1), citation.span.start + title.end(1))
        yield Swap(citation.id, span, right)
        if citation.verdict == "repealed" and citation.article is not None:
            words = "【文号、条款待核对】" if citation.number else "【条款待核对】"
            yield Swap(citation.id, Span(span.end + 1, span.end + 1), words)


def _right_title(citation: Citation) -> str | None:
    if citation.verdict == "title_wrong" and citation.resolved:
        return citation.title
    return _TITLE.sub(r"\1", citation.successor) if citation.verdict == "repealed" and citation.successor else None


def _free(swaps: Iterable[Swap], taken: Sequence[Span]) -> list[Swap]:
    """Without those that stand in something that goes, and each place once."""
    found: dict[Span, Swap] = {}
    for swap in swaps:
        if not any(span.start <= swap.span.start < max(span.end, span.start + 1) for span in taken):
            found.setdefault(swap.span, swap)
    return list(found.values())
