"""Single behaviours of reading materials: attributes, cases, alternatives, what is no material."""

from little_lists import materials, names, read

from assistant.extraction.materials import find_materials
from assistant.lexicon.materials import load_material_words
from assistant.model.outline import Outline, Section
from assistant.model.span import Span
from assistant.reading import read_text


def test_original_with_one_copy_is_an_original() -> None:
    (material,) = materials("1.营业执照（原件及复印件1份）")
    assert (material.original, material.copies) == (True, 1)


def test_copy_compared_with_the_original_is_a_copy() -> None:
    (material,) = materials("1.中标通知书，复印件（原件复核）1份")
    assert (material.original, material.copies) == (False, 1)


def test_three_copies_written_in_characters() -> None:
    (material,) = materials("1.章程草案一式三份")
    assert material.copies == 3


def test_each_one_is_shared_by_a_list() -> None:
    found = materials("1.身份证、户口簿、结婚证（复印件各1份）")
    assert [(m.original, m.copies) for m in found] == [(False, 1)] * 3


def test_a_form_at_the_end_of_and_belongs_to_the_last_alone() -> None:
    first, second = materials("1.授权委托书及代理人身份证复印件")
    assert (first.original, second.original) == (None, False)


def test_original_only_shown_is_marked() -> None:
    (material,) = materials("1.居民身份证（原件，现场核验）")
    assert material.shown_only
    assert material.original is True


def test_electronic_version_has_no_original() -> None:
    (material,) = materials("1.排污许可证申请表（电子版）")
    assert (material.electronic, material.original) == (True, None)


def test_licence_with_both_duplicates_is_one_material() -> None:
    assert names("1.营业执照正、副本") == ["营业执照"]


def test_measure_of_a_photo_is_no_count() -> None:
    (material,) = materials("1.二寸免冠照片2张")
    assert (material.name, material.copies) == ("二寸免冠照片", 2)


def test_form_before_the_name() -> None:
    (material,) = materials("1.原件：安全评价报告")
    assert material.name == "安全评价报告"


def test_a_listed_material_is_required() -> None:
    assert materials("1.申请书")[0].necessity == "required"


def test_condition_in_a_bracket() -> None:
    (material,) = materials("1.准迁证（仅限跨省迁移）")
    assert (material.condition, material.necessity) == ("仅限跨省迁移", "conditional")


def test_condition_behind_a_comma_loses_its_verb() -> None:
    (material,) = materials("1.最低生活保障证（复印件1份），享受低保的提供")
    assert material.condition == "享受低保的"


def test_condition_before_the_verb() -> None:
    (material,) = materials("1.变更住所的，还应当提交新住所使用证明。")
    assert (material.name, material.condition) == ("新住所使用证明", "变更住所的")


def test_two_cases_in_one_entry() -> None:
    found = materials("1.改制为有限责任公司的提交股东会决议；改制为股份有限公司的提交创立大会会议记录。")
    assert [m.condition for m in found] == ["改制为有限责任公司的", "改制为股份有限公司的"]


def test_basis_before_the_verb_is_no_condition() -> None:
    (material,) = materials("1.根据公司章程的规定，提交法定代表人的任职文件。")
    assert material.condition is None


def test_what_need_not_be_handed_in_is_no_material() -> None:
    assert names("1.清税证明。未办理税务登记的，无需提交清税证明，提交书面说明材料。") == ["清税证明", "书面说明材料"]


def test_bullets_that_name_other_papers_replace_the_heading() -> None:
    text = "1.股东的主体资格证明。\n◆ 股东为企业的，提交营业执照复印件。\n◆ 股东为自然人的，提交身份证件复印件。"
    assert [(m.name, m.condition) for m in materials(text)] == [
        ("营业执照", "股东为企业的"),
        ("身份证件", "股东为自然人的"),
    ]


def test_bullets_that_only_say_who_signs_leave_the_heading() -> None:
    text = "1.修改后的章程。\n◆ 有限责任公司由全体股东签署。\n◆ 国有独资公司加盖公章。"
    assert names(text) == ["修改后的章程"]


def test_bullets_with_the_decision_behind_an_appointment_leave_the_heading() -> None:
    text = "1.法定代表人任职文件。\n◆ 有限责任公司提交股东会决议。\n◆ 一人公司提交股东签署的书面决定。"
    assert names(text) == ["法定代表人任职文件"]


def test_catch_all_is_named_as_written() -> None:
    assert names("1.申请书\n2.受理机关认为需要的其他材料") == ["申请书", "受理机关认为需要的其他材料"]


def test_alternatives_share_a_choice() -> None:
    first, second = materials("1.居民户口簿或居民身份证")
    assert first.choice == second.choice is not None


def test_choices_of_two_entries_differ() -> None:
    found = materials("1.居民户口簿或居民身份证\n2.军官证或士官证")
    assert len({m.choice for m in found}) == 2


def test_only_the_tied_ones_are_alternatives() -> None:
    found = materials("1.军官证或士官证、居民身份证")
    assert [m.choice is not None for m in found] == [True, True, False]


def test_any_one_of_a_sub_list() -> None:
    found = materials("1.居住证明，以下任选其一：\n（1）不动产权证书\n（2）租赁合同")
    assert {m.choice for m in found} == {found[0].choice}


def test_two_reports_of_one_stem_are_one_statutory_material() -> None:
    assert names("1.水资源论证报告书或论证表") == ["水资源论证报告书或论证表"]


def test_words_joined_inside_one_name_stay_together() -> None:
    assert names("1.设立、变更登记申请书") == ["设立、变更登记申请书"]


def test_nothing_is_split_inside_title_marks() -> None:
    assert names("1.《安全生产许可证、资质证书申领表》") == ["安全生产许可证、资质证书申领表"]


def test_kinds_in_a_bracket_are_one_material() -> None:
    assert names("1.拟落户地证件材料（包括合法稳定住所、居民户口簿、单位集体户）") == ["拟落户地证件材料"]


def test_issuer_is_taken_out_of_the_name() -> None:
    (material,) = materials("1.由户籍地社区出具的无业证明")
    assert (material.name, material.issuer) == ("无业证明", "户籍地社区")


def test_issuer_stays_where_the_rest_says_nothing() -> None:
    assert names("1.司法鉴定部门出具的证明") == ["司法鉴定部门出具的证明"]


def test_issuer_in_a_bracket() -> None:
    (material,) = materials("1.未再婚证明（由嘎查委员会开具）")
    assert (material.name, material.issuer) == ("未再婚证明", "嘎查委员会")


def test_holder_stays_in_the_name_and_is_told() -> None:
    (material,) = materials("1.法定代表人的身份证")
    assert (material.name, material.holder) == ("法定代表人的身份证", "法定代表人")


def test_law_in_title_marks_is_no_material() -> None:
    assert names("1.根据《公司法》、《公司登记管理条例》作出的决议") == [
        "根据《公司法》、《公司登记管理条例》作出的决议"
    ]


def test_notes_behind_the_list_are_no_materials() -> None:
    assert names("1.申请书\n注：\n1.复印件须加盖公章。\n2.营业执照原件核对后退还。") == ["申请书"]


def test_a_seal_is_no_material() -> None:
    assert names("1.营业执照正、副本。\n2.企业公章。") == ["营业执照"]


def test_entry_is_the_whole_line_with_its_number() -> None:
    text = "1.居民户口簿、居民身份证；"
    assert {m.entry.of(text) for m in materials(text)} == {text}


def test_written_is_the_documents_own_words() -> None:
    text = "1.居民户口簿、居民身份证（复印件1份）"
    assert [m.written for m in materials(text)] == ["居民户口簿", "居民身份证（复印件1份）"]


def test_basis_column_is_kept_with_its_place() -> None:
    text = "| 材料名称 | 材料依据 |\n|---|---|\n| 收入证明 | 局内规定 |"
    (material,) = materials(text)
    assert material.basis_written == "局内规定"
    assert material.basis_span is not None
    assert material.basis_span.of(text) == "局内规定"


def test_attributes_of_a_portal_table() -> None:
    text = (
        "| 材料名称 | 材料类型 | 来源渠道 | 材料必要性 | 份数 |\n|---|---|---|---|---|\n"
        "| 资质证书 | 复印件 | 政府部门核发 | 容缺后补 | 2 |"
    )
    (material,) = materials(text)
    assert (material.original, material.copies) == (False, 2)
    assert (material.origin, material.necessity) == ("government", "deferrable")


def test_attributes_on_lines_of_their_own() -> None:
    (material,) = materials("材料名称：营业执照\n材料类型：复印件\n份数：2　必要性：必要\n来源渠道：申请人自备")
    assert (material.name, material.original, material.copies) == ("营业执照", False, 2)
    assert material.origin == "applicant"


def test_scenario_of_the_section_and_of_a_group_heading() -> None:
    found, _ = read("1.申请表\n单位申请的：\n1.营业执照", scenario="新办")
    assert [m.scenario for m in found] == ["新办", "单位申请"]


def test_wide_row_of_a_table_is_a_scenario() -> None:
    text = "| 序号 | 材料名称 | 份数 |\n|---|---|---|\n| 补证 | 补证 | 补证 |\n| 1 | 补证申请表 | 1 |"
    assert materials(text)[0].scenario == "补证"


def test_a_wrapped_line_is_joined_to_its_item() -> None:
    text = "1.变更登记申请书（公司加盖\n公章）\n2.新任法定代表人\n的任职证明"
    assert names(text) == ["变更登记申请书", "新任法定代表人的任职证明"]


def test_a_number_without_its_point_is_a_number() -> None:
    assert names("4.营业执照\n5住所使用证明") == ["营业执照", "住所使用证明"]


def test_a_list_that_cannot_be_read_is_told() -> None:
    found, notices = read("按照有关规定执行。")
    assert found == ()
    assert [notice.code for notice in notices] == ["no-materials-read"]


def test_running_text_of_the_flow_is_read_and_told() -> None:
    document = read_text("持户口簿、原居民身份证到户籍所在地派出所办理。")
    span = Span(0, len(document.text))
    section = Section("process", "办理流程", span, span, document.blocks)
    outline = Outline("g1", span, None, "补领", None, (section,))
    found, notices = find_materials(document, outline, load_material_words())
    assert [m.name for m in found] == ["户口簿", "原居民身份证"]
    assert [notice.code for notice in notices] == ["materials-in-prose"]


def test_a_quoted_law_is_not_searched() -> None:
    document = read_text("申请人应当提交营业执照复印件，凭资质证书办理。")
    span = Span(0, len(document.text))
    outline = Outline("g1", span, None, "许可", None, (Section("basis", "设定依据", span, span, document.blocks),))
    assert find_materials(document, outline, load_material_words())[0] == ()


def test_two_columns_of_ticks_tell_original_from_copy() -> None:
    text = "| 材料名称 | 原件 | 复印件 |\n|---|---|---|\n| 施工合同 | √ | |\n| 中标通知书 | 0 | 1 |"
    assert [(m.original, m.copies) for m in materials(text)] == [(True, None), (False, 1)]


def test_case_beside_the_mark_of_need() -> None:
    text = "| 材料名称 | 必要性及描述 |\n|---|---|\n| 监护人证明材料 | 非必要 未成年人提供 |"
    (material,) = materials(text)
    assert (material.necessity, material.condition) == ("conditional", "未成年人")


def test_list_inside_an_item_is_taken_apart() -> None:
    assert names("1.身份证明：（1）居民身份证；（2）户口簿。2.申请表") == ["居民身份证", "户口簿", "申请表"]


def test_an_item_may_begin_with_a_number_of_its_own() -> None:
    assert names("4.无犯罪记录证明；5.3年内无重大事故证明") == ["无犯罪记录证明", "3年内无重大事故证明"]


def test_weak_nouns_count_in_a_plain_list_of_documents() -> None:
    assert names("转学申请\n户口簿\n学籍证明\n银行账户") == ["转学申请", "户口簿", "学籍证明", "银行账户"]


def test_a_plain_line_without_a_noun_is_no_material() -> None:
    assert names("户口簿\n学籍证明\n请到二楼窗口咨询") == ["户口簿", "学籍证明"]


def test_numbers_that_all_lost_their_point_are_numbers() -> None:
    assert names("1营业执照\n2住所使用证明\n") == ["营业执照", "住所使用证明"]


def test_how_to_choose_is_no_part_of_the_name() -> None:
    assert names("1.房屋所有权证或者不动产权证书（二者之一）") == ["房屋所有权证", "不动产权证书"]


def test_a_case_behind_the_copies_in_one_bracket_is_the_case_alone() -> None:
    (material,) = materials("1.残疾人证（复印件1份，家庭成员有残疾的提供）")
    assert (material.copies, material.original, material.condition) == (1, False, "家庭成员有残疾的")


def test_a_case_in_the_bracket_of_the_necessity_cell() -> None:
    table = "| 材料名称 | 必要性 |\n|---|---|\n| 授权委托书 | 非必要（委托办理的） |\n"
    (material,) = materials(table)
    assert (material.necessity, material.condition) == ("conditional", "委托办理的")
