import struct
from xml.etree import ElementTree

import pytest
from little_guides import step

from assistant.export.drawing.emf import emf
from assistant.export.drawing.flow_layout import lay_out
from assistant.export.drawing.shapes import Box, Drawing, width_of, wrapped
from assistant.export.drawing.svg import svg
from assistant.lexicon.flow import load_flow_words
from assistant.planning.flow import flow_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawing() -> Drawing:
    steps = [step("受理", 1), step("现场勘验", 5), step("决定", 2), step("送达", 1)]
    return lay_out(flow_of(steps, load_flow_words()), "食品经营许可<核发>")


def apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_no_two_boxes_touch_and_all_are_in_the_picture(drawing: Drawing) -> None:
    boxes = drawing.boxes
    assert all(apart(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert all(box.x >= 0 and box.x + box.width <= drawing.width for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= drawing.height for box in boxes)


def test_words_fit_their_boxes(drawing: Drawing) -> None:
    assert all(width_of(line) <= box.width for box in drawing.boxes for line in box.lines)


def test_the_svg_shows_every_word_and_nothing_from_elsewhere(drawing: Drawing) -> None:
    picture = ElementTree.fromstring(svg(drawing))
    shown = {text.text for text in picture.iter(f"{SVG}text")}
    assert {line for box in drawing.boxes for line in box.lines} <= shown
    assert picture.get("aria-label") == "食品经营许可<核发>"
    assert "style=" not in svg(drawing)
    assert "href" not in svg(drawing)


def test_the_metafile_counts_its_bytes_and_records_right(drawing: Drawing) -> None:
    data = emf(drawing)
    size, count = struct.unpack_from("<2I", data, 48)
    at = records = 0
    while at < len(data):
        at += struct.unpack_from("<I", data, at + 4)[0]
        records += 1
    assert (size, count) == (len(data), records)
    assert "现场勘验".encode("utf-16-le") in data


def test_what_is_missing_is_dashed_and_says_so() -> None:
    drawing = lay_out(flow_of([step("受理")], load_flow_words()), "补贴")
    assert [box.lines for box in drawing.boxes if box.dashed] == [
        ("【待补充】审查",),
        ("【待补充】决定",),
        ("【待补充】送达",),
    ]


def test_no_line_begins_with_a_mark() -> None:
    lines = wrapped("出具《一次性补正补齐通知书》", 130)
    assert "".join(lines) == "出具《一次性补正补齐通知书》"
    assert not any(line[0] in "》，。？" for line in lines)
