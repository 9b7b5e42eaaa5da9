"""Whole lists of materials in the layouts that real guides have."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from little_lists import section_of

from assistant.extraction.materials import find_materials
from assistant.lexicon.materials import load_material_words
from assistant.reading import read_text

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "layouts.yaml").read_text("utf-8"))


def squeezed(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name))


def expected(case: dict[str, Any], found: list[str]) -> list[str]:
    """The expected names: optional ones left out where they were not found, other right ones put in where they were."""
    names = []
    for name in case["names"]:
        also = case.get("also", {}).get(name, [])
        hit = next((other for other in [name, *also] if squeezed(other) in found), None)
        if hit is None and name in case.get("optional", []):
            continue
        names.append(squeezed(hit or name))
    return names


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_materials_of_a_list_are_found_by_name_and_in_order(case: dict[str, Any]) -> None:
    document = read_text(case["text"])
    materials, _ = find_materials(document, section_of(document), load_material_words())
    found = [squeezed(material.name) for material in materials]
    assert found == expected(case, found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_written_is_the_text_of_the_span_and_lies_in_the_entry(case: dict[str, Any]) -> None:
    document = read_text(case["text"])
    materials, _ = find_materials(document, section_of(document), load_material_words())
    assert all(material.written == material.span.of(document.text) for material in materials)
    assert all(material.entry.contains(material.span) for material in materials)
