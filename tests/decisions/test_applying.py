"""What people decided settles findings and the plan."""

from dataclasses import replace
from datetime import date

import pytest
from little_guides import guide, material

from assistant.decisions import about, anchor_of
from assistant.knowledge import load_knowledge
from assistant.model.decision import Anchor, Choice, Decision
from assistant.model.review import Review
from assistant.reading import read_text
from assistant.review import review_document, settle

DAY = date(2026, 11, 24)
TEXT = """高龄津贴发放办事指南
申请材料
1.居民身份证
2.高龄证明（社区居委会出具）
3.高龄津贴申请表
4.法律法规规定的其他材料
"""


@pytest.fixture(scope="module")
def review() -> Review:
    return review_document(read_text(TEXT), DAY, load_knowledge(engine="reference"))


def said(anchor: Anchor, choice: Choice = "keep", reason: str = "省厅另有要求") -> Decision:
    return Decision(anchor, choice, reason, "李四", DAY)


def whole(review: Review, number: int) -> Anchor:
    return anchor_of(review.guides[0], review.guides[0].materials[number - 1])


def test_what_people_keep_is_settled_and_counts_for_nothing(review: Review) -> None:
    settled = settle(review, [said(whole(review, 2))])
    cut = next(cut for cut in settled.plan.cuts if cut.material == "m2")
    assert (cut.chosen, cut.decision and cut.decision.reason) == (False, "省厅另有要求")
    assert settled.plan.after.materials == review.plan.after.materials + 1
    assert settled.findings == review.findings
    assert {finding for finding, _ in settled.decided} == set(cut.findings)


def test_a_hint_that_people_accept_is_a_cut(review: Review) -> None:
    anchor = anchor_of(review.guides[0], next(f for f in review.findings if f.target.id == "m2"))
    hints = replace(
        review,
        findings=tuple(replace(f, severity="hint", action="review", confidence="low") for f in review.findings),
    )
    assert settle(hints, []).plan.after.materials == 4
    after = settle(hints, [said(anchor, "cut", "")]).plan
    assert after.after.materials == 3
    assert [cut.action for cut in after.cuts if cut.chosen] == ["cut"]


def test_people_may_cut_what_no_rule_found(review: Review) -> None:
    plan = settle(review, [said(whole(review, 3), "cut", "")]).plan
    assert plan.after.materials == review.plan.after.materials - 1
    assert [cut.findings for cut in plan.cuts if cut.material == "m3"] == [()]


def test_a_rule_may_be_kept_off_one_material(review: Review) -> None:
    finding = next(f for f in review.findings if f.target.id == "m4")
    settled = settle(review, [said(anchor_of(review.guides[0], finding))])
    others = {f.id for f in review.findings if f.target.id == "m4"} - {finding.id}
    assert dict(settled.decided).keys() == {finding.id}
    assert next(cut for cut in settled.plan.cuts if cut.material == "m4").chosen == bool(others)


def test_the_later_decision_holds(review: Review) -> None:
    first, then = said(whole(review, 2)), said(whole(review, 2), "cut", "")
    assert settle(review, [first, then]).plan.after == review.plan.after
    assert settle(review, [then, first]).plan.after.materials == review.plan.after.materials + 1


def test_a_decision_about_a_material_that_is_gone_is_told() -> None:
    knowledge = load_knowledge(engine="reference")
    decision = said(Anchor("高龄津贴发放", "material", "P999 户口簿"))
    notices = review_document(read_text(TEXT), DAY, knowledge, [decision]).notices
    assert [notice.code for notice in notices] == ["decision-gone"]
    assert "李四" in notices[0].message
    assert "户口簿" in notices[0].message


def test_a_decision_about_a_finding_that_no_longer_comes_up_is_told(review: Review) -> None:
    decision = said(replace(whole(review, 1), rule="odd-proof/kinship"))
    assert [notice.code for notice in settle(review, [decision]).notices] == ["decision-moot"]


def test_settling_again_forgets_the_decisions_of_before(review: Review) -> None:
    gone = said(Anchor("别的事项", "material", "户口簿"))
    assert settle(settle(review, [said(whole(review, 2)), gone]), []) == replace(review, decided=())


def test_decisions_about_the_items_of_other_files_are_left_out() -> None:
    mine, other = said(Anchor("补贴申领", "guide", "")), said(Anchor("别的事项", "guide", ""))
    assert about([mine, other], (guide(material("甲")),)) == (mine,)
