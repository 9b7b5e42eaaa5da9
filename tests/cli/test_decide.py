"""jianzheng decide, jianzheng decisions, and reviews that know what was decided."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

GUIDE = """高龄津贴办事指南
申请材料
1.居民身份证（复印件1份）
2.嘎查村委会出具的健在证明
3.高龄津贴申请表
"""
KEEP = ("--keep", "--reason", "省厅另有要求", "--person", "张三", "--day", "2026-11-24")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "高龄津贴.txt"
    path.write_text(GUIDE, "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(jianzheng, list(map(str, arguments)))


def review(*arguments: str | Path) -> dict[str, Any]:
    result = run("review", "--format", "json", "--as-of", "2026-11-24", "--jobs", "1", *arguments)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def choices(found: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(cut["decision"]["choice"], cut["chosen"]) for cut in found["plan"]["cuts"] if cut["decision"]]


def test_what_is_decided_is_used_by_the_next_review_which_says_so(guide: Path) -> None:
    assert run("decide", guide, "--material", "健在", *KEEP).exit_code == 0
    found = review(guide)
    assert choices(found) == [("keep", False)]
    assert [notice["code"] for notice in found["notices"]] == ["decisions-used"]


def test_a_changed_guide_keeps_its_decisions(guide: Path) -> None:
    run("decide", guide, "--material", "健在", *KEEP)
    guide.write_text(
        GUIDE.replace("1.居民", "1.银行卡\n2.居民").replace("2.嘎查", "3.嘎查").replace("3.高", "4.高"), "utf-8"
    )
    assert choices(review(guide)) == [("keep", False)]


def test_nothing_is_kept_without_a_reason(guide: Path) -> None:
    result = run("decide", guide, "--material", "健在", "--keep")
    assert (result.exit_code, "理由" in result.stderr) == (2, True)
    assert not (guide.parent / "减证决定.jsonl").exists()


def test_words_that_fit_two_materials_are_asked_about(guide: Path) -> None:
    result = run("decide", guide, "--material", "证", "--cut")
    assert result.exit_code == 2
    assert "居民身份证" in result.stderr
    assert "健在证明" in result.stderr


def test_a_decision_about_a_finding_is_about_its_rule(guide: Path) -> None:
    number = next(f["id"] for f in review(guide)["findings"] if f["rule"] == "odd-proof/evident-fact")
    run("decide", guide, "--finding", number, *KEEP)
    row = json.loads((guide.parent / "减证决定.jsonl").read_text("utf-8"))
    assert row["anchor"]["rule"] == "odd-proof/evident-fact"


def test_undo_takes_a_decision_back(guide: Path) -> None:
    run("decide", guide, "--material", "健在", *KEEP)
    assert "省厅另有要求" in run("decisions", guide.parent).stdout
    assert run("decisions", guide.parent, "--undo", "1").exit_code == 0
    assert choices(review(guide)) == []
    assert run("decide", guide, "--material", "健在", "--undo").exit_code == 2


def test_a_file_of_decisions_may_be_named_and_what_it_says_of_other_items_is_told(guide: Path, tmp_path: Path) -> None:
    other = tmp_path / "其他" / "决定.jsonl"
    run("decide", guide, "--material", "健在", *KEEP, "--decisions", other)
    row = json.loads(other.read_text("utf-8"))
    row["anchor"]["item"] = "另一事项"
    other.write_text(other.read_text("utf-8") + json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    assert choices(review(guide, "--decisions", other)) == [("keep", False)]
    assert "另一事项" in run("review", guide, "--decisions", other, "--jobs", "1").stderr


def test_a_wrong_file_beside_the_guide_is_refused_with_its_line(guide: Path) -> None:
    (guide.parent / "减证决定.jsonl").write_text('{"choice": "keep"}\n', "utf-8")
    result = run("review", guide)
    assert (result.exit_code, "减证决定.jsonl:1" in result.stderr) == (2, True)


def workbook(path: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "精简清单"
    for row in (("序号", "事项", "材料", "采纳", "备注"), *rows):
        sheet.append(row)
    book.save(path)
    return path


def test_the_filled_in_workbook_is_read_back(guide: Path) -> None:
    filled = workbook(
        guide.parent / "清单.xlsx",
        ("1", "高龄津贴", "居民身份证", "采纳", ""),
        ("2", "", "健在证明", "保留", "省厅另有要求"),
        ("3", "高龄津贴", "高龄津贴申请表", "待定", ""),
    )
    assert run("decide", filled, "--from", "--person", "张三").exit_code == 0
    assert choices(review(guide)) == [("cut", True), ("keep", False)]


@pytest.mark.parametrize(("said", "why"), [("保留", ""), ("大概", "省厅")])
def test_a_row_filled_in_wrongly_is_named(guide: Path, said: str, why: str) -> None:
    filled = workbook(guide.parent / "清单.xlsx", ("1", "高龄津贴", "健在证明", said, why))
    result = run("decide", filled, "--from", "--person", "张三")
    assert (result.exit_code, "清单.xlsx:2" in result.stderr) == (2, True)


def test_a_workbook_without_the_sheet_is_refused(guide: Path) -> None:
    book = openpyxl.Workbook()
    book.save(guide.parent / "别的.xlsx")
    assert "精简清单" in run("decide", guide.parent / "别的.xlsx", "--from").stderr
    assert "工作簿" in run("decide", guide, "--from").stderr
