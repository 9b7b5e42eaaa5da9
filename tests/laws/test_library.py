"""The library: imports that can be repeated and interrupted, versions side by side, search, comparison, facts."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import little_laws
import pytest

from assistant.errors import KnowledgeError
from assistant.laws import importing
from assistant.laws.compare import compare, wording
from assistant.laws.facts_export import Row, export_facts
from assistant.laws.gaps import find_gaps
from assistant.laws.importing import import_source, settle
from assistant.laws.library import law_key, open_library, read_library
from assistant.laws.quotes import find_quote
from assistant.laws.search import search
from assistant.laws.stock import find_title, shelves
from assistant.laws.texts import LawTexts, open_texts

TODAY = date(2026, 11, 24)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_library(tmp_path / "laws.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def texts(library: sqlite3.Connection, tmp_path: Path) -> LawTexts:
    import_source(library, little_laws.lawrefbook(tmp_path / "book"))
    return LawTexts(library)


def stored(library: sqlite3.Connection) -> list[tuple[object, ...]]:
    columns = "d.source, d.path, d.version, a.number, a.sub, a.text, a.terms"
    query = f"SELECT {columns} FROM article a JOIN document d ON d.id = a.document"
    return sorted(library.execute(query).fetchall())


def test_importing_twice_changes_nothing(library: sqlite3.Connection, tmp_path: Path) -> None:
    source = little_laws.lawrefbook(tmp_path / "book")
    first = import_source(library, source)
    before = stored(library)
    second = import_source(library, source)
    assert (first.documents["new"], second.documents["new"], second.documents["same"]) == (3, 0, 3)
    assert stored(library) == before


def test_a_changed_file_replaces_its_text_and_its_words(library: sqlite3.Connection, tmp_path: Path) -> None:
    source = little_laws.lawrefbook(tmp_path / "book")
    import_source(library, source)
    changed = little_laws.markdown("灯船条例", ["2015年5月1日公布"], ["第一条 灯船归码头管。"])
    little_laws.write(source / "行政法规/灯船条例(2015-05-01).md", changed)
    assert import_source(library, source).documents["changed"] == 1
    assert search(library, "灯船站", TODAY.isoformat()) == ()
    assert search(library, "码头", TODAY.isoformat())[0].text == "灯船归码头管。"


def test_an_interrupted_import_leaves_whole_texts_and_goes_on(
    library: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = little_laws.lawrefbook(tmp_path / "book")
    monkeypatch.setattr(importing, "_COMMIT_EVERY", 1)

    def stop(tally: importing.Tally) -> None:
        if tally.documents["new"] == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_source(library, source, stop)
    assert import_source(library, source).documents == {"new": 1, "changed": 0, "same": 2, "unreadable": 0}


def test_a_fault_in_the_middle_of_a_text_leaves_nothing_of_it(
    library: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> str:
        raise RuntimeError(text)

    monkeypatch.setattr(importing, "index_terms", broken)
    with pytest.raises(RuntimeError):
        import_source(library, little_laws.lawrefbook(tmp_path / "book"))
    assert library.execute("SELECT count(*) FROM document").fetchone() == (0,)


def test_one_unreadable_file_is_named_and_the_rest_imported(library: sqlite3.Connection, tmp_path: Path) -> None:
    source = little_laws.lawrefbook(tmp_path / "book")
    (source / "行政法/坏法(2001-01-01).md").write_bytes("# 坏法\n".encode() + b"\xff\xff\x80")
    tally = import_source(library, source)
    assert [path for path, _ in tally.unreadable] == ["行政法/坏法(2001-01-01).md"]
    assert tally.documents["new"] == 3


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("no database at all, but long enough to be looked at", "utf-8")
    with pytest.raises(KnowledgeError, match="不是"):
        open_library(tmp_path / "x.sqlite")


def test_the_file_is_closed_when_nobody_holds_its_texts(library: sqlite3.Connection, tmp_path: Path) -> None:
    texts = open_texts(tmp_path / "laws.sqlite")
    assert texts is not None
    opened = texts._library
    del texts
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened.execute("SELECT 1")


def test_without_a_library_there_are_no_texts_and_reading_one_says_what_to_do(tmp_path: Path) -> None:
    assert open_texts(tmp_path / "none.sqlite") is None
    with pytest.raises(KnowledgeError, match="jianzheng laws import"):
        read_library(tmp_path / "none.sqlite")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2010, 2, 1), None),
        (date(2012, 1, 1), "灯塔由灯塔局管理。\n灯塔局应当每年检查灯塔。"),
        (date(2020, 5, 31), "灯塔由灯塔局管理。\n灯塔局应当每年检查灯塔。"),
        (date(2020, 6, 1), "国家鼓励建设无人灯塔，支持灯塔用太阳能发电。"),
    ],
)
def test_the_article_is_that_of_the_version_in_force_on_the_day(texts: LawTexts, day: date, words: str | None) -> None:
    assert texts.article("灯塔法", 2, None, day) == words


def test_article_with_zhi_and_full_title_are_found(texts: LawTexts) -> None:
    assert texts.article("《中华人民共和国灯塔法》", 4, 1, TODAY) == "灯塔局应当自受理之日起十日内作出决定。"
    assert texts.article("灯塔法", 4, 2, TODAY) is None


def test_no_text_is_given_where_a_later_amendment_is_not_held(library: sqlite3.Connection, tmp_path: Path) -> None:
    head = ["2001年1月1日会议通过", "2009年6月1日修正", "2019年6月1日修正"]
    page = little_laws.markdown("灯标法", head, ["第一条 灯标要亮。"])
    little_laws.write(tmp_path / "a/灯标法(2019-06-01).md", page)
    little_laws.write(tmp_path / "a/灯标法(2001-01-01).md", little_laws.markdown("灯标法", head[:1], ["第一条 旧文。"]))
    import_source(library, tmp_path / "a")
    texts = LawTexts(library)
    assert texts.article("灯标法", 1, None, date(2005, 1, 1)) == "旧文。"
    assert texts.article("灯标法", 1, None, date(2015, 1, 1)) is None
    assert texts.article("灯标法", 1, None, TODAY) == "灯标要亮。"


def test_of_two_copies_of_a_version_the_fuller_is_used_and_both_take_force_on_one_day(
    library: sqlite3.Connection, tmp_path: Path
) -> None:
    import_source(library, little_laws.laws_db(tmp_path / "laws.db"))
    import_source(library, little_laws.lawrefbook(tmp_path / "book"))
    settle(library)
    edition = LawTexts(library).edition("灯塔法", date(2012, 1, 1))
    assert edition is not None
    assert (edition.source, edition.articles) == ("lawrefbook", 4)
    days = library.execute("SELECT DISTINCT effective FROM document WHERE version = '2010-01-05'").fetchall()
    assert days == [("2010-03-01",)]


def test_search_finds_articles_of_the_version_in_force_alone(texts: LawTexts, library: sqlite3.Connection) -> None:
    assert [hit.label for hit in search(library, "其他材料", "2015-01-01")] == ["第三条"]
    assert search(library, "其他材料", TODAY.isoformat()) == ()


def test_search_wants_every_word_and_puts_exact_wording_first(texts: LawTexts, library: sqlite3.Connection) -> None:
    hits = search(library, "灯塔局 检查", TODAY.isoformat())
    assert [(hit.title, hit.label, hit.exact) for hit in hits] == [("中华人民共和国灯塔法", "第三条", True)]


def test_a_phrase_across_word_borders_is_found_by_reading(texts: LawTexts, library: sqlite3.Connection) -> None:
    assert [hit.label for hit in search(library, "阳能发", TODAY.isoformat())] == ["第二条"]


def test_odd_queries_find_nothing_and_do_not_fail(texts: LawTexts, library: sqlite3.Connection) -> None:
    for words in ('"', "AND", "*", "NEAR(", " "):
        assert search(library, words, TODAY.isoformat()) == ()


def test_compare_tells_changed_moved_added_and_dropped(texts: LawTexts) -> None:
    old, new = texts.editions("灯塔法")
    found = {
        (change.kind, change.old.label if change.old else "", change.new.label if change.new else "")
        for change in compare(texts.articles(old), texts.articles(new))
    }
    assert ("changed", "第一条", "第一条") in found
    assert ("moved", "第二条", "第三条") in found
    assert ("added", "", "第二条") in found
    assert ("added", "", "第四条之一") in found


def test_compare_sees_that_items_changed(texts: LawTexts) -> None:
    old, new = texts.editions("灯塔法")
    changes = {change.old.label: change for change in compare(texts.articles(old), texts.articles(new)) if change.old}
    assert changes["第三条"].shape_differs
    assert not changes["第二条"].shape_differs


def test_wording_gives_both_texts_back() -> None:
    pieces = wording("应当审核材料。", "应当在十日内审查材料。")
    assert "".join(words for tag, words in pieces if tag != "come") == "应当审核材料。"
    assert "".join(words for tag, words in pieces if tag != "gone") == "应当在十日内审查材料。"
    assert ("gone", "审核") in pieces


def test_a_quote_is_not_found_in_a_sister_article_that_only_resembles_the_cited_one(
    library: sqlite3.Connection, tmp_path: Path
) -> None:
    sisters = ["第一条 申请设立灯塔的单位，应当在三十日前向灯塔局提交申请书、塔址图和灯图，一式两份。"]
    sisters.append("第二条 申请变更灯塔的单位，应当在三十日前向灯塔局提交申请书、塔址图和灯图，一式两份。")
    little_laws.write(tmp_path / "a/灯标法(2001-01-01).md", little_laws.markdown("灯标法", [], sisters))
    import_source(library, tmp_path / "a")
    texts = LawTexts(library)
    edition = texts.edition("灯标法", TODAY)
    assert edition is not None
    amended = "申请设立灯塔的单位，应当在三十日前向航标局提交申请书、塔址图和灯图，一式两份。"
    assert find_quote(texts, edition, amended, (1, 0)).label is None


def test_titles_are_found_by_part_and_ambiguity_is_said(texts: LawTexts, library: sqlite3.Connection) -> None:
    assert find_title(library, "灯船") == "灯船条例"
    with pytest.raises(KnowledgeError, match="《灯船条例》"):
        find_title(library, "灯")
    with pytest.raises(KnowledgeError, match="没有这部法"):
        find_title(library, "水法")


def test_shelves_show_versions_side_by_side(texts: LawTexts, library: sqlite3.Connection) -> None:
    (shelf,) = shelves(library, "灯塔")
    assert (shelf.versions, shelf.articles) == (("2010-01-05", "2020-04-02"), 6)


def test_gaps_name_what_the_catalogue_counts_and_the_library_lacks(
    library: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[Row] = [
        {"title": "灯船条例", "level": "行政法规", "status": "现行有效", "latest_version": "2015-05-01"}
        | {"effective": "2015-07-01", "article_count": 3},
        {"title": "灯标法", "level": "法律", "status": "现行有效", "latest_version": "2001-01-01", "article_count": 9},
        {"title": "中华人民共和国灯塔法", "level": "法律", "status": "现行有效", "latest_version": "2024-01-01"}
        | {"article_count": 9},
    ]
    monkeypatch.setattr(importing, "read_rows", lambda: tuple(rows))
    import_source(library, little_laws.lawrefbook(tmp_path / "book"))
    settle(library)
    found = {(gap.kind, gap.title) for gap in find_gaps(library, TODAY.isoformat())}
    assert found == {("short", "灯船条例"), ("absent", "灯标法"), ("outdated", "中华人民共和国灯塔法")}


def test_exported_facts_hold_versions_shapes_and_no_text(texts: LawTexts, library: sqlite3.Connection) -> None:
    facts = export_facts(library, [], TODAY.isoformat())
    law = next(row for row in facts.catalogue if row["title"] == "中华人民共和国灯塔法")
    assert (law["latest_version"], law["effective"], law["article_count"]) == ("2020-04-02", "2020-06-01", 6)
    assert [version["date"] for version in law["versions"]] == ["2010-01-05", "2020-04-02"]
    assert "pending" not in law
    (old,) = facts.older
    assert (old["shape"], old["catchall"]) == ([[0], [0, 0], [3], [0]], [["3", 1, 3, "material"]])
    new = next(row for row in facts.shapes if row["title"] == law["title"])
    assert new["keys"] == ["1", "2", "3", "4", "4-1", "5"]


def test_exported_facts_know_what_is_pending_on_a_day(texts: LawTexts, library: sqlite3.Connection) -> None:
    facts = export_facts(library, [], "2020-05-01")
    law = next(row for row in facts.catalogue if row["title"] == "中华人民共和国灯塔法")
    assert law["latest_version"] == "2010-01-05"
    assert law["pending"] == [{"version": "2020-04-02", "effective": "2020-06-01", "articles": 6}]


def test_exported_facts_take_repeals_and_indexes_over(library: sqlite3.Connection, tmp_path: Path) -> None:
    import_source(library, little_laws.lawrefbook(tmp_path / "book"))
    import_source(library, little_laws.index_csv(tmp_path / "index.csv"))
    facts = {row["title"]: row for row in export_facts(library, [], TODAY.isoformat()).catalogue}
    repealed = facts["灯船暂行办法"]
    assert (repealed["status"], repealed["successor"]) == ("已废止", "中华人民共和国灯塔法")
    assert facts["青山县灯船条例"]["status"] == "已废止"
    assert facts["灯标条例"]["status"] == "尚未生效"


def test_exported_facts_keep_what_the_base_knows_better(texts: LawTexts, library: sqlite3.Connection) -> None:
    base: Row = {"title": "灯船条例", "level": "行政法规", "status": "现行有效", "aliases": ["船例"]}
    base |= {"latest_version": "2022-01-01", "article_count": 40, "last_article": 40}
    (row,) = (row for row in export_facts(library, [base], TODAY.isoformat()).catalogue if row["title"] == "灯船条例")
    assert (row["latest_version"], row["article_count"], row["aliases"]) == ("2022-01-01", 40, ["船例"])


def test_law_key_is_one_for_all_ways_of_writing_a_title() -> None:
    assert law_key("《中华人民共和国灯塔法（试行）》") == law_key("灯塔法(试行)")
