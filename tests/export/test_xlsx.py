import io
from dataclasses import replace
from typing import Any

import openpyxl

from assistant.export.xlsx import workbook
from assistant.model.review import Review


def opened(review: Review) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(review)))


def rows(review: Review, sheet: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in opened(review)[sheet].iter_rows(min_row=2, values_only=True)]


def test_every_material_is_a_row_with_its_advice(review: Review) -> None:
    assert [(row[2], row[3]) for row in rows(review, "精简清单")] == [("居民身份证", "保留"), ("健在证明", "取消")]


def test_the_row_of_a_cut_names_the_law_the_replacement_and_how_sure_it_is(review: Review) -> None:
    row = rows(review, "精简清单")[1]
    assert row[5:8] == ("《优化营商环境条例》（国务院令第722号）第四十四条第二款", "部门间数据比对", "高")


def test_an_uncertain_cut_bears_a_question_mark(undecided: Review) -> None:
    assert rows(undecided, "精简清单")[1][3] == "取消？"


def test_the_head_is_frozen_and_filtered(review: Review) -> None:
    sheet = opened(review)["精简清单"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:J3"


def test_a_name_that_begins_like_a_formula_stays_text(review: Review) -> None:
    guide = review.guides[0]
    evil = replace(guide.materials[0], name="=HYPERLINK(1)")
    cell = opened(replace(review, guides=(replace(guide, materials=(evil,)),)))["精简清单"]["C2"]
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(1)")


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    assert workbook(review) == workbook(review)


def test_citations_have_their_sheet(review: Review) -> None:
    assert rows(review, "引用核查")[0][4] == "有效"
