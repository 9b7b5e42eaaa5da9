from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Citing = Callable[..., tuple[Citation, ...]]
Written = Callable[[str], list[str]]
Provisions = Callable[[str], list[tuple[int | None, ...]]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("《兵役法》第二十条，同法第二十一条", "中华人民共和国兵役法"),
        ("《兵役法》第二十条，该法第二十一条", "中华人民共和国兵役法"),
        ("《兵役法》第二十条，上述法律第二十一条", "中华人民共和国兵役法"),
        ("《兵役法》第二十条，《征兵工作条例》第五条，同法第二十一条", "中华人民共和国兵役法"),
        ("《征兵工作条例》第五条，《兵役法》第二十条，该条例第六条", "征兵工作条例"),
        ("《工伤认定办法》第六条；《工伤保险条例》第十四条；上述办法第七条", "工伤认定办法"),
        ("《工伤保险条例》第十四条。本条例第十五条", "工伤保险条例"),
        ("《食品安全法》第三十五条及其实施条例第十五条", "中华人民共和国食品安全法实施条例"),
        ("《食品安全法》第三十五条，该法实施条例第十五条", "中华人民共和国食品安全法实施条例"),
    ],
)
def test_a_word_that_points_back_means_the_last_document_of_its_kind(citing: Citing, text: str, title: str) -> None:
    assert citing(text)[-1].title == title


def test_the_pointing_word_is_inside_the_span(written: Written) -> None:
    assert written("《兵役法》第二十条；依照同法第二十一条第二款处理")[1] == "同法第二十一条第二款"


def test_the_same_article_is_meant_by_its_paragraph_alone(citing: Citing) -> None:
    found = citing("《公证法》第二十五条第一款规定受理，同条第二款规定地点")[1]
    assert (found.written, found.article, found.paragraph) == ("同条第二款", 25, 2)


def test_a_pointing_word_without_number_is_no_citation(written: Written) -> None:
    assert written("《兵役法》第二十条。该法另有规定的，从其规定") == ["《兵役法》第二十条"]


def test_a_pointing_word_with_nothing_before_it_is_no_citation(written: Written) -> None:
    assert written("该办法第三条、同法第五条") == []


@pytest.mark.parametrize("name", ["《条例》", "条例", "“条例”"])
def test_a_defined_short_name_stands_for_its_document(citing: Citing, name: str) -> None:
    found = citing(f"《旅行社条例》（以下简称{name}）。按{name if name != '“条例”' else '条例'}第七条办理")
    assert (found[-1].title, found[-1].article) == ("旅行社条例", 7)


def test_a_definition_itself_is_no_citation_and_outside_the_span(written: Written) -> None:
    assert written("落实《旅行社条例》（以下简称《条例》）要求") == ["《旅行社条例》"]
    assert written("落实《旅行社条例》，以下简称《条例》，做好工作") == ["《旅行社条例》"]


def test_a_bracket_of_number_and_definition_is_inside_whole(one: One) -> None:
    text = "《旅行社条例》（国务院令第550号，以下简称《条例》）"
    assert one(f"落实{text}要求").written == text


def test_a_name_defined_by_the_guide_itself_is_known_later(citing: Citing) -> None:
    assert citing("《母婴保健法》（以下称母婴法）。依照母婴法第二十三条")[1].title == "中华人民共和国母婴保健法"


def test_an_undefined_short_name_means_the_only_document_ending_so(citing: Citing) -> None:
    found = citing("《婚姻登记条例》、《收养登记办法》，按《条例》第四条办理")
    assert (found[-1].title, found[-1].verdict) == ("婚姻登记条例", "ok")


def test_an_undefined_short_name_of_two_documents_is_ambiguous(citing: Citing) -> None:
    found = citing("《工伤保险条例》第三十条、《失业保险条例》第十四条，《条例》第二十一条")
    assert (found[-1].title, found[-1].verdict) == ("条例", "ambiguous_name")


def test_an_undefined_short_name_of_no_document_is_ambiguous(one: One) -> None:
    assert one("按《条例》第二十一条办理").verdict == "ambiguous_name"


def test_later_articles_without_title_belong_to_the_last_document(citing: Citing) -> None:
    found = citing("依据《护照法》第三条受理；延续按第五条，注销依第六条第一款")
    assert [(c.title, c.article) for c in found][1:] == [("中华人民共和国护照法", 5), ("中华人民共和国护照法", 6)]


def test_a_new_line_with_an_article_goes_on_with_the_last_document(citing: Citing) -> None:
    assert citing("《护照法》第三条\n第五条第一款：")[1].title == "中华人民共和国护照法"


def test_a_paper_between_does_not_take_the_articles_over(provisions: Provisions) -> None:
    assert provisions("《护照法》第三条，凭《居民户口簿》办理；按第五条换发")[1] == (5, None, None)


def test_articles_of_the_guide_itself_are_not_the_last_law_s(written: Written) -> None:
    text = "依据《护照法》第三条。不符合本指南第四条的，按第五条补正"
    assert written(text) == ["《护照法》第三条"]


def test_articles_in_a_new_part_of_the_guide_are_not_the_last_law_s(written: Written) -> None:
    assert written("一、依据：《护照法》第三条\n二、条件\n第四条所列条件") == ["《护照法》第三条"]


def test_list_numbers_in_the_next_line_are_not_the_law_s(written: Written) -> None:
    assert written("依据《护照法》第三条\n第2项“合同”与第3项任选其一，第12条备注") == ["《护照法》第三条"]


def test_the_last_document_in_digits_keeps_digits(provisions: Provisions) -> None:
    assert provisions("《护照法》第3条\n第5条")[1] == (5, None, None)


def test_a_definition_far_into_the_text_is_known(citing: Citing) -> None:
    text = (
        "依据《护照法》第三条办理。"
        + "窗口按时限办结。" * 60
        + "《旅行社条例》（以下简称《条例》）第七条，《条例》第八条"
    )
    assert [(c.title, c.article) for c in citing(text)][2] == ("旅行社条例", 8)


@pytest.mark.parametrize("link", ["及其《实施条例》", "及其实施条例"])
def test_the_regulations_of_the_law_just_cited_are_that_law_s(citing: Citing, link: str) -> None:
    found = citing(f"《社会团体登记管理条例》、《民办教育促进法》{link}第十二条")
    assert found[-1].title == "中华人民共和国民办教育促进法实施条例"
