"""What goes, what stays, what the counts say."""

from dataclasses import replace

from little_guides import findings, guide, limit, material, step

from assistant.model.finding import Action, Confidence, Finding, Severity, Target
from assistant.model.guide import Duration, Form, Head
from assistant.model.span import Span
from assistant.planning.cuts import make_plan


def finding(
    action: Action, material_id: str = "m1", severity: Severity = "warning", confidence: Confidence = "high"
) -> Finding:
    return Finding(
        id=f"x-{action}",
        rule="some/rule",
        category="online_check",
        severity=severity,
        guide="g1",
        target=Target("material", material_id),
        others=(),
        action=action,
        replacement=None,
        message="",
        reason="",
        basis=(),
        confidence=confidence,
        span=Span(0, 1),
    )


THREE = guide(material("甲"), material("乙"), material("丙"))


def test_several_findings_on_one_material_are_one_cut_with_the_strongest_action() -> None:
    plan = make_plan((THREE,), [finding("verify"), finding("cut"), finding("commit")])
    assert [(cut.material, cut.action, cut.findings) for cut in plan.cuts] == [
        ("m1", "cut", ("x-verify", "x-cut", "x-commit"))
    ]
    assert plan.after.materials == 2


def test_a_hint_is_shown_but_not_chosen() -> None:
    plan = make_plan((THREE,), [finding("review", severity="hint", confidence="low")])
    assert [cut.chosen for cut in plan.cuts] == [False]
    assert plan.after.materials == 3


def test_low_confidence_is_not_chosen() -> None:
    assert not make_plan((THREE,), [finding("cut", confidence="low")]).cuts[0].chosen


def test_a_name_to_correct_does_not_relieve_anybody() -> None:
    assert not make_plan((THREE,), [finding("rewrite")]).cuts[0].chosen


def test_of_papers_to_choose_from_all_must_go() -> None:
    either = guide(material("甲", choice="c1"), material("乙", choice="c1"))
    one, both = [finding("verify")], [finding("verify"), finding("cut", "m2")]
    assert make_plan((either,), one).after.materials == 2
    assert make_plan((either,), both).after.materials == 0


def test_one_of_three_is_a_third() -> None:
    targets = dict(make_plan((THREE,), [finding("cut")]).targets)
    assert targets["materials_third"].met
    assert targets["materials_third"].reached == 0.333


def test_steps_without_basis_are_gone_afterwards() -> None:
    basis = "《行政许可法》第三十二条"
    steps = (step("受理", basis=basis), step("股室会商", basis="无"), step("决定", basis=basis))
    asked = guide(material("甲"), steps=steps)
    plan = make_plan((asked,), findings(asked))
    assert (plan.before.steps, plan.after.steps) == (3, 2)


def test_an_item_that_becomes_instant_takes_no_days() -> None:
    asked = guide(head=Head("失业登记", handling="承诺件", promised_time=limit(1)))
    plan = make_plan((asked,), findings(asked))
    assert (plan.before.promised_days, plan.after.promised_days) == (1, 0)


def test_without_a_promise_there_is_no_target_of_time() -> None:
    plan = make_plan((THREE,), [])
    assert plan.before.promised_days is None
    assert "promised_time_half" not in dict(plan.targets)


def test_calendar_days_are_not_counted_as_working_days() -> None:
    head = Head("补贴申领", promised_time=Duration(30, "day", "30日"))
    assert make_plan((guide(head=head),), []).before.promised_days is None


def test_forms_to_merge_are_one_afterwards() -> None:
    forms = tuple(Form(f"f{number}", "申请表", None, (), Span(0, 1)) for number in (1, 2))
    merge = replace(finding("merge"), category="merge_form", target=Target("guide", "g1"))
    plan = make_plan((guide(forms=forms),), [merge])
    assert (plan.before.forms, plan.after.forms) == (2, 1)
