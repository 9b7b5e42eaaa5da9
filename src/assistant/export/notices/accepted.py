"""受理通知书"""

from assistant.export.item_counts import item_counts
from assistant.export.notices.frame import LICENSING, by_law, closing, opening, request
from assistant.export.paper import Piece, Pieces, Word, gap, line, row, table
from assistant.export.remaining import remaining
from assistant.model.guide import Guide
from assistant.model.review import Review
from assistant.text.durations import duration_text

_WIDTHS = (1.3, 7.2, 2.6, 1.9, 3.0)
_HEADS = ("序号", "收到的材料", "要求", "份数", "备注")


def accepted(word: Word, guide: Guide, review: Review, new_page: bool) -> None:
    opening(word, "受理通知书", new_page)
    ground = by_law(guide, "第三十二条第一款第五项")
    decided = f"经审查，该申请属于本机关职权范围，申请材料齐全、符合法定形式，{ground}，决定予以受理。"
    line(word, (*request(guide), decided))
    line(word, _limit(guide, review))
    line(word, ("收到申请材料如下：",), keep=True)
    _received(word, guide, review)
    closing(word, guide, review)


def _limit(guide: Guide, review: Review) -> Pieces:
    statutory = guide.head.statutory_time
    promised = item_counts(guide, review).promised[1]
    return (
        "法定办结时限为",
        Piece(duration_text(statutory)) if statutory else gap(4),
        "，承诺办结时限为",
        Piece(promised) if promised else gap(4),
        f"，自受理之日起计算。依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，按照{LICENSING}"
        "第四十五条，所需时间不计算在内，另行书面告知。",
    )


def _received(word: Word, guide: Guide, review: Review) -> None:
    made = table(word, _WIDTHS, _HEADS)
    for number, each in enumerate(remaining(guide, review), 1):
        cells = ((str(number),), (f"□ {each.name}",), (each.form,), ("",), (each.when,))
        row(made, cells, _WIDTHS, aligns=("center", "left", "center", "center", "left"))
