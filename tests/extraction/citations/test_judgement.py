from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Citing = Callable[..., tuple[Citation, ...]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("《行政许可法》第八十三条", "ok"),
        ("《行政许可法》第八十四条", "no_such_article"),
        ("《行政许可法》第八十条至第八十四条", "no_such_article"),
        ("《行政许可法》第三条之一", "no_such_article"),
        ("《行政许可法》第三条第二款", "ok"),
        ("《行政许可法》第三条第三款", "no_such_paragraph"),
        ("《行政许可法》第十二条第六项", "ok"),
        ("《行政许可法》第十二条第七项", "no_such_item"),
        ("《行政许可法》第七条第一项", "no_such_item"),
        ("《行政许可法》第三十二条第二款第（一）项", "no_such_item"),
        ("《行政许可法》第三十二条第（五）项", "ok"),
    ],
)
def test_article_paragraph_and_item_are_counted(one: One, text: str, verdict: str) -> None:
    assert one(text).verdict == verdict


def test_a_repealed_law_names_its_successor(one: One) -> None:
    found = one("《物权法》第九条")
    assert (found.verdict, found.successor) == ("repealed", "中华人民共和国民法典")


def test_before_its_repeal_a_law_is_in_force(one: One) -> None:
    assert one("《公司登记管理条例》第二十条", "2022-02-28").verdict == "ok"


def test_from_the_day_of_its_repeal_a_law_is_repealed(one: One) -> None:
    assert one("《公司登记管理条例》第二十条", "2022-03-01").verdict == "repealed"


def test_the_day_before_it_takes_effect_a_law_is_not_yet_effective(one: One) -> None:
    assert one("《生态环境法典》第九十五条", "2026-08-14").verdict == "not_yet_effective"


def test_from_the_day_it_takes_effect_a_law_applies(one: One) -> None:
    assert one("《生态环境法典》第九十五条", "2026-08-15").verdict == "ok"


@pytest.mark.parametrize(
    ("version", "verdict"),
    [
        ("2019年修正", "ok"),
        ("2013年修正", "amended_since"),
        ("2026年修订", "not_yet_effective"),
        ("2024年修正", "unverified"),
    ],
)
def test_the_version_named_is_compared_with_the_one_in_force(one: One, version: str, verdict: str) -> None:
    assert one(f"《商标法》（{version}）第十条").verdict == verdict


def test_the_articles_of_an_older_version_are_not_judged(one: One) -> None:
    assert one("《畜牧法》（2015年修正）第九十九条").verdict == "amended_since"


def test_the_version_of_the_day_counts_the_articles(citing: Citing) -> None:
    text = "《公司法》第二百三十条"
    assert [citing(text, day)[0].verdict for day in ("2019-06-01", "2026-01-01")] == ["no_such_article", "ok"]


def test_paragraphs_of_an_older_version_are_known(one: One) -> None:
    assert one("《仲裁法》第四条第二款", "2025-12-31").verdict == "no_such_paragraph"


def test_a_version_that_the_facts_lack_is_unverified(one: One) -> None:
    assert one("《行政许可法》第八十四条", "2018-01-01").verdict == "unverified"


def test_a_regulation_of_unverified_status_is_unverified_whatever_is_cited(one: One) -> None:
    assert one("《山东省燃气管理条例》第九百条").verdict == "unverified"


def test_what_would_decide_is_said(one: One) -> None:
    assert "核对" in one("《山东省燃气管理条例》第三条").because


def test_a_document_in_force_without_article_is_ok(one: One) -> None:
    assert one("《城乡规划法》").verdict == "ok"


def test_an_article_of_a_document_without_articles_in_the_facts_is_unverified(one: One) -> None:
    assert one("《食品经营许可和备案管理办法》第三条").verdict == "unverified"


def test_a_catch_all_item_is_flagged(one: One) -> None:
    assert one("《行政许可法》第三十九条第（四）项").catch_all


def test_an_ordinary_item_is_no_catch_all(one: One) -> None:
    assert not one("《行政许可法》第三十九条第（一）项").catch_all


@pytest.mark.parametrize(
    "text",
    [
        "《行政许可法》第三条第三款",
        "《物权法》第九条",
        "《安全生产条例》第一条",
        "《护照法》",
        "国办发〔2099〕1号",
        "《商标法》（2013年修正）",
    ],
)
def test_every_verdict_has_its_reason_in_one_sentence(one: One, text: str) -> None:
    because = one(text).because
    assert because.endswith("。")
    assert because.count("。") == 1


def test_the_day_of_the_facts_is_given(one: One) -> None:
    assert one("《护照法》第三条").facts_as_of == "2026-08-28"
