import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest

from assistant.export import render
from assistant.export.notices.frame import LICENSING
from assistant.export.notices.refused import COURT_LAW, REVIEW_LAW
from assistant.extraction.citations import cite
from assistant.laws.facts import load_facts
from assistant.model.review import Review


def opened(review: Review) -> Any:
    return docx.Document(io.BytesIO(render(review, "notices")))


def lines(review: Review) -> list[str]:
    return [paragraph.text for paragraph in opened(review).paragraphs]


def text(review: Review) -> str:
    return "\n".join(lines(review))


def names(table: Any) -> Sequence[str]:
    return [row.cells[1].text for row in table.rows[1:]]


def of(review: Review, **head: Any) -> Review:
    guide = review.guides[0]
    return replace(review, guides=(replace(guide, head=replace(guide.head, **head)),))


def test_every_item_has_the_three_notices(review: Review) -> None:
    titles = [words for words in lines(review) if words.endswith("通知书")]
    assert titles == ["受理通知书", "不予受理通知书", "一次性补正补齐通知书"]


def test_each_notice_begins_a_page_but_the_first(review: Review) -> None:
    titles = [p for p in opened(review).paragraphs if p.style.name == "Title"]
    assert [p.paragraph_format.page_break_before for p in titles] == [False, True, True]


def test_the_correction_lists_every_paper_that_is_left(undecided: Review) -> None:
    assert names(opened(undecided).tables[1]) == ["居民身份证", "健在证明"]


def test_what_is_cut_is_not_asked_for_and_said_so(review: Review) -> None:
    assert names(opened(review).tables[1]) == ["居民身份证"]
    assert "下列材料已经取消或者由本机关核验，无需提交：健在证明。" in text(review)


def test_each_paper_can_be_missing_incomplete_or_out_of_form(review: Review) -> None:
    row = opened(review).tables[1].rows[1]
    assert row.cells[3].text.split("\n") == ["□未提交", "□不齐全", "□不合法定形式"]
    assert row.cells[2].text == "原件1份"


def test_papers_of_which_one_is_enough_are_one_row(undecided: Review) -> None:
    guide = undecided.guides[0]
    either = tuple(replace(material, choice="k1") for material in guide.materials)
    shown = opened(replace(undecided, guides=(replace(guide, materials=either),)))
    assert names(shown.tables[1]) == ["居民身份证或者健在证明（任选一种）"]


def test_a_commitment_takes_the_place_of_the_paper(review: Review) -> None:
    cuts = tuple(replace(cut, action="commit") for cut in review.plan.cuts)
    promised = replace(review, plan=replace(review.plan, cuts=cuts))
    assert names(opened(promised).tables[1]) == ["居民身份证", "告知承诺书（代替健在证明）"]


def test_a_paper_merged_with_another_is_not_said_to_be_needless(review: Review) -> None:
    cuts = tuple(replace(cut, action="merge") for cut in review.plan.cuts)
    assert "无需提交" not in text(replace(review, plan=replace(review.plan, cuts=cuts)))


@pytest.mark.parametrize(("kind", "start"), [("行政许可", "根据"), ("行政给付", "参照"), (None, "□根据　□参照")])
def test_the_law_on_licences_is_only_a_model_for_other_items(review: Review, kind: str | None, start: str) -> None:
    assert f"{start}{LICENSING}第三十二条第一款第五项的规定" in text(of(review, item_type=kind))


def test_the_limits_are_the_items_own_and_blanks_where_it_has_none(review: Review) -> None:
    paragraph = next(p for p in opened(review).paragraphs if p.text.startswith("法定办结时限"))
    assert "承诺办结时限为10个工作日" in paragraph.text
    assert [run.text.strip() for run in paragraph.runs if run.underline] == [""]


def test_a_refusal_says_until_when_and_where_it_can_be_fought(review: Review) -> None:
    words = text(review)
    for promise in ("六十日内，向", f"{REVIEW_LAW}第二十条第一款", "六个月内，向", f"{COURT_LAW}第四十六条第一款"):
        assert promise in words


@pytest.mark.parametrize("kind", ["行政许可", None])
def test_every_provision_that_the_notices_cite_stands_in_the_law_of_today(review: Review, kind: str | None) -> None:
    found = cite(text(of(review, item_type=kind)), load_facts(), date(2026, 11, 25))
    assert len(found) > 6
    assert {citation.verdict for citation in found} == {"ok"}


def test_the_seal_is_the_departments_without_who_acts_for_it(review: Review) -> None:
    assert "白桦旗民政局（专用印章）" in lines(of(review, department="白桦旗民政局（乡镇受理）"))


def test_signs_that_xml_cannot_hold_are_left_out(review: Review) -> None:
    assert "高龄津贴" in text(of(review, item_name="高龄\x0b津贴"))


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    assert render(review, "notices") == render(review, "notices")
