import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from contract import check

from assistant.cli.main import jianzheng

GUIDE = """高龄津贴办事指南
实施机构：青山县民政局
一、设定依据
《中华人民共和国老年人权益保障法》第三十三条、第九十九条
"""


@pytest.fixture(autouse=True)
def no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever laws the machine has installed."""
    monkeypatch.setenv("JIANZHENG_LIBRARY", str(tmp_path / "none.sqlite"))


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    folder.mkdir()
    (folder / "津贴.txt").write_text(GUIDE, "utf-8")
    (folder / "别的.txt").write_text("办事指南\n一、设定依据\n《中华人民共和国行政许可法》第十二条\n", "utf-8")
    return folder


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(jianzheng, ["cite", *map(str, arguments), "--as-of", "2026-11-24"], input=stdin)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_guide_gives_a_report_to_read(guides: Path) -> None:
    result = run(guides / "津贴.txt")
    assert result.exit_code == 0
    assert "无此条" in result.stdout
    assert "核对条号" in result.stdout


def test_json_follows_the_published_schema(guides: Path) -> None:
    (found,) = rows(run(guides / "津贴.txt", "--format", "json"))
    check(found, "cite")
    assert [citation["verdict"] for citation in found["citations"]] == ["ok", "no_such_article"]


def test_standard_input_keeps_the_text_unchanged() -> None:
    (found,) = rows(run("-", "--format", "json", stdin=GUIDE))
    assert found["text"] == GUIDE


def test_a_folder_is_jsonl_and_a_bad_file_is_a_row_and_exit_code_2(guides: Path) -> None:
    (guides / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    result = run(guides, "--format", "json")
    assert [row["schema"] for row in rows(result)] == ["cite/1", "cite/1", "failure/1"]
    assert result.exit_code == 2
    assert result.stderr.startswith("坏.docx：")


@pytest.mark.parametrize("format", ["docx", "html", "xlsx"])
def test_reports_to_hand_on_are_written_to_the_file_named(guides: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"报告.{format}"
    result = run(guides, "--format", format, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.stat().st_size > 1000


def test_watch_list_names_the_guides_that_cite_the_law(guides: Path) -> None:
    (guides / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    (found,) = rows(run("--watch-list", "老年人权益保障法", guides, "--format", "json"))
    check(found, "watch")
    assert found["laws"] == ["中华人民共和国老年人权益保障法"]
    assert {provision["file"] for provision in found["provisions"]} == {"津贴.txt"}
    assert (found["files"], [file["name"] for file in found["unread"]]) == (3, ["坏.docx"])


def test_watch_list_refuses_an_unknown_law_and_a_missing_folder(guides: Path, tmp_path: Path) -> None:
    assert run("--watch-list", "没有这部法", guides).stderr.startswith("没有这部法: 法规目录里没有")
    assert "找不到这个文件或文件夹" in run("--watch-list", "行政许可法", tmp_path / "none").stderr
