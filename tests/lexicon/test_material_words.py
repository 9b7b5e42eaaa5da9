"""The word lists of lexicons/materials: each proves itself by its examples."""

from pathlib import Path

import pytest

from assistant.errors import LexiconError
from assistant.lexicon import materials as loader
from assistant.lexicon.materials import load_material_words

WORDS = load_material_words()
ENDINGS = ("strong", "ordinary", "light", "partial", "not_heads", "catch_all", "decision", "condition_end")
INSIDE = tuple(group for group in WORDS.groups if group not in ENDINGS)


@pytest.mark.parametrize("group", ENDINGS)
def test_every_example_ends_in_a_word_of_its_group(group: str) -> None:
    assert [example for example in WORDS.examples[group] if not WORDS.ends_in(group, example)] == []


@pytest.mark.parametrize("group", INSIDE)
def test_every_example_holds_a_word_of_its_group(group: str) -> None:
    assert [example for example in WORDS.examples[group] if not WORDS.holds(group, example)] == []


def test_a_header_word_stands_for_one_column_only() -> None:
    assert WORDS.columns["材料名称"] == "name"
    assert WORDS.columns["要求提供材料的依据"] == "basis"


def test_a_group_without_examples_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "materials" / "heads.yaml"
    path.parent.mkdir()
    path.write_text("local:\n  words: [乌兰证]\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"heads\.yaml:1.*examples"):
        load_material_words(tmp_path)


def test_no_word_is_longer_than_an_ending_that_is_looked_for() -> None:
    assert max(len(word) for words in WORDS.groups.values() for word in words) <= loader._LONGEST
