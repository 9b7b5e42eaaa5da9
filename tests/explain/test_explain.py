"""Why a material is judged as it is."""

from datetime import date

from contract import check

from assistant.explaining import explain
from assistant.explaining.conditions import field_words
from assistant.export.explain import explanation_object, render_explanation
from assistant.knowledge import load_knowledge
from assistant.lexicon.explain_words import load_explain_words
from assistant.model.explanation import Explanation
from assistant.reading import read_text
from assistant.review import review_document
from assistant.rules.facts import TYPES, fields

TEXT = """高龄津贴办事指南
申请材料
1.居民身份证（复印件1份）
2.嘎查村委会出具的健在证明（原件1份）
3.高龄津贴申请表
4.场地情况材料
审批流程
1.受理
2.股务会集体会商
"""
KNOWLEDGE = load_knowledge(engine="reference")
REVIEW = review_document(read_text(TEXT), date(2026, 11, 24), KNOWLEDGE)


def of(number: int) -> Explanation:
    guide = REVIEW.guides[0]
    return explain(REVIEW, KNOWLEDGE, guide, guide.materials[number - 1])


def test_every_field_that_rules_ask_about_has_a_name_and_every_name_a_field() -> None:
    asked = {(kind, name) for kind in TYPES for name in fields(kind)}
    assert asked == set(field_words().fields)
    assert set(load_explain_words().fields) <= asked
    assert not [key for key in asked if field_words().label(*key).isascii()]


def test_facts_are_told_in_words() -> None:
    told = {each.label: each.words for each in of(2).facts}
    assert (told["开具单位"], told["材料类别"], told["原件"]) == ("村（居）委会", "证明", "是")


def test_slots_are_the_words_of_the_name() -> None:
    told = {each.label: each.words for each in of(2).slots}
    assert told["中心词"] == "证明"
    assert "村" in told["开具单位"]


def test_every_finding_on_the_material_is_explained_by_its_conditions() -> None:
    fired = of(2).fired
    assert {rule.finding for rule in fired} == {f.id for f in REVIEW.findings if f.target.id == "m2"}
    assert all(rule.held for rule in fired)


def test_the_kind_comes_with_its_row_of_the_policy() -> None:
    shown = of(2)
    assert (shown.policy and shown.policy.id, shown.candidates[0].id) == ("P032", "P032")
    assert "P032" in shown.kind


def test_a_form_has_no_kind_no_rule_and_says_so() -> None:
    text = render_explanation(of(3), "text")
    assert "没有规则提示" in text
    assert "词表里没有" in text


def test_a_finding_about_an_element_is_explained_too() -> None:
    finding = next(f for f in REVIEW.findings if f.target.type == "section")
    shown = explain(REVIEW, KNOWLEDGE, REVIEW.guides[0], finding)
    assert (shown.target, shown.policy) == (finding.target, None)
    assert finding.id in render_explanation(shown, "text")


def test_programs_get_the_same() -> None:
    value = explanation_object(of(2))
    assert value["schema"] == "explain/1"
    assert value["item_name"] == "高龄津贴"


def test_an_explanation_fits_its_published_schema() -> None:
    for number in (1, 2, 3):
        check(explanation_object(of(number)), "explain")
