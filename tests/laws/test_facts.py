import time
from datetime import date

import pytest

from assistant import resources
from assistant.errors import KnowledgeError
from assistant.laws import catalogue
from assistant.laws.facts import LawFacts, load_facts
from assistant.laws.lookup import begins, in_force, near, standing
from assistant.laws.names import number_form, number_key, title_key
from assistant.laws.shapes import load_shapes

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def facts() -> LawFacts:
    return load_facts()


@pytest.mark.parametrize("written", ["《水法》", "〈水法〉", " 水 法 ", "“水法”", "《《水法》》"])
def test_marks_and_blanks_do_not_count_in_a_title(written: str) -> None:
    assert title_key(written) == "水法"


def test_brackets_of_all_kinds_are_the_same_in_a_title() -> None:
    assert title_key("办法（试行）") == title_key("办法(试行)") == title_key("办法〔试行〕")


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("国发[2018]28号", "国发〔2018〕28号"),
        ("国发（2018）第28号", "国发〔2018〕28号"),
        ("国务院第412号令", "国务院令第412号"),
        ("国务院190号令", "国务院令第190号"),
        ("中华人民共和国国务院令第412号", "国务院令第412号"),
        ("国务院令第l63号", "国务院令第163号"),
        ("财政部令2011年第64号", "财政部令2011年第64号"),
        ("主席令第四十五号", "主席令第45号"),
    ],
)
def test_a_number_has_one_form(written: str, form: str) -> None:
    assert number_form(written) == form


def test_numbers_of_two_spellings_have_one_key() -> None:
    assert number_key("国家市场监管总局令第52号") == number_key("国家市场监督管理总局令第52号")


def test_a_law_is_found_by_full_and_short_title(facts: LawFacts) -> None:
    assert facts.named("水法") == facts.named("中华人民共和国水法") != ()


def test_a_trial_rule_is_found_without_the_bracket(facts: LawFacts) -> None:
    assert facts.named("农用地土壤环境管理办法")[0].title == "农用地土壤环境管理办法（试行）"


def test_a_document_is_found_by_its_number(facts: LawFacts) -> None:
    assert [law.title for law in facts.numbered("国办发[2018]47号")] == ["国务院办公厅关于做好证明事项清理工作的通知"]


def test_titles_ending_in_a_name_are_found(facts: LawFacts) -> None:
    titles = {law.title for law in facts.ending("安全生产条例")}
    assert {"上海市安全生产条例", "山东省安全生产条例"} <= titles


def test_the_longest_title_at_a_place_is_found(facts: LawFacts) -> None:
    assert facts.beginning("依据食品安全法实施条例办理", 2) == ("食品安全法实施条例", 11)


def test_near_titles_are_found_nearest_first(facts: LawFacts) -> None:
    assert near("老年人权益保护法", facts)[0] == "老年人权益保障法"


def test_the_first_version_begins_on_the_day_stated_for_it(facts: LawFacts) -> None:
    assert begins(facts.named("行政许可法")[0]) == "2004-07-01"


def test_a_full_revision_does_not_move_the_beginning(facts: LawFacts) -> None:
    assert (begins(facts.named("公司法")[0]) or "") < "1995"


@pytest.mark.parametrize(("day", "version"), [("2024-06-30", "2018-10-26"), ("2024-07-01", "2023-12-29")])
def test_the_version_in_force_changes_on_the_day_it_takes_effect(facts: LawFacts, day: str, version: str) -> None:
    found = in_force(facts.named("公司法")[0], day)
    assert found is not None
    assert found.date == version


def test_an_older_day_has_the_older_shape(facts: LawFacts) -> None:
    law = facts.named("公司法")[0]
    assert standing(law, date(2019, 6, 1), facts).last_article == 218
    assert standing(law, TODAY, facts).last_article == 266


def test_a_version_passed_but_not_yet_effective_is_not_in_force(facts: LawFacts) -> None:
    assert standing(facts.named("商标法")[0], TODAY, facts).last_article == 73


def test_paragraphs_and_items_are_counted() -> None:
    shape = load_shapes().of("中华人民共和国行政许可法", None)
    assert shape is not None
    assert (shape.items(3, 0), shape.items(12, 0), shape.items(84, 0)) == ((0, 0), (6,), None)


def test_inserted_articles_have_their_own_shape() -> None:
    shape = load_shapes().of("中华人民共和国刑法", "2020-12-26")
    assert shape is not None
    assert shape.items(280, 1) is not None


def test_a_text_with_a_hole_is_not_complete() -> None:
    shape = load_shapes().of("农产品地理标志管理办法", None)
    assert shape is not None
    assert not shape.complete


def test_every_line_of_the_catalogue_has_a_title_a_level_and_a_status() -> None:
    rows = catalogue.read_rows()
    assert len(rows) > 6000
    assert all(row["title"] and row["level"] and row["status"] for row in rows)


def test_no_title_stands_twice_in_the_catalogue() -> None:
    titles = [row["title"] for row in catalogue.read_rows()]
    assert len(titles) == len(set(titles))


def test_every_shape_belongs_to_a_law_of_the_catalogue() -> None:
    titles = {row["title"] for row in catalogue.read_rows()}
    shapes = resources.data("corpus/laws/shapes.jsonl").read_text("utf-8").splitlines()
    assert all(line.split('"')[3] in titles for line in shapes)


def test_a_broken_line_is_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "x.jsonl").write_text('{"title": "甲"}\n{"title"\n', "utf-8")
    monkeypatch.setattr(resources, "data", lambda _: folder)
    with pytest.raises(KnowledgeError, match=r"x\.jsonl:2"):
        catalogue.read_rows()


def test_the_facts_load_in_a_blink() -> None:
    load_shapes.cache_clear()
    begun = time.process_time()
    LawFacts(catalogue.read_rows(), load_shapes())
    assert time.process_time() - begun < 2  # 0.1 s here; the limit only catches something gone badly wrong
