"""The words and numbers of the one-page sheet, the same in print and on a page."""

from collections.abc import Sequence
from datetime import date

from assistant.export.goals import whole_measures
from assistant.model.overview import ItemSummary, Overview

GOAL_HEADS = ("指标", "精简前", "精简后", "减少", "压减比例", "目标", "是否达到")
REASON_HEADS = ("理由", "材料数", "材料")
TITLE = "精简前后对比"
_PARTS = {2: "二分之一", 3: "三分之一"}


def about(items: Sequence[ItemSummary], as_of: date) -> str:
    """Whose items (where every guide says it), how many, of which file, and the day the law was judged at."""
    units = list(dict.fromkeys(item.department or "" for item in items))
    unit = "" if "" in units or not units else units[0] if len(units) == 1 else f"{units[0]}等{len(units)}个单位"
    files = list(dict.fromkeys(item.file for item in items))
    file = f"{len(files)}个文件" if len(files) > 1 else files[0] if files else ""
    day = f"{as_of.year}年{as_of.month}月{as_of.day}日"
    return " · ".join(word for word in (unit, f"{len(items)}个事项", f"按{day}有效的法律", file) if word)


def goal_rows(shown: Overview) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{measure.what}（{measure.unit}）",
            str(measure.before),
            str(measure.after),
            str(measure.tally.chosen),
            f"{measure.share:.1%}",
            _PARTS[measure.parts],
            "达到" if measure.met else "未达到",
        )
        for measure in whole_measures(shown)
    )
