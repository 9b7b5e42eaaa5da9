from collections.abc import Callable
from datetime import date

import pytest

from assistant.errors import TooLargeError
from assistant.model.document import Paragraph, Table
from assistant.model.place import SheetPlace
from assistant.reading import read_bytes

Make = Callable[..., bytes]


def test_a_sheet_is_a_table_and_a_cell_its_place(xlsx: Make) -> None:
    document = read_bytes(xlsx({"清单": [["序号", "材料"], [1, "身份证\n户口簿"]]}), "a.xlsx")
    assert document.text == "序号\t材料\n1\t身份证\n户口簿"
    assert document.place(document.text.index("户")) == SheetPlace("清单", 2, 2, 4)
    assert [type(block) for block in document.blocks] == [Table]


def test_several_sheets_have_their_names_as_headings(xlsx: Make) -> None:
    document = read_bytes(xlsx({"新办": [["身份证"]], "空": [], "变更": [["执照"]]}), "a.xlsx")
    assert document.text == "新办\n身份证\n变更\n执照"
    assert isinstance(document.blocks[0], Paragraph)


def test_merged_cells_keep_their_spans(xlsx: Make) -> None:
    (table,) = read_bytes(
        xlsx({"s": [["a", "b"], ["单位", "执照"], [None, "章程"]]}, merged=["A2:A3"]), "a.xlsx"
    ).blocks
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.row_span) for c in table.cells][2:] == [(1, 0, 2), (1, 1, 1), (2, 1, 1)]


def test_values_are_written_as_people_see_them(xlsx: Make) -> None:
    assert read_bytes(xlsx({"s": [[30.0, 1.5, True, "x"]]}), "a.xlsx").text == "30\t1.5\t是\tx"


def test_csv_in_gbk_with_any_separator() -> None:
    for mark in ",;\t":
        document = read_bytes(f'序号{mark}材料\r\n1{mark}"身份证{mark}原件"\r\n'.encode("gbk"), "a.csv")
        assert document.text.split("\n")[1].startswith("1\t身份证")
        assert isinstance(document.blocks[0], Table)


def test_dates_are_written_by_the_calendar() -> None:
    from assistant.reading.sheet import _text

    assert _text(date(2026, 1, 2)) == "2026-01-02"


def test_empty_rows_are_skipped_also_under_a_merged_cell(xlsx: Make) -> None:
    rows: list[list[object]] = [["单位", "执照"], [None, None], [None, "章程"], ["个人", "身份证"]]
    (table,) = read_bytes(xlsx({"s": rows}, merged=["A1:A3"]), "a.xlsx").blocks
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.row_span) for c in table.cells] == [
        (0, 0, 2),
        (0, 1, 1),
        (1, 1, 1),
        (2, 0, 1),
        (2, 1, 1),
    ]


def test_a_cell_in_the_last_corner_is_refused_and_not_laid_out() -> None:
    import io

    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write(1_048_575, 16_383, "x")
    with pytest.raises(TooLargeError, match="极远处"):
        read_bytes(file.getvalue(), "a.xlsx")
