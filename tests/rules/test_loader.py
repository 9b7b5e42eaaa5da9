"""A wrong rule file says where and what is allowed."""

from pathlib import Path

import pytest

from assistant.errors import RuleError
from assistant.rules.loader import load_only, load_rules
from assistant.rules.skeleton import skeleton

RULE = skeleton("some-proof")


def load(folder: Path, text: str) -> str:
    """The message of the RuleError that the rule file ``text`` raises."""
    (folder / "rules/odd-proof").mkdir(parents=True)
    (folder / "rules/odd-proof/some-proof.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as caught:
        load_only(folder / "rules")
    return str(caught.value)


def test_the_skeleton_is_a_rule(tmp_path: Path) -> None:
    (tmp_path / "odd-proof").mkdir()
    (tmp_path / "odd-proof/some-proof.yaml").write_text(RULE, "utf-8")
    assert [rule.id for rule in load_only(tmp_path).rules] == ["odd-proof/some-proof"]


def test_a_folder_of_ones_own_extends_the_shipped_rules(tmp_path: Path) -> None:
    (tmp_path / "my").mkdir()
    (tmp_path / "my/some-proof.yaml").write_text(RULE, "utf-8")
    ids = [rule.id for rule in load_rules(tmp_path).rules]
    assert "my/some-proof" in ids
    assert len(ids) == len(load_rules().rules) + 1


def test_a_rule_of_a_shipped_name_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "my").mkdir()
    (tmp_path / "my/kinship.yaml").write_text(RULE.replace("some-proof", "kinship"), "utf-8")
    ids = [rule.id for rule in load_rules(tmp_path).rules]
    assert "my/kinship" in ids
    assert "odd-proof/kinship" not in ids


def test_the_last_folder_wins(tmp_path: Path) -> None:
    for folder, title in (("one", "甲"), ("two", "乙")):
        (tmp_path / folder / "my").mkdir(parents=True)
        text = RULE.replace("一句话说明毛病", title)
        (tmp_path / folder / "my/some-proof.yaml").write_text(text, "utf-8")
    rule = load_rules(tmp_path / "one", tmp_path / "two").named("some-proof")
    assert rule is not None
    assert rule.title == "乙"


def test_an_unknown_field_names_the_line_and_the_fields(tmp_path: Path) -> None:
    message = load(tmp_path, RULE.replace("fact: material, name", "fact: material, colour"))
    assert message.startswith("rules/odd-proof/some-proof.yaml:12: material 没有字段“colour”；可用：id、guide、name")


def test_an_unknown_key_names_the_keys(tmp_path: Path) -> None:
    message = load(tmp_path, RULE.replace("why:", "reasons:"))
    assert "没有“reasons”这一项；可用：id、title" in message


def test_a_category_that_is_none(tmp_path: Path) -> None:
    assert "“category”不能是“nonsense”" in load(tmp_path, RULE.replace("odd_proof ", "nonsense "))


def test_a_word_where_a_number_belongs(tmp_path: Path) -> None:
    message = load(tmp_path, RULE.replace("name: 某某证明}", "village_item: {at_least: 三}}"))
    assert "“三”应当是整数" in message


def test_comparing_words_is_refused(tmp_path: Path) -> None:
    message = load(tmp_path, RULE.replace("name: 某某证明}", "name: {at_least: 3}}"))
    assert "“name”不是数字" in message


def test_two_facts_need_a_join(tmp_path: Path) -> None:
    message = load(tmp_path, RULE.replace("point_at", "    - other: {fact: step}\npoint_at"))
    assert "same_as" in message


def test_a_placeholder_of_no_fact(tmp_path: Path) -> None:
    assert "“step”没有在 when 里出现" in load(tmp_path, RULE.replace("{material.name}", "{step.name}"))


def test_an_id_other_than_the_file_name(tmp_path: Path) -> None:
    assert "应当与文件名“some-proof”一致" in load(tmp_path, RULE.replace("id: some-proof", "id: other"))


def test_a_firing_example_without_a_spot(tmp_path: Path) -> None:
    message = load(tmp_path, RULE.replace("⟦某某证明⟧", "某某证明"))
    assert "⟦⟧" in message


def test_broken_yaml(tmp_path: Path) -> None:
    assert "rules/odd-proof/some-proof.yaml:2: YAML" in load(tmp_path, "id: [\ntitle: }")


def test_the_same_id_in_two_topics(tmp_path: Path) -> None:
    (tmp_path / "rules/another").mkdir(parents=True)
    (tmp_path / "rules/another/some-proof.yaml").write_text(RULE, "utf-8")
    assert "重复" in load(tmp_path, RULE)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("when:\n  all:\n    - material: {fact: material, name: 某某证明}", "when:\n  all: []", "至少有一项"),
        ("fact: material, name", "fact: person, name", "“fact”不能是“person”"),
        ("name: 某某证明}", "paper_key: {same_as: other.name}}", "same_as 写成"),
        ("why: 为什么是毛病，写给经办人看。", "why: 3", "应当是文字"),
        ("confidence: medium", "defers_to_law: maybe\nconfidence: medium", "应当是 true 或 false"),
        ("confidence: medium", "effective: {from: soon}\nconfidence: medium", "应当是日期"),
        ("  - {ground: A}", "  - {ground: Z}", "“ground”不能是“Z”"),
        ("title: 一句话说明毛病\n", "", "缺少“title”"),
        ("name: 某某证明}", "village_item: {at_least: [1, 2]}}", "只能写一个数字"),
    ],
)
def test_other_mistakes_are_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in RULE
    assert says in load(tmp_path, RULE.replace(old, new))
