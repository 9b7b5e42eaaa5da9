"""What announcements, errands and clauses ask for."""

import pytest
from little_lists import materials, names

from assistant.extraction.materials import find_materials
from assistant.guides import outlines
from assistant.lexicon.materials import load_material_words
from assistant.lexicon.sections import load_sections
from assistant.reading import read_text


def test_a_copy_with_the_original_shown_is_a_copy() -> None:
    (material,) = materials("1.居民身份证复印件（正反面）1份（验原件）")
    assert (material.original, material.copies, material.shown_only) == (False, 1, False)


def test_what_is_asked_before_the_words_that_announce_a_list_counts() -> None:
    text = "1.捕捞申请书；\n收养渔船的，应当提交船况说明书；其中远洋的，还应当提交下列材料：①船员名单；②船图。"
    assert names(text) == ["捕捞申请书", "船况说明书", "船员名单", "船图"]


def test_a_rule_of_waiting_is_no_material() -> None:
    assert names("1.申请表\n2.身份证\n3.申请人一年内不能再次申请变更") == ["申请表", "身份证"]


def test_the_words_that_only_announce_a_list_are_no_material() -> None:
    assert names("（一）未成年的需要提供以下材料\n1.申请表\n2.身份证") == ["申请表", "身份证"]


def test_each_subject_behind_a_stop_has_its_own_paper() -> None:
    assert names("1.船主身份证明：个人提供身份证复印件1份、企业提供营业执照复印件1份。") == ["身份证", "营业执照"]


def test_an_application_and_approval_form_is_one_form() -> None:
    assert names("1.捕捞申请、审批表；\n2.身份证") == ["捕捞申请、审批表", "身份证"]


def test_papers_listed_before_and_so_on_are_papers() -> None:
    text = "1.法院判决书、离婚协议等符合本条例规定可以再次申请的其他有关证明材料；\n2.身份证"
    assert names(text) == ["法院判决书", "离婚协议", "身份证"]


def test_where_one_goes_with_the_papers_is_no_part_of_them() -> None:
    assert names("1.申请表\n2.经办人须持身份证及委托书办理相关手续") == ["申请表", "身份证", "委托书"]


def test_what_the_office_does_with_a_paper_is_no_part_of_it() -> None:
    assert names("1.登记表、遗失说明材料并村（社区）、乡镇审核盖章。\n2.照片") == ["登记表", "遗失说明材料", "照片"]


def test_a_form_to_fill_in_before_the_list_is_announced_counts() -> None:
    document = read_text(
        "渔船登记办事指南\n船主应填写《渔船登记表》，并提供以下证件和资料：\n（一）船图；\n（二）照片。\n"
    )
    (outline,) = outlines(document, load_sections())
    found, _ = find_materials(document, outline, load_material_words())
    assert [material.name for material in found] == ["渔船登记表", "船图", "照片"]


def test_who_hands_in_to_whom_is_no_part_of_the_name() -> None:
    assert names("1.家长向学校提出休学书面申请\n2.户口簿") == ["休学书面申请", "户口簿"]


def test_the_seal_of_an_issued_paper_is_no_part_of_its_name() -> None:
    assert names("1.公安部门出具的加盖印章的户籍证明\n2.照片") == ["户籍证明", "照片"]


def test_a_paper_and_the_like_of_some_office_is_that_paper() -> None:
    assert names("1.未落户的，可凭户口迁移证明等公安部门出具的证明材料办理登记\n2.照片")[0] == "户口迁移证明"


def test_what_the_office_issues_ends_the_list() -> None:
    text = "公司持《营业执照》；\n机关持《法人登记证》；\n照片。\n登记机关为申请人开具《缴费通知》，凭通知领取登记证。"
    assert names(text) == ["营业执照", "法人登记证", "照片"]


def test_a_table_whose_cells_lie_each_on_a_line_is_read_by_its_header() -> None:
    cells = ("序号", "申请材料名称", "材料要求", "样本", "备注", "1", "船图", "原件1份", "2", "照片", "彩色")
    assert names("\n".join(cells)) == ["船图", "照片"]


def test_a_count_in_a_full_row_is_not_the_next_rows_number() -> None:
    cells = ("序号", "材料名称", "份数", "1", "船图", "2", "2", "照片", "3")
    assert [(each.name, each.copies) for each in materials("\n".join(cells))] == [("船图", 2), ("照片", 3)]


def test_a_licence_that_is_given_back_is_a_material() -> None:
    assert names("1.申请书\n2.已领取营业执照的缴回营业执照正、副本") == ["申请书", "营业执照"]


def test_a_list_counted_by_letters_goes_on_behind_h() -> None:
    marks = "abcdefghij"
    papers = ["申请书", "章程", "船图", "照片", "身份证", "户口簿", "发票", "合同", "登记表", "承诺书"]
    assert names("\n".join(f"{mark}){paper}；" for mark, paper in zip(marks, papers, strict=True))) == papers


def test_a_seal_of_some_use_is_no_material() -> None:
    assert names("1.发票领购簿\n2.财务专用章或发票专用章\n3.发票存根") == ["发票领购簿", "发票存根"]


def test_an_office_in_a_bracket_behind_a_proof_issues_it() -> None:
    found = materials("1.健在证明（村委会）\n2.收入证明（村（居）委会）\n3.住房证明（复印件）\n4.登记表（乡镇政府）")
    assert [each.issuer for each in found] == ["村委会", "村（居）委会", None, None]


@pytest.mark.parametrize("marks", [("甲、", "乙、", "丙、"), ("D. ", "E. ", "F. "), ("4.6 ", "4.7 ", "4.8 ")])
def test_marks_of_every_style_are_no_part_of_the_name(marks: tuple[str, ...]) -> None:
    papers = ["申请表", "营业执照", "旅馆平面图"]
    assert names("\n".join(f"{mark}{paper}" for mark, paper in zip(marks, papers, strict=True))) == papers


def test_two_parties_are_no_marks() -> None:
    assert names("1.甲、乙双方签订的租赁合同\n2.申请表") == ["甲、乙双方签订的租赁合同", "申请表"]


def test_two_certificates_that_touch_are_two() -> None:
    assert names("1.夫妻身份证户口本复印件\n2.申请表") == ["夫妻身份证", "户口本", "申请表"]


def test_what_one_hands_in_may_be_said_of_a_pledge() -> None:
    assert names("1.承诺所提供信息真实、完整的承诺书\n2.申请表")[0] == "承诺所提供信息真实、完整的承诺书"


def test_a_title_that_never_closes_has_its_bracket_cut() -> None:
    assert names("1.《不动产权属证书（原件收回）\n2.申请表") == ["不动产权属证书", "申请表"]
