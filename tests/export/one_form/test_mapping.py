"""The map from the cells of the old forms to the fields of the new one."""

import io

import openpyxl
from one_forms import field, one_form

from assistant.export.one_form import form_map


def _rows(data: bytes, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True))


def test_every_cell_of_the_old_forms_has_a_row() -> None:
    form = one_form()
    head, *rows = _rows(form_map(form), "新旧对照")
    assert len(rows) == form.asked_before
    assert head[3] == "原表"


def test_row_leads_from_the_old_label_to_the_new_field() -> None:
    _, *rows = _rows(form_map(one_form()), "新旧对照")
    assert ("安全承诺书", "承诺人", "申请人姓名", "applicant.name", 2) in {
        (row[3], row[5], row[6], row[8], row[9]) for row in rows
    }


def test_second_sheet_has_the_new_fields() -> None:
    form = one_form()
    assert len(_rows(form_map(form), "新表栏目")) == form.asked_after + 1


def test_label_that_looks_like_a_formula_is_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(form_map(one_form(field("=1+1", "other.甲")))))
    cells = [cell for row in book["新旧对照"].iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


def test_same_form_is_the_same_workbook() -> None:
    assert form_map(one_form()) == form_map(one_form())
