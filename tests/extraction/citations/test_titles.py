from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Written = Callable[[str], list[str]]
Provisions = Callable[[str], list[tuple[int | None, ...]]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("依据《水土保持法》第二十五条", "中华人民共和国水土保持法"),
        ("依据中华人民共和国港口法  第十五条", "中华人民共和国港口法"),
        ("按港口法第十五条", "中华人民共和国港口法"),
        ("【行政法规】【娱乐场所管理条例】第九条", "娱乐场所管理条例"),
        ("〈娱乐场所管理条例〉第九条", "娱乐场所管理条例"),
        ("〈〈娱乐场所管理条例〉〉第九条", "娱乐场所管理条例"),
        ("<旅行社条例>第七条", "旅行社条例"),
        ("“旅行社条例”第七条", "旅行社条例"),
        ("「旅行社条例」第七条", "旅行社条例"),
        ("《《旅行社条例》第七条", "旅行社条例"),
        ("《旅行社条例))第七条", "旅行社条例"),
        ("《旅行社条例)第七条", "旅行社条例"),
        ("《旅行社条例〉第七条", "旅行社条例"),
        ("《旅行社条例第七条", "旅行社条例"),
        ("旅行社条例》第七条", "旅行社条例"),
        ("“旅行社条例》第七条", "旅行社条例"),
        ("《旅行\n社条例》第七\n条", "旅行社条例"),
        ("《 旅行社条例 》第七条", "旅行社条例"),
        ("依据中华人民共和国食品安全法，办理许可", "中华人民共和国食品安全法"),
    ],
)
def test_a_title_is_read_in_any_marks_or_none(one: One, text: str, title: str) -> None:
    assert one(text).title == title


def test_a_broken_title_does_not_swallow_the_next(written: Written) -> None:
    text = "《船员条例))第五条\n《港口法》第六条"
    assert written(text) == ["《船员条例))第五条", "《港口法》第六条"]


def test_titles_listed_without_marks_are_all_cited(written: Written) -> None:
    assert written("依据行政许可法、行政处罚法第三条") == ["行政许可法", "行政处罚法第三条"]


def test_the_article_belongs_to_the_nearest_title_only(provisions: Provisions) -> None:
    assert provisions("《城乡规划法》、《建筑法》、《电力法》第十条") == [(None,) * 3, (None,) * 3, (10, None, None)]


def test_a_nested_title_is_one_document(one: One) -> None:
    found = one("《关于贯彻〈中华人民共和国消防法〉的通知》第三条")
    assert (found.title, found.article) == ("关于贯彻〈中华人民共和国消防法〉的通知", 3)


def test_a_title_nested_in_double_marks_is_one_document(one: One) -> None:
    found = one("《关于印发《残疾人证发放办法》的通知》（残联发〔2017〕34号）")
    assert found.number == "残联发〔2017〕34号"


def test_a_law_s_regulations_are_not_the_law(one: One) -> None:
    assert one("《道路交通安全法实施条例》第五条").title == "中华人民共和国道路交通安全法实施条例"


def test_the_office_before_a_title_is_outside(one: One) -> None:
    assert one("国务院《优化营商环境条例》第十条").written == "《优化营商环境条例》第十条"


def test_a_rank_before_a_title_is_outside(one: One) -> None:
    assert one("【法律】《港口法》第十五条").written == "《港口法》第十五条"


def test_a_notice_without_marks_is_known_by_the_number_behind_it(one: One) -> None:
    found = one("按国务院办公厅关于全面实行行政许可事项清单管理的通知(国办发(2022)2号)执行")
    assert found.written == "国务院办公厅关于全面实行行政许可事项清单管理的通知(国办发(2022)2号)"


def test_a_title_inside_an_unmarked_notice_is_not_cited(written: Written) -> None:
    text = "符合青山县人民政府关于印发《青山县人才办法（试行）》的通知（青政发〔2018〕96号）的"
    assert written(text) == ["青山县人民政府关于印发《青山县人才办法（试行）》的通知（青政发〔2018〕96号）"]


def test_the_part_of_a_code_before_the_article_is_inside_the_span(one: One) -> None:
    found = one("《民法典》婚姻家庭编第1079条第三款第（五）项")
    assert (found.written[:5], found.article, found.paragraph, found.item) == ("《民法典》", 1079, 3, 5)


def test_an_interpretation_is_not_the_code_it_interprets(one: One) -> None:
    assert one("民法典婚姻家庭编解释（一）第十条").level == "司法解释"


def test_the_company_s_legal_person_is_no_company_law(written: Written) -> None:
    assert written("根据公司法人治理结构，依据公司法定代表人的授权") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("依据河南省实施《中华人民共和国水法》办法第三条", "河南省实施《中华人民共和国水法》办法"),
        ("依据青山县实施《工伤保险条例》办法第三条", "青山县实施《工伤保险条例》办法"),
        ("依据《医疗机构管理条例》实施细则第十二条", "医疗机构管理条例实施细则"),
        ("依据《养犬管理条例》实施细则第十二条", "《养犬管理条例》实施细则"),
        (
            "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（三）第五条",
            "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（三）",
        ),
    ],
)
def test_a_title_with_marks_on_its_inner_one_only_is_read_whole(one: One, text: str, title: str) -> None:
    assert one(text).title == title


def test_carrying_out_a_law_is_no_title(one: One) -> None:
    assert one("为贯彻实施《中华人民共和国水法》规定的制度").title == "中华人民共和国水法"


def test_quotation_marks_inside_an_unmarked_title_do_not_end_it(one: One) -> None:
    assert one("按建设项目安全设施“三同时”监督管理办法第三条").title == "建设项目安全设施“三同时”监督管理办法"


def test_a_marked_title_beginning_with_another_is_read_whole(one: One) -> None:
    assert one("《《教师资格条例》实施办法》第三条").title == "《教师资格条例》实施办法"


@pytest.mark.parametrize(
    "text",
    ["《地名管理条例)》第九条", "《地名管理条例》））第九条", "《(地名管理条例》第九条", "《地名管理条例))\n第九条"],
)
def test_a_bracket_without_its_other_half_is_no_part_of_the_title(one: One, text: str) -> None:
    found = one(text)
    assert (found.written, found.title, found.article) == (text, "地名管理条例", 9)


def test_a_title_closed_by_two_brackets_ends_there(written: Written) -> None:
    assert written("《护照法))、“献血法》第六条") == ["《护照法))", "“献血法》第六条"]


def test_titles_as_lines_of_a_list_are_cited_without_marks(written: Written) -> None:
    text = "主要法规\n1.旅行社条例\n2.导游人员管理条例\n3.民政部办公厅关于统一登记的通知\n4.申请书"
    assert written(text) == ["旅行社条例", "导游人员管理条例", "民政部办公厅关于统一登记的通知"]


def test_a_line_that_goes_on_after_a_title_is_no_citation(written: Written) -> None:
    assert written("材料：\n1.物业管理条例宣传册\n2.婚姻登记条例解读会签到表") == []


def test_the_state_before_a_marked_title_leaves_the_article_to_it(one: One) -> None:
    assert one("中华人民共和国《行政许可法》第四十二条").article == 42


def test_rules_of_a_province_are_documents_without_other_signs(one: One) -> None:
    assert one("依据《安徽省低保工作操作规程（试行）》").verdict == "unknown_law"


def test_a_word_of_matter_more_is_no_slip_of_the_pen(one: One) -> None:
    assert one("《律师事务所登记管理办法》第十条").title == "律师事务所登记管理办法"


@pytest.mark.parametrize("label", ["设定依据:", "二、办理依据\n", "法律依据：\n1."])
def test_an_unknown_title_as_the_line_of_a_basis_is_cited(one: One, label: str) -> None:
    assert one(f"{label}青山县学籍管理办法\n三、申请材料").title == "青山县学籍管理办法"


@pytest.mark.parametrize(
    "text",
    ["法律依据：国家有关法律法规规定", "办理依据：按照相关管理办法", "收费依据：按本办法", "依据：申请人的办事方法"],
)
def test_words_about_rules_are_no_title(written: Written, text: str) -> None:
    assert written(text) == []


def test_a_long_list_of_titles_is_read_to_its_end(written: Written) -> None:
    text = "设定依据：" + "\n".join(f"{number % 90 + 1}.旅行社条例" for number in range(3000))
    assert len(written(text)) == 3000


@pytest.mark.parametrize("text", ["依据 | 青山县学籍管理办法 |", "设定依据\t青山县学籍管理办法\t无"])
def test_an_unknown_title_in_the_cell_beside_basis_is_cited(written: Written, text: str) -> None:
    assert written(text) == ["青山县学籍管理办法"]


def test_a_blank_alone_may_part_two_unmarked_titles(written: Written) -> None:
    assert written("法律依据：旅行社条例 导游人员管理条例") == ["旅行社条例", "导游人员管理条例"]
