"""Many guides against a list: the six results for items and for materials."""

import pytest

from assistant.lexicon.kinds import load_kinds
from assistant.matching.baseline import index_items
from assistant.matching.baseline_diff import changes
from assistant.matching.baseline_items import compare_items
from assistant.matching.baseline_materials import compare_materials
from assistant.model.baseline import Comparison, ListedItem, ListedMaterial, MaterialRow
from assistant.model.guide import Guide, Head
from assistant.model.material import Material
from assistant.model.span import Span

_SPAN = Span(0, 1)


def _item(name: str, code: str | None = None, type: str | None = None, *materials: str) -> ListedItem:
    return ListedItem(code, name, type, None, tuple(map(ListedMaterial, materials)), "清单.csv:2")


def _guide(name: str, code: str | None = None, type: str | None = None) -> Guide:
    return Guide("g1", Head(name, code, item_type=type), _SPAN, (), (), (), (), ())


def _compared(guides: list[Guide], items: list[ListedItem], whole: bool = False) -> Comparison:
    return compare_items(guides, index_items(items, load_kinds()), load_kinds(), whole)


def _rows(ours: list[str], listed: list[str]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    rows = _material_rows([Material(f"m{n}", m, m, _SPAN, _SPAN) for n, m in enumerate(ours)], listed)
    return [(row.result, row.local, row.listed) for row in rows]


def _material_rows(ours: list[Material], listed: list[str]) -> tuple[MaterialRow, ...]:
    return compare_materials(ours, [ListedMaterial(name) for name in listed], load_kinds())


@pytest.mark.parametrize(
    ("guide", "item", "result"),
    [
        (_guide("取水许可办事指南"), _item("取水许可"), "一致"),
        (_guide("取水审批", "000119001000"), _item("取水许可", "000119001000"), "名称不同"),
        (_guide("取水许可", type="行政许可"), _item("取水许可", type="行政确认"), "类型不同"),
        (_guide("养犬登记"), _item("取水许可"), "本级多出"),
    ],
)
def test_one_guide_and_one_item(guide: Guide, item: ListedItem, result: str) -> None:
    assert [row.result for row in _compared([guide], [item]).rows] == [result]


def test_code_of_the_county_holds_the_basic_code_of_the_list() -> None:
    (row,) = _compared([_guide("取用水", "11152200MB0000000X2000119001000")], [_item("取水许可", "000119001000")]).rows
    assert (row.result, row.listed[0].name) == ("名称不同", "取水许可")


def test_listed_item_without_guide_is_missing_only_when_all_guides_are_there() -> None:
    items = [_item("取水许可"), _item("养犬登记")]
    assert [row.result for row in _compared([_guide("取水许可")], items).rows] == ["一致"]
    assert [row.result for row in _compared([_guide("取水许可")], items, whole=True).rows] == ["一致", "本级缺少"]


def test_guides_that_are_cases_of_one_item_are_to_be_merged() -> None:
    (row,) = _compared([_guide("食品经营许可新办"), _guide("食品经营许可变更")], [_item("食品经营许可")]).rows
    assert (row.result, [item.place for item in row.local]) == ("需拆分合并", [0, 1])


def test_guide_of_one_name_twice_is_not_to_be_merged() -> None:
    rows = _compared([_guide("取水许可"), _guide("取水许可")], [_item("取水许可")]).rows
    assert [row.result for row in rows] == ["一致", "一致"]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("食品经营许可", ["食品经营许可（新办）", "食品经营许可（变更）"]),
        ("小学、幼儿园教师资格认定", ["小学教师资格认定", "幼儿园教师资格认定"]),
    ],
)
def test_guide_that_the_list_splits_is_to_be_split(name: str, listed: list[str]) -> None:
    (row,) = _compared([_guide(name)], [_item(one) for one in listed]).rows
    assert (row.result, [item.name for item in row.listed]) == ("需拆分合并", listed)


def test_listed_name_inside_ours_is_for_people_to_judge() -> None:
    (row,) = _compared([_guide("临时救助对象认定和救助金给付")], [_item("临时救助")]).rows
    assert (row.result, row.sure) == ("名称不同", False)


def test_materials_have_all_results() -> None:
    assert _rows(["取水申请书", "行驶证", "无犯罪记录证明"], ["取水申请书", "机动车行驶证", "水质检测报告"]) == [
        ("一致", ("取水申请书",), ("取水申请书",)),
        ("名称不同", ("行驶证",), ("机动车行驶证",)),
        ("本级多出", ("无犯罪记录证明",), ()),
        ("本级缺少", (), ("水质检测报告",)),
    ]


@pytest.mark.parametrize(
    ("ours", "listed"),
    [
        (["场所方位图和平面图"], ["场所方位图", "场所平面图"]),
        (["法定代表人身份证", "经办人身份证"], ["法定代表人和经办人身份证"]),
        (["营业执照"], ["营业执照正本", "营业执照副本"]),
    ],
)
def test_paper_that_one_side_divides_is_to_be_split_or_merged(ours: list[str], listed: list[str]) -> None:
    assert _rows(ours, listed) == [("需拆分合并", tuple(ours), tuple(listed))]


def test_forms_of_two_cases_are_matched_by_their_full_names() -> None:
    names = ["转考（转出）登记表", "转考（转入）登记表"]
    assert [row[0] for row in _rows(names, names)] == ["一致", "一致"]


def test_copy_where_the_list_has_the_original_is_of_another_type() -> None:
    card = Material("m1", "居民身份证", "居民身份证复印件", _SPAN, _SPAN, original=False)
    (row,) = compare_materials([card], [ListedMaterial("居民身份证", form="原件")], load_kinds())
    assert (row.result, row.note) == ("类型不同", "本级要复印件，清单为原件")


def test_optional_material_of_the_list_is_not_surely_missing() -> None:
    (row,) = compare_materials([], [ListedMaterial("承诺书", "optional")], load_kinds())
    assert (row.result, row.sure) == ("本级缺少", False)


def test_comparison_counts_its_rows() -> None:
    comparison = _compared([_guide("取水许可")], [_item("取水许可", None, None, "申请书")], whole=True)
    assert (comparison.items()["一致"], comparison.materials()["本级缺少"]) == (1, 1)


def test_newer_list_is_told_from_the_older() -> None:
    kinds = load_kinds()
    old = [_item("取水许可", "01", "行政许可", "申请书"), _item("养犬登记", "02"), _item("排水许可", "03")]
    new = [
        _item("取水许可审批", "01", "行政确认", "申请书", "论证报告"),
        _item("排水许可", "03"),
        _item("临时救助", "04"),
    ]
    found = changes(index_items(old, kinds), index_items(new, kinds), kinds)
    assert [(change.kind, change.item) for change in found] == [
        ("变更名称", "取水许可审批"),
        ("变更类型", "取水许可审批"),
        ("变更材料", "取水许可审批"),
        ("新增", "临时救助"),
        ("取消", "养犬登记"),
    ]


def test_same_list_has_no_changes() -> None:
    kinds = load_kinds()
    one = index_items([_item("取水许可", "01"), _item("取水许可", "01")], kinds)
    assert changes(one, one, kinds) == ()
