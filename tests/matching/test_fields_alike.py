"""Labels that no list has, and who or what is one where no form asks both."""

from assistant.lexicon.fields import load_fields
from assistant.matching.fields import field_keys, form_keys


def _same(first: list[str], second: list[str], name: str = "申请表", other: str = "情况表") -> set[tuple[str, str]]:
    """The pairs of labels of two forms that are one question."""
    keys = form_keys([(name, first), (other, second)], load_fields())
    return {
        (a, b)
        for a, one in zip(first, keys[0], strict=True)
        for b, two in zip(second, keys[1], strict=True)
        if one == two
    }


def test_label_written_out_is_the_short_one() -> None:
    assert ("应建弹药库面积", "应建面积") in _same(["单位名称", "应建弹药库面积"], ["单位名称", "应建面积"])


def test_measure_more_makes_no_other_question() -> None:
    assert ("绿肥投入", "绿肥投入额") in _same(["单位名称", "绿肥投入"], ["单位名称", "绿肥投入额"])


def test_ends_that_each_form_has_once_are_one_question() -> None:
    assert ("送检批次", "抽检批次") in _same(["单位名称", "送检批次"], ["单位名称", "抽检批次"])


def test_end_that_a_form_has_twice_joins_nothing() -> None:
    assert _same(["单位名称", "送检批次", "留样批次"], ["单位名称", "抽检批次"]) == {("单位名称", "单位名称")}


def test_areas_of_two_things_stay_two_questions() -> None:
    assert _same(["单位名称", "晾晒棚面积"], ["单位名称", "检验室面积"]) == {("单位名称", "单位名称")}


def test_greatest_amount_is_another_than_the_amount() -> None:
    assert ("日配送量", "日最大配送量") not in _same(["单位名称", "日配送量"], ["单位名称", "日最大配送量"])


def test_owner_of_a_shop_is_the_applicant_and_its_phone_his() -> None:
    found = _same(["店铺名称", "经营者姓名", "身份证号", "联系电话"], ["申请人姓名", "身份证号码", "手机号码"])
    assert {("经营者姓名", "申请人姓名"), ("身份证号", "身份证号码")} <= found


def test_legal_representative_of_a_company_is_not_who_applies() -> None:
    assert _same(["企业名称", "法定代表人"], ["申请人姓名", "身份证号码"]) == set()


def test_husband_and_wife_are_man_and_woman_where_a_form_says_so() -> None:
    assert _same(["女方姓名", "男方姓名"], ["丈夫姓名", "妻子姓名"]) == {
        ("女方姓名", "妻子姓名"),
        ("男方姓名", "丈夫姓名"),
    }


def test_who_is_to_follow_is_the_new_one() -> None:
    found = _same(["原理事长", "拟任理事长"], ["新任理事长姓名", "身份证号"])
    assert ("拟任理事长", "新任理事长姓名") in found
    assert ("原理事长", "新任理事长姓名") not in found


def test_living_place_in_a_list_of_people_is_theirs() -> None:
    assert ("住所", "住所") not in _same(["合作社名称", "住所"], ["合作社名称", "成员姓名", "住所"], other="成员名册")


def test_what_a_partner_gives_is_not_the_capital() -> None:
    assert _same(["企业名称", "出资额"], ["合伙人姓名", "出资额"]) == set()


def test_name_in_a_pledge_called_after_its_head_is_his() -> None:
    assert ("负责人", "姓名") in _same(["场所名称", "负责人"], ["姓名", "场所名称"], other="负责人无违规承诺书")


def test_way_and_kind_of_the_matter_are_two_questions() -> None:
    assert _same(["申请人姓名", "养殖方式"], ["承诺人", "养殖品种"], other="养殖承诺书") == {("申请人姓名", "承诺人")}


def test_workers_without_a_name_are_counted() -> None:
    assert field_keys("登记表", ["单位名称", "负责人", "从业人员", "经营面积"], load_fields())[2] == "unit.staff"


def test_amount_really_taken_is_not_the_amount_applied_for() -> None:
    assert _same(["单位名称", "取水量"], ["单位名称", "实际取水量"], name="取水许可申请表") == {
        ("单位名称", "单位名称")
    }
