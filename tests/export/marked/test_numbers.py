"""Numbers that people typed count on without a gap."""

from revisions import accept_all, canonical, main_xml, reject_all, words
from word_files import p, reviewed, row, table, word

from assistant.export.marked import mark_up


def accepted(data: bytes, *cuts: str, kept: tuple[str, ...] = (), entry: str = "line") -> list[str]:
    made = mark_up(data, reviewed(data, "a.docx", *cuts, kept=kept, entry=entry))
    assert reject_all(made) == canonical(main_xml(data))
    return words(accept_all(made))


def test_lines_behind_one_that_goes_count_on() -> None:
    data = word(p("1.身份证") + p("2.健在证明") + p("3、户口簿") + p("4.照片"))
    assert accepted(data, "健在证明") == ["1.身份证", "2、户口簿", "3.照片"]


def test_rows_behind_one_that_goes_count_on() -> None:
    data = word(table(row("序号", "材料"), row("1", "健在证明"), row("2", "身份证"), row("3", "照片")) + p("完"))
    assert accepted(data, "健在证明", kept=("身份证",), entry="row")[2:] == ["1", "身份证", "2", "照片", "完"]


def test_another_list_that_begins_anew_keeps_its_numbers() -> None:
    data = word(p("1.健在证明") + p("2.身份证") + p("流程") + p("1.申请") + p("2.受理"))
    assert accepted(data, "健在证明") == ["1.身份证", "流程", "1.申请", "2.受理"]


def test_words_that_go_from_a_line_renumber_nothing() -> None:
    data = word(p("1.身份证、健在证明") + p("2.照片"))
    assert accepted(data, "健在证明", kept=("身份证",)) == ["1.身份证", "2.照片"]


def test_numbers_that_the_text_speaks_of_stay() -> None:
    data = word(p("1.健在证明") + p("2.身份证") + p("材料2须为原件"))
    assert accepted(data, "健在证明") == ["2.身份证", "材料2须为原件"]


def test_a_decimal_is_no_list_number() -> None:
    data = word(p("1.健在证明") + p("2.5万元以下的收入声明") + p("完"))
    assert accepted(data, "健在证明") == ["2.5万元以下的收入声明", "完"]
