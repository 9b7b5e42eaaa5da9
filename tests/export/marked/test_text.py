"""Passages, paragraphs and list items of a Word file, struck and replaced."""

import re
from dataclasses import replace

from revisions import accept_all, canonical, commented, comments, main_xml, reject_all, words
from word_files import finding, keep, p, r, review_of, reviewed, span_of, word

from assistant.export.marked import mark_up, marked
from assistant.model.citation import Citation
from assistant.model.plan import Cut

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def accepted(data: bytes, *cuts: str, kept: tuple[str, ...] = (), entry: str = "line") -> list[str]:
    """The paragraphs after accepting, once it is sure that rejecting gives the file back."""
    made = mark_up(data, reviewed(data, "a.docx", *cuts, kept=kept, entry=entry))
    assert reject_all(made) == canonical(main_xml(data))
    return words(accept_all(made))


def test_a_line_of_its_own_goes_as_a_paragraph() -> None:
    data = word(p("申请材料") + p("1.身份证") + p("2.健在证明") + p("3.户口簿"))
    assert accepted(data, "健在证明") == ["申请材料", "1.身份证", "2.户口簿"]


def test_a_list_item_takes_its_paragraph_mark_along_so_that_the_others_count_anew() -> None:
    data = word("".join(p(name, properties=LIST) for name in ("身份证", "健在证明", "户口簿")) + p("完"))
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "健在证明"))).decode()
    assert '</w:numPr><w:rPr><w:del w:id="' in made


def test_a_paper_among_others_goes_with_one_separator() -> None:
    data = word(p("身份证、户口簿和健在证明（原件）") + p("完"))
    rest = ("身份证", "户口簿")
    assert accepted(data, "健在证明", kept=rest) == ["身份证、户口簿（原件）", "完"]
    assert accepted(data, "身份证", kept=("户口簿", "健在证明")) == ["户口簿和健在证明（原件）", "完"]


def test_two_papers_beside_each_other_go_as_one() -> None:
    data = word(p("申请表、身份证、户口簿、照片"))
    assert accepted(data, "身份证", "户口簿", kept=("申请表", "照片")) == ["申请表、照片"]


def test_papers_in_runs_of_their_own_go_each_with_its_comment() -> None:
    data = word(p("身份证、", "健在证明") + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "身份证", "健在证明"))
    assert commented(made) == ["身份证", "健在证明"]
    assert words(accept_all(made)) == ["完"]


def test_a_paragraphs_mark_goes_before_what_others_changed_in_its_looks() -> None:
    change = '<w:pPrChange w:id="9" w:author="李四"><w:pPr/></w:pPrChange>'
    data = word(p("健在证明", properties=f'<w:jc w:val="left"/>{change}') + p("完", properties='<w:jc w:val="left"/>'))
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "健在证明"))).decode()
    assert made.index("<w:rPr><w:del ") < made.index("<w:pPrChange")


def test_an_entry_within_a_line_takes_the_mark_behind_it_along() -> None:
    data = word(p("材料：申请表；健在证明；户口簿。"))
    assert accepted(data, "健在证明", kept=("申请表", "户口簿"), entry="words") == ["材料：申请表；户口簿。"]


def test_the_last_entry_of_a_line_takes_the_mark_before_it_along() -> None:
    data = word(p("材料：申请表；健在证明"))
    assert accepted(data, "健在证明", kept=("申请表",), entry="words") == ["材料：申请表"]


def test_a_line_between_breaks_takes_one_break_along() -> None:
    data = word(f"<w:p>{r('身份证')}<w:r><w:br/></w:r>{r('健在证明')}<w:r><w:br/></w:r>{r('户口簿')}</w:p>")
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert accept_all(made).count(b"<w:br>") == 1
    assert reject_all(made) == canonical(main_xml(data))


def test_a_run_is_cut_with_its_looks() -> None:
    data = word(f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>身份证、健在证明</w:t></w:r></w:p>{p('完')}")
    review = reviewed(data, "a.docx", "健在证明", kept=("身份证",))
    made = main_xml(mark_up(data, review, comments=False)).decode()
    assert "<w:t>身份证</w:t></w:r>" in made
    assert made.count("<w:rPr><w:b/></w:rPr>") == 2


def test_a_blank_at_a_cut_is_kept() -> None:
    data = word("<w:p><w:r><w:t>ID card or health proof</w:t></w:r></w:p>")
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "health proof", kept=("ID card",)), comments=False)).decode()
    assert '<w:delText xml:space="preserve"> or health proof' in made or '"preserve">ID card or </w:t>' in made


def test_characters_written_as_entities_stay_so() -> None:
    data = word(p("甲&amp;乙证明、健在证明"))
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("甲&乙证明",)))).decode()
    assert "甲&amp;乙证明</w:t>" in made
    assert reject_all(mark_up(data, reviewed(data, "a.docx", "甲&乙证明", kept=("健在证明",)))) == canonical(
        main_xml(data)
    )


def test_each_finding_is_a_comment_at_its_words() -> None:
    data = word(p("1.身份证") + p("2.健在证明（原件）"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert commented(made) == ["健在证明"]
    (said,) = comments(made)
    assert "【奇葩证明】建议：取消（置信度：高）" in said
    assert "依据：《优化营商环境条例》（国务院令第722号）第四十四条第二款" in said


def test_without_comments_only_revisions_are_made() -> None:
    data = word(p("健在证明") + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"), comments=False)
    assert comments(made) == []
    assert words(accept_all(made)) == ["完"]


def test_only_what_is_chosen_goes() -> None:
    data = word(p("身份证") + p("健在证明") + p("完"))
    review = reviewed(data, "a.docx", "身份证", "健在证明")
    assert words(accept_all(mark_up(data, review, frozenset({"m2"})))) == ["身份证", "完"]
    assert words(accept_all(mark_up(data, review, frozenset()))) == ["身份证", "健在证明", "完"]


def test_a_finding_decided_keep_has_no_mark() -> None:
    data = word(p("健在证明") + p("完"))
    review = replace(reviewed(data, "a.docx", "健在证明"), decided=(keep("x1"),))
    assert comments(mark_up(data, review, frozenset())) == []


def test_a_comment_says_who_decided_to_cut() -> None:
    data = word(p("健在证明") + p("完"))
    id, kept = keep("x1")
    decided = replace(kept, choice="cut", reason="")
    made = mark_up(data, replace(reviewed(data, "a.docx", "健在证明"), decided=((id, decided),)))
    assert "处理：已采纳（张三，2026-11-24）" in comments(made)[0]


def test_what_takes_a_papers_place_is_an_insertion() -> None:
    data = word(p("1.收入证明（原件）"))
    review = reviewed(data, "a.docx", "收入证明")
    cuts = (Cut("g1", "m1", "commit", ("x1",), True),)
    made = mark_up(data, replace(review, plan=replace(review.plan, cuts=cuts)))
    assert words(accept_all(made)) == ["1.收入证明告知承诺书（原件）"]
    assert reject_all(made) == canonical(main_xml(data))


def test_a_wrong_title_is_put_right_inside_its_marks() -> None:
    data = word(p("依据《老年人保护法》第三条"))
    review = reviewed(data, "a.docx")
    span = span_of(review.document, "《老年人保护法》第三条")
    parts = (3, None, None, None, None, None, None)
    citation = Citation(
        "c1",
        span.of(review.document.text),
        span,
        "老年人权益保障法",
        True,
        "法律",
        None,
        None,
        *parts,
        "title_wrong",
        "",
    )
    found = replace(finding("x1", span, "c1"), action="rewrite")
    made = mark_up(data, review_of(review.document, findings=(found,), citations=(citation,)))
    assert words(accept_all(made)) == ["依据《老年人权益保障法》第三条"]


def test_the_successor_of_a_repealed_law_leaves_its_article_to_people() -> None:
    data = word(p("依据《合同法》第十条"))
    review = reviewed(data, "a.docx")
    span = span_of(review.document, "《合同法》第十条")
    parts = (10, None, None, None, None, None, None)
    citation = Citation(
        "c1", span.of(review.document.text), span, "合同法", True, "法律", None, None, *parts, "repealed", "", "民法典"
    )
    found = replace(finding("x1", span, "c1"), action="rewrite")
    made = mark_up(data, review_of(review.document, findings=(found,), citations=(citation,)))
    assert words(accept_all(made)) == ["依据《民法典》【条款待核对】第十条"]


def test_all_other_characters_of_the_text_stay_as_they_were() -> None:
    body = f"<w:p ><w:pPr/>{r('身份证')}</w:p>\r\n  <w:p w:rsidR='00A1'>{r('健在证明')}</w:p>{p('完')}"
    data = word(body)
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "健在证明"))).decode()
    assert f"<w:p ><w:pPr/>{r('身份证')}</w:p>\r\n  <w:p w:rsidR='00A1'>" in made


def test_a_paragraph_that_ends_a_section_keeps_its_mark() -> None:
    data = word(p("健在证明", properties="<w:sectPr/>") + p("完"))
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "健在证明"), comments=False)).decode()
    assert "<w:delText" in made
    assert "<w:rPr><w:del" not in made


def test_revisions_are_numbered_on_from_what_is_there() -> None:
    data = word('<w:bookmarkStart w:id="41" w:name="a"/>' + p("身份证", properties=LIST) + p("健在证明") + p("完"))
    made = main_xml(mark_up(data, reviewed(data, "a.docx", "身份证", "健在证明"), comments=False)).decode()
    assert sorted(re.findall(r'<w:del w:id="(\d+)"', made)) == ["42", "43", "44", "45"]


def test_the_same_review_gives_the_same_bytes() -> None:
    data = word(p("身份证") + p("健在证明"))
    review = reviewed(data, "a.docx", "健在证明")
    assert mark_up(data, review) == mark_up(data, review)
    assert marked(data, review).original
