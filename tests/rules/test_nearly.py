"""Which rules all but fired, and what is missing."""

from datetime import date

from assistant.rules import load_rules
from assistant.rules.facts import MaterialFact
from assistant.rules.nearly import Near, nearly

RULES = load_rules().rules
DAY = date(2026, 11, 23)


def near(fact: MaterialFact, *others: MaterialFact, day: date = DAY) -> dict[str, Near]:
    return {each.rule.id: each for each in nearly(RULES, (fact, *others), fact, day)}


def material(**more: object) -> MaterialFact:
    return MaterialFact(id="m1", guide="g1", name="健在证明", item="高龄津贴", **more)  # type: ignore[arg-type]


def test_a_statement_of_the_applicants_own_nearly_is_a_proof_to_commit_to() -> None:
    found = near(material(paper="form", policy="commit"))["commitment/written-commitment"]
    assert (found.missing, found.test and found.test.field, found.value) == ("test", "paper", "form")
    assert "policy" in [test.field for test in found.held]


def test_what_fires_is_not_near() -> None:
    assert "commitment/written-commitment" not in near(material(paper="proof", policy="commit"))


def test_that_a_paper_is_a_proof_says_nothing() -> None:
    assert near(material(paper="proof")) == {}


def test_another_class_of_kind_is_no_near_miss() -> None:
    assert "commitment/statement-instead" not in near(material(paper="proof", policy="cut", first_ground="E"))


def test_two_of_the_same_paper_need_a_second() -> None:
    second = material(paper="proof", paper_key="k", occurrence=2)
    found = near(second)["duplicate/same-paper-twice"]
    assert found.missing == "partner"
    first = MaterialFact("m2", "g1", "健在证明", "高龄津贴", paper="proof", paper_key="k", occurrence=1)
    assert "duplicate/same-paper-twice" not in near(second, first)


def test_a_rule_that_is_not_in_force_yet_is_near() -> None:
    village = material(paper="proof", issuer="village", village_item=10, village_item_name="健在")
    assert near(village, day=date(2019, 6, 1))["odd-proof/village-list-2020"].missing == "day"
