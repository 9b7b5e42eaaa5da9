"""调整政务服务基础事项清单情况表: items that differ from the list of basic items."""

from collections.abc import Iterator, Sequence

from assistant.export.official_words import basis_words, or_gap
from assistant.export.sheets import Row
from assistant.model.baseline import ItemRow, LocalItem
from assistant.model.guide import Guide
from assistant.model.new_guide import GAP
from assistant.model.review import Review


def adjustment_rows(review: Review) -> Iterator[Row]:
    """None where no list was given; why an item differs is for the office to say."""
    for row in review.comparison.rows if review.comparison else ():
        yield from _rows(row, review.guides)


def _rows(row: ItemRow, guides: Sequence[Guide]) -> Iterator[Row]:
    local, listed = "、".join(item.name for item in row.local), "、".join(item.name for item in row.listed)
    if row.result == "类型不同":
        types = {
            item.name: (item.type or "", ours.type or "") for ours, item in zip(row.local, row.listed, strict=False)
        }
        yield from (_row(row, guides, "变更类型", old, new) for old, new in types.values())
        if local != listed:
            yield _row(row, guides, "变更名称", listed, local)
    elif row.result != "一致":
        yield _row(row, guides, _change(row), listed, local)


def _change(row: ItemRow) -> str:
    """What the list lacks may have been handed down, what we lack given up: that is for people."""
    if row.result == "需拆分合并":
        return "拆分" if len(row.local) > 1 else "合并"
    known = {"名称不同": "变更名称", "本级多出": "新增"} if row.sure else {}
    return known.get(row.result, GAP)


def _row(row: ItemRow, guides: Sequence[Guide], change: str, before: str, after: str) -> Row:
    types = [type for type in (*(ours.type for ours in row.local), *(item.type for item in row.listed)) if type]
    return {
        "listed": "\n".join(item.name for item in row.listed),
        "code": "\n".join(item.code or "" for item in row.listed).strip(),
        "type": or_gap(types[0] if types else None),
        "own": "\n".join(item.name for item in row.local),
        "change": change,
        "before": before,
        "after": after,
        "grounds": or_gap("\n".join(dict.fromkeys(_basis(row.local, guides)))),
        "reason": row.note or GAP,
    }


def _basis(local: Sequence[LocalItem], guides: Sequence[Guide]) -> Iterator[str]:
    for item in local:
        words = basis_words(guides[item.place])
        if words:
            yield words
