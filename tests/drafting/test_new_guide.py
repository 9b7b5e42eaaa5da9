import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import docx
import pytest

from assistant.drafting import new_guides
from assistant.errors import NoGuideError
from assistant.export import Format, render
from assistant.lexicon.new_guide import load_chapters
from assistant.lexicon.sections import load_sections
from assistant.model.new_guide import GAP, Chapter, NewGuide
from assistant.model.review import Review


@pytest.fixture(scope="session")
def guide(review: Review) -> NewGuide:
    (only,) = new_guides(review)
    return only


def chapter(guide: NewGuide, element: str) -> Chapter:
    return next(chapter for chapter in guide.chapters if chapter.element == element)


def test_every_element_of_a_chapter_is_one_that_reading_knows() -> None:
    known = {element.id for element in load_sections().elements}
    assert {element for words in load_chapters() for element in words.elements} <= known


def test_only_what_the_applicant_still_brings_is_a_material(guide: NewGuide) -> None:
    (grid,) = chapter(guide, "materials").grids
    assert [row[1] for row in grid.rows] == ["老年人优待证申请表"]


def test_what_goes_is_told_with_what_takes_its_place_and_on_which_ground(guide: NewGuide) -> None:
    relief = {each.name: each for each in guide.relieved}
    assert "核验" in relief["居民身份证"].how
    assert any("优化营商环境条例" in ground for ground in relief["居民身份证"].grounds)


def test_chapters_stand_in_the_order_of_the_standard(guide: NewGuide) -> None:
    order = [words.elements[0] for words in load_chapters()]
    there = [chapter.element for chapter in guide.chapters]
    assert there == [element for element in order if element in there]


def test_what_must_be_told_and_is_not_stays_visible_and_listed(guide: NewGuide) -> None:
    assert chapter(guide, "quantity").asked
    assert any(gap.startswith("数量限制：") for gap in guide.gaps)
    assert not chapter(guide, "fee").asked


def test_a_step_that_must_be_and_is_not_is_listed(guide: NewGuide) -> None:
    assert "缺少“决定”环节" in guide.gaps


def test_the_word_file_has_every_chapter_the_chart_and_the_gaps(review: Review, guide: NewGuide) -> None:
    word = docx.Document(io.BytesIO(render(review, "guide")))
    lines = [paragraph.text for paragraph in word.paragraphs]
    assert lines[0] == "老年人优待证办理办事指南"
    assert [
        line.partition("、")[2] for line in lines if line.partition("、")[2] in {c.title for c in guide.chapters}
    ] == [c.title for c in guide.chapters]
    assert any(part.content_type == "image/x-emf" for part in word.part.package.iter_parts())
    assert any(line.startswith(GAP) for line in lines)


def test_the_page_needs_nothing_from_elsewhere_and_is_well_formed(review: Review) -> None:
    page = render(review, "portal").decode()
    open_tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert not {"src", "href", "onclick"} & {name for name, _ in attrs}
            if tag not in ("meta",):
                open_tags.append(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            pass

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Tags().feed(page)
    assert open_tags == []
    assert "老年人优待证申请表" in page


def test_the_platforms_fields_are_null_where_the_guide_is_silent(review: Review) -> None:
    (item,) = json.loads(render(review, "platform"))
    assert item["基本信息"]["法定办结时限"] == 20
    assert item["基本信息"]["承诺办结时限单位"] == "工作日"
    assert item["基本信息"]["基本编码"] is None
    assert item["申请材料"][0]["材料名称"] == "老年人优待证申请表"
    assert item["待补充"]


def test_the_picture_shows_the_steps(review: Review) -> None:
    picture = ElementTree.fromstring(render(review, "flow"))
    assert {"受理", "审核", "发证"} <= {text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")}


@pytest.mark.parametrize("format", ["guide", "portal", "platform", "flow"])
def test_the_same_review_gives_the_same_bytes(review: Review, format: Format) -> None:
    assert render(review, format) == render(review, format)


def test_a_step_that_is_not_there_is_asked_for_once(review: Review) -> None:
    (guide,) = review.guides
    (drawn,) = new_guides(replace(review, guides=(replace(guide, steps=(), sections=()),)))
    assert sum("环节" in gap and "流程" in gap for gap in drawn.gaps) == 2  # the chapter and its picture


@pytest.mark.parametrize("format", ["guide", "portal", "platform", "flow", "notices"])
def test_a_file_without_a_guide_gives_no_empty_paper(review: Review, format: Format) -> None:
    with pytest.raises(NoGuideError, match="没有认出办事指南"):
        render(replace(review, guides=()), format)


def test_papers_of_several_cases_are_tables_of_their_own(review: Review) -> None:
    (guide,) = review.guides
    form = next(material for material in guide.materials if "申请表" in material.name)
    cases = tuple(replace(form, id=f"m9{case}", scenario=case) for case in ("新办", "补证"))
    (drawn,) = new_guides(replace(review, guides=(replace(guide, materials=cases),)))
    grids = chapter(drawn, "materials").grids
    shown = [(grid.caption, len(grid.rows), grid.rows[0][0], grid.rows[0][-1]) for grid in grids]
    assert shown == [("新办", 1, "1", ""), ("补证", 1, "1", "")]


def test_the_same_paper_of_two_cases_is_told_once_among_what_goes(review: Review) -> None:
    (guide,) = review.guides
    (card,) = (material for material in guide.materials if material.name == "居民身份证")
    twice = replace(guide, materials=(*guide.materials, replace(card, scenario="补证")))
    (drawn,) = new_guides(replace(review, guides=(twice,)))
    assert [each.name for each in drawn.relieved].count("居民身份证") == 1


def test_where_every_paper_goes_none_is_asked_for(review: Review) -> None:
    (guide,) = review.guides
    gone = tuple(material for material in guide.materials if "申请表" not in material.name)
    (drawn,) = new_guides(replace(review, guides=(replace(guide, materials=gone),)))
    assert chapter(drawn, "materials").lines == ("申请人不需要提交材料。",)


def test_papers_of_some_cases_are_counted_apart_on_the_page(review: Review) -> None:
    (guide,) = review.guides
    form = next(material for material in guide.materials if "申请表" in material.name)
    rare = replace(form, id="m9", name="授权委托书", necessity="conditional", condition="委托办理的")
    page = render(replace(review, guides=(replace(guide, materials=(form, rare)),)), "portal").decode()
    assert "1份，按情形另交1份" in page


def test_what_a_table_lacks_stands_in_red_and_short(review: Review) -> None:
    word = docx.Document(io.BytesIO(render(review, "guide")))
    (table, *_) = (table for table in word.tables if table.rows[0].cells[1].text == "材料名称")
    (run,) = table.rows[1].cells[7].paragraphs[0].runs
    assert (run.text, str(run.font.color.rgb)) == ("待补充", "B42318")
