"""The words for the rules, with the examples that stand beside them."""

from typing import Any

import pytest
import yaml

from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.rule_words import load_rule_words
from assistant.resources import data


def read(name: str) -> Any:
    return yaml.safe_load(data(f"lexicons/rules/{name}.yaml").read_text("utf-8"))


WORDS = load_rule_words()


@pytest.mark.parametrize("name", read("catch_all")["examples"])
def test_catch_alls(name: str) -> None:
    assert WORDS.catch_all.fullmatch(name)


@pytest.mark.parametrize("name", read("catch_all")["not_examples"])
def test_no_catch_alls(name: str) -> None:
    assert not WORDS.catch_all.fullmatch(name)


@pytest.mark.parametrize("name", read("papers")["form"]["examples"])
def test_forms_the_applicant_fills_in(name: str) -> None:
    assert name.endswith(WORDS.forms)


@pytest.mark.parametrize("name", read("papers")["proof"]["examples"])
def test_proofs(name: str) -> None:
    assert name.endswith(WORDS.proofs)
    assert not name.endswith(WORDS.forms)


@pytest.mark.parametrize("name", read("own_basis")["habit_examples"])
def test_habits_are_no_law(name: str) -> None:
    assert any(word in name for word in WORDS.habits)


@pytest.mark.parametrize("name", read("own_basis")["own_rule_examples"])
def test_rules_of_the_office_itself(name: str) -> None:
    assert WORDS.own_rule.match(name)


@pytest.mark.parametrize("name", read("own_basis")["own_rule_not"])
def test_rules_of_the_state_are_not_the_offices_own(name: str) -> None:
    assert not WORDS.own_rule.match(name)


@pytest.mark.parametrize("word_class", list(WORDS.steps.values()), ids=str)
def test_words_of_steps(word_class: Any) -> None:
    assert all(word_class.in_(example) for example in word_class.examples)


def test_every_kind_named_in_the_lists_exists() -> None:
    kinds = {kind for items in WORDS.lists.values() for item in items for kind in item.kinds}
    kinds |= set(WORDS.scopes) | {kind for case in WORDS.cases for kind in case.kinds}
    assert {kind for kind in kinds if load_kinds().get(kind) is None} == set()


def test_the_list_of_2020_has_twenty_items() -> None:
    assert [item.number for item in WORDS.lists["village"]] == list(range(1, 21))


def test_the_lists_of_2016_have_nine_and_five_items() -> None:
    assert (len(WORDS.lists["id"]), len(WORDS.lists["register"])) == (9, 5)


@pytest.mark.parametrize("name", read("negatives")["examples"])
def test_nobody_can_certify_that_something_is_not(name: str) -> None:
    assert WORDS.negatives.of(name, "village")


@pytest.mark.parametrize("name", read("negatives")["not_examples"])
def test_words_that_only_begin_like_a_negative(name: str) -> None:
    assert not WORDS.negatives.of(name, "village")


@pytest.mark.parametrize("name", ["无宅基地证明", "无权属争议证明"])
def test_a_village_knows_what_it_deals_with_itself(name: str) -> None:
    assert not WORDS.negatives.of(name, "village")
