"""Rows of tables: whole rows go as rows; merged cells never lose words that others need."""

from revisions import accept_all, canonical, main_xml, reject_all, words
from word_files import p, reviewed, row, table, word

from assistant.export.marked import mark_up, marked
from assistant.office.markup import parse

HEAD = row("序号", "材料名称", "份数")


def cell(words: str, merge: str = "", width: int = 1) -> str:
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{p(words) if words else '<w:p/>'}</w:tc>"


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def rows_struck(data: bytes) -> int:
    return sum(row.children[0].child("w:del") is not None for row in parse(main_xml(data).decode()).all("w:tr"))


def test_a_material_with_a_row_of_its_own_goes_as_a_row() -> None:
    data = word(table(HEAD, row("1", "身份证", "1份"), row("2", "健在证明", "1份")) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert words(accept_all(made)) == ["序号", "材料名称", "份数", "1", "身份证", "1份", "完"]
    assert reject_all(made) == canonical(main_xml(data))
    assert rows_struck(made) == 1


def test_of_two_papers_in_a_row_one_alone_goes_as_words() -> None:
    data = word(table(HEAD, row("1", "身份证、健在证明", "1份")) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert rows_struck(made) == 0
    assert "身份证" in words(accept_all(made))


def test_both_papers_of_a_row_take_the_row_along() -> None:
    data = word(table(HEAD, row("1", "身份证、健在证明", "1份")) + p("完"))
    assert rows_struck(mark_up(data, reviewed(data, "a.docx", "身份证", "健在证明", entry="row"))) == 1


def test_a_list_inside_a_cell_loses_its_line() -> None:
    lines = f"<w:tc>{p('1.身份证')}{p('2.健在证明')}{p('3.户口簿')}</w:tc>"
    data = word(table(row("事项", "补贴"), row("材料", lines)) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证", "户口簿")))
    assert words(accept_all(made)) == ["事项", "补贴", "材料", "1.身份证", "2.户口簿", "完"]
    assert rows_struck(made) == 0


def test_the_last_line_of_a_cell_goes_with_the_mark_before_it() -> None:
    lines = f"<w:tc>{p('1.身份证')}{p('2.健在证明')}</w:tc>"
    data = word(table(row("事项", "补贴"), row("材料", lines)) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",)), comments=False)
    assert main_xml(made).index(b"<w:rPr><w:del") < main_xml(made).index("1.身份证".encode())
    assert reject_all(made) == canonical(main_xml(data))


def test_a_row_in_which_a_merged_cell_begins_stays_and_keeps_that_cells_words() -> None:
    rows = row(cell("1"), cell("健在证明"), cell("每年", BEGINS)), row(cell("2"), cell("身份证"), cell("", GOES_ON))
    data = word(table(HEAD, *rows) + p("完"))
    made = marked(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert rows_struck(made.data) == 0
    assert words(accept_all(made.data))[3:] == ["每年", "1", "身份证", "完"]
    assert "手工删除空行" in made.unmarked[0]


def test_a_row_that_a_merged_cell_goes_on_in_goes_as_a_row() -> None:
    rows = row(cell("1"), cell("身份证"), cell("每年", BEGINS)), row(cell("2"), cell("健在证明"), cell("", GOES_ON))
    data = word(table(HEAD, *rows) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert rows_struck(made) == 1
    assert reject_all(made) == canonical(main_xml(data))


def test_all_rows_of_a_merged_cell_go_together() -> None:
    rows = row(cell("1"), cell("身份证"), cell("每年", BEGINS)), row(cell("2"), cell("健在证明"), cell("", GOES_ON))
    data = word(table(HEAD, *rows) + p("完"))
    assert rows_struck(mark_up(data, reviewed(data, "a.docx", "身份证", "健在证明", entry="row"))) == 2


def test_a_material_merged_over_two_rows_takes_both() -> None:
    rows = row(cell("1"), cell("健在证明", BEGINS), cell("原件")), row(cell("2"), cell("", GOES_ON), cell("复印件"))
    data = word(table(HEAD, *rows, row("3", "身份证", "1份")) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert rows_struck(made) == 2
    assert words(accept_all(made))[3:] == ["1", "身份证", "1份", "完"]


def test_a_rows_earlier_properties_stay_before_its_mark() -> None:
    cut = row("1", "健在证明", "1份").replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    data = word(table(HEAD, cut, row("2", "身份证", "1份")) + p("完"))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert b"<w:trPr><w:cantSplit/><w:del " in main_xml(made)
    assert reject_all(made) == canonical(main_xml(data))
