"""How well the fields of forms nobody fitted are gathered: over pairs of fields, as the evaluation counts."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from assistant.lexicon.fields import load_fields
from assistant.matching.fields import form_keys

Place = tuple[int, int]
Group = tuple[str, list[tuple[str, list[str]]], dict[str, list[Place]]]


def _groups() -> list[Group]:
    groups: list[Group] = []
    for line in (Path(__file__).parent / "forms_lots.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            groups.append((line[2:], [], defaultdict(list)))
        elif line and not line.startswith("#"):
            name, _, fields = line.partition(": ")
            _, forms, marks = groups[-1]
            pairs = [field.partition("#") for field in fields.split()]
            for at, (_, _, mark) in enumerate(pairs):
                if mark:
                    marks[mark].append((len(forms), at))
            forms.append((name, [label for label, _, _ in pairs]))
    return groups


def _pairs(clusters: list[list[Place]]) -> set[tuple[Place, Place]]:
    return {pair for cluster in clusters for pair in combinations(sorted(cluster), 2)}


def _found(forms: list[tuple[str, list[str]]]) -> set[tuple[Place, Place]]:
    clusters: dict[str, list[Place]] = defaultdict(list)
    for form, keys in enumerate(form_keys(forms, load_fields())):
        for field, key in enumerate(keys):
            clusters[key].append((form, field))
    return _pairs(list(clusters.values()))


@pytest.fixture(scope="module")
def counts() -> tuple[int, int, int]:
    """Right, wrong and missed pairs over all groups."""
    right = wrong = missed = 0
    for _, forms, marks in _groups():
        found, wanted = _found(forms), _pairs(list(marks.values()))
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    return right, wrong, missed


def test_of_a_hundred_pairs_held_to_be_one_question_few_are_not(counts: tuple[int, int, int]) -> None:
    right, wrong, _ = counts
    assert right / (right + wrong) >= 0.97


def test_most_pairs_that_ask_one_thing_are_found(counts: tuple[int, int, int]) -> None:
    right, _, missed = counts
    assert right / (right + missed) >= 0.9


def test_no_field_is_lost_and_none_is_made_up() -> None:
    for _, forms, _ in _groups():
        assert [len(keys) for keys in form_keys(forms, load_fields())] == [len(labels) for _, labels in forms]
