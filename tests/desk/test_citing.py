"""The citation desk over a document, with facts and a law library of our own."""

import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import little_laws
import openpyxl
import pytest
from contract import check

from assistant.citing import Desk, cite_document
from assistant.errors import KnowledgeError
from assistant.export.cite import CITE_FORMATS, render_cite
from assistant.export.cite_json import cite_object
from assistant.export.cite_rows import advice, by_department, difference
from assistant.export.watch import render_watch, watch_object
from assistant.laws.facts import LawFacts
from assistant.laws.facts_export import export_facts
from assistant.laws.importing import import_source
from assistant.laws.library import open_library
from assistant.laws.shapes import Shapes
from assistant.laws.texts import LawTexts
from assistant.lexicon.sections import load_sections
from assistant.model.cited import CitedDocument, CiteReport, UnreadFile
from assistant.model.watched import WatchedProvision, WatchList
from assistant.reading import read_text
from assistant.watching import find_law, law_change, watched

GUIDE = """灯塔设立许可
实施机构：青山县灯塔局
一、设定依据
《灯塔法》第三条、第九条；《灯塔法》第二条第二款。
二、申请材料
1. 申请书
"""
TODAY = date(2019, 5, 1)
CHANGE = date(2020, 6, 1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], sqlite3.Connection]]:
    """Libraries by the name of their file, closed after the test."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(closing(open_library(tmp_path / name)))


@pytest.fixture
def desk(tmp_path: Path, opened: Callable[[str], sqlite3.Connection]) -> Desk:
    """Facts exported from the library itself, as of a day when the new text is passed but not in force."""
    library = opened("laws.sqlite")
    import_source(library, little_laws.lawrefbook(tmp_path / "book"))
    facts = export_facts(library, [], TODAY.isoformat())
    rows = tuple({**row, "status": "现行有效", "status_as_of": "2019-05-01"} for row in facts.catalogue)
    lines: dict[str, dict[str, str]] = {}
    for row in (*facts.shapes, *facts.older):
        lines.setdefault(row["title"], {})[row["version"]] = json.dumps(row)
    return Desk(load_sections(), LawFacts(rows, Shapes(lines)), LawTexts(library))


@pytest.fixture
def cited(desk: Desk) -> Callable[..., CitedDocument]:
    def at(text: str = GUIDE, day: date = TODAY) -> CitedDocument:
        return cite_document(read_text(text, "灯塔.txt"), day, desk)

    return at


def report(*files: CitedDocument) -> CiteReport:
    broken = UnreadFile("坏.docx", "broken", "坏.docx：不是完好的文件")
    return CiteReport(TODAY, files, (broken,), with_texts=True)


def test_every_provision_has_its_verdict_its_place_and_its_guide(cited: Callable[..., CitedDocument]) -> None:
    found = cited()
    assert [provision.citation.verdict for provision in found.provisions] == ["ok", "no_such_article", "ok"]
    assert {provision.place for provision in found.provisions} == {"第4行“设定依据”"}
    assert {provision.guide for provision in found.provisions} == {found.guides[0].id}
    assert [provision.citation.id for provision in found.provisions] == ["c1", "c2", "c3"]


def test_spans_and_guides_are_right_in_a_file_of_two_guides(cited: Callable[..., CitedDocument]) -> None:
    text = GUIDE + GUIDE.replace("灯塔设立许可", "灯塔变更许可").replace("第九条", "第四条")
    found = cited(text)
    assert len({guide.id for guide in found.guides}) == 2
    assert [provision.citation.written for provision in found.provisions][4] == "第四条"
    for provision in found.provisions:
        assert provision.citation.span.of(text) == provision.citation.written
    assert [provision.guide for provision in found.provisions] == [g.id for g in found.guides for _ in range(3)]


def test_the_words_shown_are_those_of_the_paragraph_cited(cited: Callable[..., CitedDocument]) -> None:
    law = cited().provisions[2].law
    assert law is not None
    assert (law.version, law.cited) == ("2010-01-05", "灯塔局应当每年检查灯塔。")


def test_the_words_shown_are_those_of_the_day(cited: Callable[..., CitedDocument]) -> None:
    law = cited(day=CHANGE).provisions[0].law
    assert law is not None
    assert (law.version, law.cited) == ("2020-04-02", "灯塔由灯塔局管理。\n灯塔局应当每年检查灯塔。")


def test_without_a_library_everything_works_but_the_words(desk: Desk) -> None:
    found = cite_document(read_text(GUIDE), TODAY, replace(desk, texts=None))
    assert [provision.law for provision in found.provisions] == [None, None, None]
    assert found.provisions[1].citation.verdict == "no_such_article"


def test_a_text_that_is_no_guide_is_checked_too(cited: Callable[..., CitedDocument]) -> None:
    (provision,) = cited("按照《灯塔法》第九条办理。").provisions
    assert (provision.guide, provision.place) == (None, "第1行")


def test_a_false_quote_shows_what_differs(cited: Callable[..., CitedDocument]) -> None:
    (provision,) = cited("《灯塔法》第一条：“为了管好灯塔和灯船，制定本法。”").provisions
    assert provision.citation.verdict == "quote_differs"
    assert ("gone", "和灯船") in difference(provision)


def test_a_quote_that_now_stands_elsewhere_is_found_there(cited: Callable[..., CitedDocument]) -> None:
    text = "《灯塔法》第二条：“设立灯塔应当取得许可，提交下列材料：（一）申请书；”"
    (provision,) = cited(text).provisions
    assert provision.quoted_from == "第三条"
    assert advice(provision) == "所引内容可能现为第三条，核对后改条号"


def test_a_quote_from_an_older_text_is_dated(cited: Callable[..., CitedDocument]) -> None:
    text = "《灯塔法》第三条：“设立灯塔应当取得许可，提交下列材料：（一）申请书；”"
    (provision,) = cited(text, day=CHANGE).provisions
    assert (provision.quoted_from, provision.quoted_version) == ("第四条", "2010-01-05")
    assert advice(provision).endswith("（引文是2010-01-05文本）")


def test_advice_names_the_successor_and_the_right_title(cited: Callable[..., CitedDocument]) -> None:
    provision = cited().provisions[0]
    repealed = replace(provision.citation, verdict="repealed", successor="灯塔法典")
    misnamed = replace(provision.citation, verdict="title_wrong")
    assert advice(provision) == ""
    assert advice(replace(provision, citation=repealed)) == "改引《灯塔法典》的相应条款"
    assert advice(replace(provision, citation=misnamed)) == "改为《中华人民共和国灯塔法》"


def test_departments_are_counted_over_files_and_the_faultiest_comes_first(cited: Callable[..., CitedDocument]) -> None:
    clean = cited(GUIDE.replace("青山县灯塔局", "青山县港湾局").replace("、第九条", ""))
    rows = by_department([clean, cited()])
    assert [(row.department, row.provisions, row.ok, row.fault) for row in rows] == [
        ("青山县灯塔局", 3, 2, 1),
        ("青山县港湾局", 2, 2, 0),
    ]


def test_json_is_the_contract_with_guide_place_and_law_text(cited: Callable[..., CitedDocument]) -> None:
    found = cite_object(cited())
    check(json.loads(json.dumps(found)), "cite")
    assert (found["schema"], found["text"], found["as_of"]) == ("cite/1", GUIDE, "2019-05-01")
    for citation in found["citations"]:
        start, end = citation["span"]
        assert GUIDE[start:end] == citation["written"]
    assert found["citations"][0]["guide"] == found["guides"][0]["id"]


def test_json_of_many_files_is_one_row_each_and_a_bad_file_is_a_row(cited: Callable[..., CitedDocument]) -> None:
    rows = [json.loads(line) for line in render_cite(report(cited(), cited()), "json").splitlines()]
    assert [row["schema"] for row in rows] == ["cite/1", "cite/1", "failure/1"]
    assert rows[2]["error"]["code"] == "broken"


def test_workbook_has_a_row_for_each_provision_and_the_summary(cited: Callable[..., CitedDocument]) -> None:
    book = openpyxl.load_workbook(BytesIO(render_cite(report(cited()), "xlsx")))
    assert book.sheetnames == ["引用核查（按2019-05-01）", "部门汇总", "未读文件"]
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet["I"]] == ["结论", "有效", "无此条", "有效"]
    assert book["部门汇总"]["A2"].value == "青山县灯塔局"


def test_word_report_shows_reason_advice_and_law(cited: Callable[..., CitedDocument]) -> None:
    word = docx.Document(BytesIO(render_cite(report(cited()), "docx")))
    summary, table = word.tables
    assert [cell.text for cell in summary.rows[1].cells][:4] == ["青山县灯塔局", "1", "1", "3"]
    assert "没有第9条" in table.cell(2, 3).text
    assert "灯塔局应当每年检查灯塔。" in table.cell(3, 3).text


def test_word_report_carries_no_time_of_writing(cited: Callable[..., CitedDocument]) -> None:
    with zipfile.ZipFile(BytesIO(render_cite(report(cited()), "docx"))) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_web_page_escapes_citations(cited: Callable[..., CitedDocument]) -> None:
    found = cited("《灯<b>塔</b>法》第九条。《灯塔法》第九条。")
    odd = replace(found.provisions[-1], citation=replace(found.provisions[-1].citation, written="《灯<b>塔法》"))
    page = render_cite(report(replace(found, provisions=(odd,))), "html").decode()
    assert "《灯&lt;b&gt;塔法》" in page


def test_web_page_needs_nothing_else_and_escapes_what_it_quotes(cited: Callable[..., CitedDocument]) -> None:
    page = render_cite(report(cited(GUIDE.replace("灯塔设立许可", "<script>灯塔</script>设立许可"))), "html").decode()
    assert "http" not in page
    assert "<script" not in page
    assert "灯塔局应当每年检查灯塔。" in page


@pytest.mark.parametrize("format", CITE_FORMATS)
def test_same_input_same_bytes(cited: Callable[..., CitedDocument], format: str) -> None:
    first, second = (render_cite(report(cited()), format) for _ in range(2))  # type: ignore[arg-type]
    assert first == second


def watch(desk: Desk, now: CitedDocument, then: CitedDocument, day: date = TODAY) -> list[WatchedProvision]:
    law = find_law("灯塔法", desk.facts)
    return list(watched(law_change(law, day, desk.facts, desk.texts), law, [now], [then]))


def test_watch_list_says_what_breaks_when_the_law_changes(desk: Desk, cited: Callable[..., CitedDocument]) -> None:
    text = "《灯塔法》第一条、第二条、第三条第一款第一项、第四条。《灯船条例》第一条。"
    found = watch(desk, cited(text), cited(text, CHANGE))
    assert [provision.effect for provision in found] == ["changes", "breaks", "breaks", "breaks"]
    assert found[1].now_at == "第三条"
    assert all(provision.law == "中华人民共和国灯塔法" for provision in found)


def test_watch_list_sees_that_a_guide_quotes_the_new_text_already(
    desk: Desk, cited: Callable[..., CitedDocument]
) -> None:
    text = "《灯塔法》第三条：“灯塔由灯塔局管理。灯塔局应当每年检查灯塔。”《灯塔法》第二条。"
    found = watch(desk, cited(text, CHANGE), cited(text, CHANGE), CHANGE)
    assert [provision.effect for provision in found] == ["stands", "breaks"]
    assert found[1].because.startswith("如果引用的是旧文本：")


def test_watch_list_follows_a_quotation_to_its_new_number(desk: Desk, cited: Callable[..., CitedDocument]) -> None:
    text = "《灯塔法》第三条：“设立灯塔应当取得许可，提交下列材料：（一）申请书；”"
    (found,) = watch(desk, cited(text), cited(text, CHANGE))
    assert (found.effect, found.now_at) == ("breaks", "第四条")


def test_watch_list_leaves_a_paragraph_alone_that_says_the_same(
    desk: Desk, opened: Callable[[str], sqlite3.Connection], tmp_path: Path
) -> None:
    library = opened("two.sqlite")
    for day, words in (("2010-01-05", "灯塔归公。"), ("2020-04-02", "灯塔归国家。")):
        page = little_laws.markdown(little_laws.TITLE, [], [f"第一条 {words}", "灯船归公。"])
        little_laws.write(tmp_path / f"two/灯塔法({day}).md", page)
    import_source(library, tmp_path / "two")
    now = cite_document(read_text("《灯塔法》第一条第一款、第二款。"), TODAY, desk)
    law = find_law("灯塔法", desk.facts)
    found = watched(law_change(law, TODAY, desk.facts, LawTexts(library)), law, [now], [])
    assert [provision.effect for provision in found] == ["changes", "stands"]


def test_watch_list_without_texts_compares_counts(desk: Desk, cited: Callable[..., CitedDocument]) -> None:
    bare = replace(desk, texts=None)
    text = "《灯塔法》第一条、第三条。"
    found = watch(bare, cited(text), cited(text, CHANGE))
    assert [provision.effect for provision in found] == ["unknown", "changes"]


def test_watch_list_of_a_repealed_law_breaks_every_citation(desk: Desk, cited: Callable[..., CitedDocument]) -> None:
    law = replace(find_law("灯塔法", desk.facts), repealed_on="2019-01-01", successor="灯塔法典")
    (found,) = watched(law_change(law, TODAY, desk.facts, None), law, [cited("《灯塔法》第一条。")], [])
    assert (found.effect, found.because) == ("breaks", "2019-01-01废止，由《灯塔法典》取代。")


def test_watch_list_refuses_a_name_it_does_not_know(desk: Desk) -> None:
    with pytest.raises(KnowledgeError, match="水法"):
        find_law("水法", desk.facts)


def test_watch_list_is_sorted_by_what_must_be_done_first(desk: Desk, cited: Callable[..., CitedDocument]) -> None:
    text = "《灯塔法》第一条、第二条。"
    found = watch(desk, cited(text), cited(text, CHANGE))
    change = law_change(find_law("灯塔法", desk.facts), TODAY, desk.facts, desk.texts)
    assert change is not None
    listed = WatchList(TODAY, ("中华人民共和国灯塔法",), (change.change,), tuple(found), 1, ())
    rows = watch_object(listed)["provisions"]
    assert isinstance(rows, list)
    assert [row["effect"] for row in rows] == ["breaks", "changes"]
    assert "2020-06-01起施行（逐条比对新旧文本）" in render_watch(listed, "text", width=120).decode()
    assert openpyxl.load_workbook(BytesIO(render_watch(listed, "xlsx"))).sheetnames == ["清单", "变动"]
