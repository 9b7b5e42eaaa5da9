"""How two papers stand to each other."""

from pathlib import Path

import pytest
import yaml

from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.relations import load_relations
from assistant.matching.pairs import apart, relation

_CASES = yaml.safe_load((Path(__file__).parent / "pairs_cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("one", "other", "wanted"), _CASES)
def test_pair_as_an_office_meets_it(one: str, other: str, wanted: str) -> None:
    assert relation(one, other, load_kinds()).value in wanted.split("|")


@pytest.mark.parametrize(("one", "other", "wanted"), load_relations().examples)
def test_example_of_the_relations_file_holds(one: str, other: str, wanted: str) -> None:
    assert relation(one, other, load_kinds()).value == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [row for row in _CASES if row[2] in ("same", "opposite", "different")]
)
def test_sameness_opposition_and_difference_hold_both_ways(one: str, other: str, wanted: str) -> None:
    assert relation(other, one, load_kinds()).value == relation(one, other, load_kinds()).value == wanted


def test_every_kind_in_the_relations_file_exists() -> None:
    table, ids = load_relations(), set(load_kinds().rows)
    named = set(table.broad)
    for cover in table.covers:
        named |= cover.by | cover.of
    for group in table.substitutable:
        named |= group.kinds
    assert named <= ids


def test_relation_gives_its_reason() -> None:
    assert relation("男方身份证", "女方身份证", load_kinds()).reason == "不是同一人的材料"


def test_cases_of_one_item_are_apart() -> None:
    assert apart("设立登记申请书", "变更登记申请书")
    assert not apart("生产经营许可证", "经营许可证")
