from collections.abc import Callable
from typing import Any

import pytest

from assistant.errors import NoTextError
from assistant.model.document import Document, Table
from assistant.model.place import PdfPlace
from assistant.reading import ocr, read_bytes

Make = Callable[..., bytes]
LINE = "申请人应当在规定的期限内向受理机关提交下列材料并对材料的真实性负责任的"  # 35 characters: 350 points
HALF = LINE[:22]


def read(data: bytes) -> Document:
    return read_bytes(data, "a.pdf")


def lines(*texts: str, x: float = 125, top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 16 * n, text) for n, text in enumerate(texts)]


def test_a_wrapped_line_is_rejoined_without_a_blank(pdf: Make) -> None:
    page = [(145, 700, LINE[:33]), *lines(LINE, "身份证。", top=684)]
    assert read(pdf((page, []))).text == LINE[:33] + LINE + "身份证。"


def test_a_short_line_ends_its_paragraph(pdf: Make) -> None:
    assert read(pdf((lines("一、申请材料", LINE), []))).text == f"一、申请材料\n{LINE}"


def test_list_items_are_not_joined_though_their_lines_are_full(pdf: Make) -> None:
    page = lines("1." + LINE[:34], "2." + LINE[:34], LINE[:10])
    assert read(pdf((page, []))).text == f"1.{LINE[:34]}\n2.{LINE[:34]}{LINE[:10]}"


def test_a_paragraph_goes_on_over_the_page_break_and_page_numbers_are_dropped(pdf: Make) -> None:
    first = [(145, 100, LINE[:33]), (125, 84, LINE), (300, 30, "— 1 —")]
    second = [*lines("原件。", top=740), (300, 30, "— 2 —")]
    document = read(pdf((first, []), (second, [])))
    assert document.text == LINE[:33] + LINE + "原件。"
    assert document.pages == 2


def test_running_heads_are_dropped(pdf: Make) -> None:
    pages: list[Any] = [([(72, 770, f"某县办事指南 第{n}版"), (72, 700 - 20 * n, "正文" * n)], []) for n in (1, 2, 3)]
    assert "某县" not in read(pdf(*pages)).text


def test_two_columns_are_read_one_after_the_other(pdf: Make) -> None:
    left = lines(*["左" * 22] * 8, x=72)
    right = lines(*["右" * 22] * 8, x=320)
    both = [text for pair in zip(left, right, strict=True) for text in pair]
    document = read(pdf(([(250, 740, "标题"), *both], [])))
    assert document.text.index("右") > document.text.rindex("左")
    assert document.text.startswith("标题")


def test_a_ruled_table_has_its_cells_and_wrapped_lines_in_them_are_rejoined(pdf: Make, grid: Make) -> None:
    wrapped = ["居民身份证原件及复印件各一份并加盖单位公章的材料", "一套"]
    rows = [[["序号"], ["材料"]], [["1"], wrapped], [["2"], ["甲", "乙"]]]
    document = read(pdf(grid(rows)))
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (3, 2)
    cells = [cell.span.of(document.text) for cell in table.cells]
    assert cells[3] == "居民身份证原件及复印件各一份并加盖单位公章的材料一套"
    assert cells[5] == "甲\n乙"


def test_a_full_line_in_a_cell_goes_on(pdf: Make, grid: Make) -> None:
    rows = [[["序号"], ["材料"]], [["1"], ["居" * 24, "民身份证"]]]
    assert read(pdf(grid(rows))).text.endswith("居" * 24 + "民身份证")


_GRID = " ".join(f"{x} 500 m {x} 600 l" for x in (50, 150, 350)) + " "
_GRID += " ".join(f"50 {y} m 350 {y} l" for y in (500, 550, 600))
_IN_GRID = [(55, 580, "序号"), (155, 580, "材料"), (55, 530, "1"), (155, 530, "身份证")]


def test_a_grid_drawn_in_one_stroke_is_a_table(pdf: Make) -> None:
    assert read(pdf((_IN_GRID, []), drawn=f"{_GRID} S")).text == "序号\t材料\n1\t身份证"


def test_boxes_are_cells(pdf: Make) -> None:
    boxes = " ".join(f"{x} {y} {w} 50 re S" for x, w in ((50, 100), (150, 200)) for y in (500, 550))
    assert read(pdf((_IN_GRID, []), drawn=boxes)).text == "序号\t材料\n1\t身份证"


def test_lines_inside_a_form_object_stand_where_its_matrix_puts_them(pdf: Make) -> None:
    lines = " ".join(f"{x - 50} 400 m {x - 50} 500 l S" for x in (50, 150, 350))
    lines += " " + " ".join(f"0 {y - 100} m 300 {y - 100} l S" for y in (500, 550, 600))
    assert read(pdf((_IN_GRID, []), form=lines)).text == "序号\t材料\n1\t身份证"


def test_a_frame_around_the_page_is_no_table(pdf: Make) -> None:
    assert read(pdf((lines("一、申请材料"), []), drawn="30 30 540 740 re S")).text == "一、申请材料"


def test_merged_cells_of_a_ruled_table(pdf: Make) -> None:
    rules = [(50, y, 350, y) for y in (700, 620)] + [(x, 620, x, 700) for x in (50, 150, 350)]
    rules.append((150, 660, 350, 660))
    texts = [(55, 680, "单位"), (155, 680, "执照"), (155, 640, "章程")]
    (table,) = read(pdf((texts, rules))).blocks
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.row_span) for c in table.cells] == [(0, 0, 2), (0, 1, 1), (1, 1, 1)]


def test_a_table_over_two_pages_is_one_without_its_repeated_head(pdf: Make, grid: Make) -> None:
    head = [["序号"], ["材料"], ["份数"]]
    first = grid([head, [["1"], ["身份证"], ["1"]]], top=200)
    second = grid([head, [["2"], ["户口簿"], ["2"]]])
    document = read(pdf(first, second))
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert document.text == "序号\t材料\t份数\n1\t身份证\t1\n2\t户口簿\t2"


def test_a_row_cut_by_the_page_break_is_put_together(pdf: Make, grid: Make) -> None:
    first = grid([[["序号"], ["材料"], ["份数"]], [["1"], ["身份证以及"], ["1"]]], top=200)
    second = grid([[[""], ["户口簿"], [""]], [["2"], ["章程"], ["2"]]])
    assert read(pdf(first, second)).text == "序号\t材料\t份数\n1\t身份证以及户口簿\t1\n2\t章程\t2"


def test_words_in_columns_without_lines_are_a_table(pdf: Make) -> None:
    rows = [("序号", "材料", "份数"), ("1", "身份证", "一份"), ("2", "户口簿", "两份"), ("3", "照片", "三张")]
    texts = [(72 + 150 * c, 700 - 20 * n, word) for n, row in enumerate(rows) for c, word in enumerate(row)]
    (table,) = read(pdf((texts, []))).blocks
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (4, 3)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_places_are_page_and_box_from_the_top_left_of_the_page_as_shown(pdf: Make, rotate: int) -> None:
    height = 600 if rotate in (90, 270) else 800
    place = read(pdf(([(100, 500, "申请材料如下，")], []), rotate=rotate)).place(0)
    assert isinstance(place, PdfPlace)
    x0, top, x1, bottom = place.box
    assert (abs(x0 - 100), abs(x1 - 170)) < (2, 5)
    assert top < height - 500 < bottom
    assert 9 < bottom - top < 12
    assert place.page == 1


def test_a_scan_without_text_recognition_says_what_to_install(pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "can_recognise", lambda: False)
    with pytest.raises(NoTextError, match=r"扫描件.*jianzheng-assistant\[ocr\]"):
        read(pdf(([], [])))


def test_a_page_without_text_among_others_is_said(pdf: Make) -> None:
    document = read(pdf((lines(LINE), []), ([], [])))
    assert document.notices[0].message.startswith("第2页没有文字")


def test_two_columns_of_short_lines_are_no_table(pdf: Make) -> None:
    left = [(50, 700 - 15 * n, "申请人应当向窗口提交下列材料并签字确认无误") for n in range(4)]
    left += [(50, 640 - 15 * n, f"{n + 1}.材料") for n in range(6)]
    right = [(310, 700 - 15 * n, f"{n + 7}.材料") for n in range(8)]
    assert read_bytes(pdf(([*left, *right], [])), "a.pdf").text.splitlines()[-8:] == [f"{n + 7}.材料" for n in range(8)]


def test_short_lines_of_a_page_are_not_joined(pdf: Make) -> None:
    words = ["办理时限", "1个工作日", "办件类型", "即办件", "收费标准", "不收费", "受理条件"]
    assert (
        read_bytes(pdf(([(72, 700 - 15 * n, word) for n, word in enumerate(words)], [])), "a.pdf").text.splitlines()
        == words
    )


def test_a_counted_sentence_goes_on_over_its_lines(pdf: Make) -> None:
    lines = ["办理流程：1.受理（由窗口在收到材料之后当场办理并且出具凭证）；2.审查（由业务科办）；", "3.审批（局长）。"]
    found = read_bytes(pdf(([(72, 700 - 15 * n, line) for n, line in enumerate(lines)], [])), "a.pdf").text
    assert found.count("\n") == 0
