"""Comparison with a list of basic items."""

from pathlib import Path

import pytest

from assistant.baselines import load_baseline
from assistant.lexicon.kinds import load_kinds
from assistant.matching.baseline import Baseline, match_guide
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
