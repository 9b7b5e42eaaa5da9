"""Whole guides: which part is the list, and which parts with names of papers in them are not."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.extraction.materials import find_materials
from assistant.guides import outlines
from assistant.lexicon.materials import load_material_words
from assistant.lexicon.sections import load_sections
from assistant.reading import read_text

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "guides.yaml").read_text("utf-8"))


def squeezed(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_only_the_materials_of_a_guide_are_found(case: dict[str, Any]) -> None:
    document = read_text(case["text"])
    words = load_material_words()
    found = [
        squeezed(material.name)
        for outline in outlines(document, load_sections())
        for material in find_materials(document, outline, words)[0]
    ]
    optional = [squeezed(name) for name in case.get("optional", [])]
    assert [name for name in found if name not in optional] == [
        squeezed(name) for name in case["names"] if squeezed(name) not in optional
    ]
