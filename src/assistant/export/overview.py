"""The overview over many guides: for people at a terminal and as overview/1 for programs."""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from assistant.model.overview import ChainTimes, Further, Group, Overview, Reach, Tally

REACH: dict[Reach, str] = {
    "certain": "已达到",
    "chosen": "按建议可达到",
    "open": "须人定后可达到",
    "never": "规则支持的不够",
    "nothing": "没有可计的",
}
NO_DEPARTMENT = "（未写明部门）"
_NAMED = 10
_ITEMS = 30


def overview_json(shown: Overview) -> bytes:
    return (json.dumps(overview_object(shown), ensure_ascii=False, indent=2) + "\n").encode()


def overview_object(shown: Overview) -> dict[str, object]:
    """overview/1: the model's own fields; every share has its numerator and denominator beside it."""
    return {
        "schema": "overview/1",
        "goals": {"materials": "1/3", "steps": "1/3", "items": None, "chain_times": "1/2"},
        "total": _group_object(shown.total),
        "departments": [_group_object(group) for group in shown.departments],
        "chains": [asdict(chain) for chain in shown.chains],
        "items": [asdict(item) for item in shown.items],
    }


def _group_object(group: Group) -> dict[str, object]:
    return asdict(group) | {"reached": dict(group.reached)}


def overview_text(shown: Overview, width: int) -> str:
    from rich.box import HORIZONTALS
    from rich.console import Console
    from rich.table import Table

    from assistant.export.wrapped import folded

    table = Table(box=HORIZONTALS, show_edge=False, pad_edge=False, expand=True)
    for title, space in (("部门", None), ("事项", 4), ("必要材料", 9), ("确定减", 6), ("建议减", 6), ("最多减", 6)):
        table.add_column(title, width=space, ratio=None if space else 1, overflow="fold")
    table.add_column("三分之一", width=14)
    for group in shown.departments:
        tally = group.materials
        gone = (str(tally.certain), str(tally.chosen), str(tally.possible))
        change = f"{tally.before} → {tally.before - tally.chosen}"
        table.add_row(group.name or NO_DEPARTMENT, str(group.items), change, *gone, REACH[group.reach])
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=False, emoji=False, markup=False).print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    told = [part for line in (*_goals(shown), *_lacking(shown)) for part in folded(line, width)]
    return "\n".join([*lines, "", *told]) + "\n"


def _lacking(shown: Overview) -> Iterator[str]:
    """The items that do not reach the third for certain, and the smallest set of open cuts that would."""
    items = [item for item in shown.items if item.reach in {"chosen", "open", "never"}]
    if items:
        yield ""
        yield f"单凭确定的还没有达到三分之一的事项（{len(items)} 个）"
    for item in items[:_ITEMS]:
        gone = _share(item.materials.certain, item.materials.before)
        words = f"还需定下 {'、'.join(cut.material for cut in item.further)}" if item.further else ""
        yield f"  {item.item_name}：确定减 {gone}；{REACH[item.reach]}{'；' if words else ''}{words}"
    if len(items) > _ITEMS:
        yield f"  还有 {len(items) - _ITEMS} 个，见 overview.json（--format json --out 文件夹）"


def _goals(shown: Overview) -> Iterator[str]:
    """One line a goal, each share with its numbers."""
    total = shown.total
    yield "三个三分之一、两个二分之一（基准为所审查的指南）"
    yield f"  申报材料压减三分之一：{_shares(total.materials, '份必要材料')}；{REACH[total.reach]}"
    yield f"    去重后 {_shares(total.names, '种')}"
    yield f"    只在部分情形提交或可不交的另计：{_shares(total.apart, '份')}"
    yield f"    其中改由部门核验 {total.verified} 份（对申请人算减少）；合并的 {total.merged} 份另计，不在减少数内"
    ways = "，".join(f"{REACH[way]} {count}" for way, count in total.reached)
    yield f"    逐个事项：{ways}（共 {total.items} 个）"
    if total.further:
        yield f"    还需定下的（把握大的在前，最少 {len(total.further)} 份）：{_named(total.further)}"
    yield f"  审批环节压减三分之一：{_shares(total.steps, '个环节')}；{REACH[total.steps_reach]}"
    yield f"  办理事项压减三分之一：由法律法规设定的 {total.set_by_law}/{total.items} 个不能由本级取消，本程序不计"
    yield from (f"  {_chain(chain)}" for chain in shown.chains)
    yield f"  即办件：{total.instant[0]} → {total.instant[1]} 个；申请表格：{total.forms[0]} → {total.forms[1]} 张"


def _shares(tally: Tally, unit: str) -> str:
    """120 份必要材料，确定减 30（30/120，25.0%），按建议减 44（…），最多减 60（…）"""
    if not tally.before:
        return f"0 {unit}"
    ways = (("确定减", tally.certain), ("按建议减", tally.chosen), ("人定后最多减", tally.possible))
    told = "，".join(f"{words} {_share(gone, tally.before)}" for words, gone in ways)
    return f"{tally.before} {unit}，{told}"


def _share(gone: int, before: int) -> str:
    return f"{gone}/{before}（{100 * gone / before:.1f}%）"


def _named(cuts: Sequence[Further]) -> str:
    names = "、".join(f"{cut.item}“{cut.material}”" for cut in cuts[:_NAMED])
    return names + (f"等{len(cuts)}份" if len(cuts) > _NAMED else "")


def _chain(chain: ChainTimes) -> str:
    if not chain.serial[0]:
        return f"{chain.name}时限减半：{chain.items} 个事项都没有写明以工作日计的承诺时限"
    before, after = chain.serial
    longest = f"并联最长 {chain.longest[0]} → {chain.longest[1]} 个工作日"
    silent = f"；{chain.silent} 个事项没有写明，未计" if chain.silent else ""
    met = "达到" if chain.met else "未达到"
    words = f"{chain.items} 个事项，串联 {before} → {after} 个工作日，减 {_share(before - after, before)}"
    return f"{chain.name}时限减半：{words}，{longest}；{met}{silent}"
