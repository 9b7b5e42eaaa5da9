import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

SETS: dict[str, dict[str, Any]] = {
    "citations_a": {"text": "《中华人民共和国行政许可法》第三十一条", "as_of": "2026-11-24", "citations": "gold"},
    "kinds_a": {"written": "居民身份证复印件1份", "kind": "gold"},
    "pairs_a": {"a": "身份证", "b": "居民身份证", "relation": "gold"},
    "guides_a": {"text": "高龄津贴办事指南\n申请材料\n1.居民身份证\n2.户口簿", "as_of": "2026-11-24", "guides": "gold"},
    "forms_a": {
        "forms": [{"name": "甲表", "fields": ["姓名"]}, {"name": "乙表", "fields": ["姓名"]}],
        "clusters": "gold",
    },
    "real_a": {"file": "指南/a.txt", "guides": "gold"},
}


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    folder = tmp_path / "sets"
    folder.mkdir()
    for name, row in SETS.items():
        (folder / f"{name}.jsonl").write_text(json.dumps({"id": "1"} | row, ensure_ascii=False) + "\n", "utf-8")
    (tmp_path / "指南").mkdir()
    (tmp_path / "指南/a.txt").write_text(SETS["guides_a"]["text"], "utf-8")
    return folder


def run(sets: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(jianzheng, ["eval", "--sets", str(sets), *map(str, arguments)])


def predicted(out: Path, name: str) -> dict[str, Any]:
    (row,) = map(json.loads, (out / f"{name}.pred.jsonl").read_text("utf-8").splitlines())
    assert row.pop("id") == "1"
    return dict(row)


def test_every_set_is_predicted_in_its_own_form(sets: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(sets, "--predict", out).exit_code == 0
    assert predicted(out, "citations_a")["citations"][0]["article"] == 31
    assert predicted(out, "kinds_a") == {"kind": "L001"}
    assert predicted(out, "pairs_a") == {"relation": "same"}
    assert predicted(out, "forms_a") == {"clusters": [[{"form": 0, "field": 0}, {"form": 1, "field": 0}]]}
    assert [len(predicted(out, name)["review"]["guides"]) for name in ("guides_a", "real_a")] == [1, 1]


def test_a_set_that_cannot_be_written_to_is_predicted_all_the_same(sets: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in sets.iterdir())
    os.chmod(sets, 0o555)
    run(sets, "--predict", tmp_path / "out", "--only", "pairs")
    os.chmod(sets, 0o755)
    assert sorted(path.name for path in sets.iterdir()) == before


def test_a_bad_line_and_a_missing_file_cost_themselves_alone(sets: Path, tmp_path: Path) -> None:
    for name in ("pairs_a", "real_a"):
        with (sets / f"{name}.jsonl").open("a", encoding="utf-8") as file:
            file.write('{"id": "2", "a": 5, "file": "nowhere.docx"}\nnot json\n')
    result = run(sets, "--predict", tmp_path / "out", "--only", "pairs", "--only", "real")
    assert result.exit_code == 0
    assert predicted(tmp_path / "out", "pairs_a") == {"relation": "same"}
    assert "nowhere.docx" in result.stderr


def test_a_set_without_answers_has_no_score(sets: Path) -> None:
    (sets / "pairs_a.jsonl").write_text('{"id": "1", "a": "身份证", "b": "居民身份证"}\n', "utf-8")
    assert "只预测" in run(sets, "--only", "pairs").stdout


def test_a_folder_without_sets_is_told(tmp_path: Path) -> None:
    assert "没有评测集" in run(tmp_path).stderr
