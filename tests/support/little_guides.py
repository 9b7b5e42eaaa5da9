"""Tiny guides made by hand, and the findings the shipped rules have on them."""

from dataclasses import replace
from datetime import date

from assistant.lexicon.kinds import load_kinds
from assistant.model.citation import Citation
from assistant.model.document import Document
from assistant.model.finding import Finding
from assistant.model.guide import Duration, Guide, Head, Step, Unit
from assistant.model.material import KindMatch, Material
from assistant.model.span import Span
from assistant.rules import apply, load_rules

DAY = date(2026, 11, 23)


def material(name: str, kind: str | None = None, place: int = 0, **more: object) -> Material:
    """A material of kind ``kind``; ``place`` counts the entries."""
    row = load_kinds().get(kind) if kind else None
    match = KindMatch("same", row.id, row.name) if row else KindMatch("new")
    span = Span(100 * place, 100 * place + len(name))
    plain = Material(id=f"m{place}", name=name, written=name, span=span, entry=span, kind=match)
    return replace(plain, **more)  # type: ignore[arg-type]  # the tests name fields of Material


def guide(*materials: Material, name: str = "补贴申领", head: Head | None = None, **more: object) -> Guide:
    numbered = tuple(replace(each, id=f"m{number}") for number, each in enumerate(materials, 1))
    empty = Guide("g1", head or Head(name), Span(0, 4), (), numbered, (), (), ())
    return replace(empty, **more)  # type: ignore[arg-type]  # the tests name fields of Guide


def limit(value: int, unit: Unit = "working_day") -> Duration:
    return Duration(value, unit, f"{value}个工作日")


def step(name: str, days: int | None = None, basis: str | None = None) -> Step:
    time = None if days is None else limit(days)
    return Step(name, name, Span(0, 2), time=time, basis_written=basis)


def citation(**more: object) -> Citation:
    """《行政许可法》第三十二条, all right."""
    plain = Citation(
        id="c1",
        written="《行政许可法》第三十二条",
        span=Span(0, 12),
        title="中华人民共和国行政许可法",
        resolved=True,
        level="法律",
        number=None,
        version=None,
        article=32,
        article_sub=None,
        paragraph=None,
        item=None,
        subitem=None,
        article_to=None,
        quote=None,
        verdict="ok",
        because="",
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the tests name fields of Citation


def findings(*guides: Guide, as_of: date = DAY, text: str = "补贴申领") -> list[Finding]:
    document = Document("指南.txt", "", "txt", text, ())
    return list(apply(load_rules(), guides, document, load_kinds(), as_of)[0])


def rules_of(*guides: Guide, as_of: date = DAY) -> set[str]:
    """The rules that fired, without section-missing: a tiny guide lacks nearly everything."""
    return {each.rule for each in findings(*guides, as_of=as_of) if not each.rule.startswith("section-missing")}
