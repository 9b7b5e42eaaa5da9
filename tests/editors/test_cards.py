"""What the panel makes of the server's answer; no office is needed."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from jianzheng_writer.cards import Card, cards_of, summary
from jianzheng_writer.take_up import Deed, deed

from assistant.reading.paragraphs import CellOf, EditorParagraph
from assistant.server.work.panel import Edited, review_edited
from assistant.server.work.reviewing import Guidebook

Rows = list[dict[str, Any]]


def line(text: str, number: str | None = None) -> EditorParagraph:
    return EditorParagraph(text, number=number)


def answered(*paragraphs: EditorParagraph) -> tuple[tuple[Card, ...], Rows, dict[str, Any]]:
    """The cards of a real review, the paragraphs as the adapter gives them, the review."""
    contract, anchors = review_edited(Edited(paragraphs, "指南", Guidebook(date(2026, 11, 25), engine="reference")))
    answer = {"review": json.loads(contract), "anchors": [asdict(anchor) for anchor in anchors]}
    rows = [{"text": p.text, "number": p.number, "table": asdict(p.cell) if p.cell else None} for p in paragraphs]
    return cards_of(answer), rows, answer["review"]


HEAD = (line("高龄津贴办事指南"), line("申请材料"))


def card(cards: tuple[Card, ...], title: str) -> Card:
    return next(each for each in cards if each.title == title)


def test_findings_about_one_material_are_one_card() -> None:
    cards, _, _ = answered(*HEAD, line("1. 高龄津贴申请表"), line("2. 嘎查村委会出具的健在证明"))
    ours = [each for each in cards if each.target == "material"]
    assert len(ours) == 1
    assert ours[0].line().startswith("取消 · ")
    assert "依据：《" in ours[0].details()


def test_the_summary_counts_before_and_after() -> None:
    _, _, review = answered(*HEAD, line("1. 高龄津贴申请表"), line("2. 嘎查村委会出具的健在证明"))
    assert summary(review) == "申请材料 2 → 1 份（减少 50%）"


def test_a_line_of_its_own_goes_as_a_whole() -> None:
    cards, rows, _ = answered(*HEAD, line("1. 高龄津贴申请表"), line("2. 嘎查村委会出具的健在证明（原件1份）；"))
    act = done(cards, rows)
    assert (act.kind, act.place.quote) == ("remove", "2. 嘎查村委会出具的健在证明（原件1份）；")


def test_a_line_that_the_editor_numbers_goes_without_its_number() -> None:
    cards, rows, _ = answered(*HEAD, line("高龄津贴申请表", "1."), line("嘎查村委会出具的健在证明", "2."))
    act = done(cards, rows)
    assert (act.kind, act.place.paragraph, act.place.offset) == ("remove", 3, 0)
    assert act.place.quote == "嘎查村委会出具的健在证明"


def test_a_row_of_its_own_goes_as_a_row() -> None:
    head = ("序号", "材料名称"), ("1", "高龄津贴申请表"), ("2", "嘎查村委会出具的健在证明")
    cells = [EditorParagraph(t, CellOf("0", r, c)) for r, row in enumerate(head) for c, t in enumerate(row)]
    cards, rows, _ = answered(*HEAD, *cells)
    assert done(cards, rows).kind == "remove_row"


def test_one_of_several_papers_in_a_line_goes_with_its_comma() -> None:
    cards, rows, _ = answered(*HEAD, line("高龄津贴申请表、嘎查村委会出具的健在证明、近期照片"))
    act = done(cards, rows)
    assert act.kind == "remove"
    assert act.place.quote.endswith("健在证明、")
    assert "照片" not in act.place.quote


def test_what_is_no_material_gets_a_remark() -> None:
    text = "设定依据：《食品经营许可管理办法》第九条"
    cards, rows, _ = answered(line("食品经营许可办事指南"), line(text), line("申请材料"), line("1. 食品经营许可申请书"))
    citation = next(each for each in cards if each.target == "citation")
    act = deed(citation, rows)
    assert act is not None
    assert act.kind == "comment"
    assert "废止" in act.text


def done(cards: tuple[Card, ...], rows: Rows) -> Deed:
    act = deed(next(each for each in cards if each.target == "material"), rows)
    assert act is not None
    return act


def test_the_words_at_a_deed_are_the_words_of_the_paragraph() -> None:
    cards, rows, _ = answered(*HEAD, line("1. 申请表；2. 嘎查村委会出具的健在证明；3. 照片"))
    act = done(cards, rows)
    text = rows[act.place.paragraph]["text"]
    assert text[act.place.offset :].startswith(act.place.quote)


@pytest.mark.parametrize("choice", ["cut", "keep"])
def test_a_settled_card_says_so(choice: str) -> None:
    plain = {"confidence": "high", "message": "m", "reason": "", "basis": []}
    settled = Card("k", "material", "cut", "户籍证明", (plain,), None, None, {"choice": choice, "reason": "窗口无网"})
    assert settled.line().endswith("（已采纳）" if choice == "cut" else "（已保留）")
    assert ("窗口无网" in settled.details()) == (choice == "keep")
