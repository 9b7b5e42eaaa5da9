"""Which materials are pointed at, and which are left in peace."""

from typing import Any

import pytest
from little_guides import citation, findings, guide, material, rules_of

from assistant.errors import LexiconError
from assistant.lexicon.guide_words import WordClass
from assistant.lexicon.loading import load_yaml
from assistant.lexicon.rule_words import load_rule_words
from assistant.model.guide import Guide
from assistant.model.span import Span
from assistant.resources import data
from assistant.rules.own_basis import without_law
from assistant.rules.papers import bare, issuer_class, sort_of_paper

_BASIS: Any = load_yaml(data("lexicons/rules/own_basis.yaml"), "own_basis.yaml", LexiconError)


def warned(*guides: Guide) -> set[str]:
    """The rules that fired with more than a hint."""
    return {each.rule for each in findings(*guides) if each.severity != "hint"}


@pytest.mark.parametrize(
    "name", ["低保申请表", "资金落实承诺书", "无违法记录声明", "转学申请", "授权委托书", "章程草案", "施工合同"]
)
def test_what_the_applicant_writes_himself_is_never_pointed_at(name: str) -> None:
    assert rules_of(guide(material(name, basis_written="无"))) == set()


def test_a_shown_original_is_left_in_peace() -> None:
    assert rules_of(guide(material("居民身份证", "L001", original=True, shown_only=True))) == set()


def test_a_licence_that_is_given_back_is_left_in_peace() -> None:
    old = material("原公共场所卫生许可证", "L091", original=True)
    assert rules_of(guide(old)) == set()


def test_the_licence_the_item_is_about_is_left_in_peace() -> None:
    own = material("《医疗机构执业许可证》副本", "L090", original=True)
    assert rules_of(guide(own, name="医疗机构执业许可（变更名称）")) == set()


def test_a_paper_from_abroad_is_in_no_register_here() -> None:
    assert rules_of(guide(material("外国（地区）企业住所证明", "P103"))) == set()


def test_a_hospital_may_certify_an_illness_and_a_village_may_not() -> None:
    by_hospital, by_village = (material("疾病证明", "P083", issuer=who) for who in ("二级以上医院", "村委会"))
    assert rules_of(guide(by_hospital)) == set()
    assert "odd-proof/village-list-2020" in rules_of(guide(by_village))


def test_the_bare_other_materials_are_a_catch_all() -> None:
    assert rules_of(guide(material("受理机关认为需要的其他材料"))) == {"catch-all/catch-all-material"}


def test_other_materials_that_are_named_are_none() -> None:
    named = material("其他材料", written="其他材料（包括近三年审计报告）")
    assert rules_of(guide(named)) == set()


def test_a_copy_and_the_original_of_one_card_are_one_paper() -> None:
    twice = guide(material("居民身份证", "L001", 1, shown_only=True), material("身份证", "L001", 2, original=False))
    assert "duplicate/same-paper-twice" in rules_of(twice)


def test_cards_of_two_holders_are_two_papers() -> None:
    two = guide(material("身份证", "L001", 1), material("身份证", "L001", 2, holder="受托人"))
    assert "duplicate/same-paper-twice" not in rules_of(two)


def test_holders_named_only_in_the_name_count_too() -> None:
    two = guide(material("居住证", "L004", 1), material("父母居住证", "L004", 2))
    assert "duplicate/same-paper-twice" not in rules_of(two)


def test_papers_of_two_cases_are_two_papers() -> None:
    two = guide(material("营业执照", "L057", 1, scenario="新办"), material("营业执照", "L057", 2, scenario="变更"))
    assert "duplicate/same-paper-twice" not in rules_of(two)


def test_papers_in_two_mixed_lines_may_be_of_two_companies() -> None:
    first, second = Span(0, 50), Span(200, 250)
    lines = guide(
        material("施工合同", None, 1, entry=first),
        material("营业执照", "L057", 2, entry=first),
        material("监理合同", None, 3, entry=second),
        material("营业执照", "L057", 4, entry=second),
    )
    assert "duplicate/maybe-same-paper" in rules_of(lines)
    assert "duplicate/same-paper-twice" not in rules_of(lines)


def test_an_alternative_that_nobody_can_look_up_keeps_the_group() -> None:
    group = guide(material("无房证明", "P076", 1, choice="c1"), material("房屋租赁合同", "P156", 2, choice="c1"))
    assert "online-check/registered-fact" not in rules_of(group)


def test_a_proof_with_only_a_ministry_rule_behind_it_lacks_a_law() -> None:
    rule = citation(level="部门规章")
    asked = guide(material("无犯罪记录证明", "P024", basis=("c1",)), citations=(rule,))
    assert "citation/level-too-low" in rules_of(asked)


@pytest.mark.parametrize("word_class", load_rule_words().issuers, ids=lambda each: each.examples[0])
def test_issuers_are_of_their_class(word_class: WordClass) -> None:
    found = {issuer_class(material("某证明", issuer=each), load_rule_words()) for each in word_class.examples}
    assert found == {word_class.name}


def test_the_issuer_is_read_from_the_words_too() -> None:
    written = material("生育情况证明", written="社区开的生育情况证明")
    assert issuer_class(written, load_rule_words()) == "village"


def test_catch_alls_keep_their_commas() -> None:
    assert bare("其他有关文件、证件。") == "其他有关文件、证件"
    assert sort_of_paper(material("其他有关文件、证件"), None, load_rule_words()) == "catch_all"


def test_a_report_made_for_the_occasion_is_no_registered_fact() -> None:
    assert rules_of(guide(material("车辆技术等级评定报告", "P133"))) == set()


def test_an_identity_card_is_no_proof_even_where_its_kind_is_one() -> None:
    card = material("法定代表人身份证", "P102", basis_written="局内规定")
    assert rules_of(guide(card)) == {"online-check/registered-fact"}


def test_an_employer_named_at_the_head_of_the_name_issues_it() -> None:
    consent = material("所在单位同意变更姓名的证明")
    assert "issuer-cannot-verify/employer" in rules_of(guide(consent))


def test_a_community_clinic_is_no_village() -> None:
    clinic = material("健康证明", issuer="社区卫生服务中心")
    assert issuer_class(clinic, load_rule_words()) == "office"


def test_two_facts_of_one_kind_are_two_papers() -> None:
    two = guide(material("未婚证明", "P038", 1), material("分居证明", "P038", 2))
    assert "duplicate/same-paper-twice" not in rules_of(two)


def test_two_names_of_one_fact_are_one_paper() -> None:
    two = guide(material("无业证明", "P055", 1), material("未就业证明", "P055", 2))
    assert "duplicate/same-paper-twice" in rules_of(two)


def test_the_assets_of_a_school_are_no_citizens_property() -> None:
    assert rules_of(guide(material("资产证明材料", "P070"), name="民办学校设立审批")) == set()


def test_employment_is_proven_where_the_law_on_injuries_asks_for_it() -> None:
    assert rules_of(guide(material("劳动关系证明", "P056"), name="工伤认定申请")) == set()


def test_neighbours_who_agree_to_a_new_house_are_no_shop_in_a_flat() -> None:
    assert rules_of(guide(material("邻居同意证明", "P104"), name="农村宅基地审批")) == set()


@pytest.mark.parametrize("written", _BASIS["none_examples"])
def test_a_basis_cell_may_say_none_in_many_ways(written: str) -> None:
    assert without_law(written, load_rule_words()) == "none"


@pytest.mark.parametrize("written", [*_BASIS["habit_examples"], *_BASIS["own_number_examples"]])
def test_habits_and_the_offices_own_papers_are_no_law(written: str) -> None:
    assert without_law(written, load_rule_words()) == "habit"


@pytest.mark.parametrize("written", [*_BASIS["none_not"], *_BASIS["own_number_not"], *_BASIS["own_rule_not"]])
def test_other_words_of_a_basis_cell_are_not_judged(written: str) -> None:
    assert without_law(written, load_rule_words()) == "unknown"


@pytest.mark.parametrize("name", ["苏木政府意见", "行业主管部门审核意见书", "建设工程规划许可批复文件"])
def test_opinions_of_other_offices_are_approvals(name: str) -> None:
    assert sort_of_paper(material(name), None, load_rule_words()) == "approval"


@pytest.mark.parametrize("name", ["专家评审意见", "利害关系人意见", "法律意见书", "业主同意意见"])
def test_opinions_of_others_are_none(name: str) -> None:
    assert sort_of_paper(material(name), None, load_rule_words()) != "approval"


def test_the_former_employer_hands_nothing_in() -> None:
    assert "online-check/registered-fact" in rules_of(guide(material("原单位社保缴费证明", "P085")))


def test_a_birth_permit_is_nothing_to_a_new_household_entry() -> None:
    assert "no-basis/birth-permit" in rules_of(guide(material("准生证", "L034"), name="出生登记"))


@pytest.mark.parametrize(
    ("name", "kind", "item"),
    [("医疗机构执业许可证", "L090", "医疗机构校验"), ("不动产权证书", "L066", "抵押权首次登记")],
)
def test_the_original_that_the_item_changes_is_left_in_peace(name: str, kind: str, item: str) -> None:
    assert rules_of(guide(material(name, kind, original=True), name=item)) == set()


def test_of_issuers_to_choose_from_the_one_who_can_tell_counts() -> None:
    either = material("孤儿父母死亡证明", "P035", issuer="公安机关、医疗机构或村（居）委会")
    assert "issuer-cannot-verify/village" not in rules_of(guide(either))


def test_what_an_article_itself_asks_for_is_only_a_hint() -> None:
    proof = material("本人婚姻状况和抚养教育被收养人能力的证明", issuer="所在单位")
    assert "issuer-cannot-verify/employer" not in warned(guide(proof, name="收养登记"))


def test_a_pledge_offered_beside_a_proof_leaves_it_in_peace() -> None:
    either = material("灵活就业证明", "P055", written="灵活就业证明或承诺书")
    assert "online-check/cut-by-check" not in warned(guide(either))


def test_grave_risks_are_not_left_to_a_pledge() -> None:
    place = material("经营场所证明", "P103")
    assert "commitment/written-commitment" not in rules_of(guide(place, name="烟花爆竹经营（零售）许可"))


def test_a_foreigners_passport_is_in_no_register_here() -> None:
    passport = material("护照", "L006", original=False)
    assert rules_of(guide(passport, name="外国人来华工作许可")) == set()


def test_a_kinship_proof_between_heirs_is_only_a_hint() -> None:
    proof = material("亲属关系证明", "P015")
    assert "odd-proof/kinship" not in warned(guide(proof, name="继承不动产转移登记"))
    assert "odd-proof/kinship" in warned(guide(proof, name="住房补贴申领"))


def test_a_home_is_no_place_of_business() -> None:
    home = material("被投靠人合法稳定住所证明", "P103")
    assert rules_of(guide(home, name="夫妻投靠落户")) == set()


def test_a_paper_that_says_whose_it_is_is_no_catch_all() -> None:
    paper = material("公安交通管理部门的相关证明", "P178")
    assert rules_of(guide(paper)) == set()
    assert "catch-all/catch-all-material" in rules_of(guide(material("登记机关要求的相关材料", "P178")))
