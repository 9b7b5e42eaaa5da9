"""Several forms become one."""

from assistant.lexicon.fields import load_fields
from assistant.model.guide import Field, Form
from assistant.model.plan import OneForm, Origin
from assistant.model.span import Span
from assistant.planning.one_form import merge_forms

_SPAN = Span(0, 1)


def _form(number: int, name: str, *fields: tuple[str, str, bool | None]) -> Form:
    made = tuple(Field(label, key, required, _SPAN) for label, key, required in fields)
    return Form(f"f{number}", name, None, made, _SPAN)


def _merged(*forms: Form) -> OneForm:
    merged = merge_forms(forms, load_fields())
    assert merged is not None
    return merged


_ONE = _form(1, "临时救助申请书", ("开户行", "bank.name", None), ("姓名", "applicant.name", True))
_OTHER = _form(2, "情况登记表", ("申请人", "applicant.name", False), ("审核意见", "form-1.审核意见", None))


def test_field_of_two_forms_is_asked_once() -> None:
    merged = _merged(_ONE, _OTHER)
    assert (merged.asked_before, merged.asked_after) == (4, 3)


def test_merged_field_says_where_it_comes_from() -> None:
    assert _merged(_ONE, _OTHER).fields[0].origins == (Origin("f1", "姓名"), Origin("f2", "申请人"))


def test_applicant_comes_first_and_opinions_last() -> None:
    assert [f.key for f in _merged(_ONE, _OTHER).fields] == ["applicant.name", "bank.name", "form-1.审核意见"]


def test_field_required_in_one_form_is_required() -> None:
    assert _merged(_ONE, _OTHER).fields[0].required


def test_field_no_form_requires_is_optional() -> None:
    forms = (_form(1, "甲表", ("传真", "unit.fax", False)), _form(2, "乙表", ("传真", "unit.fax", False)))
    assert not _merged(*forms).fields[0].required


def test_answer_that_a_licence_holds_is_filled_in_before() -> None:
    assert _merged(_ONE, _OTHER).fields[0].prefill == "电子证照:居民身份证"


def test_known_field_has_its_title_and_type() -> None:
    field = _merged(_ONE, _OTHER).fields[0]
    assert (field.label, field.type) == ("申请人姓名", "text")


def test_unknown_field_keeps_its_label_and_gets_a_type_by_it() -> None:
    forms = (_form(1, "甲表", ("围栏面积", "other.围栏面积", None)), _form(2, "乙表", ("姓名", "applicant.name", None)))
    field = next(f for f in _merged(*forms).fields if f.key == "other.围栏面积")
    assert (field.label, field.type) == ("围栏面积", "number")


def test_title_is_the_first_forms_with_the_new_ending() -> None:
    assert _merged(_ONE, _OTHER).title == "临时救助一表式申请表"


def test_one_form_alone_is_nothing_to_merge() -> None:
    assert merge_forms((_ONE, _form(2, "空表")), load_fields()) is None
