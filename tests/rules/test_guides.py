"""Times, steps, sections and circles."""

from dataclasses import replace

import pytest
from little_guides import findings, guide, limit, material, rules_of, step

from assistant.lexicon.rule_words import load_rule_words
from assistant.model.document import Document
from assistant.model.guide import Duration, Guide, Head, Unit
from assistant.model.outline import Section
from assistant.model.span import Span
from assistant.rules.sections import section_facts
from assistant.rules.times import over_statutory, steps_sum

WORDS = load_rule_words()


def document(text: str) -> Document:
    return Document("指南.txt", "", "txt", text, ())


@pytest.mark.parametrize(
    ("promised", "statutory", "longer"),
    [
        ((25, "working_day"), (20, "working_day"), True),
        ((20, "working_day"), (20, "working_day"), False),
        ((0, "instant"), (20, "working_day"), False),
        ((16, "hour"), (1, "working_day"), True),
        ((30, "working_day"), (20, "day"), True),
        ((20, "day"), (20, "working_day"), False),
        ((25, "day"), (20, "working_day"), False),
        ((30, "day"), (20, "working_day"), True),
        ((20, "working_day"), (1, "month"), False),
        ((30, "working_day"), (1, "month"), True),
        ((2, "month"), (20, "working_day"), True),
    ],
)
def test_promised_against_statutory(promised: tuple[int, Unit], statutory: tuple[int, Unit], longer: bool) -> None:
    assert over_statutory(Duration(*promised, ""), Duration(*statutory, "")) is longer


def test_steps_that_do_not_count_are_left_out_of_the_sum() -> None:
    steps = (step("受理", 1), step("专家评审", 20), step("决定", 2))
    assert steps_sum(steps, limit(5), load_rule_words()).written == "3个工作日"


def test_one_step_alone_can_be_longer_than_the_promise() -> None:
    assert steps_sum((step("受理"), step("审查", 9)), limit(5), load_rule_words()).over


def test_without_times_there_is_no_sum() -> None:
    assert not steps_sum((step("受理"), step("审查")), limit(5), load_rule_words()).over


def test_a_promise_of_one_day_could_be_kept_at_once() -> None:
    assert rules_of(guide(head=Head("失业登记", handling="承诺件", promised_time=limit(1)))) == {"instant/within-a-day"}


def test_not_where_somebody_has_to_go_and_look() -> None:
    head = Head("失业登记", handling="承诺件", promised_time=limit(1))
    assert rules_of(guide(head=head, steps=(step("实地核查"), step("决定")))) == set()


def test_an_instant_item_with_days_contradicts_itself() -> None:
    head = Head("失业登记", handling="即办件", promised_time=limit(5))
    assert rules_of(guide(head=head)) == {"consistency/instant-with-days"}


def test_a_signature_before_the_decision_without_basis_goes() -> None:
    steps = (
        step("受理", basis="《行政许可法》第三十二条"),
        step("科长审签", basis="无"),
        step("决定", basis="《行政许可法》"),
    )
    assert rules_of(guide(steps=steps)) == {"steps/step-without-basis", "steps/sign-off-without-basis"}


def test_the_last_signature_is_the_decision() -> None:
    steps = (step("受理"), step("科长审签"), step("局长签批"))
    pointed = [
        each.target.id for each in findings(guide(steps=steps)) if each.rule == "steps/sign-off-besides-decision"
    ]
    assert pointed == ["科长审签"]


def test_two_guides_that_ask_for_each_others_result_are_a_circle() -> None:
    text = "消防安全检查合格证\n养老机构登记证"
    fire = _with_result("g1", "消防安全检查", "养老机构登记证", Span(0, 9))
    home = _with_result("g2", "养老机构设立", "消防安全检查合格证", Span(10, 17))
    circular = [each for each in findings(fire, home, text=text) if each.category == "circular"]
    assert {(each.guide, each.target.id) for each in circular} == {("g1", "m1"), ("g2", "m2")}


def test_a_guide_that_asks_for_a_result_alone_is_no_circle() -> None:
    text = "消防安全检查合格证\n养老机构登记证"
    fire = _with_result("g1", "消防安全检查", "场地平面图", Span(0, 9))
    home = _with_result("g2", "养老机构设立", "消防安全检查合格证", Span(10, 17))
    assert not [each for each in findings(fire, home, text=text) if each.category == "circular"]


def test_changing_and_renewing_one_licence_are_no_circle() -> None:
    text = "食品经营许可证\n食品经营许可证"
    change = _with_result("g1", "食品经营许可（变更）", "食品经营许可证", Span(0, 7))
    renew = _with_result("g2", "食品经营许可（延续）", "食品经营许可证", Span(8, 15))
    assert not [each for each in findings(change, renew, text=text) if each.category == "circular"]


def test_a_section_that_is_only_mentioned_is_not_missing() -> None:
    told = "补贴申领。不收费，咨询电话 0476，投诉 12345，流程是申请、核对。"
    missing = {
        each.target.id for each in findings(guide(span=Span(0, len(told))), text=told) if each.target.type == "section"
    }
    assert missing.isdisjoint({"fee", "consult", "complaint", "process"})


def _with_result(guide_id: str, name: str, needs: str, result: Span) -> Guide:
    section = Section("result", "办理结果", result, result, ())
    plain = guide(material(needs), name=name, sections=(section,), id=guide_id)
    return replace(plain, materials=tuple(replace(each, id=f"m{guide_id[1]}") for each in plain.materials))


def test_a_form_named_twice_and_forms_of_other_errands_are_not_several() -> None:
    twice = (material("设备使用登记表"), material("设备使用登记表"))
    errands = (material("个体工商户变更登记申请书"), material("个体工商户注销登记申请书"))
    assert "merge-form/several-forms" not in rules_of(guide(*twice)) | rules_of(guide(*errands))


def test_a_blank_basis_says_something_only_beside_steps_that_have_one() -> None:
    cited, blank = replace(step("审查"), basis=("c1",)), step("逐级核签", basis="")
    assert "steps/step-without-basis" in rules_of(guide(steps=(cited, blank)))
    assert "steps/step-without-basis" not in rules_of(guide(steps=(step("受理", basis=""), blank)))


def test_the_steps_of_the_law_itself_need_no_basis_cell() -> None:
    cited, accepted = replace(step("审查"), basis=("c1",)), step("受理", basis="")
    assert "steps/step-without-basis" not in rules_of(guide(steps=(cited, accepted)))


@pytest.mark.parametrize(
    ("line", "element"),
    [
        ("二、对象条件：城镇登记失业人员", "conditions"),
        ("四、条件 三年以上驾龄", "conditions"),
        ("监督 0571-6660030", "complaint"),
    ],
)
def test_a_short_word_at_the_beginning_of_a_line_is_heading_enough(line: str, element: str) -> None:
    text = f"补贴申领\n{line}\n"
    there = {each.id: each.present for each in section_facts(guide(span=Span(0, len(text))), document(text), WORDS)}
    assert there[element]


def test_a_basis_of_the_fee_is_no_basis_of_the_item() -> None:
    text = "补贴申领\n收费依据：某号文件\n依法监督检查的正文\n"
    there = {each.id: each.present for each in section_facts(guide(span=Span(0, len(text))), document(text), WORDS)}
    assert not there["basis"]
    assert not there["complaint"]
