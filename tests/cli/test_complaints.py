import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng


def said(*words: str) -> Result:
    return CliRunner().invoke(jianzheng, words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["reviw", "x"], "没有“reviw”这个命令，可用的：review"),
        (["--foo"], "没有选项 --foo"),
        (["review"], "缺少 FILE"),
        (["review", "x", "--job"], "没有选项 --job，是不是 --jobs"),
        (["review", "x", "--out"], "选项 --out 后面要写值"),
        (["review", "x", "--format", "pdf"], "--format 应为 text、json"),
        (["review", "x", "--as-of", "2026-13-1"], "--as-of 应为日期，如 2026-11-24"),
        (["review", "x", "--jobs", "0"], "--jobs 应为1到64的数"),
        (["review", "x", "--timeout", "0"], "--timeout 应为1以上的数"),
        (["rules", "show", "x", "y"], "多写了“y”"),
        (["schema", "foo"], "参数 应为 review、cite"),
        (["baseline", "foo"], "没有“foo”这个命令"),
    ],
)
def test_a_wrong_command_is_told_in_chinese(words: list[str], expected: str) -> None:
    result = said(*words)
    assert result.exit_code == 2
    assert result.output.startswith(expected)
    assert not re.search("Error|Usage|Invalid|Try", result.output)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    result = said("review", "x", "--rules", str(tmp_path / "没有"))
    assert result.output.startswith(f"--rules：没有这个文件或文件夹：{tmp_path / '没有'}")


def test_our_own_words_stay_and_the_help_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("补贴申领办事指南\n申请材料\n1.居民身份证\n2.居民户口簿", "utf-8")
    result = said("decide", str(tmp_path / "a.txt"), "--material", "户口簿", "--keep")
    assert result.output == "保留须写明理由：--reason 理由\n用法见 jianzheng decide --help\n"


def test_a_group_without_a_command_shows_what_there_is() -> None:
    assert "比对" in said("baseline").output


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "指南.txt").write_text("补贴申领办事指南\n申请材料\n1.居民身份证\n2.居民户口簿", "utf-8")
    result = said("review", str(tmp_path / "指南.txt"), "--jobs", "1", "--out", str(tmp_path / "指南.txt" / "结果"))
    assert result.exit_code == 2
    assert "路径里有一段是文件而不是文件夹" in result.output


@pytest.mark.parametrize("option", ["--rules", "--lexicons"])
def test_a_folder_without_data_is_most_likely_another(tmp_path: Path, option: str) -> None:
    result = said("review", "x", option, str(tmp_path))
    assert result.output.startswith(f"{option}：“{tmp_path}”里没有 .yaml 文件")
