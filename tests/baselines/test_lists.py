"""Lists of basic items from files of every kind."""

from pathlib import Path

import pytest

from assistant.baselines import load_baseline, read_items
from assistant.errors import BaselineError

_LIST = """事项名称,事项编码,事项类型,材料名称
道路货物运输经营许可,000118002000,行政许可,道路货物运输经营申请表
,,,机动车行驶证
取水许可,000119001000,行政许可,取水许可申请书
"""


def _written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    (folder / name).write_text(text, encoding)
    return folder / name


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


def test_two_row_head_names_the_columns(tmp_path: Path) -> None:
    rows = "主项名称,申请材料,\n,名称,必要性\n取水许可,取水许可申请书,必要\n,利害关系人承诺书,非必要\n"
    (item,) = read_items(_written(tmp_path, "清单.csv", rows))
    assert [(paper.name, paper.necessity) for paper in item.materials] == [
        ("取水许可申请书", "required"),
        ("利害关系人承诺书", "optional"),
    ]


def test_case_below_its_main_item_is_named_after_it(tmp_path: Path) -> None:
    rows = "主项名称,业务办理项名称,编码\n食品经营许可,新办,01\n,变更,02\n取水许可,无,03\n"
    items = read_items(_written(tmp_path, "清单.csv", rows))
    assert [item.name for item in items] == ["食品经营许可（新办）", "食品经营许可（变更）", "取水许可"]
    assert [item.main for item in items] == ["食品经营许可", "食品经营许可", None]


def test_rows_of_different_codes_are_different_items(tmp_path: Path) -> None:
    rows = "事项名称,编码\n教师资格认定,01\n教师资格认定,02\n"
    assert len(read_items(_written(tmp_path, "清单.csv", rows))) == 2


def test_word_table_with_merged_cells_is_read(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("基础事项清单")
    table = document.add_table(rows=4, cols=3)
    words = [
        "基础事项清单（2026年）",
        "",
        "",
        "事项名称",
        "事项类型",
        "申请材料",
        "取水许可",
        "行政许可",
        "申请书",
        "",
        "",
        "论证报告书",
    ]
    for cell, word in zip((cell for row in table.rows for cell in row.cells), words, strict=True):
        cell.text = word
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    document.save(str(tmp_path / "清单.docx"))
    (item,) = read_items(tmp_path / "清单.docx")
    assert (item.name, [paper.name for paper in item.materials]) == ("取水许可", ["申请书", "论证报告书"])


def test_script_of_a_page_gives_items_below_their_department(tmp_path: Path) -> None:
    text = """const 数据 = [{"department": "水利局", "items": [{"main_item": "未分类", "sub_items": [
        {"name": "取水许可", "link": "http://例.cn/x?itemCode=511A01-511602000000-000-115113010833722043-1-00"}]}]}];"""
    (item,) = read_items(_written(tmp_path, "事项.js", text))
    assert (item.name, item.department, item.main) == ("取水许可", "水利局", None)
    assert item.code == "511A01-511602000000-000-115113010833722043-1-00"


def test_one_object_a_line_is_a_list_too(tmp_path: Path) -> None:
    text = '{"TASK_NAME": "取水许可", "material_intro": ["申请书"]}\n{"TASK_NAME": "结婚登记"}\n'
    items = read_items(_written(tmp_path, "事项.json", text))
    assert [item.where for item in items] == ["事项.json:1", "事项.json:2"]


def test_need_behind_a_material_is_no_part_of_its_name(tmp_path: Path) -> None:
    rows = "事项名称,申请材料\n取水许可,1.营业执照（容缺）；2.申请书（必要）\n"
    (item,) = read_items(_written(tmp_path, "清单.csv", rows))
    assert [(paper.name, paper.necessity) for paper in item.materials] == [
        ("营业执照", "deferrable"),
        ("申请书", "required"),
    ]


def test_row_over_the_whole_width_is_no_item(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["事项名称", "事项类型"], ["一、行政许可（1项）", None], ["取水许可", "行政许可"]):
        book.active.append(row)
    book.active.merge_cells("A2:B2")
    book.save(tmp_path / "清单.xlsx")
    assert [item.name for item in load_baseline(tmp_path / "清单.xlsx").items] == ["取水许可"]


def test_name_alone_heads_no_list_of_items(tmp_path: Path) -> None:
    with pytest.raises(BaselineError):
        read_items(_written(tmp_path, "设备.csv", "序号,名称,数量\n1,冰箱,2\n"))
    assert read_items(_written(tmp_path, "目录.csv", "序号,项目,设定依据\n1,取水许可,水法\n"))
