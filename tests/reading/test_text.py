import pytest

from assistant.model.document import Paragraph, Table
from assistant.reading import read_bytes, read_text


def test_text_is_the_decoded_input_with_its_line_breaks() -> None:
    source = "一、材料\r\n\r\n  1.身份证  \r\n"
    assert read_bytes(source.encode(), "a.txt").text == source


def test_a_paragraph_is_a_line_without_the_blanks_around_it() -> None:
    document = read_text("一、材料\r\n\r\n  1.身份证  \r\n")
    assert [block.span.of(document.text) for block in document.blocks] == ["一、材料", "1.身份证"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("1.身份证", "1."), ("（一）依据", "（一）"), ("十二、收费", "十二、"), ("①户口簿", "①"), ("1.2.照片", "1.2.")],
)
def test_a_typed_list_number_is_known(line: str, number: str) -> None:
    (block,) = read_text(line).blocks
    assert isinstance(block, Paragraph)
    assert block.number == number


@pytest.mark.parametrize("line", ["2019.12月起施行", "3个工作日", "1.5万元以下", "一般情况"])
def test_figures_are_no_list_numbers(line: str) -> None:
    (block,) = read_text(line).blocks
    assert isinstance(block, Paragraph)
    assert block.number is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_are_told_apart(encoding: str) -> None:
    source = "申请材料：\n1. 居民身份证 ID card\n"
    assert read_bytes(source.encode(encoding), "a.txt").text == source


def test_a_few_damaged_bytes_are_shown_and_said() -> None:
    data = "申请材料：居民身份证原件。".encode("gb18030") * 20 + b"\xff\xff"
    document = read_bytes(data, "a.txt")
    assert document.text.startswith("申请材料：居民身份证原件。")
    assert [notice.code for notice in document.notices] == ["encoding"]


def test_a_pipe_table_points_into_the_source() -> None:
    document = read_text("| 序号 | 名称 |\n|---|---|\n| 1 | 身份证<br>户口簿 |\n", "a.md", "md")
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [cell.span.of(document.text) for cell in table.cells] == ["序号", "名称", "1", "身份证<br>户口簿"]
    assert [block.span.of(document.text) for block in table.cells[3].blocks] == ["身份证", "户口簿"]


def test_a_line_with_one_bar_is_no_table() -> None:
    assert all(isinstance(block, Paragraph) for block in read_text("首页 | 办事\n正文\n").blocks)


def test_a_heading_of_markdown_has_its_level() -> None:
    (block,) = read_text("## 申请材料", "a.md", "md").blocks
    assert isinstance(block, Paragraph)
    assert block.level == 2


def test_big5_is_not_mistaken_for_damaged_gbk() -> None:
    source = "申請材料：身份證明文件及戶口名簿，請於期限內向主管機關提出申請。\n" * 30
    assert read_bytes(source.encode("big5"), "a.txt").text == source
