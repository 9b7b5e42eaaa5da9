"""一次性补正补齐通知书: every paper that is still asked for, so that all gaps are told at once."""

from assistant.export.notices.frame import by_law, closing, opening, request
from assistant.export.paper import Word, gap, line, row, table
from assistant.export.remaining import Remaining, chosen_cuts, relieved, remaining
from assistant.model.guide import Guide
from assistant.model.review import Review

_WIDTHS = (1.3, 5.0, 2.8, 3.6, 3.3)
_HEADS = ("序号", "材料名称", "要求", "情形（打√）", "补正内容")
_STATES = "□未提交\n□不齐全\n□不合法定形式"


def correction(word: Word, guide: Guide, review: Review, new_page: bool) -> None:
    opening(word, "一次性补正补齐通知书", new_page)
    ground = by_law(guide, "第三十二条第一款第四项")
    line(
        word,
        (*request(guide), f"经审查，申请材料不齐全或者不符合法定形式，{ground}，现将需要补正的全部内容一次告知如下："),
    )
    made = table(word, _WIDTHS, _HEADS)
    for number, each in enumerate(remaining(guide, review), 1):
        cells = ((str(number),), (each.name,), (_asked(each),), (_STATES,), ("",))
        row(made, cells, _WIDTHS, aligns=("center", "left", "left", "left", "left"))
    line(word, ("□ 可以当场更正的错误（第三十二条第一款第三项）：", gap(12)))
    line(word, ("请于", gap(3), "年", gap(2), "月", gap(2), "日前补正。本机关自收到全部补正材料之日起受理。"))
    spared = _spared(guide, review)
    if spared:
        line(word, (f"下列材料已经取消或者由本机关核验，无需提交：{spared}。",), keep=True)
    closing(word, guide, review)


def _spared(guide: Guide, review: Review) -> str:
    """What is merged with another paper is still brought: saying no to it would confuse."""
    cuts = chosen_cuts(guide, review)
    gone = [material.name for material in relieved(guide, review) if cuts[material.id].action != "merge"]
    return "、".join(dict.fromkeys(gone))


def _asked(row: Remaining) -> str:
    return "，".join(filter(None, (row.form, row.when)))
