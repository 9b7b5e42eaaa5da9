"""Orders and document numbers in the word orders, brackets and broken lines of real guides."""

from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Citing = Callable[..., tuple[Citation, ...]]
Written = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "written",
    [
        "国务院令第412号",
        "国务院令（第412号）",
        "国务院令[第412号]",
        "国务院第412号令",
        "国务院412号令",
        "第412号国务院令",
    ],
)
def test_an_order_is_one_number_in_every_word_order(one: One, written: str) -> None:
    found = one(f"公章刻制依据{written}办理")
    assert (found.written, found.number) == (written, "国务院令第412号")
    assert found.title == "国务院对确需保留的行政审批项目设定行政许可的决定"


@pytest.mark.parametrize("order", ["国务院令（第593号）", "第593号国务院令"])
def test_an_order_in_the_bracket_of_a_title_is_its_number(one: One, order: str) -> None:
    assert one(f"《公路安全保护条例》（{order}）第二十七条").number == "国务院令第593号"


@pytest.mark.parametrize(
    "order",
    [
        "人力资源和社会保障部令第19号",
        "住房和城乡建设部令第18号",
        "国家发展和改革委员会令第16号",
        "对外贸易经济合作部令第23号",
        "海关总署、公安部令第7号",
        "农经发〔2011〕13号",
    ],
)
def test_a_number_begins_with_its_whole_office(one: One, order: str) -> None:
    assert one(f"按照{order}执行").written == order


@pytest.mark.parametrize("number", ["青价费字〔2015〕12号", "财税字[1994]20号", "青公通字（2019）3号"])
def test_the_letters_of_an_office_may_end_in_a_word_of_papers(one: One, number: str) -> None:
    assert one(f"收费依据：{number}").written == number


def test_the_number_of_a_receipt_is_no_citation(written: Written) -> None:
    assert written("收件编号：青审收〔2023〕第118号") == []


def test_a_number_may_be_cut_by_the_end_of_its_line(one: One) -> None:
    assert one("收费依据：青价费发\n（2004）26号。").number == "青价费发〔2004〕26号"


def test_a_lost_bracket_before_the_number_does_not_part_it_from_the_title(one: One) -> None:
    found = one("《中华人民共和国船员条例)×国务院令第494号)第九条")
    assert (found.number, found.article) == ("国务院令第494号", 9)


def test_small_round_brackets_of_a_year_are_brackets(one: One) -> None:
    assert one("按国发﹝2016﹞55号办理").number == "国发〔2016〕55号"


def test_a_number_behind_a_list_of_articles_is_no_citation_of_its_own(written: Written) -> None:
    assert written("《旅行社条例》第七条、第八条（国务院令第550号）") == ["《旅行社条例》第七条", "第八条"]


@pytest.mark.parametrize(
    "text",
    [
        "《社会救助暂行办法》\n依据文号：国务院令第649号\n条款号：第九条",
        "《社会救助暂行办法》\t文号\t国务院令第649号\t条款号\t第九条",
    ],
)
def test_a_table_of_title_number_and_article_is_one_citation(one: One, text: str) -> None:
    found = one(text)
    assert (found.title, found.number, found.article) == ("社会救助暂行办法", "国务院令第649号", 9)


def test_a_version_may_stand_without_bracket(one: One) -> None:
    assert one("《食品安全法》2021年修正版第三十五条").version == "2021"


def test_joint_offices_before_an_unmarked_notice_belong_to_it(one: One) -> None:
    text = "民政部 财政部关于发放补贴的通知（民发〔2020〕9号）"
    assert one(text).written == text
