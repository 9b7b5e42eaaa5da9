import copy
from datetime import date
from typing import Any, get_args

import jsonschema
import pytest
from contract import check, schema

from assistant.export import render
from assistant.export.json import review_object
from assistant.model.citation import Level, Verdict
from assistant.model.finding import Action, Category
from assistant.model.guide import FieldType, Unit
from assistant.model.review import Review


def test_a_review_fits_the_published_schema_and_nothing_in_it_is_undescribed(review: Review) -> None:
    check(review_object(review), "review")


def test_the_schema_refuses_a_span_of_three_numbers(review: Review) -> None:
    wrong = copy.deepcopy(review_object(review))
    wrong["guides"][0]["span"] = [0, 1, 2]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema("review"))


def test_readers_of_version_1_accept_fields_added_later(review: Review) -> None:
    jsonschema.validate(review_object(review) | {"added_later": 1}, schema("review"))


def test_json_is_one_line_so_that_several_files_are_jsonl(review: Review) -> None:
    assert render(review, "json").count(b"\n") == 1


def test_json_keeps_chinese_readable(review: Review) -> None:
    assert "高龄津贴" in render(review, "json").decode()


def test_what_is_written_stands_at_its_span(review: Review) -> None:
    value = review_object(review)
    materials = value["guides"][0]["materials"]
    assert [value["text"][slice(*m["span"])] for m in materials] == [m["written"] for m in materials]


def test_as_of_is_an_iso_day(review: Review) -> None:
    assert review_object(review)["as_of"] == date(2026, 11, 24).isoformat()


@pytest.mark.parametrize(
    ("closed_set", "path"),
    [
        (Verdict, ("Verdict",)),
        (Level, ("Citation", "properties", "level")),
        (Category, ("Finding", "properties", "category")),
        (Action, ("Action",)),
        (Unit, ("Duration", "properties", "unit")),
        (FieldType, ("OneFormField", "properties", "type")),
    ],
)
def test_the_schema_knows_the_values_of_the_model(closed_set: Any, path: tuple[str, ...]) -> None:
    node = schema("review")["$defs"]
    for name in path:
        node = node[name]
    assert [value for value in node["enum"] if value is not None] == list(get_args(closed_set))


@pytest.mark.parametrize("name", ["review", "cite"])
def test_the_schemas_are_valid_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
