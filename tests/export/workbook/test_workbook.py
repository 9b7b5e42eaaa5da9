import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant.errors import LexiconError
from assistant.export import Extras, render
from assistant.lexicon.layouts import load_layouts
from assistant.model.baseline import Comparison, ItemRow, ListedItem, LocalItem, MaterialRow
from assistant.model.decision import Anchor, Choice, Decision
from assistant.model.review import Review

ANCHOR = Anchor("高龄津贴", "material", "P001 健在证明")


def opened(review: Review, extras: Extras | None = None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(review, "xlsx", extras)))


def rows(review: Review, sheet: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in opened(review)[sheet].iter_rows(min_row=2, values_only=True)]


def decided(review: Review, choice: Choice, reason: str) -> Review:
    decision = Decision(ANCHOR, choice, reason, "王一", date(2026, 11, 25))
    cuts = tuple(replace(cut, decision=decision, anchor=ANCHOR) for cut in review.plan.cuts)
    return replace(review, plan=replace(review.plan, cuts=cuts))


def named(review: Review, name: str) -> Any:
    """The cell of the first material, of this name."""
    guide = review.guides[0]
    other = replace(guide.materials[0], name=name)
    return opened(replace(review, guides=(replace(guide, materials=(other,)),)))["精简清单"]["C2"]


def test_every_material_is_a_row_with_its_advice(review: Review) -> None:
    assert [(row[2], row[3]) for row in rows(review, "精简清单")] == [("居民身份证", "保留"), ("健在证明", "取消")]


def test_the_row_of_a_cut_names_the_law_the_replacement_and_how_sure_it_is(review: Review) -> None:
    row = rows(review, "精简清单")[1]
    assert row[5:8] == ("《优化营商环境条例》（国务院令第722号）第四十四条第二款", "部门间数据比对", "高")


def test_an_uncertain_cut_bears_a_question_mark(undecided: Review) -> None:
    assert rows(undecided, "精简清单")[1][3] == "取消？"


def test_the_head_is_frozen_and_the_filter_covers_the_hidden_column_so_that_sorting_moves_it(review: Review) -> None:
    sheet = opened(review)["精简清单"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:K3"
    assert sheet.column_dimensions["K"].hidden


def test_the_head_is_repeated_on_every_page_of_a4_across(review: Review) -> None:
    sheet = opened(review)["精简清单"]
    assert (sheet.print_title_rows, int(sheet.page_setup.paperSize)) == ("$1:$1", 9)
    assert (sheet.page_setup.orientation, int(sheet.page_setup.fitToHeight)) == ("landscape", 0)


@pytest.mark.parametrize("sign", "=+-@＝\t\r")
def test_a_name_that_begins_like_a_formula_stays_text_when_it_is_edited(review: Review, sign: str) -> None:
    cell = named(review, f"{sign}HYPERLINK(1)")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_plain_name_has_no_mark_of_text(review: Review) -> None:
    assert not named(review, "身份证-复印件").quotePrefix


def test_what_nobody_decided_is_open(review: Review) -> None:
    assert [row[8] for row in rows(review, "精简清单")] == [None, "待定"]


def test_a_decision_is_filled_in_with_its_reason(review: Review) -> None:
    kept = decided(review, "keep", "系统未联通")
    assert rows(kept, "精简清单")[1][8:10] == ("保留", "系统未联通")


def test_the_hidden_column_says_what_a_decision_would_be_about(review: Review) -> None:
    row = rows(decided(review, "cut", "同意"), "精简清单")[1]
    assert json.loads(row[10]) == {"item": "高龄津贴", "type": "material", "key": "P001 健在证明", "rule": None}


def test_only_rows_with_a_proposal_offer_a_choice(review: Review) -> None:
    (rule,) = opened(review)["精简清单"].data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("I3", '"采纳,保留,待定"')


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    assert render(review, "xlsx") == render(review, "xlsx")


def test_citations_have_their_sheet(review: Review) -> None:
    assert rows(review, "引用核查")[0][5] == "有效"


def test_a_target_shows_the_numbers_it_is_made_of(review: Review) -> None:
    row = rows(review, "压减目标")[0]
    assert row[1:11] == ("合计", "申报材料压减三分之一（必要材料）", 2, 1, 1, 1, 1, 0.5, 1 / 3, "已达到")


def test_items_are_no_program_s_to_cut(review: Review) -> None:
    row = next(row for row in rows(review, "压减目标") if row[2] == "办理事项压减三分之一")
    assert (row[3], row[4], row[11]) == (1, None, "其中由法律法规设定的0项不能由本级取消，其余由单位认定")


def test_without_a_list_the_comparison_says_so(review: Review) -> None:
    assert rows(review, "清单比对")[0][0] == "没有给出基础事项清单，未作比对。"


def test_items_and_their_materials_are_compared_row_by_row(review: Review) -> None:
    card = MaterialRow("名称不同", ("m1",), ("居民身份证",), ("身份证",))
    doubt = MaterialRow("本级多出", ("m2",), ("健在证明",), (), sure=False, note="请核对")
    listed = ListedItem("150400", "高龄津贴", "行政给付", "县级", (), "清单.csv:2")
    row = ItemRow("一致", (LocalItem(0, "高龄津贴", None, None),), (listed,), (card, doubt))
    found = rows(replace(review, comparison=Comparison("清单", (row,))), "清单比对")
    assert [(each[2], each[6]) for each in found] == [
        ("事项", "一致"),
        ("材料", "名称不同"),
        ("材料", "本级多出？"),
    ]


def test_notices_have_their_sheet(review: Review) -> None:
    assert rows(review, "提示") == [(1, "第2页是图片，没有读到文字")]


def test_a_user_s_layout_adds_a_column_and_leaves_one_out(review: Review, tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    shipped = Path(__file__).parents[3] / "lexicons/layouts/workbook.yaml"
    words = shipped.read_text("utf-8").replace("{title: 置信度, value: confidence", "{title: 会审意见, value: blank")
    (tmp_path / "layouts/workbook.yaml").write_text(words, "utf-8")
    heads = [cell.value for cell in opened(review, Extras(lexicons=tmp_path))["精简清单"][1]]
    assert heads[7] == "会审意见"


def test_a_layout_with_an_unknown_value_says_where(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    shipped = Path(__file__).parents[3] / "lexicons/layouts/workbook.yaml"
    (tmp_path / "layouts/workbook.yaml").write_text(
        shipped.read_text("utf-8").replace("value: advice", "value: advise"), "utf-8"
    )
    with pytest.raises(LexiconError, match=r"workbook\.yaml:10.*没有“advise”这个值"):
        load_layouts("workbook", tmp_path)
