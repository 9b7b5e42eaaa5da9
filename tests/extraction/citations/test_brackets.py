from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Citing = Callable[..., tuple[Citation, ...]]
Written = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("bracket", "number", "version"),
    [
        ("（国务院令第550号）", "国务院令第550号", None),
        ("(国务院令第５５０号)", "国务院令第550号", None),
        ("（国务院第550号令）", "国务院令第550号", None),
        ("（国务院550号令）", "国务院令第550号", None),
        ("（国务院令第55O号）", "国务院令第550号", None),
        ("（国务院令第 5l0 号）", "国务院令第510号", None),
        ("（中华人民共和国国务院令第550号）", "国务院令第550号", None),
        ("（2009年2月20日国务院令第550号公布）", "国务院令第550号", None),
        ("〔国务院令第550号〕", "国务院令第550号", None),
        ("（国务院令第五百五十号）", "国务院令第550号", None),
        ("（2020年修订）", None, "2020"),
        ("（2020修正）", None, "2020"),
        ("（二〇二〇年修正）", None, "2020"),
        ("（２０２０年修订）", None, "2020"),
        ("【2020年11月29日第三次修订】", None, "2020"),
        ("（2009年2月20日国务院令第550号公布，2020年11月29日修订）", "国务院令第550号", "2020"),
        ("(2009年2月20日国务院令第550号公布)(2020年11月29日修订)", "国务院令第550号", "2020"),
        (
            "（2009年2月20日国务院令第550号公布 根据2020年11月29日《国务院关于修改〈甲〉的决定》修订）",
            "国务院令第550号",
            "2020",
        ),
        (
            "（2009年1月21日国务院第47次常务会议通过，根据2016年2月6日第一次修订，根据2020年11月29日第三次修订）",
            None,
            "2020",
        ),
    ],
)
def test_number_and_version_are_read_from_the_bracket(
    one: One, bracket: str, number: str | None, version: str | None
) -> None:
    found = one(f"《旅行社条例》{bracket}第七条")
    assert (found.number, found.version, found.article) == (number, version, 7)


def test_a_bracket_between_title_and_article_is_inside_the_span(one: One) -> None:
    text = "《旅行社条例》（国务院令第550号）第七条"
    assert one(text).written == text


def test_a_bracket_after_a_title_without_article_is_inside_the_span(one: One) -> None:
    assert one("见《旅行社条例》（国务院令第550号）。").written == "《旅行社条例》（国务院令第550号）"


def test_a_bracket_after_the_article_is_outside_but_gives_the_number(one: One) -> None:
    found = one("《旅行社条例》第七条（国务院令第550号）")
    assert (found.written, found.number) == ("《旅行社条例》第七条", "国务院令第550号")


def test_only_the_first_of_a_list_bears_the_number(citing: Citing) -> None:
    found = citing("《旅行社条例》（国务院令第550号）第七条、第八条")
    assert [citation.number for citation in found] == ["国务院令第550号", None]


def test_a_bracket_about_something_else_is_outside(one: One) -> None:
    assert one("《旅行社条例》（节选）").written == "《旅行社条例》"


@pytest.mark.parametrize(
    ("text", "written", "number"),
    [
        ("按国办发〔2018〕47号文件", "国办发〔2018〕47号", "国办发〔2018〕47号"),
        ("根据国办发[2018]47号", "国办发[2018]47号", "国办发〔2018〕47号"),
        ("参照国办发【2018】第47号", "国办发【2018】第47号", "国办发〔2018〕47号"),
        ("见国办发(2018)47号文", "国办发(2018)47号", "国办发〔2018〕47号"),
        ("依据国办发[2018】47号", "国办发[2018】47号", "国办发〔2018〕47号"),
        ("依国办发〔２０１８〕４７号", "国办发〔２０１８〕４７号", "国办发〔2018〕47号"),
        ("依国办发〔2018〕\n47号", "国办发〔2018〕\n47号", "国办发〔2018〕47号"),
        ("依国办发〔20\n18〕47号", "国办发〔20\n18〕47号", "国办发〔2018〕47号"),
        ("依国办发〔2018〕4l号", "国办发〔2018〕4l号", "国办发〔2018〕41号"),
        ("依国务院令第412号", "国务院令第412号", "国务院令第412号"),
        ("依国务院第412号令", "国务院第412号令", "国务院令第412号"),
        ("依国务院412号令", "国务院412号令", "国务院令第412号"),
        ("依中华人民共和国主席令第七十七号", "中华人民共和国主席令第七十七号", "主席令第77号"),
        ("依公安部令第154号", "公安部令第154号", "公安部令第154号"),
        ("依财政部令2011年第64号", "财政部令2011年第64号", "财政部令2011年第64号"),
    ],
)
def test_a_number_alone_is_a_citation(one: One, text: str, written: str, number: str | None) -> None:
    found = one(text)
    assert (found.written, found.number) == (written, number)


def test_a_number_alone_gives_the_title_the_facts_have_for_it(one: One) -> None:
    assert one("按国务院令第412号").title == "国务院对确需保留的行政审批项目设定行政许可的决定"


def test_a_number_before_its_title_is_one_citation_with_it(one: One) -> None:
    text = "国务院令第550号《旅行社条例》第七条"
    assert one(text).written == text


def test_a_number_behind_its_title_without_bracket_is_inside(one: One) -> None:
    text = "《关于规范窗口服务的通知》青政办发[2021]5号"
    assert one(text).written == text


def test_two_numbers_joined_are_two_citations(written: Written) -> None:
    assert written("按国发〔2018〕28号和国办发〔2018〕47号办理") == ["国发〔2018〕28号", "国办发〔2018〕47号"]


@pytest.mark.parametrize(
    "text",
    [
        "受理通知书（青许受字〔2023〕第118号）",
        "京房权证字〔2010〕第12号",
        "银行账号〔2020〕第5号",
        "（2021）内0421民初1234号",
        "编号[2020]3号",
    ],
)
def test_numbers_of_papers_are_no_citations(written: Written, text: str) -> None:
    assert written(text) == []


def test_the_number_of_a_public_notice_is_a_citation(one: One) -> None:
    assert one("按国家税务总局公告2019年第48号第三条").written == "国家税务总局公告2019年第48号第三条"
