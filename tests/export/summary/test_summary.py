import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from typing import Any

import docx

from assistant.drafting.counted import counted
from assistant.export import Extras, render
from assistant.export.drawing.emf import emf
from assistant.export.summary import chart_svg
from assistant.export.summary.chart import AFTER, BEFORE, chart
from assistant.export.summary.figures import about
from assistant.export.summary.reasons import grounds, reasons
from assistant.model.overview import ItemSummary, Tally
from assistant.model.review import Review


def opened(review: Review) -> Any:
    return docx.Document(io.BytesIO(render(review, "summary")))


def item(review: Review) -> ItemSummary:
    return counted(review, Extras()).items[0]


def drawn(*items: ItemSummary) -> list[str]:
    return [label.words for label in chart(items).labels]


def test_a_goal_stands_with_its_numbers(review: Review) -> None:
    goals = [[cell.text for cell in row.cells] for row in opened(review).tables[0].rows]
    assert goals[1] == ["必要材料（份）", "2", "1", "1", "50.0%", "三分之一", "达到"]


def test_the_picture_is_in_the_document(review: Review) -> None:
    word = opened(review)
    (picture,) = word.inline_shapes
    part = word.part.related_parts[picture._inline.graphic.graphicData.pic.blipFill.blip.embed]
    assert (part.content_type, part.blob) == ("image/x-emf", emf(chart(counted(review, Extras()).items)))


def test_the_bars_are_as_long_as_the_numbers_they_show(review: Review) -> None:
    bars = [bar for bar in chart([item(review)]).bars if bar.y > 20]
    before, after = bars[0], bars[1]
    assert (before.colour, after.colour) == (BEFORE, AFTER)
    assert after.width == before.width / 2


def test_of_many_items_those_that_shed_most_are_drawn(review: Review) -> None:
    many = [replace(item(review), item_name=f"事项{n}", materials=Tally(40, n, n, n)) for n in range(1, 16)]
    words = drawn(*many)
    assert "事项4" in words
    assert "事项3" not in words
    assert "另有3个事项没有画出" in words


def test_a_long_name_is_cut_to_its_column(review: Review) -> None:
    assert "很长的名称很长的名称很…" in drawn(replace(item(review), item_name="很长的名称" * 9))


def test_an_item_that_promises_nothing_has_no_bar_but_a_dash(review: Review) -> None:
    assert "—" not in drawn(item(review))
    assert "—" in drawn(replace(item(review), days=None))


def test_the_reasons_are_those_of_the_cuts_that_are_made(review: Review, undecided: Review) -> None:
    assert [(each.words, each.count, each.papers) for each in reasons([grounds(review)])] == [
        ("奇葩证明", 1, "健在证明")
    ]
    assert reasons([grounds(undecided)]) == ()


def test_the_reasons_of_many_files_add_up(review: Review) -> None:
    (reason,) = reasons([grounds(review)] * 3)
    assert (reason.count, reason.papers) == (3, "健在证明")


def test_the_page_is_well_formed_and_has_the_picture(review: Review) -> None:
    page = render(review, "summary-html").decode()
    assert chart_svg(counted(review, Extras())) in page
    ET.fromstring(chart_svg(counted(review, Extras())))


def test_a_name_cannot_bring_markup_into_the_page(review: Review) -> None:
    guide = review.guides[0]
    evil = replace(guide, head=replace(guide.head, item_name="<script>", department="<b>"))
    page = render(replace(review, guides=(evil,)), "summary-html").decode()
    assert "<script" not in page
    assert "<b>" not in page


def test_a_file_without_guides_has_a_sheet_without_a_picture(review: Review) -> None:
    nothing = replace(review.plan, items=(), cuts=())
    assert len(opened(replace(review, guides=(), plan=nothing)).inline_shapes) == 0


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    assert render(review, "summary") == render(review, "summary")
    assert render(review, "summary-html") == render(review, "summary-html")


def test_a_unit_stands_above_the_items_only_where_they_all_name_it(review: Review) -> None:
    one, day = item(review), date(2026, 11, 25)
    named = replace(one, department="白桦旗民政局")
    assert about([named, named], day).startswith("白桦旗民政局 · 2个事项")
    assert about([named, replace(one, department=None)], day).startswith("2个事项")
