"""How items and materials compare with the list of basic items (基础事项清单)."""

from collections.abc import Iterator

from assistant.export.sheets import Row
from assistant.model.baseline import ItemRow, ListedItem, MaterialRow
from assistant.model.review import Review


def comparison_rows(review: Review) -> list[Row]:
    """A row an item, then its materials; empty where no list was given."""
    return [] if review.comparison is None else [row for item in review.comparison.rows for row in _item(item)]


def _item(row: ItemRow) -> Iterator[Row]:
    name = "、".join(item.name for item in row.local) or "、".join(item.name for item in row.listed)
    yield {
        "item": name,
        "subject": "事项",
        "own": "\n".join(item.name for item in row.local),
        "listed": "\n".join(_listed(item) for item in row.listed),
        "code": "\n".join(item.code or "" for item in row.listed),
        "result": _result(row),
        "because": row.note,
    }
    for material in row.materials:
        yield {"item": name, "subject": "材料", **_material(material)}


def _listed(item: ListedItem) -> str:
    return f"{item.name}（{item.type}）" if item.type else item.name


def _material(row: MaterialRow) -> Row:
    like = "；".join(f"可能是“{candidate.name}”：{candidate.because}" for candidate in row.candidates)
    return {
        "own": "\n".join(row.local),
        "listed": "\n".join(row.listed),
        "result": _result(row),
        "because": "；".join(word for word in (row.note, like) if word),
    }


def _result(row: ItemRow | MaterialRow) -> str:
    """A question mark where a person should look."""
    return row.result if row.sure else f"{row.result}？"
