"""三个三分之一、两个二分之一 with the numbers they are made of, for the whole file and for each of several items."""

from collections.abc import Iterator

from assistant.export.overview import REACH
from assistant.export.sheets import Row
from assistant.model.overview import ChainTimes, Group, Overview, Tally

_ALL = "合计"
_PAPERS, _STEPS = "申报材料压减三分之一（必要材料）", "审批环节压减三分之一"


def target_rows(shown: Overview) -> list[Row]:
    return list(_rows(shown))


def _rows(shown: Overview) -> Iterator[Row]:
    yield from _whole(shown.total)
    yield from (_chain(chain) for chain in shown.chains)
    if len(shown.items) > 1:
        for item in shown.items:
            yield {**_row(item.item_name, _PAPERS, item.materials), "met": REACH[item.reach], "goal": 1 / 3}
            if item.steps.before:
                yield _row(item.item_name, _STEPS, item.steps)


def _whole(total: Group) -> Iterator[Row]:
    checked = f"其中改由部门核验{total.verified}份，对申请人算减少；合并的{total.merged}份不在减少数内"
    by_law = f"其中由法律法规设定的{total.set_by_law}项不能由本级取消，其余由单位认定"
    yield {**_row(_ALL, _PAPERS, total.materials), "met": REACH[total.reach], "goal": 1 / 3, "note": checked}
    yield _row(_ALL, "　必要材料去重后的名称", total.names)
    yield _row(_ALL, "　只在部分情形提交或可不交的（另计）", total.apart)
    yield {**_row(_ALL, _STEPS, total.steps), "met": REACH[total.steps_reach], "goal": 1 / 3}
    yield {"scope": _ALL, "target": "办理事项压减三分之一", "before": total.items, "goal": 1 / 3, "note": by_law}


def _chain(chain: ChainTimes) -> Row:
    before, after = chain.serial
    gone = before - after
    scope, target = f"{chain.name}（{chain.items}个事项）", f"{chain.name}时限减半（工作日）"
    words = f"并联最长{chain.longest[0]}→{chain.longest[1]}个工作日"
    silent = f"；{chain.silent}个事项没有写明，未计" if chain.silent else ""
    met = "达到" if chain.met else "未达到"
    return {**_row(scope, target, Tally(before, gone, gone, gone)), "met": met, "goal": 1 / 2, "note": words + silent}


def _row(scope: str, target: str, tally: Tally) -> Row:
    share: Row = {"share": tally.chosen / tally.before} if tally.before else {}
    counts: Row = {
        "before": tally.before,
        "after": tally.before - tally.chosen,
        "certain": tally.certain,
        "chosen": tally.chosen,
        "possible": tally.possible,
    }
    return {"scope": scope, "target": target, **counts, **share}
