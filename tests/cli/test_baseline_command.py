import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

_LIST = "事项名称,事项编码,申请材料\n取水许可,000119001000,取水许可申请书\n,,营业执照\n"
_GUIDE = "取水许可办事指南\n\n一、申请材料\n1. 取水许可申请书\n2. 法定代表人身份证复印件\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIANZHENG_HOME", str(tmp_path / "家"))
    (tmp_path / "清单.csv").write_text(_LIST, "utf-8")
    (tmp_path / "取水.txt").write_text(_GUIDE, "utf-8")
    assert run("import", tmp_path / "清单.csv", "--name", "市清单", "--version", "2025").exit_code == 0
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(jianzheng, ["baseline", *map(str, arguments)])


def test_imported_list_is_listed_and_shown(folder: Path) -> None:
    assert run("list").stdout == "市清单@2025\t1项事项，2份材料\n"
    assert "    2. 营业执照" in run("show", "市清单", "取水").stdout


def test_same_version_with_other_content_is_refused(folder: Path) -> None:
    (folder / "清单.csv").write_text(_LIST + "养犬登记,02,\n", "utf-8")
    result = run("import", folder / "清单.csv", "--name", "市清单", "--version", "2025")
    assert (result.exit_code, "已有这个版本" in result.stderr) == (2, True)
    assert run("import", folder / "清单.csv", "--name", "市清单", "--version", "2025", "--replace").exit_code == 0


def test_versions_are_compared(folder: Path) -> None:
    (folder / "新.csv").write_text(_LIST + "养犬登记,02,\n", "utf-8")
    assert run("diff", "市清单", folder / "新.csv").stdout == "新增　　养犬登记（02）\n新增1\n"


def test_guides_are_compared_with_a_stored_list(folder: Path) -> None:
    result = run("compare", folder / "取水.txt", "--baseline", "市清单", "--format", "json", "--jobs", "1")
    content = json.loads(result.stdout)
    assert [(m["result"], m["local"], m["listed"]) for m in content["items"][0]["materials"]] == [
        ("一致", ["取水许可申请书"], ["取水许可申请书"]),
        ("本级多出", ["法定代表人身份证"], []),
        ("本级缺少", [], ["营业执照"]),
    ]


def test_unreadable_file_leaves_nothing_called_missing(folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    paths = (folder / "坏.docx", folder / "取水.txt")
    result = run("compare", *paths, "--baseline", folder / "清单.csv", "--whole", "--jobs", "1")
    assert result.exit_code == 2
    assert "没有列出本级缺少的事项" in result.stderr
    assert "事项：一致1\n" in result.stdout


def test_unknown_list_names_those_there_are(folder: Path) -> None:
    result = run("show", "没有的清单")
    assert (result.exit_code, "市清单@2025" in result.stderr) == (2, True)


def test_review_takes_a_stored_list(folder: Path) -> None:
    result = CliRunner().invoke(
        jianzheng, ["review", str(folder / "取水.txt"), "--baseline", "市清单", "--as-of", "2026-11-24", "--jobs", "1"]
    )
    assert "与基础事项清单比对" in result.stdout
