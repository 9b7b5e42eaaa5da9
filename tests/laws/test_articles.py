"""Lines of a law to articles, with what is odd about them."""

import pytest

from assistant.laws.articles import cut
from assistant.laws.history import first_effective, read_history
from assistant.laws.law_text import shape
from assistant.laws.provision_text import cited_lines
from assistant.laws.repeals import repealed_titles
from assistant.laws.shape_rows import catch_alls


def labels(*lines: str) -> list[str]:
    return [article.label for article in cut(lines).articles]


def test_a_line_that_begins_with_a_reference_opens_no_article() -> None:
    assert labels("第一条 甲。", "第二条 乙：", "第三条规定的灯塔除外。", "第三条 丙。") == [
        "第一条",
        "第二条",
        "第三条",
    ]


def test_a_label_without_a_blank_opens_the_next_article_alone() -> None:
    assert labels("第一条灯塔归公。", "第九条中国灯塔另定。", "第二条中国灯塔归公。") == ["第一条", "第二条"]


def test_article_with_zhi_follows_its_article() -> None:
    assert labels("第一条 甲。", "第一条之一 乙。", "第二条 丙。") == ["第一条", "第一条之一", "第二条"]


def test_a_falling_number_is_text_of_the_article_above() -> None:
    found = cut(["第一条 甲。", "第二条 修改为：", "第一条 乙。"]).articles
    assert found[1].lines == ("修改为：", "第一条 乙。")


def test_a_repeated_number_is_text_of_the_article_above() -> None:
    assert labels("第一条 甲。", "第二条 乙：", "第二条 丙。", "第三条 丁。") == ["第一条", "第二条", "第三条"]


def test_a_closing_article_that_begins_with_the_word_annex_is_kept() -> None:
    assert cut(["第一条 甲。", "第二条 附件是本法的一部分。"]).articles[1].lines == ("附件是本法的一部分。",)


def test_a_glued_article_is_parted_and_reported() -> None:
    found = cut(["第一条 甲。第二条 乙。", "丙。", "第三条 丁。"])
    assert [article.lines for article in found.articles] == [("甲。",), ("乙。", "丙。"), ("丁。",)]
    assert [gap.kind for gap in found.gaps] == ["glued"]


def test_a_reference_inside_an_article_is_not_parted() -> None:
    assert labels("第一条 依照本法。第二条的规定另定。", "第二条 乙。") == ["第一条", "第二条"]


def test_a_missing_article_is_a_hole() -> None:
    (gap,) = cut(["第一条 甲。", "第四条 乙。"]).gaps
    assert (gap.kind, gap.detail) == ("hole", "缺第2条至第3条")


def test_annexes_after_the_last_article_are_left_out() -> None:
    found = cut(
        ["第一条 附图应当清楚。", "附图由灯塔局绘制。", "第二条 施行。", "附件1：灯塔名录", "第一条 塔甲"]
    ).articles
    assert [article.lines for article in found] == [("附图应当清楚。", "附图由灯塔局绘制。"), ("施行。",)]


def test_a_text_without_articles_is_kept_whole() -> None:
    found = cut(["一、灯塔归公。", "二、即日起施行。"])
    assert (found.articles[0].number, found.articles[0].label) == (0, "正文")
    assert found.gaps[0].kind == "no_articles"


def test_the_table_of_contents_is_no_text() -> None:
    found = cut(["目　录", "第一章　总则", "附　则", "第一章　总则", "第一条　甲。"]).articles
    assert [(article.label, article.chapter) for article in found] == [("第一条", "第一章　总则")]


def test_the_words_of_a_decisions_title_are_not_the_act() -> None:
    history = read_history(["1999年1月2日灯塔会议通过", "根据2005年3月4日《关于修改〈灯塔法〉的决定》修正"])
    assert (history.adopted, history.amended, history.version) == ("1999-01-02", ("2005-03-04",), "2005-03-04")


def test_passing_an_amendment_is_an_amendment() -> None:
    assert read_history(["2005年3月4日 灯塔会议通过的《灯塔法修正案》"]).amended == ("2005-03-04",)


def test_the_order_number_is_read_without_the_day_before_it() -> None:
    assert read_history(["2001年2月3日交通部令第10号公布"]).number == "交通部令第10号"


def test_the_day_of_force_stands_in_the_closing_articles() -> None:
    assert first_effective([["甲。"], ["本法自2010年3月1日起施行，补贴自2012年1月1日起执行。"]]) == "2010-03-01"


LINES = (
    "提交材料：",
    "（一）申请书；",
    "（二）图：",
    "1.塔址图；",
    "2.灯图。",
    "不收费。",
    "另行提交：",
    "（一）印章。",
)


def test_shape_counts_paragraphs_and_their_items() -> None:
    assert shape(LINES) == (2, 0, 1)


@pytest.mark.parametrize(
    ("paragraph", "item", "expected"),
    [
        (2, None, ("不收费。",)),
        (1, 2, ("提交材料：", "（二）图：", "1.塔址图；", "2.灯图。")),
        (None, 1, ("提交材料：", "（一）申请书；")),
        (3, 2, ()),
        (4, None, ()),
    ],
)
def test_cited_lines_are_those_of_the_provision(paragraph: int, item: int, expected: tuple[str, ...]) -> None:
    assert cited_lines(LINES, paragraph, item) == expected


def test_catch_all_items_are_told_from_items_that_name_something() -> None:
    lines = ["提交：", "（一）申请书和其他人员的名册；", "（二）灯塔局规定的其他材料。", "条件：", "（一）其他条件。"]
    assert list(catch_alls(lines)) == [(1, 2, "material"), (2, 1, "condition")]


def test_only_what_is_repealed_as_a_whole_is_repealed() -> None:
    line = "本法自2010年起施行。《灯船办法》、《灯标办法》同时废止。《灯塔规定》第三条同时废止。"
    assert list(repealed_titles([line])) == ["灯船办法", "灯标办法"]
