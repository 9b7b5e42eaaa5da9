from assistant.drafting.tables import own_grid
from assistant.model.document import Table
from assistant.model.new_guide import Grid
from assistant.reading import read_bytes


def grid(source: str) -> Grid | None:
    document = read_bytes(source.encode(), "表.csv")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return own_grid(table, document.text)


def test_a_table_with_heads_stays_one() -> None:
    assert grid("窗口,电话,时间\n一号窗口,0000-7213001,上午\n二号窗口,0000-7213002,") == Grid(
        ("窗口", "电话", "时间"), (("一号窗口", "0000-7213001", "上午"), ("二号窗口", "0000-7213002", ""))
    )


def test_a_form_to_be_filled_in_is_no_table_to_keep() -> None:
    assert grid("姓名,性别,住址\n,,\n,,") is None


def test_names_and_values_are_no_table_with_heads() -> None:
    assert grid("姓名,,性别\n住址,,电话") is None
