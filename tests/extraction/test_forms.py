"""Forms with their fields."""

from cut_guides import forms

from assistant.model.guide import Form

FORM = "| 姓名 | | 性别 | |\n|---|---|---|---|\n| 身份证号 | | 联系电话 | |\n| 船 名 | | □新建 □改建 | |\n"


def labels(form: Form) -> list[str]:
    return [field.label for field in form.fields]


def test_cells_beside_blanks_are_fields() -> None:
    (form,) = forms(f"渔船登记申请表\n\n{FORM}")
    assert (form.name, labels(form)[:5]) == ("渔船登记申请表", ["姓名", "性别", "身份证号", "联系电话", "船名"])


def test_blanks_in_lines_are_fields() -> None:
    (form,) = forms("渔船登记申请书\n姓名：____ 联系电话：______\n一、住址：________\n")
    assert labels(form) == ["姓名", "联系电话", "住址"]


def test_columns_over_blank_rows_are_fields() -> None:
    (form,) = forms("船员登记表\n\n| 姓名 | 职务 | 证书编号 |\n|---|---|---|\n| | | |\n| | | |\n")
    assert labels(form) == ["姓名", "职务", "证书编号"]


def test_a_star_marks_a_required_field() -> None:
    (form,) = forms("渔船登记申请书\n*姓名：____\n电话：____\n住址：____\n")
    assert [field.required for field in form.fields] == [True, None, None]


def test_two_forms_are_told_apart() -> None:
    found = forms(f"渔船登记申请表\n\n{FORM}\n附件2\n船员登记表\n\n{FORM}")
    assert [form.name for form in found] == ["渔船登记申请表", "船员登记表"]


def test_the_name_of_a_form_in_a_list_is_no_form() -> None:
    assert (
        forms("渔船登记办事指南\n申请材料\n1.渔船登记申请表\n2.照片\n受理条件\n有船：____\n有网：____\n有证：____\n")
        == ()
    )


def test_a_list_of_materials_is_no_form() -> None:
    assert forms("渔船登记申请表\n\n| 序号 | 材料名称 | 份数 |\n|---|---|---|\n| 1 | 船图 | |\n| 2 | 照片 | |\n") == ()


def test_field_spans_are_the_labels_as_written() -> None:
    text = "渔船登记申请书\n姓名：____\n联系电话：____\n住址：____\n"
    (form,) = forms(text)
    assert [field.span.of(text) for field in form.fields] == ["姓名", "联系电话", "住址"]
