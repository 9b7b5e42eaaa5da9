import json
from pathlib import Path

import little_laws
import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "data" / "laws.sqlite"
    monkeypatch.setenv("JIANZHENG_LIBRARY", str(file))
    assert run("import", little_laws.lawrefbook(tmp_path / "灯塔法规库")).exit_code == 0
    return file


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(jianzheng, ["laws", *map(str, arguments)])


def test_import_counts_and_names_the_gaps(library: Path, tmp_path: Path) -> None:
    result = run("import", tmp_path / "灯塔法规库")
    assert "灯塔法规库（lawrefbook）：新增0件，更新0件，未变3件" in result.stdout
    assert "缺漏：" in result.stdout


def test_import_of_a_damaged_file_names_it_and_ends_with_2(library: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    result = run("import", tmp_path / "坏.docx")
    assert result.exit_code == 2
    assert "读不了：坏.docx：坏.docx: 不是完好的 .docx 文件" in result.stdout


def test_import_of_nothing_known_is_one_sentence(library: Path, tmp_path: Path) -> None:
    result = run("import", tmp_path / "没有")
    assert (result.exit_code, result.stderr) == (2, "没有: 找不到这个文件或文件夹，请检查路径\n")


def test_list_shows_versions(library: Path) -> None:
    assert run("list", "灯塔").stdout == "中华人民共和国灯塔法\t法律\t6条\t2010-01-05、2020-04-02\n"


def test_show_prints_the_article_of_a_day(library: Path) -> None:
    assert "国家鼓励建设无人灯塔" in run("show", "灯塔法", "--article", "第二条").stdout
    old = run("show", "灯塔法", "--article", "2", "--as-of", "2015-01-01").stdout
    assert old.endswith("第二条　灯塔由灯塔局管理。\n灯塔局应当每年检查灯塔。\n")


def test_show_prints_article_with_zhi(library: Path) -> None:
    assert "十日内作出决定" in run("show", "灯塔法", "--article", "4-1").stdout


def test_show_of_a_missing_article_says_how_many_there_are(library: Path) -> None:
    result = run("show", "灯塔法", "--article", "99")
    assert result.exit_code == 2
    assert "没有“99”，共6条" in result.stderr


def test_show_before_the_first_version_says_when_it_begins(library: Path) -> None:
    assert "自2010-03-01施行" in run("show", "灯塔法", "--as-of", "2000-01-01").stderr


def test_search_prints_where_the_words_stand(library: Path) -> None:
    result = run("search", "无人灯塔")
    assert result.stdout.startswith("《中华人民共和国灯塔法》第二条（2020-04-02）\n    国家鼓励建设无人灯塔")


def test_search_without_a_hit_ends_with_1(library: Path) -> None:
    assert run("search", "潜水艇").exit_code == 1


def test_diff_marks_what_changed(library: Path) -> None:
    result = run("diff", "灯塔法", "2010", "2020")
    assert "《中华人民共和国灯塔法》2010-01-05 → 2020-04-02" in result.stdout
    assert "为了管好灯塔，{+保障航行，+}制定本法。" in result.stdout
    assert "第二条 → 第三条　移位，文字未变" in result.stdout


def test_diff_of_a_version_not_held_names_those_that_are(library: Path) -> None:
    assert "有：2010-01-05、2020-04-02" in run("diff", "灯塔法", "1999", "2020").stderr


def test_stats_counts_and_lists_gaps(library: Path) -> None:
    assert "lawrefbook\t2部\t3个文本\t11条" in run("stats").stdout
    assert "库中没有文本" in run("stats", "--gaps").stdout


def test_export_facts_writes_catalogue_and_shapes_without_text(library: Path, tmp_path: Path) -> None:
    assert run("export-facts", tmp_path / "facts").exit_code == 0
    shapes = (tmp_path / "facts/shapes.jsonl").read_text("utf-8")
    mine = [row for row in map(json.loads, shapes.splitlines()) if row["title"] == "中华人民共和国灯塔法"]
    assert [row["version"] for row in mine] == ["2020-04-02"]
    assert "无人灯塔" not in shapes
    laws = (tmp_path / "facts/catalogue/laws.jsonl").read_text("utf-8")
    assert '"title":"中华人民共和国灯塔法"' in laws
    assert '"title":"中华人民共和国行政许可法"' in laws


def test_without_a_library_the_command_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANZHENG_LIBRARY", str(tmp_path / "none.sqlite"))
    result = run("list")
    assert (result.exit_code, result.stderr) == (2, "none.sqlite: 还没有法规库，请先运行 jianzheng laws import\n")
