"""A decision finds its thing again in a changed guide."""

from dataclasses import replace

from little_guides import citation, guide, material, step

from assistant.decisions import anchor_of, names_item
from assistant.decisions.anchors import spots
from assistant.model.decision import Anchor
from assistant.model.finding import Target
from assistant.model.guide import Guide, Head
from assistant.model.material import Material

ID_CARD, LICENCE, RECORD = (
    material("居民身份证", "L001"),
    material("营业执照", "L011"),
    material("无犯罪记录证明", "P031"),
)


def found(asked: Guide, number: int, later: Guide) -> object:
    return spots(anchor_of(asked, asked.materials[number - 1]), (later,))


def at(material_id: str) -> object:
    return (("g1", Target("material", material_id)),)


def test_rows_may_move() -> None:
    asked, later = guide(ID_CARD, RECORD), guide(LICENCE, RECORD, ID_CARD)
    assert found(asked, 1, later) == at("m3")


def test_a_new_name_of_the_same_kind_is_the_same_material() -> None:
    asked, later = guide(ID_CARD, RECORD), guide(material("无违法犯罪记录证明", "P031"), ID_CARD)
    assert found(asked, 2, later) == at("m1")


def test_spaces_and_punctuation_of_a_name_do_not_matter() -> None:
    asked, later = guide(material("门面照片(3张)")), guide(material("门面 照片（3张）"))
    assert found(asked, 1, later) == at("m1")


def test_what_is_gone_is_gone() -> None:
    assert found(guide(ID_CARD, RECORD), 2, guide(ID_CARD)) == "gone"


def test_of_two_materials_of_one_kind_the_name_decides() -> None:
    husband, wife = material("男方身份证", "L001"), material("女方身份证", "L001")
    assert found(guide(husband, wife), 2, guide(wife, husband)) == at("m1")
    assert found(guide(husband, wife), 2, guide(husband)) == "gone"


def test_a_second_material_of_the_kind_does_not_take_a_decision_over() -> None:
    asked = guide(material("身份证", "L001"))
    assert found(asked, 1, guide(material("男方身份证", "L001"), material("女方身份证", "L001"))) == "several"
    assert found(asked, 1, guide(material("女方身份证", "L001"), material("身份证", "L001"))) == at("m2")


def test_namesakes_are_told_apart_by_their_case_and_then_by_their_number() -> None:
    new, change = replace(ID_CARD, scenario="新办"), replace(ID_CARD, scenario="变更")
    assert found(guide(new, change), 2, guide(change, new)) == at("m1")
    assert found(guide(ID_CARD, LICENCE, ID_CARD), 3, guide(ID_CARD, ID_CARD, LICENCE)) == at("m2")
    assert found(guide(ID_CARD, LICENCE, ID_CARD), 3, guide(ID_CARD, LICENCE)) == "gone"


def coded(name: str, code: str | None, *materials: Material) -> Guide:
    return guide(*materials, head=Head(name, code))


def test_an_item_is_known_by_its_code_though_its_name_changes() -> None:
    asked = coded("食品经营许可", "1500001", ID_CARD)
    assert found(asked, 1, coded("食品经营许可证核发", "1500001", ID_CARD)) == at("m1")
    assert found(asked, 1, coded("食品经营许可", "1500002", ID_CARD)) == "item"
    assert found(asked, 1, coded("食品经营 许可", None, ID_CARD)) == at("m1")


def test_an_item_that_gets_its_code_later_is_known_by_its_name() -> None:
    assert found(coded("高龄津贴", None, ID_CARD), 1, coded("高龄津贴", "1500003", ID_CARD)) == at("m1")


def test_of_two_guides_with_one_name_in_a_file_the_second_is_meant() -> None:
    two = (guide(ID_CARD), replace(guide(ID_CARD), id="g2"))
    anchor = anchor_of(two[1], two[1].materials[0], two)
    assert spots(anchor, two) == (("g2", Target("material", "m1")),)
    assert spots(anchor, two[:1]) == "item"
    assert spots(anchor_of(two[0], two[0].materials[0]), two) == "several"


def test_steps_are_found_by_name_and_citations_wherever_their_words_stand() -> None:
    asked = guide(
        steps=(step("受理"), step("会签")),
        citations=(citation(id="c1"), citation(id="c2"), citation(id="c3", written="x")),
    )
    assert spots(Anchor("补贴申领", "step", "会签"), (asked,)) == (("g1", Target("step", "会签")),)
    words = Anchor("补贴申领", "citation", "行政许可法第三十二条")
    assert spots(words, (asked,)) == (("g1", Target("citation", "c1")), ("g1", Target("citation", "c2")))


def test_an_anchor_of_nothing_names_no_item_with_a_name() -> None:
    assert not names_item(Anchor("", "guide", ""), guide(ID_CARD))
    assert names_item(Anchor("", "guide", ""), guide(ID_CARD, name=""))
