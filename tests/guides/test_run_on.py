"""Pages that lost their line breaks or headings: run-on paragraphs, lists that nothing announces, questions."""

import pytest
from cut_guides import cut

from assistant.model.outline import Outline

RUN_ON = (
    "渔船登记服务指南一、法定依据《渔业法》第二条二、申请条件有船的公民。"
    "三、申请材料1.船图；2.照片。四、承诺时限即时办结。"
)


def elements(outline: Outline) -> list[str]:
    return [section.element for section in outline.sections if section.blocks]


def test_sections_that_count_on_in_one_paragraph_are_taken_apart() -> None:
    (found,) = cut(RUN_ON)
    assert (found.item_name, elements(found)) == ("渔船登记", ["basis", "conditions", "materials", "time"])


def test_the_longest_heading_is_cut_off() -> None:
    text = RUN_ON.replace("四、承诺时限即时办结。", "四、收费标准及依据不收费。")
    assert cut(text)[0].of("fee")[0].body.of(text) == "不收费。"


def test_a_paragraph_of_duties_is_left_whole() -> None:
    text = "渔船登记办事指南\n申请条件\n一、有船，二、会游泳，三、守法。\n申请材料\n1.船图\n"
    assert cut(text)[0].of("conditions")[0].body.of(text) == "一、有船，二、会游泳，三、守法。"


def test_steps_numbered_in_a_run_on_flow_end_the_list_in_it() -> None:
    flow = "三、办理流程（一）申请申请人提供以下资料：（1）船图；（2）照片。（二）受理窗口出具回执。"
    text = f"渔船登记服务指南一、法定依据《渔业法》第二条二、申请条件有船。{flow}"
    (found,) = cut(text)
    assert found.of("materials")[0].body.of(text) == "（1）船图；（2）照片。"


def test_lists_of_papers_under_short_lines_are_guides() -> None:
    lists = "一、补领船证\n1.填写申请表1份。\n2.身份证复印件。\n二、换领船证\n1.填写申请表1份。\n2.旧证原件。\n"
    assert [(each.item_name, elements(each)) for each in cut(lists)] == [
        ("补领船证", ["materials"]),
        ("换领船证", ["materials"]),
    ]


def test_a_list_of_annexes_or_duties_is_no_list_of_papers() -> None:
    assert cut("关于渔船年审的通知\n附件\n1.申请表1份\n2.身份证复印件\n") == ()
    assert cut("渔业站职责\n1.宣传渔业法律。\n2.检查渔船2艘。\n3.发放证书1份。\n") == ()


def test_a_question_names_the_item_and_its_answer_has_the_sections() -> None:
    (found,) = cut("问：如何办理渔船登记证？\n答：一、办证所需材料\n1.船图\n2.照片\n二、办理流程\n1.申请\n2.发证\n")
    assert (found.item_name, elements(found)) == ("渔船登记证", ["materials", "process"])


def test_a_bracket_that_never_closes_is_no_part_of_the_name() -> None:
    (found,) = cut("一、事项名称\n渔船登记证核发（注：由市局委托办理\n二、申请材料\n1.船图\n三、办理时限\n5日\n")
    assert found.item_name == "渔船登记证核发"


def test_the_title_over_a_row_of_lists_is_no_guide() -> None:
    body = "所需材料：\n1.船图；\n2.照片。\n办理流程：\n1.申请。\n2.发证。\n"
    text = f"渔业站业务材料清单\n（能联网核验的不用带。）\n一、登记\n（一）渔船登记\n{body}（二）渔网登记\n{body}"
    assert [each.item_name for each in cut(text)] == ["渔船登记", "渔网登记"]


def test_the_next_of_a_row_of_guides_may_be_short() -> None:
    body = "所需材料：\n1.船图；\n2.照片。\n"
    flow = "办理流程：\n1.申请。\n2.发证。\n"
    text = f"（一）渔船登记\n{body}{flow}（二）渔网登记\n{body}{flow}（三）渔具登记\n{body}"
    assert [each.item_name for each in cut(text)] == ["渔船登记", "渔网登记", "渔具登记"]


def test_every_flattened_table_of_a_page_is_a_list() -> None:
    grid = "序号\n材料名称\n份数\n审查要点\n1\n{paper}\n1\n清楚\n"
    body = "事项名称：{name}\n受理条件：有船\n承诺时限：1工作日\n"
    text = "".join((body + grid).format(name=f"渔{each}登记", paper=f"{each}图") for each in "船网")
    lists = [outline.of("materials") for outline in cut(text)]
    assert ["船图" in lists[0][0].body.of(text), "网图" in lists[1][0].body.of(text)] == [True, True]


def test_an_annex_that_asks_for_papers_is_a_list() -> None:
    text = (
        "渔船登记办事指南\n申请材料\n1.船图\n附：租用渔船的，还应提交以下材料：\n（一）租船合同；\n（二）船主证件。\n"
    )
    assert cut(text)[0].of("materials")[0].body.of(text).endswith("（二）船主证件。")


def test_a_title_of_a_flow_is_its_heading() -> None:
    text = "渔船改造申请程序\n1.船主申请。提供船图。\n2.村里评议。\n3.镇里审核。\n4.县里审批。\n"
    (found,) = cut(text)
    assert (found.item_name, elements(found)) == ("渔船改造", ["process"])


def test_the_last_sentence_of_a_line_announces_the_list() -> None:
    text = (
        "渔船奖励办事指南\n渔船奖励事后报账。申请人携带下列材料提出申请，并提供下列资料：\n（一）船图。\n（二）照片。\n"
    )
    assert cut(text)[0].of("materials")[0].body.of(text) == "（一）船图。\n（二）照片。"


def test_what_has_to_be_handed_in_is_a_list() -> None:
    text = (
        "渔船改造办事指南\n一、船主申请；\n二、村里核实，核实需提交的材料有：\n1、船图；\n2、照片；\n三、镇里审核；\n"
    )
    assert cut(text)[0].of("materials")[0].body.of(text).startswith("1、船图；\n2、照片；")


def test_a_title_that_names_the_parts_gives_way_to_the_field() -> None:
    text = "渔船登记申报材料要求及办理程序\n一、项目名称\n渔船登记\n二、申报材料\n1.船图\n三、办理时限\n5日\n"
    assert [each.item_name for each in cut(text)] == ["渔船登记"]


def test_the_explanation_of_a_guide_is_called_like_it() -> None:
    text = "渔船登记办事指南解读\n一、申报材料\n1.船图\n二、办理时限\n5日\n"
    assert [each.item_name for each in cut(text)] == ["渔船登记"]


def test_question_marks_for_blanks_are_blanks() -> None:
    text = "渔船登记\n条??? 件：有船\n程??? 序：申请、审核、发证\n"
    assert elements(cut(text)[0]) == ["conditions", "process"]


def test_papers_on_lines_of_their_own_below_an_announcement_are_a_list() -> None:
    text = "渔船登记\n船主应当及时登记。登记时出示以下证件和资料：\n企业持《船籍证》；\n公司持《执照》；\n照片。\n"
    (found,) = cut(text)
    assert (found.item_name, elements(found)) == ("渔船登记", ["materials"])


def test_a_question_in_the_line_of_the_list_names_the_item() -> None:
    (found,) = cut("申请办理渔船公证, 须提供哪些证件? 须向公证处提供的证件材料是: ①船图;②照片。\n")
    assert (found.item_name, elements(found)) == ("渔船公证", ["materials"])


def test_a_question_without_an_item_is_no_title() -> None:
    text = "渔船补贴\n一、如何申领？\n到渔业站申领。\n二、具体程序为：\n1.申请\n2.发放\n三、申请材料\n1.船图\n"
    (found,) = cut(text)
    assert (found.item_name, elements(found)[-2:]) == ("渔船补贴", ["process", "materials"])


def test_handing_in_online_is_a_step_behind_the_list() -> None:
    text = "渔船登记办事指南\n申请材料\n1.船图\n2.照片\n办理流程\n线上提交材料：在网上上传。\n发证：窗口发证。\n"
    (found,) = cut(text)
    assert elements(found) == ["materials", "process"]


def test_a_list_in_one_line_below_a_label_is_a_list() -> None:
    listed = "1、船图复印件；2、船主身份证；3、检验报告；4、申请表1份。"
    assert elements(cut(f"渔船登记办理流程\n公开内容\n{listed}\n")[0]) == ["materials"]


def test_a_programme_is_called_after_its_item() -> None:
    (found,) = cut("渔船登记程序\n1.办事依据：《渔业法》\n2.申报材料：船图\n3.办理时限：5日\n")
    assert found.item_name == "渔船登记"


def test_remarks_are_no_steps_of_the_flow() -> None:
    (found,) = cut("渔船登记办事指南\n申请材料\n1.船图\n办理流程：\n1、申请\n2、发证\n备注事项：\n1.逐页签字\n")
    assert elements(found) == ["materials", "process", "notes"]


@pytest.mark.parametrize(
    "line", ["行政许可 | 承诺件", "【类型】行政许可【办件】承诺件", "行政许可，承诺件，由农牧局办理"]
)
def test_what_sort_of_item_it_is_is_no_name(line: str) -> None:
    (found,) = cut(f"渔船登记\n{line}\n受理条件：有船\n申请材料：\n1.船图\n")
    assert found.item_name == "渔船登记"


@pytest.mark.parametrize(
    ("line", "element"),
    [
        ("对象条件：有船的公民。", "conditions"),
        ("申领对象及条件：有船的公民。", "conditions"),
        ("保障条件：有船的公民。", "conditions"),
        ("四、条件 有船的公民。", "conditions"),
        ("监督 0571-1234567", "complaint"),
    ],
)
def test_short_and_everyday_headings_are_known(line: str, element: str) -> None:
    (found,) = cut(f"渔船登记办事指南\n要交什么：\n★船图\n★照片\n{line}\n")
    assert elements(found) == ["materials", element]
