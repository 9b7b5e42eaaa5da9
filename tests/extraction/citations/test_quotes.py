from collections.abc import Callable
from datetime import date

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Citing = Callable[..., tuple[Citation, ...]]
Written = Callable[[str], list[str]]
Provisions = Callable[[str], list[tuple[int | None, ...]]]


class Library:
    """Texts of two articles in our own words."""

    def article(self, title: str, article: int, sub: int | None, as_of: date) -> str | None:
        texts = {3: "养犬人应当为犬只登记。\n登记机关应当在五日内发证。", 4: "禁止遗弃犬只。"}
        return texts.get(article) if title == "中华人民共和国护照法" else None


def test_text_between_quotation_marks_is_a_quotation(one: One) -> None:
    assert one("《护照法》第三条：“养犬人应当为犬只登记。”").quote == "养犬人应当为犬只登记。"


def test_citations_inside_a_quotation_are_not_the_guide_s(written: Written) -> None:
    text = "《护照法》第三条：“依照《建筑法》第八条和本法第十二条、国发〔2018〕28号执行。”第五条：另行规定"
    assert written(text) == ["《护照法》第三条", "第五条"]


def test_a_quotation_without_colon_is_passed_over(written: Written) -> None:
    assert written("《护照法》第三条“养犬人应当依照《公司法》登记。”《港口法》第四条") == [
        "《护照法》第三条",
        "《港口法》第四条",
    ]


def test_quotation_marks_inside_a_quotation_do_not_end_it(written: Written) -> None:
    text = "《护照法》第三条：“实行“卫生证”制度，依照《公司法》登记。”第四条：“略，见《港口法》。”"
    assert written(text) == ["《护照法》第三条", "第四条"]


def test_a_quotation_without_end_ends_with_its_line(written: Written) -> None:
    assert written("《护照法》第三条：“养犬人应当登记，依照《公司法》。\n《港口法》第四条") == [
        "《护照法》第三条",
        "《港口法》第四条",
    ]


def test_law_text_after_a_colon_is_a_quotation_up_to_the_next_article(citing: Citing) -> None:
    found = citing("《护照法》第三条：养犬人应当依照《公司法》登记。第四条：禁止遗弃犬只，违反的依照前条处理。")
    assert [(c.article, (c.quote or "")[:4]) for c in found] == [(3, "养犬人应"), (4, "禁止遗弃")]


def test_items_of_quoted_law_text_stay_inside_over_lines(written: Written) -> None:
    text = "《护照法》第三条：养犬人应当具备下列条件：\n（一）依照《民法典》成年；\n（二）有住所。\n《港口法》第四条"
    assert written(text) == ["《护照法》第三条", "《港口法》第四条"]


def test_law_text_after_a_blank_is_passed_over(written: Written) -> None:
    text = "《护照法》第三条 养犬人应当依照本法第七条登记。第四条 任何单位不得依照《公司法》遗弃犬只。"
    assert written(text) == ["《护照法》第三条", "第四条"]


def test_an_article_whose_first_character_the_scan_lost_is_read(provisions: Provisions) -> None:
    text = "《护照法》第三条：养犬人应当登记，犬只应当免疫。十七条：禁止遗弃犬只，违者应当受罚。"
    assert provisions(text) == [(3, None, None), (17, None, None)]


def test_a_description_after_the_colon_is_no_quotation(one: One) -> None:
    assert one("《护照法》第三条：竣工后报送有关资料。").quote is None


def test_a_title_after_the_colon_is_no_quotation(written: Written) -> None:
    assert written("《护照法》第三条：《港口法》第四条应当一并适用。") == ["《护照法》第三条", "《港口法》第四条"]


def test_an_altered_quotation_differs(one: One) -> None:
    found = one("《护照法》第三条第二款：“登记机关应当在十日内发证。”", texts=Library())
    assert (found.verdict, found.quote) == ("quote_differs", "登记机关应当在十日内发证。")


def test_punctuation_and_width_do_not_make_a_quotation_differ(one: One) -> None:
    assert one("《护照法》第三条：“养犬人,应当为犬只登记；”", texts=Library()).verdict == "ok"


def test_parts_around_an_ellipsis_are_compared_in_order(one: One) -> None:
    assert one("《护照法》第三条：“养犬人应当……应当在五日内发证。”", texts=Library()).verdict == "ok"


def test_parts_in_the_wrong_order_differ(one: One) -> None:
    assert one("《护照法》第三条：“登记机关应当……养犬人应当为犬只登记。”", texts=Library()).verdict == "quote_differs"


def test_words_far_from_the_article_are_no_quotation_without_marks(one: One) -> None:
    found = one("《护照法》第四条：申请人应当到窗口提交申请材料并领取回执。", texts=Library())
    assert (found.quote, found.verdict) == (None, "ok")


def test_without_texts_a_quotation_is_given_but_not_judged(one: One) -> None:
    found = one("《护照法》第三条：“登记机关应当在十日内发证。”")
    assert (found.verdict, found.quote_span is not None) == ("ok", True)


def test_a_title_with_a_wrong_first_mark_after_an_article_is_no_quotation(citing: Citing) -> None:
    found = citing("《护照法》第五条，“献血法》第六条")
    assert [(c.article, c.quote) for c in found] == [(5, None), (6, None)]


def test_copied_text_ends_where_the_next_article_says_something(citing: Citing) -> None:
    found = citing("《护照法》第五条：窗口应当当场核对申请人的材料。第六条规定：“申请人可以委托他人。”")
    assert [c.quote for c in found] == ["窗口应当当场核对申请人的材料。", "申请人可以委托他人。"]


@pytest.mark.parametrize("before", ["设定依据：", "【法律】", "1."])
def test_text_after_a_blank_is_copied_whatever_label_stands_before_the_title(citing: Citing, before: str) -> None:
    found = citing(f"{before}《护照法》第五条 公安机关应当依照本法第六条和《兵役法》第三条核对。")
    assert [c.article for c in found] == [5]
