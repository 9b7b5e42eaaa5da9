from dataclasses import replace

from assistant.assembly import Part, assemble, moved, number_findings
from assistant.model.citation import Citation
from assistant.model.finding import Finding, Target
from assistant.model.guide import Form, Guide, Head
from assistant.model.material import Material
from assistant.model.outline import Outline
from assistant.model.span import Span


def part(start: int, end: int, *materials: Material) -> Part:
    outline = Outline(f"o{start}", Span(start, end), None, "事项", None, ())
    return Part(outline, Head("事项"), materials, ())


def material(start: int, name: str = "身份证", basis: Span | None = None) -> Material:
    span = Span(start, start + len(name))
    return Material("", name, name, span, span, basis_span=basis)


def citation(start: int) -> Citation:
    none = (None,) * 7
    return Citation("", "《法》", Span(start, start + 3), "法", False, None, None, None, *none, "unknown_law", "未查到")


def form(start: int, name: str) -> Form:
    return Form("", name, None, (), Span(start, start + 1))


def guides(parts: list[Part], citations: list[Citation], forms: list[Form] | None = None) -> tuple[Guide, ...]:
    return assemble(parts, citations, forms or [])[0]


def test_ids_are_unique_over_the_file() -> None:
    first, second = guides([part(0, 50, material(1), material(9)), part(50, 99, material(60))], [])
    assert [m.id for m in (*first.materials, *second.materials)] == ["m1", "m2", "m3"]


def test_a_citation_belongs_to_the_guide_it_stands_in() -> None:
    first, second = guides([part(0, 50), part(50, 99)], [citation(10), citation(60)])
    assert (first.citations[0].id, second.citations[0].id) == ("c1", "c2")


def test_the_only_guide_owns_citations_before_its_beginning() -> None:
    (only,) = guides([part(20, 99)], [citation(3)])
    assert len(only.citations) == 1


def test_a_citation_outside_all_guides_is_told() -> None:
    _, notices = assemble([part(10, 50), part(50, 99)], [citation(1)], [])
    assert [notice.code for notice in notices] == ["citation-outside-guides"]


def test_the_basis_cell_of_a_material_names_the_citation_in_it() -> None:
    (guide,) = guides([part(0, 99, material(1, basis=Span(10, 20)))], [citation(12), citation(30)])
    assert guide.materials[0].basis == ("c1",)


def test_a_form_is_the_material_of_the_same_name() -> None:
    (guide,) = guides([part(0, 99, material(1), material(9, "申请表"))], [], [form(50, "《申请表》（样表）")])
    assert guide.forms[0].material == "m2"


def test_a_form_annexed_behind_a_guide_belongs_to_it() -> None:
    first, second = guides([part(0, 40), part(60, 99)], [], [form(50, "申请表")])
    assert (len(first.forms), len(second.forms)) == (1, 0)


def test_moving_a_citation_moves_its_quotation_too() -> None:
    there = moved(replace(citation(1), quote_span=Span(5, 9)), 100)
    assert (there.span, there.quote_span) == (Span(101, 104), Span(105, 109))


def test_findings_are_numbered_in_the_order_of_the_text() -> None:
    def finding(start: int, rule: str) -> Finding:
        none: tuple[str, ...] = ()
        return Finding(
            "",
            rule,
            "no_basis",
            "hint",
            "g1",
            Target("guide", "g1"),
            none,
            "review",
            None,
            "",
            "",
            (),
            "low",
            Span(start, 9),
        )

    numbered = number_findings([finding(5, "a"), finding(1, "b"), finding(1, "a")])
    assert [(f.id, f.span.start, f.rule) for f in numbered] == [("x1", 1, "a"), ("x2", 1, "b"), ("x3", 5, "a")]
