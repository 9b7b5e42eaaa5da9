"""How many guides a document holds, and what they are called."""

import pytest
from cut_guides import cut

from assistant.model.outline import Outline

GUIDE = "{name}\n一、受理条件\n有船。\n二、申请材料\n1.申请表\n三、办理时限\n5日\n"


def names(outlines: tuple[Outline, ...]) -> list[str]:
    return [outline.item_name for outline in outlines]


def test_endings_and_title_marks_are_no_part_of_the_name() -> None:
    assert names(cut(GUIDE.format(name="《渔船登记（新办）》办事指南"))) == ["渔船登记（新办）"]


def test_two_titles_are_two_guides() -> None:
    text = GUIDE.format(name="渔船登记办事指南") + GUIDE.format(name="渔网登记办事指南")
    assert names(cut(text)) == ["渔船登记", "渔网登记"]


def test_a_plain_line_begins_a_guide_where_the_sections_begin_anew() -> None:
    assert names(cut(GUIDE.format(name="渔船登记") + GUIDE.format(name="渔网登记"))) == ["渔船登记", "渔网登记"]


def test_under_the_title_of_a_collection_each_guide_has_its_own() -> None:
    body = "（一）受理条件\n有船。\n（二）申请材料\n1.申请表\n"
    assert names(cut(f"农牧局办事指南\n一、渔船登记\n{body}二、渔网登记\n{body}")) == ["渔船登记", "渔网登记"]


def test_section_marks_are_markers() -> None:
    text = "渔业登记提交材料规范\n【1】渔船登记提交材料规范\n1.船图。\n2.照片。\n【2】渔网登记提交材料规范\n1.网图。\n"
    assert [(o.marker, o.item_name) for o in cut(text)] == [("【1】", "渔船登记"), ("【2】", "渔网登记")]


def test_a_title_that_names_the_list_is_its_heading() -> None:
    found = cut("渔船注销登记所需材料\n1.证书\n2.申请表\n")
    assert [section.element for section in found[0].sections] == ["materials"]


def test_a_bare_list_of_materials_is_a_guide() -> None:
    assert len(cut("申请材料\n1.居民身份证\n2.船图\n")) == 1


def test_the_name_of_the_item_field_counts() -> None:
    text = "某局政务公开\n事项名称：渔船登记\n受理条件：有船\n申请材料：船图\n"
    assert names(cut(text)) == ["渔船登记"]


def test_a_generic_title_names_no_item() -> None:
    assert names(cut("行政许可事项服务指南\n" + GUIDE.format(name="渔船登记"))) == ["渔船登记"]


def test_a_form_is_no_guide() -> None:
    assert cut("渔船登记申请表\n姓名：____ 电话：____\n办理依据：____\n") == ()


def test_a_regulation_is_no_guide() -> None:
    assert cut("渔业管理办法\n第一条 为了管理。\n第二条 申请人应当提交下列材料：\n（一）船图；\n（二）照片。\n") == ()


def test_a_notice_is_no_guide() -> None:
    assert cut("关于加强管理的通知\n各有关单位：\n一、提高认识\n要重视。\n二、受理条件\n略。\n") == ()


def test_a_table_of_contents_is_no_guide() -> None:
    assert len(cut("目录\n渔船登记办事指南……1\n渔网登记办事指南……2\n" + GUIDE.format(name="渔船登记办事指南"))) == 1


def test_every_guide_has_an_id_in_order() -> None:
    text = GUIDE.format(name="渔船登记办事指南") + GUIDE.format(name="渔网登记办事指南")
    assert [outline.id for outline in cut(text)] == ["g1", "g2"]


def test_the_title_span_is_the_name_as_written() -> None:
    text = GUIDE.format(name="《渔船登记》办事指南")
    title = cut(text)[0].title
    assert title is not None
    assert title.of(text) == "渔船登记"


def test_two_hundred_guides_are_found() -> None:
    assert len(cut("".join(GUIDE.format(name=f"第{n}号渔船登记办事指南") for n in range(200)))) == 200


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("首页 > 办事服务 > 渔船登记", "渔船登记"),
        ("渔船登记 - 某县人民政府门户网站", "渔船登记"),
        ("【办事指南】渔船登记", "渔船登记"),
        ("关于办理《渔船登记证》的须知", "渔船登记证"),
        ("青山县农牧局渔船登记证核发办事指南", "渔船登记证核发"),
        ("1. 渔船登记（新办）服务指南（试行）", "渔船登记（新办）"),
    ],
)
def test_the_item_alone_is_the_name(title: str, name: str) -> None:
    assert names(cut(GUIDE.format(name=title))) == [name]


def test_what_the_page_says_of_itself_is_no_name() -> None:
    text = "索引号 1234/2025-1 生成日期 2025-03-10\n发布机构 渔业局\n信息来源：渔业局 浏览次数：3\n" + GUIDE.format(
        name="渔船登记"
    )
    assert names(cut(text)) == ["渔船登记"]


def test_a_provision_is_no_name() -> None:
    text = (
        GUIDE.format(name="渔船登记办事指南")
        + "四、办理依据\n《渔船登记办法》第三条\n五、申请材料\n船图\n六、依据\n无\n"
    )
    assert names(cut(text)) == ["渔船登记"]


def test_a_page_of_materials_for_several_cases_is_a_guide() -> None:
    text = (
        "某县渔船登记所需材料一览\n造船登记\n造好船的人应在一个月内申报，并提交以下材料：\n（一）船图；\n（二）照片。\n"
    )
    assert names(cut(text)) == ["某县渔船登记"]


def test_without_any_title_the_form_to_apply_with_names_the_item() -> None:
    assert names(cut("受理条件\n有船。\n申请材料\n1.变更登记申请书\n2.渔船变更登记表\n办理时限\n5日\n")) == [
        "渔船变更登记"
    ]


@pytest.mark.parametrize(
    "title", ["关于开展渔船检查工作的通知", "渔网采购项目招标公告", "渔业行政处罚决定书", "承诺书"]
)
def test_a_text_that_says_it_is_something_else_is_no_guide(title: str) -> None:
    assert cut(GUIDE.format(name=title)) == ()


def test_a_guide_behind_a_notice_is_a_guide() -> None:
    text = "关于印发渔船登记办事指南的通知\n各渔港：\n" + GUIDE.format(name="渔船登记办事指南")
    assert names(cut(text)) == ["渔船登记"]


def test_the_number_in_a_series_is_no_part_of_the_name() -> None:
    assert names(cut(GUIDE.format(name="农牧局窗口服务指南（三） 渔船登记"))) == ["渔船登记"]


def test_a_title_that_asks_for_papers_heads_the_list() -> None:
    found = cut("渔船登记需要准备哪些证件\n1.船图\n2.照片\n")
    assert [(o.item_name, o.sections[0].element) for o in found] == [("渔船登记", "materials")]


def test_a_sentence_that_opens_the_list_is_enough_under_a_title() -> None:
    assert len(cut("渔船登记\n船主申请登记的，应当提交下列资料：\n（一）船图；\n（二）照片。\n")) == 1


@pytest.mark.parametrize(
    "opener",
    [
        "船主应当提交下列资料，到船籍港的渔港所申请登记：",
        "船主先写申请书，并提供下列证明材料，具体如下：",
        "★要登记的船主需要提供以下证明材料到渔港所办理《渔船证》：",
    ],
)
def test_a_sentence_may_say_where_to_go_with_the_list_it_opens(opener: str) -> None:
    (found,) = cut(f"渔船登记\n{opener}\n1.船图；\n2.照片。\n")
    assert [part.element for part in found.sections] == ["materials"]


def test_a_list_in_one_paragraph_is_a_list() -> None:
    assert len(cut("渔船登记工作程序\n申请材料\n登记时应提供：①船图；②照片。\n")) == 1


def test_papers_by_name_below_their_heading_are_a_list() -> None:
    assert len(cut("渔船登记\n所需材料：渔船证、船主身份证复印件\n")) == 1


@pytest.mark.parametrize("title", ["询价公告", "全县渔港工作会议要求"])
def test_what_is_to_be_handed_in_for_a_notice_is_no_guide(title: str) -> None:
    assert cut(f"{title}\n船主须提交下列材料，到渔港所报名：\n1.船图\n2.照片\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "渔船租赁协议\n甲方需提供：\n1.船图\n2.身份证\n",
        "渔港防台应急预案\n各船需准备：\n1.缆绳\n2.沙袋\n二、工作流程：\n先报告。\n",
        "各渔港上报材料：\n1.总结\n2.照片\n",
    ],
)
def test_what_parties_and_offices_hand_over_is_no_guide(text: str) -> None:
    assert cut(text) == ()


def test_a_title_that_ends_in_a_kind_of_procedure_is_a_guides() -> None:
    assert names(cut("渔船登记审批程序\n（一）申请。申请材料包括：船图、照片。\n（二）审核。渔港所审核。\n")) == [
        "渔船登记"
    ]


def test_one_sentence_below_the_only_heading_is_no_list() -> None:
    assert cut("渔船登记工作情况\n申请材料\n今年收到的比去年多。\n") == ()


def test_the_item_may_stand_before_the_headings_words() -> None:
    (found,) = cut("渔船注销指南\n渔船注销登记程序：\n先拆船，再申请。\n渔船注销登记材料：\n船图、照片。\n")
    assert [part.element for part in found.sections] == ["process", "materials"]


def test_each_service_of_a_page_has_its_list() -> None:
    first = "一、测船 船主需提供：\n1、船图\n办理时限：5日\n"
    text = f"渔港所办理程序及时限\n{first}二、登记 船主提供的材料：\n1、照片\n办理时限：3日\n"
    elements = [part.element for found in cut(text) for part in found.sections]
    assert elements == ["materials", "time", "materials", "time"]


def test_the_next_entry_of_a_list_begins_no_guide() -> None:
    body = "申请材料\n1、船图\n2、应提交的文件\n办理时限：5日\n"
    assert names(cut(f"渔船登记\n{body}申请材料\n1、照片\n2、别的文件\n办理时限：3日\n")) == ["渔船登记"]


def test_guides_numbered_like_their_lists_are_guides() -> None:
    body = "申请条件\n1、有船\n申请材料\n1、船图\n"
    assert names(cut(f"1、渔船登记\n{body}2、渔网登记\n{body}")) == ["渔船登记", "渔网登记"]


def test_below_an_empty_download_heading_the_guide_goes_on() -> None:
    (found,) = cut("渔船登记办事指南\n表格下载：\n办理对象\n船主\n所需材料\n1.船图\n2.照片\n")
    assert [part.element for part in found.sections if part.blocks] == ["scope", "materials"]


def test_a_provision_with_a_list_is_no_guide() -> None:
    assert cut("渔船登记\n第六条　船主应当提交下列资料：\n（一）船图；\n（二）照片。\n") == ()


SPECIFICATION = (
    "渔船登记（{level}权限）【00012012300{code}】\n一、基本要素\n1.行政许可事项名称及编码\n渔船登记【00012012300Y】\n"
    "2.设定依据\n（1）《渔业法》第二条\n二、行政许可条件\n1.准予行政许可的条件\n（1）有船\n三、申请材料\n1.申请材料名称\n"
    "（1）船图\n2.规定申请材料的依据\n（1）《渔船办法》第三条　应当提交下列材料：（一）旧船图；\n"
    "四、审批时限\n1.法定审批时限：5日\n"
)
SPECIFICATION_HEAD = "渔船登记\n一、行政许可事项名称：渔船登记\n二、主管部门：农牧局\n三、设定和实施依据\n《渔业法》\n"


def test_every_part_of_a_specification_is_a_guide_and_its_head_is_none() -> None:
    parts = SPECIFICATION.format(level="市级", code="2") + SPECIFICATION.format(level="县级", code="3")
    assert names(cut(SPECIFICATION_HEAD + parts)) == ["渔船登记（市级权限）", "渔船登记（县级权限）"]


def test_the_grounds_of_a_list_are_not_part_of_it() -> None:
    text = SPECIFICATION_HEAD + SPECIFICATION.format(level="市级", code="2")
    (found,) = cut(text)
    assert not any("旧船图" in part.body.of(text) for part in found.of("materials"))
