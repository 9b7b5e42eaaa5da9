"""A user's own lexicons extend the shipped ones, override them by id, and are refused with their own line."""

from pathlib import Path

import pytest

from assistant.errors import LexiconError
from assistant.evaluation.lexicon_examples import lexicon_failures
from assistant.knowledge import load_knowledge
from assistant.lexicon.chains import load_chains
from assistant.lexicon.citations import load_citation_words
from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.rule_words import load_rule_words
from assistant.lexicon.sections import load_sections
from assistant.lexicon.steps import load_step_words
from assistant.matching.kinds import match_kind


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_list_goes_on_where_the_shipped_one_ends(tmp_path: Path) -> None:
    written(tmp_path, "steps.yaml", "departments: [主办苏木]\n")
    assert load_step_words(tmp_path).departments == (*load_step_words().departments, "主办苏木")


def test_a_list_marked_only_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, "steps.yaml", "departments: !only [主办苏木]\n")
    assert load_step_words(tmp_path).departments == ("主办苏木",)


def test_an_entry_with_a_known_id_is_changed_and_not_doubled(tmp_path: Path) -> None:
    written(tmp_path, "sections/gbt36114.yaml", "elements:\n  - id: basis\n    name: 法定依据\n")
    own, shipped = load_sections(tmp_path), load_sections()
    assert own.name("basis") == "法定依据"
    assert len(own.elements) == len(shipped.elements)
    assert own.elements_of("设定依据") == ("basis",)


def test_a_row_of_a_kind_has_only_what_it_changes(tmp_path: Path) -> None:
    written(tmp_path, "proofs.jsonl", '{"id": "P032", "action": "keep", "note": "本旗另有规定"}\n')
    own, shipped = load_kinds(tmp_path).rows["P032"], load_kinds().rows["P032"]
    assert (own.action, own.note, own.name) == ("keep", "本旗另有规定", shipped.name)


def test_a_new_kind_and_its_names_are_known(tmp_path: Path) -> None:
    row = '{"id": "P901", "name": "草畜平衡证明", "action": "cut", "confidence": "high"}\n'
    written(tmp_path, "proofs.jsonl", row)
    written(tmp_path, "matching/aliases.yaml", "kinds:\n  P901: [草畜平衡情况证明]\n")
    assert match_kind("草畜平衡情况证明", load_kinds(tmp_path)).id == "P901"
    assert match_kind("草畜平衡情况证明", load_kinds()).id is None


def test_later_folders_go_before_earlier_ones(tmp_path: Path) -> None:
    for name, action in (("a", "keep"), ("b", "verify")):
        written(tmp_path / name, "proofs.jsonl", f'{{"id": "P032", "action": "{action}"}}\n')
    assert load_kinds(tmp_path / "a", tmp_path / "b").rows["P032"].action == "verify"


def test_words_for_rules_and_citations_and_chains_are_extended(tmp_path: Path) -> None:
    written(tmp_path, "rules/papers.yaml", "proof:\n  endings: [证言]\n")
    written(tmp_path, "citations/aliases.yaml", "aliases:\n  - {name: 草法, title: 中华人民共和国草原法}\n")
    written(tmp_path, "chains.yaml", "企业开办:\n  words: [一照通]\n")
    assert load_rule_words(tmp_path).proofs[-1] == "证言"
    assert load_citation_words(tmp_path).aliases["草法"] == "中华人民共和国草原法"
    assert load_chains(tmp_path)[0].holds("一照通办")


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("steps.yaml", "acts: [甲]\ndepartments: 局\n", 2, "列表"),
        ("steps.yaml", "departments: [甲, 3]\n", 1, "这一项"),
        ("steps.yaml", "departments:\n  - 甲\n  - {乙: 丙}\n", 3, "这一项"),
        ("steps.yaml", "departments: [甲\n", 2, "YAML"),
        ("steps.yaml", "", 1, "没有内容"),
        ("chains.yaml", "企业开办:\n  words: [甲]\n牧业开办:\n  words: [乙]\n", 3, "unless"),
        ("rules/issuers.yaml", "- name: banner\n  words: [旗署]\n", 1, "examples"),
        ("sections/gbt36114.yaml", "elements:\n  - id: basis\n    headings: ['(']\n", 3, "写法有误"),
        ("matching/aliases.yaml", "kinds:\n  P999: [甲]\n", 2, "P999"),
        ("matching/slots.yaml", "\nacts: 出具\n", 2, "列表"),
        ("proofs.jsonl", '\n{"id": "P901"}\n', 2, "name"),
        ("proofs.jsonl", "[]\n", 1, "对象"),
        ("form_fields.yaml", "roles:\n  herder: {title: 牧户}\n", 2, "words"),
        ("step.yaml", "acts: [甲]\n", 1, "是不是 rules/steps.yaml、steps.yaml"),
        ("rules/foo.yaml", "a: 1\n", 1, "rules 里有"),
        ("papers.yaml", "proof: {}\n", 1, "rules/papers.yaml"),
        ("flow.yaml", "start: 开始\n", 1, "不能"),
    ],
)
def test_what_is_wrong_is_refused_with_the_users_own_line(
    tmp_path: Path, name: str, text: str, line: int, words: str
) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(LexiconError) as caught:
        load_knowledge(lexicons=(tmp_path,))
    assert caught.value.where == f"{path}:{line}"
    assert words in str(caught.value)


def test_the_shipped_examples_hold() -> None:
    assert list(lexicon_failures()) == []


def test_an_example_of_the_users_that_does_not_hold_is_told(tmp_path: Path) -> None:
    written(tmp_path, "matching/aliases.yaml", "kinds:\n  P032: [在世书]\nexamples:\n  - [在世书, P001]\n")
    (failure,) = lexicon_failures((tmp_path,))
    assert (failure.example, "P001" in failure.message) == ("在世书", True)
