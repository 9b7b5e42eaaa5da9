"""不予受理通知书: the reason with its ground, and what can be done against it."""

from collections.abc import Iterator

from assistant.export.notices.frame import LICENSING, by_law, closing, opening, request
from assistant.export.paper import Pieces, Word, gap, line
from assistant.model.guide import Guide
from assistant.model.review import Review

REVIEW_LAW, COURT_LAW = "《中华人民共和国行政复议法》", "《中华人民共和国行政诉讼法》"


def refused(word: Word, guide: Guide, review: Review, new_page: bool) -> None:
    opening(word, "不予受理通知书", new_page)
    line(
        word,
        (
            *request(guide),
            "经审查，存在下列情形（在□内打√）：",
        ),
    )
    for reason in _reasons(guide):
        line(word, reason)
    line(word, (by_law(guide, "第三十二条"), "，决定不予受理。"))
    line(word, _remedy())
    closing(word, guide, review)


def _reasons(guide: Guide) -> Iterator[Pieces]:
    """第三十二条第一款第一、二项 and 第七十八条; others must be named with their law."""
    if guide.head.item_type in ("行政许可", None):
        yield ("□ 申请事项依法不需要取得行政许可（第三十二条第一款第一项）。依据：", gap(10))
    yield ("□ 申请事项依法不属于本机关职权范围（第三十二条第一款第二项），请向", gap(8), "申请。")
    yield (f"□ 隐瞒有关情况或者提供虚假材料（{LICENSING}第七十八条）。事实：", gap(10))
    yield ("□ 其他依法不予受理的情形。事实和法律依据：", gap(14))


def _remedy() -> Pieces:
    """The office must say by when and where (行政许可法 7; 行政复议法 20 第三款: else the time runs longer)."""
    return (
        "如不服本决定，可以自收到本通知书之日起六十日内，向",
        gap(8),
        f"人民政府申请行政复议（{REVIEW_LAW}第二十条第一款、第二十四条第一款）；也可以自收到本通知书之日起六个月内，向",
        gap(8),
        f"人民法院提起行政诉讼（{COURT_LAW}第四十六条第一款）。",
    )
