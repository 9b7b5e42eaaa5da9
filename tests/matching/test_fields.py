"""Which fields of forms ask the same."""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from assistant.lexicon.fields import FormExample, load_fields, plain
from assistant.matching.fields import field_keys, form_keys, key_forms, key_guide
from assistant.model.guide import Field, Form, Guide, Head
from assistant.model.span import Span

_GROUPS = yaml.safe_load((Path(__file__).parent / "forms_cases.yaml").read_text("utf-8"))
_SPAN = Span(0, 1)


def _clusters(marks: list[tuple[int, int, str]]) -> set[frozenset[tuple[int, int]]]:
    found = defaultdict(set)
    for form, field, mark in marks:
        found[mark].add((form, field))
    return {frozenset(places) for mark, places in found.items() if len(places) > 1 and mark != "-"}


@pytest.mark.parametrize("group", _GROUPS, ids=lambda group: group["name"])
def test_fields_of_one_application_cluster_as_marked(group: dict) -> None:  # type: ignore[type-arg]
    fields = [[field.rsplit(" ", 1) for field in form["fields"]] for form in group["forms"]]
    names = [form["form"] for form in group["forms"]]
    keys = form_keys([(n, [label for label, _ in f]) for n, f in zip(names, fields, strict=True)], load_fields())
    wanted = [(i, j, mark) for i, form in enumerate(fields) for j, (_, mark) in enumerate(form)]
    got = [(i, j, key) for i, form in enumerate(keys) for j, key in enumerate(form)]
    assert _clusters(got) == _clusters(wanted)


@pytest.mark.parametrize("example", load_fields().examples, ids=lambda example: example.form)
def test_example_of_the_fields_file_holds(example: FormExample) -> None:
    assert field_keys(example.form, example.labels, load_fields()) == example.keys


def test_number_of_a_card_belongs_to_the_person_named_before() -> None:
    keys = field_keys("申请表", ["申请人姓名", "身份证号码", "配偶姓名", "身份证号码"], load_fields())
    assert keys == ("applicant.name", "applicant.id", "spouse.name", "spouse.id")


def test_phone_of_the_contact_is_not_the_applicants() -> None:
    keys = field_keys("申请表", ["单位名称", "联系电话", "联系人", "联系电话"], load_fields())
    assert keys[1] != keys[3] == "contact.phone"


def test_name_in_a_form_about_the_legal_representative_is_his() -> None:
    assert field_keys("法定代表人登记表", ["姓名", "身份证号"], load_fields()) == ("legal.name", "legal.id")


def test_householder_beside_the_applicant_is_another_person() -> None:
    keys = form_keys([("申请表", ["申请人姓名", "户主姓名"]), ("情况表", ["户主姓名"])], load_fields())
    assert keys[0][1] == keys[1][0] != keys[0][0]


def test_householder_alone_is_the_applicant() -> None:
    keys = form_keys([("申请表", ["申请人姓名"]), ("情况表", ["户主姓名"])], load_fields())
    assert keys[0][0] == keys[1][0] == "applicant.name"


def test_legal_representative_of_the_builder_is_not_the_applicants() -> None:
    keys = field_keys("登记表", ["建设单位", "法定代表人", "施工单位", "法定代表人"], load_fields())
    assert keys[1] != keys[3]


def test_opinions_and_signatures_of_two_forms_are_not_one_field() -> None:
    keys = form_keys([("甲表", ["审核意见", "申请人签字"]), ("乙表", ["审核意见", "申请人签字"])], load_fields())
    assert not set(keys[0]) & set(keys[1])


def test_bracket_and_colon_are_no_part_of_a_label() -> None:
    assert plain("法定代表人（负责人）：") == "法定代表人"


def test_guide_gets_the_keys_of_its_forms() -> None:
    form = Form("f1", "申请表", None, (Field("姓名", "", None, _SPAN),), _SPAN)
    guide = key_guide(Guide("g1", Head("甲"), _SPAN, (), (), (), (), (form,)), load_fields())
    assert guide.forms[0].fields[0].key == "applicant.name"


def test_place_of_the_matter_is_one_under_the_words_of_two_forms() -> None:
    keys = form_keys([("占用挖掘道路申请表", ["占道地点"]), ("道路挖掘承诺书", ["挖掘位置"])], load_fields())
    assert keys[0] == keys[1]


def test_places_that_one_form_asks_apart_stay_apart() -> None:
    forms = [("占用挖掘道路申请表", ["占道地点", "挖掘地点"]), ("道路挖掘承诺书", ["挖掘位置"])]
    keys = form_keys(forms, load_fields())
    assert keys[0][0] != keys[0][1]


def test_licence_that_says_whose_it_is_is_the_bare_one() -> None:
    keys = form_keys([("甲申请表", ["医疗机构执业许可证号"]), ("乙登记表", ["执业许可证编号"])], load_fields())
    assert keys[0] == keys[1]


def test_former_licence_is_not_the_licence() -> None:
    keys = form_keys([("甲申请表", ["原排污登记证书编号"]), ("乙登记表", ["排污登记证书编号"])], load_fields())
    assert keys[0] != keys[1]


def test_body_named_after_the_matter_is_the_unit() -> None:
    keys = form_keys([("广告设置申请表", ["申请单位"]), ("广告设置承诺书", ["设置单位"])], load_fields())
    assert keys == (("unit.name",), ("unit.name",))


def test_maker_of_the_device_is_not_the_unit() -> None:
    keys = field_keys("设备使用登记表", ["使用单位名称", "制造单位名称"], load_fields())
    assert keys[0] == "unit.name" != keys[1]


def test_phone_after_the_employer_is_the_persons() -> None:
    keys = field_keys("借款人情况表", ["借款人姓名", "单位名称", "联系电话"], load_fields())
    assert keys[2] == "applicant.phone"


def test_record_of_someone_is_about_him() -> None:
    assert field_keys("送养人情况登记表", ["姓名", "身份证号"], load_fields()) == ("giver.name", "giver.id")


def test_principal_beside_the_head_of_the_body_is_another() -> None:
    forms = [("备案书", ["机构名称", "法定代表人"]), ("情况登记表", ["机构名称", "院长", "法定代表人"])]
    keys = form_keys(forms, load_fields())
    assert keys[1][1] != keys[0][1] == keys[1][2]


def test_applicant_beside_the_name_of_the_shop_is_not_the_shop() -> None:
    keys = field_keys("零售许可申请表", ["申请人", "字号名称", "经营者"], load_fields())
    assert keys[0] != keys[1]


def test_person_as_the_receiving_household_calls_him_is_the_applicant() -> None:
    keys = form_keys([("迁移申请表", ["姓名"]), ("接收证明", ["迁入人姓名", "身份证号"])], load_fields())
    assert keys[1] == ("applicant.name", "applicant.id")


def test_bare_address_is_the_place_of_business_of_the_other_form() -> None:
    keys = form_keys([("申请表", ["企业名称", "经营地址"]), ("承诺书", ["企业名称", "地址"])], load_fields())
    assert keys[0][1] == keys[1][1]


def test_registered_address_is_not_the_place_of_business() -> None:
    keys = form_keys([("申请表", ["企业名称", "经营地址"]), ("承诺书", ["企业名称", "注册地址"])], load_fields())
    assert keys[0][1] != keys[1][1]


def test_reason_to_send_someone_is_not_the_reason_of_the_application() -> None:
    keys = form_keys([("备案申请表", ["刻制原因"]), ("委托书", ["委托事由"]), ("承诺书", ["刻制理由"])], load_fields())
    assert keys[0] == keys[2] != keys[1]


def test_what_one_form_asks_under_two_words_is_two_things() -> None:
    keys = field_keys("登记表", ["企业名称", "字号", "法定代表人"], load_fields())
    assert keys[0] != keys[1]


def test_second_question_of_the_same_words_is_another() -> None:
    keys = field_keys("变更登记表", ["单位名称", "证书编号", "证书编号"], load_fields())
    assert keys[1] != keys[2]


def test_body_called_after_its_trade_is_the_unit() -> None:
    forms = [("特种行业许可申请表", ["旅馆名称", "法定代表人"]), ("责任书", ["企业名称", "旅馆地址"])]
    keys = form_keys(forms, load_fields())
    assert (keys[0][0], keys[1][1]) == ("unit.name", "unit.address")


def test_place_of_work_under_any_word_is_the_body_that_employs() -> None:
    forms = [("动物诊疗许可申请表", ["机构名称"]), ("执业兽医备案表", ["姓名", "所在动物诊疗机构名称"])]
    assert form_keys(forms, load_fields())[1][1] == "unit.name"


def test_person_named_by_his_task_keeps_his_phone() -> None:
    keys = field_keys("责任书", ["旅馆名称", "治安保卫负责人姓名", "联系电话"], load_fields())
    assert keys[2] == "person-治安保卫负责人.phone"


def test_person_under_a_shorter_word_is_the_same() -> None:
    forms = [("申请表", ["企业名称", "治安负责人"]), ("责任书", ["企业名称", "治安保卫负责人姓名"])]
    keys = form_keys(forms, load_fields())
    assert keys[0][1] == keys[1][1]


def test_application_that_opens_with_a_name_is_a_persons() -> None:
    forms = [("护士执业注册申请表", ["姓名", "身份证号", "拟执业机构"]), ("体检表", ["姓名", "身份证号", "单位"])]
    keys = form_keys(forms, load_fields())
    assert keys[0][:2] == keys[1][:2] == ("applicant.name", "applicant.id")


def test_party_of_a_contract_is_who_the_brackets_say() -> None:
    forms = [("聘用审批表", ["用人单位名称", "法定代表人"]), ("合同要素表", ["甲方（用人单位）", "岗位"])]
    assert form_keys(forms, load_fields())[1][0] == "unit.name"


def test_name_in_two_scripts_is_asked_twice() -> None:
    keys = field_keys("来华工作许可申请表", ["姓名（中文）", "姓名（英文）"], load_fields())
    assert keys[0] != keys[1]


def test_who_signs_the_pledge_of_a_persons_application_is_the_applicant() -> None:
    forms = [("补贴申请表", ["申请人姓名", "身份证号"]), ("创业承诺书", ["创业者姓名", "身份证号码"])]
    assert form_keys(forms, load_fields())[1] == ("applicant.name", "applicant.id")


def test_unit_behind_a_label_is_no_part_of_the_question() -> None:
    assert field_keys("申请表", ["总建筑面积平方米"], load_fields()) == ("project.floor_area",)


def _keyed(*fields: Field) -> tuple[str, ...]:
    form = Form("f1", "变更登记申请书", None, fields, _SPAN)
    return tuple(field.key for field in key_forms((form,), load_fields())[0].fields)


def test_heading_beside_the_cells_says_whose_name_it_is() -> None:
    unit = Field("企业名称", "", None, _SPAN)
    name = Field("姓名", "", None, _SPAN, section="经营者基本情况")
    assert _keyed(unit, name) == ("unit.name", "legal.name")


def test_names_in_a_list_are_not_the_applicants() -> None:
    applicant = Field("姓名", "", None, _SPAN)
    member = Field("姓名", "", None, _SPAN, section="家庭成员", repeated=True)
    assert _keyed(applicant, member) == ("applicant.name", "person-家庭成员.name")


def test_body_that_tests_is_not_the_body_that_applies() -> None:
    forms = [("使用登记申请表", ["使用单位名称", "检测单位"]), ("检测情况表", ["检测机构名称", "检测结论"])]
    keys = form_keys(forms, load_fields())
    assert keys[0][0] != keys[0][1] == keys[1][0]


def test_school_in_a_persons_application_is_not_where_he_works() -> None:
    forms = [("补贴申请表", ["姓名", "身份证号", "工作单位"]), ("培训记录表", ["学员姓名", "学校名称"])]
    keys = form_keys(forms, load_fields())
    assert keys[0][2] != keys[1][1]


def test_number_of_a_party_is_that_of_the_person_it_stands_for() -> None:
    forms = [("备案申请表", ["出租人姓名", "出租人身份证号"]), ("合同信息表", ["甲方（出租人）", "甲方证件号码"])]
    keys = form_keys(forms, load_fields())
    assert keys[0] == keys[1]
