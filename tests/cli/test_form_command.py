"""jianzheng form"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

_APPLICATION = "渔船登记申请表\n申请人姓名：____\n身份证号：____\n船名：____\n"
_PLEDGE = "安全承诺书\n承诺人：____\n身份证号码：____\n联系电话：____\n"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    folder = tmp_path / "表格"
    folder.mkdir()
    (folder / "申请表.txt").write_text(_APPLICATION, "utf-8")
    (folder / "承诺书.txt").write_text(_PLEDGE, "utf-8")
    return folder


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(jianzheng, ["form", *map(str, arguments)])


def test_says_how_much_was_and_is_asked(forms: Path) -> None:
    result = _run(forms)
    assert result.exit_code == 0
    assert "原共 6 栏，现 4 栏。" in result.stdout


def test_json_is_the_contracts_one_form(forms: Path) -> None:
    shown = json.loads(_run(forms, "--format", "json").stdout)
    assert (shown["asked_before"], shown["asked_after"]) == (6, 4)
    assert {"section", "options", "repeated", "items", "from"} <= set(shown["fields"][0])


def test_all_writes_every_paper(forms: Path, tmp_path: Path) -> None:
    assert _run(forms, "--format", "all", "--title", "渔船一件事申请表", "--out", tmp_path / "出").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "出").iterdir()) == [
        "渔船一件事申请表.docx", "渔船一件事申请表.html", "渔船一件事申请表.schema.json",
        "渔船一件事申请表（对照表）.xlsx", "渔船一件事申请表（样表）.docx",
    ]  # fmt: skip


def test_file_that_cannot_be_read_is_told_and_the_others_go_on(forms: Path) -> None:
    (forms / "坏.docx").write_bytes(b"PK\x03\x04")
    result = _run(forms)
    assert result.exit_code == 2
    assert "坏.docx" in result.stderr
    assert "现 4 栏" in result.stdout


def test_no_form_at_all_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "须知.txt").write_text("请保持船体清洁。", "utf-8")
    result = _run(tmp_path / "须知.txt")
    assert result.exit_code == 2
    assert "没有找到可填写的表格" in result.stderr
    assert "Traceback" not in result.stderr


def test_title_cannot_lead_out_of_the_folder(forms: Path, tmp_path: Path) -> None:
    _run(forms, "--format", "form-schema", "--title", "../外", "--out", tmp_path / "出")
    assert [path.name for path in (tmp_path / "出").iterdir()] == ["..／外.schema.json"]
