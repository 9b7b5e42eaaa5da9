"""调整政务服务基础事项清单情况表: items that differ from the list of basic items."""

from collections.abc import Iterator

from assistant.export.official_words import basis_words, or_gap
from assistant.export.sheets import Row
from assistant.model.guide import BaselineItem, Guide
from assistant.model.new_guide import GAP
from assistant.model.review import Review


def adjustment_rows(review: Review) -> Iterator[Row]:
    """None where no list was given; why an item differs is for the office to say."""
    for guide in review.guides:
        if guide.baseline is not None:
            yield from _rows(guide, guide.baseline)


def _rows(guide: Guide, listed: BaselineItem) -> Iterator[Row]:
    name, type = guide.head.item_name, guide.head.item_type
    if listed.decision == "extra":
        yield _row(guide, listed, "新增", "", name)
    elif listed.decision == "unsure":
        names = "、".join(candidate.name for candidate in listed.candidates)
        yield {**_row(guide, listed, GAP, names, name), "reason": "不能确定与清单里的哪一项对应，请人工核对"}
    else:
        if listed.name and listed.decision == "renamed":
            yield _row(guide, listed, "变更名称", listed.name, name)
        if listed.type and type and listed.type != type:
            yield _row(guide, listed, "变更类型", listed.type, type)


def _row(guide: Guide, listed: BaselineItem, change: str, before: str, after: str) -> Row:
    return {
        "listed": listed.name or "",
        "code": listed.code or "",
        "type": or_gap(guide.head.item_type or listed.type),
        "own": guide.head.item_name,
        "change": change,
        "before": before,
        "after": after,
        "grounds": or_gap(basis_words(guide)),
        "reason": GAP,
    }
