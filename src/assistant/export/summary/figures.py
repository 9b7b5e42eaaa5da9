"""The words and numbers of the one-page sheet, the same in print and on a page."""

from assistant.export.goals import whole_measures
from assistant.model.review import Review

GOAL_HEADS = ("指标", "精简前", "精简后", "减少", "压减比例", "目标", "是否达到")
REASON_HEADS = ("理由", "材料数", "材料")
TITLE = "精简前后对比"
_PARTS = {2: "二分之一", 3: "三分之一"}


def about(review: Review) -> str:
    """Whose items, how many, and the day the law was judged at."""
    units = list(dict.fromkeys(guide.head.department for guide in review.guides if guide.head.department))
    unit = f"{units[0]}等{len(units)}个单位" if len(units) > 1 else units[0] if units else ""
    day = f"{review.as_of.year}年{review.as_of.month}月{review.as_of.day}日"
    words = (unit, f"{len(review.guides)}个事项", f"按{day}有效的法律", review.document.name)
    return " · ".join(word for word in words if word)


def goal_rows(review: Review) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{measure.what}（{measure.unit}）",
            str(measure.before),
            str(measure.after),
            str(measure.gone),
            f"{measure.share:.1%}",
            _PARTS[measure.parts],
            "达到" if measure.met else "未达到",
        )
        for measure in whole_measures(review)
    )
