"""Which part of a guide is which element."""

from itertools import pairwise

import pytest
from cut_guides import cut

from assistant.lexicon.sections import Element, load_sections
from assistant.model.outline import Outline


def elements(outlines: tuple[Outline, ...]) -> list[str]:
    return [section.element for section in outlines[0].sections]


def bodies(text: str, outlines: tuple[Outline, ...], element: str) -> list[str]:
    return [section.body.of(text) for section in outlines[0].of(element)]


def test_numbered_headings_open_sections() -> None:
    found = cut("渔船登记办事指南\n一、受理条件\n有船。\n二、申请材料\n1.申请表\n三、办理时限\n5个工作日\n")
    assert elements(found) == ["conditions", "materials", "time"]


def test_a_heading_and_its_value_on_one_line_are_parted() -> None:
    text = "渔船登记\n受理条件：有船。\n申请材料：申请表、身份证\n"
    assert bodies(text, cut(text), "materials") == ["申请表、身份证"]


def test_headings_of_one_element_on_a_line_are_one_section() -> None:
    text = "渔船登记\n事项类型：行政许可　办件类型：承诺件\n受理条件：有船。\n申请材料：申请表\n"
    assert bodies(text, cut(text), "conditions") == ["有船。"]
    assert bodies(text, cut(text), "item_type") == ["行政许可　办件类型：承诺件"]


def test_spaced_out_headings_are_recognised() -> None:
    found = cut("渔船登记\n设 定 依 据\n《渔业法》第三条\n申 请 材 料\n1.申请表\n")
    assert elements(found) == ["basis", "materials"]


def test_headings_may_end_in_a_semicolon() -> None:
    found = cut("渔船登记\n1.受理部门;\n农牧局\n2.申请材料;\n(一)申请表\n3.办理时限;\n5日\n")
    assert elements(found) == ["acc", "materials", "time"]


def test_bracketed_headings_open_sections() -> None:
    found = cut("《渔船登记》办事指南\n【受理条件】有船\n【申请材料】\n①申请表\n【办理时限】5日\n")
    assert elements(found) == ["conditions", "materials", "time"]


def test_a_number_may_be_glued_to_the_heading() -> None:
    found = cut("1适用范围\n渔船。\n2设定依据\n《渔业法》\n3申报材料\n3.1申请表；\n3.2船图；\n")
    assert elements(found) == ["scope", "basis", "materials"]


def test_a_table_row_as_plain_text_is_read_as_keys_and_values() -> None:
    text = "法定时限 30个工作日 承诺时限 9个工作日\n事项名称 渔船登记 事项类型 行政许可\n申请材料\n1.申请表\n"
    assert elements(cut(text)) == ["time", "item_name", "item_type", "materials"]


def test_headings_run_into_the_text_are_found() -> None:
    text = (
        "渔船登记\n受理部门：农牧局；受理条件：有船；办理流程：1.申请2.审核；所需材料：1.申请表2.船图；办理时限：5日\n"
    )
    assert elements(cut(text)) == ["acc", "conditions", "process", "materials", "time"]


def test_a_joined_heading_names_both_elements() -> None:
    found = cut("渔船登记\n申请材料\n1.申请表\n办理流程及时限\n收到材料后当场办理。\n")
    assert elements(found) == ["materials", "process", "time"]


def test_details_of_the_complaints_office_are_no_sections() -> None:
    text = "一、申请条件\n有船\n二、申请材料\n1.申请表\n三、投诉渠道\n（一）信函\n通讯地址：某路1号\n四、收费标准\n无\n"
    assert elements(cut(text)) == ["conditions", "materials", "complaint", "fee"]


def test_names_of_forms_below_the_materials_are_not_materials() -> None:
    text = (
        "渔船登记\n七、申请材料\n（一）申请材料目录\n1.船图\n（二）申请文书名称\n"
        "1.《渔船登记申请表》\n八、审批期限\n5日\n"
    )
    assert bodies(text, cut(text), "materials")[-1] == "1.船图"


def test_an_annex_ends_the_list_above() -> None:
    text = "渔船登记\n一、受理条件\n有船\n二、申请材料\n1.船图\n附件1\n渔船登记申请表\n"
    assert elements(cut(text)) == ["conditions", "materials", "appendix"]


def test_a_form_without_an_annex_heading_ends_the_list_above() -> None:
    text = "渔船登记\n受理条件\n有船\n申请材料\n1.船图\n渔船登记申请表\n姓名：____\n电话：____\n"
    assert elements(cut(text)) == ["conditions", "materials", "forms"]


def test_office_hours_are_no_limit() -> None:
    text = "渔船登记\n申请材料\n1.船图\n办理时间：周一至周五9:00-17:00\n"
    assert elements(cut(text)) == ["materials", "addr"]


def test_a_limit_may_be_called_a_time() -> None:
    assert elements(cut("渔船登记\n申请材料\n1.船图\n办理时间：5个工作日\n")) == ["materials", "time"]


def test_an_unknown_heading_between_two_numbers_ends_the_section() -> None:
    text = "渔船登记\n一、申请材料\n1.船图\n二、船舶概况\n长10米\n三、办理时限\n5日\n"
    assert elements(cut(text)) == ["materials", "other", "time"]


def test_the_flow_goes_on_behind_a_list_of_materials() -> None:
    text = (
        "渔船登记办事指南\n一、办理程序\n提交下列材料：\n1.船图；\n2.身份证。\n"
        "农牧局审核，在5个工作日内作出决定并通知申请人。\n"
    )
    assert elements(cut(text)) == ["process", "materials", "process"]


def test_running_text_shows_elements_by_clauses() -> None:
    text = (
        "渔船补贴申领\n办理依据：《渔业法》第三条。\n材料就这些：申请表、船图。\n"
        "流程是申请、核对、支付，10个工作日办完，不收费。\n"
    )
    assert elements(cut(text)) == ["basis", "materials", "process", "time", "fee"]


def test_a_case_on_its_own_line_is_the_case_of_the_sections_below() -> None:
    text = (
        "渔船登记办事指南\n（一）新办\n1.受理条件\n有船\n2.申请材料\n（1）船图\n"
        "（二）注销\n1.受理条件\n无船\n2.申请材料\n（1）证书\n"
    )
    assert [s.scenario for s in cut(text)[0].of("materials")] == ["新办", "注销"]


def test_an_entry_worded_like_a_heading_stays_in_the_list() -> None:
    text = "渔船登记\n一、申请材料\n1.申请表格；\n2.证书；\n3.联系方式；\n4.照片。\n二、办理时限\n5日\n"
    assert elements(cut(text)) == ["materials", "time"]


def test_a_basis_at_the_end_of_the_list_is_the_items() -> None:
    text = "渔船登记\n申请材料：\n1.船图\n依据：《渔业法》第四条\n2.照片\n依据：《渔业法》第五条\n办理时限：5日\n"
    assert elements(cut(text)) == ["materials", "basis", "time"]


def test_headings_glued_to_a_sentence_are_found() -> None:
    text = "渔船登记办事指南\n申请条件1.有船；2.有网。申请材料1.船图；2.照片。办理时限20个工作日。\n"
    assert elements(cut(text)) == ["conditions", "materials", "time"]


def test_the_bracket_of_a_note_holds_no_heading() -> None:
    text = "渔船登记\n受理条件\n有船\n申请材料\n1.船图（咨询电话：0476-1）\n2.照片\n"
    assert elements(cut(text)) == ["conditions", "materials"]


def test_sections_follow_each_other_without_overlap() -> None:
    sections = cut("渔船登记\n受理条件：有船。申请材料：1.船图\n办理时限：5日；收费标准：无\n")[0].sections
    assert all(a.span.end <= b.span.start for a, b in pairwise(sections))


@pytest.mark.parametrize("element", load_sections().elements, ids=lambda element: element.id)
def test_examples_of_the_lexicon_are_recognised(element: Element) -> None:
    sections = load_sections()
    assert [word for word in element.examples if element.id not in sections.elements_of(word)] == []
    assert [word for word in element.unlike if element.id in sections.elements_of(word)] == []


def test_a_list_in_the_quoted_law_is_the_basis() -> None:
    text = "渔船登记\n一、办理依据\n渔船办法第三条　登记应当提交下列材料：\n（一）旧船图\n二、申请材料\n船图\n"
    assert elements(cut(text)) == ["basis", "materials"]


def test_table_rules_in_text_are_no_values() -> None:
    found = cut("事项名称: |\n渔船登记 |\n---|---|\n申请材料: |\n船图 |\n")
    assert found[0].item_name == "渔船登记"


def test_the_next_number_of_the_flow_ends_the_list_in_it() -> None:
    text = "渔船登记\n一、办理流程\n（一）船主提交以下材料：1.船图；2.照片。\n（二）农牧局审查；\n（三）农牧局发证。\n"
    assert elements(cut(text)) == ["process", "materials", "process"]


def test_a_step_that_hands_papers_in_is_no_list() -> None:
    text = "渔船登记\n申请材料\n1.船图\n办理流程\n1.填表\n船主填表。\n2.提交材料\n交到窗口。\n3.发证\n窗口发证。\n"
    assert elements(cut(text)) == ["materials", "process"]


def test_a_sentence_on_the_level_of_the_headings_ends_the_list() -> None:
    text = "渔船登记须知\n一、船主提交下列资料。\n1.船图；\n2.照片。\n二、证书有效期两年，每年复核一次。\n"
    assert elements(cut(text)) == ["materials", "other"]


def test_a_heading_between_two_numbers_ends_at_its_full_stop() -> None:
    text = "渔船登记流程\n1、提出申请。到窗口。\n2、提交材料。\n（1）船图；\n（2）照片。\n3、窗口审查。审查三日。\n"
    assert elements(cut(text)) == ["other", "materials", "other"]


def test_values_of_a_guide_are_no_form_to_fill_in() -> None:
    text = "渔船登记\n申请材料：\n渔船登记申请表\n照片\n办理流程：\n受理\n办理时限：\n5日\n收费标准：\n无\n"
    assert elements(cut(text)) == ["materials", "process", "time", "fee"]


def test_a_counted_heading_on_the_guides_only_line_ends_the_list() -> None:
    text = "渔船登记 一、准备资料：1、船图；2、照片。 二、农牧局怎样审查：看图。 三、办理时限：5日"
    assert elements(cut(text)) == ["materials", "other", "time"]


def test_a_list_inside_a_step_ends_where_the_next_step_begins() -> None:
    text = "渔船登记办理流程\n1、申请\n船主要提供下列材料：\n（1）船图；\n（2）照片。\n2、审核\n渔港所看申请书。\n"
    (found,) = cut(text)
    assert [part.body.of(text) for part in found.of("materials")] == ["（1）船图；\n（2）照片。"]


def test_behind_a_list_within_the_line_of_a_step_the_flow_goes_on() -> None:
    flow = "办理流程\n（一）申请 到渔港所办理。办理材料：船图、照片。\n（二）受理渔港所收下申请书。\n"
    (found,) = cut(f"渔船登记办事指南\n{flow}")
    assert [part.element for part in found.sections] == ["process", "materials", "process"]


def test_behind_a_list_in_one_numbered_line_the_next_number_is_no_paper() -> None:
    text = "渔船登记工作流程\n一、申请 船主提交下列材料：1、船图；2、照片。\n二、审核 渔港所看船图。\n"
    (found,) = cut(text)
    assert [part.body.of(text) for part in found.of("materials")] == ["1、船图；2、照片。"]
