import io
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant.errors import LexiconError
from assistant.export import render
from assistant.export.attachments import attachments, filing_of, write_all
from assistant.lexicon.layouts import VALUES, load_layouts
from assistant.model.baseline import Comparison, ItemRow, ListedItem, LocalItem, Result
from assistant.model.guide import Guide
from assistant.model.material import KindMatch
from assistant.model.new_guide import GAP
from assistant.model.review import Review

LETTER, CHANGES, ITEMS, PROOFS = (
    "政务服务事项清单确认书",
    "基础事项清单调整情况表",
    "政务服务事项清单",
    "保留证明事项清单",
)


def opened(*reviews: Review) -> Any:
    return openpyxl.load_workbook(io.BytesIO(attachments(reviews)))


def words(sheet: Any) -> list[str]:
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]


def table(sheet: Any) -> list[dict[str, Any]]:
    """The rows between the heads and the signatures."""
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    at = next(number for number, row in enumerate(rows) if row[0] == "序号")
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :] if isinstance(row[0], int)]


def with_guide(review: Review, **changes: Any) -> Review:
    guide: Guide = replace(review.guides[0], **changes)
    return replace(review, guides=(guide,))


def of(review: Review, **head: Any) -> Review:
    return with_guide(review, head=replace(review.guides[0].head, **head))


OURS = LocalItem(0, "高龄津贴", None, "行政给付")
LISTED = ListedItem("150400", "高龄补贴", "公共服务", "县级", (), "清单.csv:2")


def compared(review: Review, result: Result, ours: int = 1, listed: int = 1, **more: Any) -> Review:
    row = ItemRow(result, (OURS,) * ours, (LISTED,) * listed, **more)
    return replace(review, comparison=Comparison("清单", (row,)))


def test_there_are_the_three_attachments_and_the_proofs_that_stay(review: Review) -> None:
    assert opened(review).sheetnames == [LETTER, CHANGES, ITEMS, PROOFS]


def test_every_sheet_ends_with_seal_signatures_and_date(review: Review) -> None:
    for sheet in opened(review):
        end = "".join(words(sheet)[-3:])
        assert all(
            word in end for word in ("填报单位（公章）", "单位负责人（签字）", "经办人（签字）", "年", "月", "日")
        )


def test_the_letter_counts_items_by_type(review: Review) -> None:
    sheet = opened(of(review, item_type="行政给付"))[LETTER]
    assert {row["事项类型"]: row["事项数（项）"] for row in table(sheet)}["行政给付"] == 1
    assert "民政局对照上级政务服务事项基础清单" in "".join(words(sheet))


def test_an_item_shows_its_counts_before_and_after(review: Review) -> None:
    (row,) = table(opened(review)[ITEMS])
    assert (row["原材料数"], row["现材料数"], row["承诺时限"], row["办件类型"]) == (2, 1, "10个工作日", "承诺件")


def test_what_the_guide_does_not_say_stays_a_visible_gap(review: Review) -> None:
    (row,) = table(opened(review)[ITEMS])
    assert (row["事项编码"], row["咨询电话"], row["到现场次数"]) == (GAP, GAP, GAP)


def test_the_case_of_an_item_is_its_sub_item(review: Review) -> None:
    (row,) = table(opened(of(review, item_name="食品经营许可（新办）"))[ITEMS])
    assert (row["主项名称"], row["子项（业务办理项）"]) == ("食品经营许可", "食品经营许可（新办）")


def test_an_aside_in_a_name_is_no_sub_item(review: Review) -> None:
    (row,) = table(opened(of(review, item_name="教师资格认定（小学）"))[ITEMS])
    assert row["主项名称"] == "教师资格认定（小学）"


def test_a_proof_that_is_cut_is_not_among_those_that_stay(review: Review) -> None:
    assert table(opened(review)[PROOFS]) == []


def test_a_proof_that_stays_names_who_asks_and_what_for(undecided: Review) -> None:
    (row,) = table(opened(undecided)[PROOFS])
    assert (row["证明名称"], row["证明用途"], row["索要单位"]) == ("健在证明", "办理高龄津贴", "民政局")
    assert (row["设定及保留依据"], row["备注"]) == (GAP, "有精简建议，待定")


def test_a_licence_is_no_proof_though_its_name_says_so(undecided: Review) -> None:
    guide = undecided.guides[0]
    birth = replace(guide.materials[1], name="出生医学证明", kind=KindMatch("same", "L034", "出生医学证明"))
    assert table(opened(with_guide(undecided, materials=(birth,)))[PROOFS]) == []


def test_the_basis_of_a_proof_has_the_law_in_full_and_its_rank(undecided: Review) -> None:
    guide = undecided.guides[0]
    based = replace(guide.materials[1], basis=("c1",))
    (row,) = table(opened(with_guide(undecided, materials=(based,)))[PROOFS])
    assert (row["设定及保留依据"], row["效力层级"]) == ("《中华人民共和国老年人权益保障法》第三十三条", "法律")


def test_without_a_list_the_sheet_of_changes_says_so(review: Review) -> None:
    assert f"{GAP}没有给出基础事项清单，尚未比对。" in words(opened(review)[CHANGES])


@pytest.mark.parametrize(
    ("result", "ours", "listed", "change"),
    [
        ("一致", 1, 1, []),
        ("名称不同", 1, 1, ["变更名称"]),
        ("类型不同", 1, 1, ["变更类型", "变更名称"]),
        ("本级多出", 1, 0, ["新增"]),
        ("本级缺少", 0, 1, [GAP]),
        ("需拆分合并", 2, 1, ["拆分"]),
        ("需拆分合并", 1, 2, ["合并"]),
    ],
)
def test_an_item_unlike_the_list_is_a_change(
    review: Review, result: Result, ours: int, listed: int, change: list[str]
) -> None:
    found = opened(compared(review, result, ours, listed))[CHANGES]
    assert [row["调整类型"] for row in table(found)] == change


def test_a_change_of_type_names_both_types(review: Review) -> None:
    row = table(opened(compared(review, "类型不同"))[CHANGES])[0]
    assert (row["调整前"], row["调整后"], row["市事项编码"]) == ("公共服务", "行政给付", "150400")


def test_what_nobody_is_sure_of_is_left_to_people(review: Review) -> None:
    row = table(opened(compared(review, "名称不同", sure=False, note="请核对"))[CHANGES])[0]
    assert (row["调整类型"], row["理由"]) == (GAP, "请核对")


def test_the_letter_says_how_many_items_are_as_the_list_has_them(review: Review) -> None:
    assert "一致1项，需要调整的0处" in "".join(words(opened(compared(review, "一致"))[LETTER]))


def test_files_of_two_departments_have_a_letter_each_and_share_the_lists(review: Review) -> None:
    book = opened(review, of(review, department="教育局"), of(review, department="教育局", item_name="助学金"))
    assert book.sheetnames[:2] == ["确认书1 民政局", "确认书2 教育局"]
    assert [row["实施主体"] for row in table(book[ITEMS])] == ["民政局", "教育局", "教育局"]


def test_departments_that_differ_behind_the_31st_sign_have_two_sheets(review: Review) -> None:
    names = [of(review, department="某" * 40 + end) for end in "甲乙"]
    assert len(opened(*names).sheetnames) == 5


def test_the_rows_of_a_file_travel_from_a_worker(review: Review) -> None:
    filing = filing_of(review)
    assert write_all([pickle.loads(pickle.dumps(filing))]) == write_all([filing])


def test_the_same_reviews_give_the_same_bytes(review: Review) -> None:
    assert render(review, "attachments") == render(review, "attachments")


def test_every_value_a_layout_may_name_is_given(undecided: Review) -> None:
    filing = filing_of(compared(undecided, "本级多出"))
    for id, rows in (("items", filing.items), ("proofs", filing.proofs), ("adjustments", filing.adjustments)):
        assert set(rows[0]) == set(VALUES["attachments"][id].split())


def test_an_unknown_placeholder_says_where(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    shipped = Path(__file__).parents[3] / "lexicons/layouts/attachments.yaml"
    own = shipped.read_text("utf-8").replace("{comparison}", "{secret}")
    (tmp_path / "layouts/attachments.yaml").write_text(own, "utf-8")
    with pytest.raises(LexiconError, match=r"attachments\.yaml:11.*没有 \{secret\}"):
        load_layouts("attachments", tmp_path)


def test_an_item_whose_type_is_not_told_is_counted_as_such(review: Review) -> None:
    letter = " ".join(words(opened(of(review, item_type=None))[LETTER]))
    assert f"{GAP}（没有写明类型的）1项" in letter
