"""Tables without lines whose cells are wrapped."""

from collections.abc import Callable
from typing import Any

from assistant.model.document import Table
from assistant.reading import read_bytes

Make = Callable[..., Any]
COLUMNS = (72, 152, 232, 312)


def rows_of(pdf: Make, rows: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    texts = [(COLUMNS[c], 700 - 15 * n, word) for n, row in enumerate(rows) for c, word in enumerate(row) if word]
    document = read_bytes(pdf((texts, [])), "a.pdf")
    (table,) = document.blocks
    assert isinstance(table, Table)
    return [[cell.span.of(document.text) if cell else "" for cell in row] for row in table.grid()]


def test_a_label_wrapped_in_a_table_without_lines_stays_one_cell(pdf: Make) -> None:
    rows = (
        ("事项名称", "船证", "办件类型", "承诺"),
        ("法定时限（工", "20", "承诺时限（工", "7"),
        ("作日）", "", "作日）"),
    )
    assert rows_of(pdf, rows)[1] == ["法定时限（工作日）", "20", "承诺时限（工作日）", "7"]


def test_a_short_row_below_a_short_label_is_a_row_of_its_own(pdf: Make) -> None:
    rows = (("事项名称", "船证", "办件类型", "承诺"), ("时限", "20", "收费", "无"), ("地点", "", "电话"))
    assert len(rows_of(pdf, rows)) == len(rows)
