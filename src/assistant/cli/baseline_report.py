"""What jianzheng baseline prints, as lines of text."""

from collections import Counter
from collections.abc import Sequence

from assistant.model.baseline import Change, ListedItem, ListedMaterial

_NEEDS = {"required": "必要", "conditional": "特定情形", "optional": "非必要", "deferrable": "容缺后补"}


def tally(items: Sequence[ListedItem]) -> str:
    """13项事项（行政许可8，行政给付5），30份材料"""
    types = Counter(item.type for item in items if item.type)
    told = "，".join(f"{kind}{count}" for kind, count in types.most_common(5))
    papers = sum(len(item.materials) for item in items)
    return f"{len(items)}项事项" + (f"（{told}）" if told else "") + (f"，{papers}份材料" if papers else "，没有列材料")


def item_lines(item: ListedItem) -> str:
    said = "　".join(part for part in (item.code, item.type, item.level, item.department) if part)
    upper = f"主项：{item.main}" if item.main else ""
    lines = [item.name, *(f"    {line}" for line in (said, upper) if line)]
    return "\n".join([*lines, *(f"    {n}. {_material(paper)}" for n, paper in enumerate(item.materials, 1))])


def change_lines(changes: Sequence[Change]) -> str:
    counts = Counter(change.kind for change in changes)
    lines = [_change(change) for change in changes]
    return "\n".join([*lines, "，".join(f"{kind}{count}" for kind, count in counts.items()) or "两份清单没有不同"])


def _change(change: Change) -> str:
    code = f"（{change.code}）" if change.code else ""
    if change.kind in ("新增", "取消"):
        return f"{change.kind}　　{change.item}{code}"
    if change.kind == "变更材料":
        parts = [
            f"{mark}{name}" for mark, names in (("去掉 ", change.before), ("增加 ", change.after)) for name in names
        ]
        return "\n    ".join([f"{change.kind}  {change.item}{code}", *parts])
    before, after = ("、".join(names) or "（空）" for names in (change.before, change.after))
    return f"{change.kind}  {change.item}{code}：{before} → {after}"


def _material(paper: ListedMaterial) -> str:
    said = "，".join(part for part in (_NEEDS.get(paper.necessity or ""), paper.form) if part)
    return paper.name + (f"（{said}）" if said else "")
