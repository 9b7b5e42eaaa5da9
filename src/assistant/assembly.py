"""Puts what the stages found together: one value a guide, with ids that are unique over the file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.model.citation import Citation
from assistant.model.document import Notice
from assistant.model.finding import Finding
from assistant.model.guide import Form, Guide, Head, Step
from assistant.model.material import Material
from assistant.model.outline import Outline
from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in one outline, before it has ids."""

    outline: Outline
    head: Head
    materials: tuple[Material, ...]
    steps: tuple[Step, ...]


def assemble(
    parts: Sequence[Part], citations: Sequence[Citation], forms: Sequence[Form]
) -> tuple[tuple[Guide, ...], tuple[Notice, ...]]:
    """The guides of a file, and a notice for citations that stand outside all of them."""
    outlines = [part.outline for part in parts]
    homes = [_home(citation.span, outlines) for citation in citations]
    guides = tuple(
        _guide(
            part,
            tuple(citation for citation, home in zip(citations, homes, strict=True) if home is part.outline),
            tuple(form for form in forms if _form_home(form, outlines) is part.outline),
        )
        for part in parts
    )
    strays = [citation for citation, home in zip(citations, homes, strict=True) if home is None]
    return number(guides), _stray_notice(strays)


def moved(citation: Citation, by: int) -> Citation:
    """A citation found in a part of the text, with spans of the whole text."""
    quote = citation.quote_span
    return replace(
        citation,
        span=Span(citation.span.start + by, citation.span.end + by),
        quote_span=Span(quote.start + by, quote.end + by) if quote else None,
    )


def number(guides: Iterable[Guide]) -> tuple[Guide, ...]:
    """Gives materials, citations, steps and forms the ids m1…, c1…, s1…, f1…, counted over the whole file."""
    numbered: list[Guide] = []
    counts = dict.fromkeys("mcsf", 0)
    for index, guide in enumerate(guides, 1):
        materials = tuple(replace(m, id=_next(counts, "m")) for m in guide.materials)
        citations = tuple(replace(c, id=_next(counts, "c")) for c in guide.citations)
        steps = tuple(replace(s, id=_next(counts, "s")) for s in guide.steps)
        forms = tuple(replace(f, id=_next(counts, "f")) for f in guide.forms)
        numbered.append(
            replace(
                guide,
                id=f"g{index}",
                materials=tuple(replace(m, basis=_cited_in(m.basis_span, citations)) for m in materials),
                citations=citations,
                steps=tuple(replace(s, basis=_cited_in(s.basis_span, citations)) for s in steps),
                forms=tuple(replace(f, material=_material_of(f, materials)) for f in forms),
            )
        )
    return tuple(numbered)


def number_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the text, with the ids x1…; equal places by rule: a review is always the same."""
    ordered = sorted(findings, key=lambda f: (f.span, f.rule, f.target.id, f.message))
    return tuple(replace(finding, id=f"x{index}") for index, finding in enumerate(ordered, 1))


def _guide(part: Part, citations: tuple[Citation, ...], forms: tuple[Form, ...]) -> Guide:
    outline = part.outline
    return Guide(outline.id, part.head, outline.span, outline.sections, part.materials, citations, part.steps, forms)


def _home(span: Span, outlines: Sequence[Outline]) -> Outline | None:
    """The outline ``span`` begins in; a file's only guide also owns what stands before and after it."""
    if len(outlines) == 1:
        return outlines[0]
    return next((o for o in outlines if o.span.start <= span.start < o.span.end), None)


def _form_home(form: Form, outlines: Sequence[Outline]) -> Outline | None:
    """Forms are often annexed behind a guide: the last guide that begins before the form owns it."""
    home = _home(form.span, outlines)
    if home is None:
        before = [outline for outline in outlines if outline.span.start <= form.span.start]
        return before[-1] if before else None
    return home


def _next(counts: dict[str, int], letter: str) -> str:
    counts[letter] += 1
    return f"{letter}{counts[letter]}"


def _cited_in(place: Span | None, citations: Sequence[Citation]) -> tuple[str, ...]:
    return () if place is None else tuple(c.id for c in citations if c.span.overlaps(place))


def _material_of(form: Form, materials: Sequence[Material]) -> str | None:
    """A form is a material of its guide when it bears the same name."""
    name = _bare(form.name)
    return next((m.id for m in materials if _bare(m.name) == name), None)


def _bare(name: str) -> str:
    """《食品经营许可申请表》（样表） -> 食品经营许可申请表"""
    return re.sub(r"[（(](样表|空表|式样|样本|范本)[)）]|[《》〈〉\s]", "", name)


def _stray_notice(strays: Sequence[Citation]) -> tuple[Notice, ...]:
    if not strays:
        return ()
    message = f"有{len(strays)}处引用不在任何一个事项之内，未列入各事项的设定依据；可用 jianzheng cite 单独核查"
    return (Notice("cite", "citation-outside-guides", message, strays[0].span),)
