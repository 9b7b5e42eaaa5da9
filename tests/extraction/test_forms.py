"""Forms with their fields."""

import io

import openpyxl
from cut_guides import cut_page, forms

from assistant.extraction.forms import find_forms, form_of
from assistant.model.guide import Field, Form
from assistant.reading import read_bytes, read_text

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


def _page(rows: str) -> Form:
    document, outlines = cut_page(f"<p>渔船登记申请表</p><table border=1>{rows}</table>")
    (form,) = find_forms(document, outlines)
    return form


def test_boxes_beside_a_label_are_its_choices() -> None:
    form = _page(
        "<tr><td>性质</td><td>□新建 □改建</td></tr><tr><td>船名</td><td></td></tr><tr><td>港</td><td></td></tr>"
    )
    assert form.fields[0].options == ("新建", "改建")


def test_boxes_behind_the_words_are_choices_too() -> None:
    form = _page(
        "<tr><td>形式</td><td>个人 □ 家庭 □</td></tr><tr><td>船名</td><td></td></tr><tr><td>港</td><td></td></tr>"
    )
    assert form.fields[0].options == ("个人", "家庭")


def test_words_beside_several_rows_are_their_section() -> None:
    form = _page(
        "<tr><td rowspan=2>船东</td><td>姓名</td><td></td></tr><tr><td>电话</td><td></td></tr>"
        "<tr><td>船名</td><td colspan=2></td></tr>"
    )
    assert [(field.label, field.section) for field in form.fields] == [
        ("姓名", "船东"),
        ("电话", "船东"),
        ("船名", None),
    ]


def test_row_of_one_cell_is_the_section_of_the_rows_below() -> None:
    form = _page(
        "<tr><td colspan=2>一、船舶信息</td></tr><tr><td>船名</td><td></td></tr><tr><td>港</td><td></td></tr>"
        "<tr><td>吨位</td><td></td></tr>"
    )
    assert {field.section for field in form.fields} == {"船舶信息"}


def test_columns_over_several_blank_rows_are_a_list() -> None:
    blank = "<tr><td></td><td></td></tr>" * 3
    form = _page(
        "<tr><td rowspan=4>船员</td><td>姓名</td><td>职务</td></tr>"
        + blank
        + "<tr><td>船名</td><td colspan=2></td></tr>"
    )
    assert [(field.label, field.section, field.repeated) for field in form.fields] == [
        ("姓名", "船员", True), ("职务", "船员", True), ("船名", None, False),
    ]  # fmt: skip


def test_copies_to_hand_in_are_no_questions() -> None:
    form = _page("".join(f"<tr><td>{name}</td><td></td></tr>" for name in ("船名", "港", "吨位", "船图（复印件）")))
    assert labels(form) == ["船名", "港", "吨位"]


def test_file_without_a_title_is_one_form_of_the_given_name() -> None:
    document = read_text("船名：____\n船东：____\n")
    form = form_of(document, "渔船登记")
    assert form is not None
    assert (form.name, labels(form)) == ("渔船登记", ["船名", "船东"])


def test_file_that_asks_nothing_is_no_form() -> None:
    assert form_of(read_text("渔船须知\n请保持船体清洁。\n"), "须知") is None


def _inputs(body: str) -> tuple[Field, ...]:
    document, _ = cut_page(body)
    form = form_of(document, "网上申请")
    assert form is not None
    return form.fields


def test_inputs_of_a_web_page_are_fields() -> None:
    fields = _inputs("<p><label>船名</label><input required></p><p>联系电话：<input type=tel></p>")
    assert [(field.label, field.required) for field in fields] == [("船名", True), ("联系电话", None)]


def test_list_of_a_web_page_gives_the_choices() -> None:
    (field,) = _inputs(
        "<p>船籍港<select><option>请选择</option><option>甲港</option><option>乙港</option></select></p>"
    )
    assert (field.label, field.options) == ("船籍港", ("甲港", "乙港"))


def test_radio_buttons_of_one_name_are_one_question() -> None:
    fields = _inputs("<p>性别 <input type=radio name=s>男 <input type=radio name=s>女</p><p>年龄<input></p>")
    assert [(field.label, field.options) for field in fields] == [("性别", ("男", "女")), ("年龄", ())]


def test_blanks_that_a_workbook_leaves_out_are_blanks() -> None:
    book = openpyxl.Workbook()
    rows = (
        ("渔船登记申请表",),
        ("船名", None, "船东姓名"),
        ("船籍港", None, "性质", "□新 □旧"),
        ("姓名", "职务", "证书编号"),
    )
    for row in rows:
        book.active.append(row)
    book.active.merge_cells("A1:D1")
    file = io.BytesIO()
    book.save(file)
    form = form_of(read_bytes(file.getvalue(), "表.xlsx"), "表")
    assert form is not None
    assert labels(form) == ["船名", "船东姓名", "船籍港", "性质", "姓名", "职务", "证书编号"]
    assert [field.repeated for field in form.fields] == [False] * 4 + [True] * 3


def test_rows_below_before_and_after_ask_both() -> None:
    rows = "| 登记事项 | 变更前 | 变更后 |\n|---|---|---|\n| 住所 | | |\n| 负责人 | | |\n"
    (form,) = forms(f"渔船变更登记申请书\n\n{rows}")
    assert labels(form) == ["变更前住所", "变更后住所", "变更前负责人", "变更后负责人"]


def test_columns_before_and_after_over_blank_rows_are_filled_in_once_a_row() -> None:
    rows = "| 变更事项 | 变更前 | 变更后 |\n|---|---|---|\n| | | |\n| | | |\n"
    (form,) = forms(f"渔船变更登记申请书\n\n{rows}")
    assert [(field.label, field.repeated) for field in form.fields] == [
        ("变更事项", True),
        ("变更前", True),
        ("变更后", True),
    ]
