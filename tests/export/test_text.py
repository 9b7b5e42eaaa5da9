from dataclasses import replace
from datetime import date

from rich.cells import cell_len

from assistant.export.text import report
from assistant.model.decision import Anchor, Decision
from assistant.model.finding import Target
from assistant.model.guide import BaselineItem
from assistant.model.plan import Cut
from assistant.model.review import Review


def line_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def test_no_line_is_wider_than_asked_for(review: Review) -> None:
    assert max(cell_len(line) for line in report(review, 80, False).splitlines()) <= 80


def test_piped_text_has_no_escape_codes(review: Review) -> None:
    assert "\x1b" not in report(review, 80, False)


def test_a_terminal_gets_colours(review: Review) -> None:
    assert "\x1b[" in report(review, 80, True)


def test_a_cut_material_says_so_with_reason_and_law(review: Review) -> None:
    text = report(review, 100, False)
    assert "取消" in line_with(text, "健在证明")
    assert "《优化营商环境条例》" in text


def test_a_material_without_findings_is_kept(review: Review) -> None:
    assert "保留" in line_with(report(review, 80, False), "居民身份证")


def test_an_uncertain_cut_is_marked_and_left_to_people(undecided: Review) -> None:
    text = report(undecided, 80, False)
    assert "取消？" in line_with(text, "健在证明")
    assert "请人工判断" in text


def test_a_citation_shows_its_verdict(review: Review) -> None:
    assert "有效" in line_with(report(review, 80, False), "《老年人权益保障法》")


def test_the_counts_before_and_after_are_at_the_end(review: Review) -> None:
    assert "2 → 1份（减少50%）" in report(review, 80, False)


def test_notices_are_shown(review: Review) -> None:
    assert "第2页是图片" in report(review, 80, False)


def test_words_in_square_brackets_are_not_markup(review: Review) -> None:
    document = replace(review.document, name="[red]指南[/red].docx")
    assert "[red]指南[/red].docx" in report(replace(review, document=document), 80, False)


def test_the_comparison_with_the_baseline_names_what_is_missing(review: Review) -> None:
    item = BaselineItem("same", None, "高龄津贴", None, None, ("银行卡",))
    guides = tuple(replace(guide, baseline=item) for guide in review.guides)
    assert "清单有而本指南没有的材料：银行卡" in report(replace(review, guides=guides), 80, False)


def test_grounds_are_footnotes_told_once(review: Review) -> None:
    text = report(review, 80, False)
    assert text.count("《优化营商环境条例》") == 1
    assert "①《优化营商环境条例》" in text


def test_what_takes_a_material_s_place_is_told_once(review: Review) -> None:
    named = replace(review.findings[0], replacement="联网核验（公安人口库）", message="可在公安人口库核验")
    other = replace(review.findings[0], replacement="联网核验（公安人口库）", message="不再收取")
    assert "→联网核验" not in report(replace(review, findings=(named,)), 120, False)
    assert "→联网核验（公安人口库）" in report(replace(review, findings=(other,)), 120, False)


def test_findings_about_the_guide_itself_are_shown(review: Review) -> None:
    missing = replace(
        review.findings[0], id="x2", category="section_missing", target=Target("section", "fee"), message="缺收费"
    )
    assert "缺收费" in report(replace(review, findings=(*review.findings, missing)), 80, False)


def test_a_provision_cited_twice_is_one_line(review: Review) -> None:
    guide = review.guides[0]
    twice = replace(guide, citations=guide.citations * 2)
    assert "（2处）" in report(replace(review, guides=(twice,)), 80, False)


def test_fields_saved_by_one_form_are_counted(review: Review) -> None:
    assert "填写栏目  1栏，不变" in report(review, 80, False)


def test_of_papers_to_choose_from_each_names_the_others(review: Review) -> None:
    (guide,) = review.guides
    chosen = tuple(replace(material, choice="a") for material in guide.materials)
    text = report(replace(review, guides=(replace(guide, materials=chosen),)), 100, False)
    assert "与第2项任选其一" in text
    assert "与第1项任选其一" in text


def test_a_file_without_a_guide_has_no_figures(review: Review) -> None:
    assert "精简前后" not in report(replace(review, guides=()), 80, False)


def test_what_people_cut_without_a_proposal_is_their_own_cut(review: Review) -> None:
    decision = Decision(Anchor("高龄津贴", "material", "居民身份证"), "cut", "", "张三", date(2026, 11, 24))
    own = Cut("g1", "m1", "cut", (), True, decision)
    text = report(replace(review, plan=replace(review.plan, cuts=(*review.plan.cuts, own))), 80, False)
    assert "张三2026-11-24决定取消" in text
