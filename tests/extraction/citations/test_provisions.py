from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Written = Callable[[str], list[str]]
Provisions = Callable[[str], list[tuple[int | None, ...]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《港口法》第十五条", (15, None, None)),
        ("《港口法》第15条第1款", (15, 1, None)),
        ("《港口法》第１５条第（２）项", (15, None, 2)),
        ("《港口法》第 十 五 条 第 二 款", (15, 2, None)),
        ("《港口法》第十五条\n第一款", (15, 1, None)),
        ("《港口法》第十\n五条", (15, None, None)),
        ("《港口法》第十五条(二)", (15, None, 2)),
        ("《港口法》第十五条第二款（三）。", (15, 2, 3)),
        ("《港口法》第十五条第（二）款", (15, 2, None)),
        ("《港口法》第一百零三条", (103, None, None)),
        ("《港口法》第l5条", (15, None, None)),
        ("《港口法》第二章第六条", (6, None, None)),
        ("《港口法》\n第六条", (6, None, None)),
        ("《港口法》，第六条", (6, None, None)),
        ("《港口法》中的第六条", (6, None, None)),
    ],
)
def test_article_paragraph_and_item_are_read_in_any_spelling(
    provisions: Provisions, text: str, expected: tuple[int | None, ...]
) -> None:
    assert provisions(text) == [expected]


def test_a_sub_article_is_kept_apart(one: One) -> None:
    found = one("《刑法》第二百八十条之一第一款")
    assert (found.article, found.article_sub, found.paragraph) == (280, 1, 1)


def test_the_fourth_level_is_read(one: One) -> None:
    assert one("《宗教事务条例》第二十一条第一款第三项第2目").subitem == 2


@pytest.mark.parametrize(
    "text",
    [
        "第九条至第十三条",
        "第九条至十三条",
        "第九至十三条",
        "第9-13条",
        "第九条～第十三条",
        "第九条——第十三条",
        "第9条—第13条",
    ],
)
def test_a_range_is_one_citation(one: One, text: str) -> None:
    found = one(f"《护照法》{text}")
    assert (found.article, found.article_to, found.written) == (9, 13, f"《护照法》{text}")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("《护照法》第三条、第五条和第七条", ["《护照法》第三条", "第五条", "第七条"]),
        ("《护照法》第13、19条", ["《护照法》第13", "19条"]),
        ("《护照法》第3、5条及7条", ["《护照法》第3", "5条", "7条"]),
        ("《护照法》第三条第五条", ["《护照法》第三条", "第五条"]),
        ("《护照法》第三条第一款和第三款", ["《护照法》第三条第一款", "第三款"]),
        ("《护照法》第三条第一、二款", ["《护照法》第三条第一", "二款"]),
        ("《护照法》第三条第（一）、（三）项", ["《护照法》第三条第（一）", "（三）项"]),
        ("《护照法》第3条第(1)(2)项", ["《护照法》第3条第(1)", "(2)项"]),
        ("《护照法》第三条第一款第（一）项和第（三）项", ["《护照法》第三条第一款第（一）项", "第（三）项"]),
    ],
)
def test_every_member_of_a_list_has_its_own_span(written: Written, text: str, parts: list[str]) -> None:
    assert written(text) == parts


def test_a_member_of_a_list_keeps_the_levels_above_it(provisions: Provisions) -> None:
    text = "《居民身份证法》第十四条第一款第（一）、（三）项"
    assert provisions(text) == [(14, 1, 1), (14, 1, 3)]


def test_the_level_after_a_list_belongs_to_its_last(provisions: Provisions) -> None:
    assert provisions("《护照法》第三、五条第二款") == [(3, None, None), (5, 2, None)]


def test_an_item_after_an_item_is_of_the_same_paragraph(provisions: Provisions) -> None:
    assert provisions("《居民身份证法》第十四条第一款第（一）项、第（三）项")[1] == (14, 1, 3)


def test_a_range_of_items_is_one_citation(provisions: Provisions) -> None:
    assert provisions("《护照法》第三条第（一）至（三）项") == [(3, None, 1)]


def test_an_annex_item_has_no_article(one: One) -> None:
    found = one("《国务院对确需保留的行政审批项目设定行政许可的决定》（国务院令第412号）附件第l 38项")
    assert (found.article, found.item, found.verdict) == (None, 138, "unverified")


def test_an_annex_item_behind_the_annex_s_own_title_is_read(one: One) -> None:
    text = "《国务院关于第三批取消和调整行政审批项目的决定》(国发[2004]16号)附件3《下放项目目录》第5项"
    assert one(text).item == 5


@pytest.mark.parametrize("text", ["第五条胡同", "第3条短信", "第三项目部", "第二款式", "第一目标"])
def test_things_counted_are_no_articles(provisions: Provisions, text: str) -> None:
    assert provisions(f"《护照法》第三条。{text}见下")[1:] == []


def test_an_article_right_behind_its_title_may_have_lost_the_first_word(provisions: Provisions) -> None:
    assert provisions("《护照法》五条、六条第一款") == [(5, None, None), (6, 1, None)]


def test_a_number_of_measures_is_no_article(provisions: Provisions) -> None:
    assert provisions("《关于便民的意见》十条措施") == [(None, None, None)]
