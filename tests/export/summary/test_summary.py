import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import docx

from assistant.export import render
from assistant.export.drawing.emf import emf
from assistant.export.summary import chart_svg
from assistant.export.summary.chart import AFTER, BEFORE, chart
from assistant.export.summary.reasons import reasons
from assistant.model.plan import Counts
from assistant.model.review import Review


def opened(review: Review) -> Any:
    return docx.Document(io.BytesIO(render(review, "summary")))


def many(review: Review, count: int) -> Review:
    """So many items, of which the later shed more."""
    guide, item = review.guides[0], review.plan.items[0]
    guides = tuple(
        replace(guide, id=f"g{n}", head=replace(guide.head, item_name=f"事项{n}")) for n in range(1, count + 1)
    )
    items = tuple(
        replace(item, guide=f"g{n}", before=Counts(40, 1, 1, 10), after=Counts(40 - n, 1, 1, 10))
        for n in range(1, count + 1)
    )
    return replace(review, guides=guides, plan=replace(review.plan, items=items))


def test_a_goal_stands_with_its_numbers(review: Review) -> None:
    goals = [[cell.text for cell in row.cells] for row in opened(review).tables[0].rows]
    assert goals[1] == ["申请材料（份）", "2", "1", "1", "50.0%", "三分之一", "达到"]


def test_the_picture_is_in_the_document(review: Review) -> None:
    word = opened(review)
    (picture,) = word.inline_shapes
    part = word.part.related_parts[picture._inline.graphic.graphicData.pic.blipFill.blip.embed]
    assert (part.content_type, part.blob) == ("image/x-emf", emf(chart(review)))


def test_the_bars_are_as_long_as_the_numbers_they_show(review: Review) -> None:
    bars = [bar for bar in chart(review).bars if bar.y > 20]
    before, after = bars[0], bars[1]
    assert (before.colour, after.colour) == (BEFORE, AFTER)
    assert after.width == before.width / 2


def test_of_many_items_those_that_shed_most_are_drawn(review: Review) -> None:
    words = [label.words for label in chart(many(review, 15)).labels]
    assert "事项4" in words
    assert "事项3" not in words
    assert "另有3个事项没有画出" in words


def test_a_long_name_is_cut_to_its_column(review: Review) -> None:
    guide = review.guides[0]
    long = replace(guide, head=replace(guide.head, item_name="很长的名称" * 9))
    words = [label.words for label in chart(replace(review, guides=(long,))).labels]
    assert "很长的名称很长的名称很…" in words


def test_an_item_that_promises_nothing_has_no_bar_but_a_dash(review: Review) -> None:
    item = replace(review.plan.items[0], before=Counts(2, 1, 1, None), after=Counts(1, 1, 1, None))
    drawing = chart(replace(review, plan=replace(review.plan, items=(item,))))
    assert "—" in [label.words for label in drawing.labels]


def test_the_reasons_are_those_of_the_cuts_that_are_made(review: Review, undecided: Review) -> None:
    assert [(each.words, each.count, each.papers) for each in reasons(review)] == [("奇葩证明", 1, "健在证明")]
    assert reasons(undecided) == ()


def test_the_page_is_well_formed_and_has_the_picture(review: Review) -> None:
    page = render(review, "summary-html").decode()
    assert chart_svg(review) in page
    ET.fromstring(chart_svg(review))


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
