import json
from pathlib import Path

from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

GUIDE = "高龄津贴办事指南\n申请材料\n1.居民身份证（复印件1份）\n2.嘎查村委会出具的健在证明\n"


def run(path: Path, *arguments: str) -> Result:
    path.write_text(GUIDE, "utf-8")
    return CliRunner().invoke(jianzheng, ["explain", str(path), *arguments])


def test_a_part_of_the_name_is_enough(tmp_path: Path) -> None:
    result = run(tmp_path / "a.txt", "--material", "健在")
    assert result.exit_code == 0
    assert "提示了的规则" in result.stdout


def test_a_finding_is_explained_by_its_id(tmp_path: Path) -> None:
    result = run(tmp_path / "a.txt", "--finding", "x1", "--format", "json")
    assert json.loads(result.stdout)["schema"] == "explain/1"


def test_what_is_not_there_lists_what_is(tmp_path: Path) -> None:
    for arguments in (("--material", "房产证"), ("--finding", "x99")):
        result = run(tmp_path / "a.txt", *arguments)
        assert (result.exit_code, "健在证明" in result.stderr) == (2, True)


def test_one_thing_is_asked_about(tmp_path: Path) -> None:
    assert run(tmp_path / "a.txt").exit_code == 2


def test_the_class_of_a_photograph_is_told_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "指南.txt"
    path.write_text("补贴申领办事指南\n申请材料\n1.近期一寸免冠照片\n2.居民户口簿", "utf-8")
    assert "材料类别：照片" in CliRunner().invoke(jianzheng, ["explain", str(path), "--material", "照片"]).output
