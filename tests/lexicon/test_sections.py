"""The profile of sections and the words of steps: what is wrong is said with its line."""

from pathlib import Path

import pytest

from assistant.errors import LexiconError
from assistant.lexicon.sections import PROFILE, load_sections, sections_from
from assistant.lexicon.steps import STEPS, load_step_words, step_words_from
from assistant.resources import data


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    text = data(name).read_text("utf-8")
    assert old in text
    path = tmp_path / "words.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_an_unknown_field_is_named_with_its_line(tmp_path: Path) -> None:
    path = changed(tmp_path, PROFILE, "    core: true\n", "    cores: true\n")
    with pytest.raises(LexiconError, match=r"words\.yaml:\d+: 要素没有“cores”这一项"):
        sections_from(path, "words.yaml")


def test_an_unknown_class_is_named_with_its_line(tmp_path: Path) -> None:
    path = changed(tmp_path, PROFILE, '"{law}*依据', '"{laws}*依据')
    with pytest.raises(LexiconError, match=r"words\.yaml:\d+: classes 里没有“laws”"):
        sections_from(path, "words.yaml")


def test_a_wrong_pattern_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, PROFILE, '"设定条件"', '"设定(条件"')
    with pytest.raises(LexiconError, match="写法有误"):
        sections_from(path, "words.yaml")


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, STEPS, "acts: [", "acts: x\nacted: [")
    with pytest.raises(LexiconError, match=r"words\.yaml:\d+: “acts”应为一列词语"):
        step_words_from(path, "words.yaml")


def test_elements_have_chinese_names() -> None:
    assert load_sections().name("basis") == "办理依据"


def test_headings_are_compared_without_blanks_and_brackets() -> None:
    assert load_sections().elements_of("申 请 材 料（一式两份）") == ("materials",)


def test_columns_of_steps_are_known() -> None:
    assert load_step_words().columns["办理环节"] == "name"
