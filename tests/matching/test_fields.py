"""Which fields of forms ask the same."""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from assistant.lexicon.fields import FormExample, load_fields, plain
from assistant.matching.fields import field_keys, form_keys, key_guide
from assistant.model.guide import Field, Form, Guide, Head
from assistant.model.span import Span

_GROUPS = yaml.safe_load((Path(__file__).parent / "forms_cases.yaml").read_text("utf-8"))
_SPAN = Span(0, 1)


def _clusters(marks: list[tuple[int, int, str]]) -> set[frozenset[tuple[int, int]]]:
    found = defaultdict(set)
    for form, field, mark in marks:
        found[mark].add((form, field))
    return {frozenset(places) for mark, places in found.items() if len(places) > 1 and mark != "-"}


@pytest.mark.parametrize("group", _GROUPS, ids=lambda group: group["name"])
def test_fields_of_one_application_cluster_as_marked(group: dict) -> None:  # type: ignore[type-arg]
    fields = [[field.rsplit(" ", 1) for field in form["fields"]] for form in group["forms"]]
    names = [form["form"] for form in group["forms"]]
    keys = form_keys([(n, [label for label, _ in f]) for n, f in zip(names, fields, strict=True)], load_fields())
    wanted = [(i, j, mark) for i, form in enumerate(fields) for j, (_, mark) in enumerate(form)]
    got = [(i, j, key) for i, form in enumerate(keys) for j, key in enumerate(form)]
    assert _clusters(got) == _clusters(wanted)


@pytest.mark.parametrize("example", load_fields().examples, ids=lambda example: example.form)
def test_example_of_the_fields_file_holds(example: FormExample) -> None:
    assert field_keys(example.form, example.labels, load_fields()) == example.keys


def test_number_of_a_card_belongs_to_the_person_named_before() -> None:
    keys = field_keys("申请表", ["申请人姓名", "身份证号码", "配偶姓名", "身份证号码"], load_fields())
    assert keys == ("applicant.name", "applicant.id", "spouse.name", "spouse.id")


def test_phone_of_the_contact_is_not_the_applicants() -> None:
    keys = field_keys("申请表", ["单位名称", "联系电话", "联系人", "联系电话"], load_fields())
    assert keys[1] != keys[3] == "contact.phone"


def test_name_in_a_form_about_the_legal_representative_is_his() -> None:
    assert field_keys("法定代表人登记表", ["姓名", "身份证号"], load_fields()) == ("legal.name", "legal.id")


def test_householder_beside_the_applicant_is_another_person() -> None:
    keys = form_keys([("申请表", ["申请人姓名", "户主姓名"]), ("情况表", ["户主姓名"])], load_fields())
    assert keys[0][1] == keys[1][0] != keys[0][0]


def test_householder_alone_is_the_applicant() -> None:
    keys = form_keys([("申请表", ["申请人姓名"]), ("情况表", ["户主姓名"])], load_fields())
    assert keys[0][0] == keys[1][0] == "applicant.name"


def test_legal_representative_of_the_builder_is_not_the_applicants() -> None:
    keys = field_keys("登记表", ["建设单位", "法定代表人", "施工单位", "法定代表人"], load_fields())
    assert keys[1] != keys[3]


def test_opinions_and_signatures_of_two_forms_are_not_one_field() -> None:
    keys = form_keys([("甲表", ["审核意见", "申请人签字"]), ("乙表", ["审核意见", "申请人签字"])], load_fields())
    assert not set(keys[0]) & set(keys[1])


def test_bracket_and_colon_are_no_part_of_a_label() -> None:
    assert plain("法定代表人（负责人）：") == "法定代表人"


def test_guide_gets_the_keys_of_its_forms() -> None:
    form = Form("f1", "申请表", None, (Field("姓名", "", None, _SPAN),), _SPAN)
    guide = key_guide(Guide("g1", Head("甲"), _SPAN, (), (), (), (), (form,)), load_fields())
    assert guide.forms[0].fields[0].key == "applicant.name"
