"""Several forms become one."""

from assistant.lexicon.fields import load_fields
from assistant.model.guide import Field, Form
from assistant.model.plan import FormSource, OneForm, Origin
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


def test_fields_stand_under_the_headings_of_the_lexicon() -> None:
    forms = (_form(1, "甲表", ("开户行", "bank.name", None)), _form(2, "乙表", ("姓名", "applicant.name", None)))
    assert [section for section, _ in _merged(*forms).sections()] == ["申请人信息", "收款信息"]


def test_what_the_office_writes_stands_at_the_end() -> None:
    assert _merged(_ONE, _OTHER).fields[-1].section == "办理机关填写"


def test_one_form_is_signed_once() -> None:
    sign = ("申请人签字", "form-1.申请人签字", None)
    forms = (_form(1, "甲表", sign), _form(2, "乙表", ("申请人签字", "form-2.申请人签字", None)))
    merged = _merged(*forms)
    assert (merged.asked_after, merged.fields[0].section) == (1, "承诺与签字")


def test_choices_of_all_forms_are_offered() -> None:
    made = tuple(
        Form(f"f{n}", f"{n}表", None, (Field("类型", "other.类型", None, _SPAN, (option,)),), _SPAN)
        for n, option in enumerate(("新办", "补办"), 1)
    )
    merged = _merged(*made)
    assert (merged.fields[0].options, merged.fields[0].type) == (("新办", "补办"), "choice")


def test_usual_choices_are_offered_where_no_form_names_any() -> None:
    forms = (_form(1, "甲表", ("性别", "applicant.sex", None)), _form(2, "乙表", ("姓名", "applicant.name", None)))
    assert next(f for f in _merged(*forms).fields if f.key == "applicant.sex").options == ("男", "女")


def test_questions_under_one_label_say_which_form_they_are_for() -> None:
    forms = (
        _form(1, "甲表", ("审核意见", "form-1.审核意见", None)),
        _form(2, "乙表", ("审核意见", "form-2.审核意见", None)),
    )
    assert [f.label for f in _merged(*forms).fields] == ["审核意见（甲表）", "审核意见（乙表）"]


def test_every_old_cell_is_fed_by_one_new_field() -> None:
    merged = _merged(_ONE, _OTHER)
    origins = [(origin.form, origin.label) for field in merged.fields for origin in field.origins]
    asked = [(form.id, field.label) for form in (_ONE, _OTHER) for field in form.fields]
    assert sorted(origins) == sorted(asked)


def test_field_that_one_item_of_a_package_asks_says_so() -> None:
    sources = [FormSource("f1", "申请书", "甲事", None, 2), FormSource("f2", "登记表", "乙事", None, 2)]
    merged = merge_forms((_ONE, _OTHER), load_fields(), sources)
    assert merged is not None
    items = {field.key: field.items for field in merged.fields}
    assert (items["applicant.name"], items["bank.name"]) == ((), ("甲事",))
