"""Comparison with a list of basic items."""

from pathlib import Path

import pytest

from assistant.baselines import load_baseline
from assistant.errors import BaselineError
from assistant.lexicon.kinds import load_kinds
from assistant.matching.baseline import Baseline, match_guide
from assistant.matching.name_index import index_names
from assistant.model.guide import Guide, Head
from assistant.model.material import Material
from assistant.model.span import Span

_SPAN = Span(0, 1)
_LIST = """事项名称,事项编码,事项类型,材料名称
道路货物运输经营许可,000118002000,行政许可,道路货物运输经营申请表
,,,机动车行驶证
,,,负责人身份证
取水许可,000119001000,行政许可,取水许可申请书
"""


@pytest.fixture
def baseline(tmp_path: Path) -> Baseline:
    return load_baseline(_written(tmp_path, "清单.csv", _LIST))


def _written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    (folder / name).write_text(text, encoding)
    return folder / name


def _compared(baseline: Baseline, item: str, *names: str, code: str | None = None) -> Guide:
    materials = tuple(Material(f"m{n}", name, name, _SPAN, _SPAN) for n, name in enumerate(names, 1))
    guide = Guide("g1", Head(item, code), _SPAN, (), materials, (), (), ())
    return match_guide(guide, baseline, load_kinds())


def _decisions(guide: Guide) -> list[str | None]:
    return [material.baseline.decision for material in guide.materials]


def test_rows_below_an_item_are_its_materials(baseline: Baseline) -> None:
    assert [len(item.materials) for item in baseline.items] == [3, 1]


def test_materials_are_same_renamed_extra_or_unsure(baseline: Baseline) -> None:
    names = ("道路货物运输经营申请表", "行驶证", "驾驶员健康体检表", "机动车行驶情况表")
    guide = _compared(baseline, "道路货物运输经营许可办事指南", *names)
    assert _decisions(guide) == ["same", "renamed", "extra", "unsure"]


def test_form_alone_does_not_make_another_name(baseline: Baseline) -> None:
    assert _decisions(_compared(baseline, "道路货物运输经营许可（新办）", "机动车行驶证正、副本")) == ["same"]


def test_other_holders_card_is_extra_not_unsure(baseline: Baseline) -> None:
    assert _decisions(_compared(baseline, "道路货物运输经营许可", "经办人身份证")) == ["extra"]


def test_material_the_guide_does_not_ask_for_is_missing(baseline: Baseline) -> None:
    guide = _compared(baseline, "道路货物运输经营许可", "行驶证", "法定代表人身份证")
    assert guide.baseline is not None
    assert guide.baseline.missing == ("道路货物运输经营申请表",)


def test_code_finds_the_item_whatever_its_name(baseline: Baseline) -> None:
    guide = _compared(baseline, "货运办理", code="0001-1800-2000")
    assert guide.baseline is not None
    assert (guide.baseline.decision, guide.baseline.name) == ("renamed", "道路货物运输经营许可")


def test_like_name_with_another_subject_is_not_the_item(baseline: Baseline) -> None:
    guide = _compared(baseline, "道路旅客运输经营许可", "行驶证")
    assert guide.baseline is not None
    assert guide.baseline.decision == "extra"
    assert _decisions(guide) == [None]


def test_like_item_leaves_materials_uncompared(baseline: Baseline) -> None:
    guide = _compared(baseline, "取水许可延续", "取水许可申请书")
    assert guide.baseline is not None
    assert guide.baseline.decision in ("unsure", "extra")
    assert _decisions(guide) == [None]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("清单.json", '[{"事项名称": "取水许可", "材料名称": ["取水许可申请书", "营业执照"]}]'),
        ("清单.yaml", "- 事项名称: 取水许可\n  材料名称:\n    - 取水许可申请书\n    - name: 营业执照\n"),
        ("清单.csv", "事项名称,申请材料\n取水许可,1.取水许可申请书；2.营业执照\n"),
    ],
)
def test_list_may_be_json_yaml_or_one_cell(tmp_path: Path, name: str, text: str) -> None:
    (item,) = load_baseline(_written(tmp_path, name, text)).items
    assert [material.name for material in item.materials] == ["取水许可申请书", "营业执照"]


def test_workbook_is_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["××市基础事项清单"])
    book.active.append(["序号", "事项名称", "材料名称"])
    book.active.append([1, "取水许可", "取水许可申请书"])
    book.save(tmp_path / "清单.xlsx")
    assert load_baseline(tmp_path / "清单.xlsx").items[0].where == "清单.xlsx:3"


def test_old_excel_csv_in_gb18030_is_read(tmp_path: Path) -> None:
    assert load_baseline(_written(tmp_path, "清单.csv", _LIST, "gb18030")).items


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("清单.csv", "甲,乙\n1,2\n", "清单.csv:1"),
        ("清单.csv", "事项名称,材料名称\n,营业执照\n", "清单.csv:2"),
        ("清单.json", '[\n{"事项名称": \n]', "清单.json:3"),
        ("清单.yaml", "- 事项名称: 甲\n- 乙\n", "清单.yaml:第2项"),
        ("清单.yaml", "- 事项名称: [\n", "清单.yaml:2"),
        ("清单.csv", "事项名称\n", "清单.csv:1"),
        ("清单.xlsx", "不是工作簿", "清单.xlsx:1"),
        ("清单.txt", "甲", "清单.txt:1"),
    ],
)
def test_wrong_list_is_named_with_its_line(tmp_path: Path, name: str, text: str, where: str) -> None:
    with pytest.raises(BaselineError) as raised:
        load_baseline(_written(tmp_path, name, text))
    assert raised.value.where == where


def test_missing_list_is_a_baseline_error(tmp_path: Path) -> None:
    with pytest.raises(BaselineError):
        load_baseline(tmp_path / "没有.csv")


def test_index_finds_the_likest_of_many_names() -> None:
    index = index_names([f"第{n}类事项登记" for n in range(5000)] + ["道路货物运输经营许可"])
    assert index.like("道路货物运输许可", 0.7)[0][0] == 5000
