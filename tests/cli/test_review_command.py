import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

GUIDE = """高龄津贴办事指南
一、设定依据
《中华人民共和国老年人权益保障法》第三十三条
二、申请材料
1.居民身份证（复印件1份）
2.嘎查村委会出具的健在证明
三、办理时限
承诺时限：10个工作日
"""
NAMES = ["居民身份证", "健在证明"]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "高龄津贴.txt"
    path.write_text(GUIDE, "utf-8")
    return path


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(jianzheng, ["review", *map(str, arguments), "--as-of", "2026-11-24"], input=stdin)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def materials(review: dict[str, Any]) -> list[str]:
    return [material["name"] for guide in review["guides"] for material in guide["materials"]]


def test_a_guide_gives_a_report_to_read(guide: Path) -> None:
    result = run(guide)
    assert result.exit_code == 0
    assert "健在证明" in result.stdout


def test_json_of_one_file_is_one_object(guide: Path) -> None:
    (review,) = rows(run(guide, "--format", "json"))
    assert (review["source"]["name"], materials(review)) == ("高龄津贴.txt", NAMES)


def test_standard_input_keeps_the_text_unchanged() -> None:
    (review,) = rows(run("-", "--format", "json", stdin=GUIDE))
    assert review["text"] == GUIDE


def test_several_files_are_jsonl_and_a_bad_one_is_a_row(guide: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    (tmp_path / "空.txt").touch()
    result = run(tmp_path, "--format", "json")
    assert result.exit_code == 2
    assert [row["schema"] for row in rows(result)] == ["failure/1", "failure/1", "review/1"]
    assert [row["source"]["name"] for row in rows(result)] == ["坏.docx", "空.txt", "高龄津贴.txt"]


def test_the_reason_of_a_bad_file_is_one_sentence_without_traceback(tmp_path: Path) -> None:
    result = run(tmp_path / "没有.docx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("没有.docx：")
    assert result.stderr.count("\n") == 1


def test_an_archive_is_reviewed_file_by_file(guide: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "民政局.zip", "w") as archive:
        archive.write(guide, "津贴/高龄.txt")
        archive.write(guide, "另一.txt")
    result = run(tmp_path / "民政局.zip", "--format", "json")
    assert [row["source"]["name"] for row in rows(result)] == ["民政局.zip/另一.txt", "民政局.zip/津贴/高龄.txt"]


def test_results_in_a_folder_and_an_overview_on_the_terminal(guide: Path, tmp_path: Path) -> None:
    result = run(guide, guide, "--format", "json", "--out", tmp_path / "结果")
    names = sorted(path.name for path in (tmp_path / "结果").iterdir())
    assert names == ["overview.json", "高龄津贴.txt-2.json", "高龄津贴.txt.json"]
    assert "2 → " in result.stdout


def test_a_bad_file_leaves_nothing_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    run(tmp_path / "空.txt", "--format", "xlsx", "--out", tmp_path / "结果")
    assert not (tmp_path / "结果").exists()


def test_the_workbook_is_written_beside_its_name(guide: Path, tmp_path: Path) -> None:
    run(guide, "--format", "xlsx", "--out", tmp_path / "结果")
    assert (tmp_path / "结果/高龄津贴.txt.xlsx").read_bytes().startswith(b"PK")


def test_an_empty_standard_input_is_told(guide: Path) -> None:
    result = run("-", stdin="")
    assert (result.exit_code, result.stderr) == (2, "标准输入：没有内容，请检查管道前面的命令\n")


def test_the_two_evaluators_agree_through_the_command_line(guide: Path) -> None:
    durable, reference = (rows(run(guide, "--format", "json", "--engine", name))[0] for name in ("auto", "reference"))
    assert durable["findings"] == reference["findings"]


def test_as_of_decides_which_law_is_cited(guide: Path) -> None:
    result = CliRunner().invoke(jianzheng, ["review", str(guide), "--format", "json", "--as-of", "2018-12-01"])
    docs = {ground["doc"] for finding in json.loads(result.stdout)["findings"] for ground in finding["basis"]}
    assert "优化营商环境条例" not in docs


def test_a_day_that_is_none_is_refused(guide: Path) -> None:
    assert CliRunner().invoke(jianzheng, ["review", str(guide), "--as-of", "昨天"]).exit_code == 2


def test_a_folder_ends_with_departments_and_goals_and_json_has_them_too(guide: Path, tmp_path: Path) -> None:
    (guide.parent / "b.txt").write_text(GUIDE, "utf-8")
    result = run(guide.parent, "--format", "json", "--out", tmp_path / "out", "--jobs", "1")
    assert "申报材料压减三分之一" in result.stdout
    value = json.loads((tmp_path / "out" / "overview.json").read_text("utf-8"))
    assert (value["schema"], value["total"]["items"]) == ("overview/1", 2)
