from pathlib import Path

import openpyxl
from click.testing import CliRunner

from assistant.cli.review import review

GUIDE = "{}办事指南\n实施机关：青山县民政局\n申请材料\n1. 居民身份证\n2. 健在证明\n3. 申请表\n"


def reviewed(folder: Path, format: str, names: tuple[str, ...] = ("高龄津贴", "孤儿救助")) -> list[str]:
    """The files that are written for guides of these names."""
    for name in names:
        (folder / "in").mkdir(exist_ok=True)
        (folder / "in" / f"{name}.txt").write_text(GUIDE.format(name), "utf-8")
    arguments = [str(folder / "in"), "--format", format, "--out", str(folder / "out"), "--jobs", "1"]
    result = CliRunner().invoke(review, arguments)
    assert result.exit_code == 0, result.output
    return sorted(path.name for path in (folder / "out").iterdir())


def test_the_attachments_of_a_folder_are_one_workbook_too(tmp_path: Path) -> None:
    assert reviewed(tmp_path, "attachments") == ["孤儿救助.txt.附件.xlsx", "附件汇总.xlsx", "高龄津贴.txt.附件.xlsx"]
    sheet = openpyxl.load_workbook(tmp_path / "out/附件汇总.xlsx")["政务服务事项清单"]
    assert [row[2].value for row in sheet.iter_rows(min_row=4, max_row=5)] == ["孤儿救助", "高龄津贴"]


def test_a_folder_has_one_sheet_of_before_and_after_over_all(tmp_path: Path) -> None:
    assert "精简前后对比汇总.docx" in reviewed(tmp_path, "summary")
    assert "精简前后对比汇总.html" in reviewed(tmp_path, "summary-html")
    assert "2个事项" in (tmp_path / "out/精简前后对比汇总.html").read_text("utf-8")


def test_one_file_is_its_own_sum(tmp_path: Path) -> None:
    assert reviewed(tmp_path, "attachments", ("高龄津贴",)) == ["高龄津贴.txt.附件.xlsx"]
