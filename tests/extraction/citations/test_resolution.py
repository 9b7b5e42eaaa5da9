from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("环评法", "中华人民共和国环境影响评价法"),
        ("不动产登记条例", "不动产登记暂行条例"),
        ("民诉法", "中华人民共和国民事诉讼法"),
        ("税收征管法", "中华人民共和国税收征收管理法"),
        ("关于做好证明事项清理工作的通知", "国务院办公厅关于做好证明事项清理工作的通知"),
        ("安全生产法（2021年修正）", "中华人民共和国安全生产法"),
        ("公司法司法解释（三）", "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（三）"),
    ],
)
def test_an_alias_is_resolved_to_the_full_title(one: One, written: str, title: str) -> None:
    found = one(f"《{written}》")
    assert (found.title, found.resolved) == (title, True)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("老年人权益保护法", "中华人民共和国老年人权益保障法"),
        ("基本农田保护条列", "基本农田保护条例"),
        ("农产品质量安生法", "中华人民共和国农产品质量安全法"),
        ("民办教育促进法实施细则", "中华人民共和国民办教育促进法实施条例"),
        ("社会团体管理登记条例", "社会团体登记管理条例"),
        ("中华人民人民共和国港口法", "中华人民共和国港口法"),
        ("娱乐场所条例", "娱乐场所管理条例"),
        ("城市居民最低生活保障办法", "城市居民最低生活保障条例"),
        ("国务院关于第六批决定取消和调整行政审批项目的决定", "国务院关于第六批取消和调整行政审批项目的决定"),
    ],
)
def test_a_misspelt_title_is_named_with_the_right_one(one: One, written: str, title: str) -> None:
    found = one(f"《{written}》第三条")
    assert (found.title, found.verdict) == (title, "title_wrong")
    assert title in found.because


@pytest.mark.parametrize(
    "written",
    [
        "营业税暂行条例",
        "中华人民共和国消防安全法",
        "进口药品抽样规定",
        "特种设备安全法实施条例",
        "食品卫生安全法",
        "国务院关于第九批取消和调整行政审批项目的决定",
    ],
)
def test_another_matter_is_unknown_not_misspelt(one: One, written: str) -> None:
    assert one(f"《{written}》第三条").verdict == "unknown_law"


def test_another_region_s_regulation_is_not_taken_for_a_slip(one: One) -> None:
    assert one("《内蒙古自治区燃气管理条例》第三条").title == "内蒙古自治区燃气管理条例"


def test_a_name_many_regulations_end_in_is_ambiguous(one: One) -> None:
    found = one("《安全生产条例》第二十条")
    assert (found.title, found.resolved, found.verdict) == ("安全生产条例", False, "ambiguous_name")


def test_a_national_regulation_of_exactly_that_name_wins(one: One) -> None:
    assert one("《物业管理条例》第三十二条").verdict == "ok"


def test_the_guide_s_department_decides_between_regions(one: One) -> None:
    found = one("《安全生产条例》第二十条", department="山东省应急管理厅")
    assert found.title == "山东省安全生产条例"


def test_documents_of_one_name_are_told_apart_by_number(one: One) -> None:
    text = "《国务院关于取消和下放一批行政审批项目的决定》（国发〔2014〕5号）"
    assert "国发〔2014〕5号" in (one(text).title or "")


def test_documents_of_one_name_without_number_are_ambiguous(one: One) -> None:
    assert one("《国务院关于取消和下放一批行政审批项目的决定》").verdict == "ambiguous_name"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("《护照法》", "法律"),
        ("《旅行社条例》", "行政法规"),
        ("《青山县养老服务条例》", "地方性法规"),
        ("按青政办发〔2019〕12号", "规范性文件"),
        ("《窗口服务规定》（青山省人民政府令第12号）", "地方政府规章"),
        ("《窗口服务规定》（甲乙部令第12号）", "部门规章"),
        ("《窗口服务规定》（国务院令第999号）", "行政法规"),
        ("《关于改进窗口服务的通知》", "规范性文件"),
        ("《政务服务办法》", None),
    ],
)
def test_the_level_is_given_where_it_is_evident(one: One, text: str, level: str | None) -> None:
    assert one(text).level == level


def test_an_unknown_title_is_kept_as_written(one: One) -> None:
    found = one("《青山县实施〈中华人民共和国水法〉办法》第三条")
    assert (found.title, found.verdict) == ("青山县实施〈中华人民共和国水法〉办法", "unknown_law")


def test_a_title_without_its_first_word_means_the_one_that_ends_so(one: One) -> None:
    found = one("《商品房预售管理办法》第七条")
    assert (found.title, found.verdict) == ("城市商品房预售管理办法", "title_wrong")


def test_a_decision_with_another_number_is_another_decision(one: One) -> None:
    assert one("《国务院关于修改部分行政法规的决定》（国务院令第666号）").verdict == "unknown_law"


def test_measures_under_one_law_are_never_those_under_another(one: One) -> None:
    found = one("《内蒙古自治区实施〈中华人民共和国草原法〉办法》第十二条")
    assert found.verdict in ("unknown_law", "unverified")


def test_a_connecting_word_too_many_is_likelier_than_another_word(one: One) -> None:
    found = one("《中华人民共和国道路运输管理条例》第十条")
    assert (found.title, found.verdict) == ("中华人民共和国道路运输条例", "title_wrong")
