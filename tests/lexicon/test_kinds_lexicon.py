"""The kinds' files: what they hold and how wrong ones are named."""

import json
from pathlib import Path

import pytest

from assistant.errors import LexiconError
from assistant.lexicon.aliases import read_aliases
from assistant.lexicon.fields import read_fields
from assistant.lexicon.kind_rows import read_rows
from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.proof_documents import report_ground
from assistant.lexicon.relations import read_relations
from assistant.lexicon.slots import read_patterns, read_slots
from assistant.lexicon.spelling import load_spelling, read_spelling
from assistant.lexicon.vocabulary import load_vocabulary
from assistant.model.finding import Ground
from assistant.resources import data
from assistant.text.words import words

_ROW = {"id": "L1", "name": "甲证", "aliases": ["甲"], "confidence": "high"}


def _file(folder: Path, text: str) -> Path:
    (folder / "x").write_text(text, "utf-8")
    return folder / "x"


def test_all_carried_rows_are_there() -> None:
    ids = load_kinds().rows
    assert (sum(i[0] == "L" for i in ids), sum(i[0] == "P" for i in ids)) == (135, 218)


def test_proof_keeps_action_grounds_evidence_and_confidence() -> None:
    kind = load_kinds().rows["P001"]
    assert (kind.action, kind.grounds, kind.evidence, kind.confidence) == ("cut", ("B",), "named", "high")


def test_licence_keeps_where_it_can_be_checked_and_who_issues_it() -> None:
    kind = load_kinds().rows["L001"]
    assert kind.verify_source is not None
    assert kind.verify_source.startswith("公安人口库")
    assert (kind.usual_issuer, kind.holder, kind.action) == ("公安机关", "自然人", None)


def test_basis_is_parted_into_document_number_and_article() -> None:
    assert Ground("优化营商环境条例", "国务院令第722号", "第四十四条第二款") in load_kinds().rows["P001"].basis


@pytest.mark.parametrize(
    ("written", "article", "ground"),
    [
        (
            "民发〔2020〕20号",
            "不应由基层群众性自治组织出具证明事项清单(第一批)第10项",
            Ground("不应由基层群众性自治组织出具证明事项清单（第一批）", "民发〔2020〕20号", "第10项"),
        ),
        ("某条例(2026-07-01施行)", "第八条", Ground("某条例", None, "第八条")),
        ("某部关于某事的通知(2015)", None, Ground("某部关于某事的通知", None, None)),
        ("某条例(国务院令第1号)", "二(二)2", Ground("某条例", "国务院令第1号", "二（二）2")),
        ("某发〔2003〕13号", "第四条", Ground("某发〔2003〕13号", "某发〔2003〕13号", "第四条")),
    ],
)
def test_a_document_is_named_in_one_form(written: str, article: str | None, ground: Ground) -> None:
    assert report_ground(written, article) == ground


def test_every_document_known_by_its_number_has_a_title() -> None:
    bases = [ground for kind in load_kinds().rows.values() for ground in kind.basis]
    assert {ground.doc for ground in bases if ground.doc == ground.number} == {"公通字〔2003〕13号"}


def test_copy_of_a_licence_counts_as_the_licence() -> None:
    assert load_kinds().same_thing("P019", "L001")
    assert not load_kinds().same_thing("P019", "L003")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "JSON"),
        ("[]", "JSON 对象"),
        (json.dumps(_ROW | {"confidence": "sure"}), "confidence"),
        (json.dumps(_ROW | {"action": "drop"}), "action"),
        (json.dumps(_ROW | {"aliases": "甲"}), "aliases"),
        (json.dumps(_ROW | {"name": ""}), "name"),
        (json.dumps(_ROW | {"grounds": [{"code": "G"}]}), "grounds"),
        (json.dumps(_ROW | {"basis": [{}]}), "basis"),
        (json.dumps(_ROW | {"note": 3}), "note"),
    ],
)
def test_wrong_row_is_named_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    source = _file(tmp_path, f"{json.dumps(_ROW)}\n\n{row}\n")
    with pytest.raises(LexiconError, match=said) as raised:
        list(read_rows(source, "licences.jsonl"))
    assert raised.value.where == "licences.jsonl:3"


_ALIASES = "kinds:\n  L1: [甲证]\nlook_alikes: []\nclosed: []\nweak: []\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- 1\n", 1),
        (_ALIASES.replace("L1", "L2"), 2),
        (_ALIASES.replace("[甲证]", "甲证"), 2),
        (_ALIASES.replace("甲证", '"{甲"'), 2),
        (_ALIASES.replace("甲证", "1"), 2),
        (_ALIASES + "twins: {L1: L9}\n", 6),
        (_ALIASES + "by_issuer:\n  - {names: [甲], neighbour: L1}\n", 7),
        (_ALIASES + "examples:\n  - [甲]\n", 7),
    ],
)
def test_wrong_alias_file_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(LexiconError) as raised:
        read_aliases(_file(tmp_path, text), "aliases.yaml", load_spelling(), frozenset({"L1"}))
    assert raised.value.where == f"aliases.yaml:{line}"


def test_wrong_example_of_the_spelling_file_is_named(tmp_path: Path) -> None:
    source = _file(tmp_path, "replace: [[薄, 簿]]\nheads: []\nexamples:\n  - [户口薄, 户口本]\n")
    with pytest.raises(LexiconError) as raised:
        read_spelling(source, "spelling.yaml")
    assert raised.value.where == "spelling.yaml:4"


@pytest.mark.parametrize("read", [read_spelling, read_slots, read_patterns, read_relations, read_fields])
def test_file_of_the_wrong_shape_is_a_lexicon_error(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LexiconError, match=r"x\.yaml:1"):
        read(_file(tmp_path, "只有文字\n"), "x.yaml")


def test_wrong_regex_of_a_pattern_is_named(tmp_path: Path) -> None:
    source = _file(tmp_path, "- kind: P018\n  pattern: '('\n  examples: [甲]\n")
    with pytest.raises(LexiconError) as raised:
        read_patterns(source, "patterns.yaml")
    assert raised.value.where == "patterns.yaml:2"


def test_word_pipeline_cuts_with_the_lexicons_words() -> None:
    assert words("单位出具的介绍信", load_vocabulary()) == ("单位", "出具", "的", "介绍信")


def test_word_pipeline_keeps_every_character() -> None:
    assert "".join(words("嘎查村委会出具的农牧民身份证明", load_vocabulary())) == "嘎查村委会出具的农牧民身份证明"


def _changed(folder: Path, name: str, before: str, after: str) -> Path:
    text = data(name).read_text("utf-8")
    assert before in text
    return _file(folder, text.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 申请人\n", "name: 申请人\n"),
        ("    nature: person\n", "    nature: ghost\n"),
        ("type: id,", "type: number_plate,"),
        ("{申请|申领|", "{申请|{申领|"),
        ("  unit: [developer", "  unit: [builder"),
        ("of_the_form: [", "of_the_form: 无 #["),
        ("  - {from: 电子证照:居民身份证, keys", "  - {of: 电子证照:居民身份证, keys"),
        ("  - {form: 食品经营许可申请书, labels", "  - {name: 食品经营许可申请书, labels"),
    ],
)
def test_wrong_entry_of_the_fields_file_is_named_with_its_line(tmp_path: Path, before: str, after: str) -> None:
    with pytest.raises(LexiconError, match=r"form_fields\.yaml:\d+: "):
        read_fields(_changed(tmp_path, "lexicons/form_fields.yaml", before, after), "form_fields.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("denied_words: [", "denied_words: 无 #["),
        ("  - [迁入, 迁出]", "  - [迁入]"),
        ("opposites:\n", "opposites: 无\nrest:\n"),
        ("  - {by: [L001], of:", "  - {by: [L001], off:"),
        ("opposite_kinds:\n", "opposite_kinds: [1]\nrest:\n"),
        ("names: 夫妻|", "names: '(夫妻|'\n#"),
    ],
)
def test_wrong_entry_of_the_relations_file_is_named_with_its_line(tmp_path: Path, before: str, after: str) -> None:
    with pytest.raises(LexiconError, match=r"relations\.yaml:\d+: "):
        read_relations(_changed(tmp_path, "lexicons/matching/relations.yaml", before, after), "relations.yaml")
