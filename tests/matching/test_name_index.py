"""Names like a name among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from assistant.matching.name_index import index_names

_WORDS = st.text("营业执照正副本身份证明", min_size=1, max_size=8)


def test_likest_of_many_names_is_found() -> None:
    index = index_names([f"第{n}类事项登记" for n in range(5000)] + ["道路货物运输经营许可"])
    assert index.like("道路货物运输许可", 0.7)[0][0] == 5000


@pytest.mark.parametrize("name", ["护照", "护证", "照"])
def test_short_name_is_found_by_single_characters(name: str) -> None:
    assert index_names(["户口簿", "护照"]).like(name, 0.5)[0][0] == 1


def test_name_that_nothing_is_like_finds_nothing() -> None:
    assert index_names(["户口簿", "护照"]).like("施工许可", 0.5) == []
    assert index_names([]).like("护照", 0.5) == []


def test_places_are_those_of_the_names_as_given() -> None:
    names = ["居民身份证复印件", "身份证", "居民身份证"]
    assert [names[at] for at, _ in index_names(names).like("居民身份证", 0.5)] == [
        "居民身份证",
        "居民身份证复印件",
        "身份证",
    ]


@given(st.lists(_WORDS, max_size=30), _WORDS)
def test_best_likeness_is_that_of_comparing_all(names: list[str], name: str) -> None:
    best = max((fuzz.ratio(name, other) / 100 for other in names), default=0.0)
    found = index_names(names).like(name, 0.7, 1)
    assert (found[0][1] if found else 0.0) == pytest.approx(best if best >= 0.7 else 0.0)
