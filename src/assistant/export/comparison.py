"""A comparison with the list of basic items as text for the terminal, or as JSON (schema comparison/1)."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from assistant.model.baseline import RESULTS, Comparison, ItemRow, MaterialRow

SCHEMA = "comparison/1"


def comparison_json(comparison: Comparison, files: Sequence[str]) -> bytes:
    """``files``: for each guide compared the name of its file."""
    content = {
        "schema": SCHEMA,
        "baseline": comparison.baseline,
        "counts": {"items": comparison.items(), "materials": comparison.materials()},
        "items": [_object(row, files) for row in comparison.rows],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def comparison_text(comparison: Comparison, files: Sequence[str]) -> str:
    blocks = [_block(row, files) for row in comparison.rows]
    totals = [
        f"{what}：" + "，".join(f"{result}{counts[result]}" for result in RESULTS if counts[result])
        for what, counts in (("事项", comparison.items()), ("材料", comparison.materials()))
        if any(counts.values())
    ]
    return "\n".join([f"与基础事项清单“{comparison.baseline}”比对", *blocks, "", *totals]) + "\n"


def _object(row: ItemRow, files: Sequence[str]) -> dict[str, object]:
    return {
        "result": row.result,
        "sure": row.sure,
        "note": row.note,
        "local": [{**asdict(item), "file": files[item.place]} for item in row.local],
        "listed": [
            {"code": item.code, "name": item.name, "type": item.type, "level": item.level, "where": item.where}
            for item in row.listed
        ],
        "materials": [asdict(material) for material in row.materials],
    }


def _block(row: ItemRow, files: Sequence[str]) -> str:
    ours = "、".join(f"{item.name or '（没有名称）'}（{files[item.place]}）" for item in row.local)
    theirs = "、".join(_listed(item.name, item.code) for item in row.listed)
    lines = [f"\n{_result(row)}  {ours or theirs}"]
    if ours and theirs and row.result != "一致":
        lines.append(f"    清单：{theirs}")
    if row.note:
        lines.append(f"    {row.note}")
    return "\n".join([*lines, *(f"    {_material(material)}" for material in row.materials)])


def _listed(name: str, code: str | None) -> str:
    return f"{name}（{code}）" if code else name


def _material(row: MaterialRow) -> str:
    ours, theirs = "、".join(row.local), "、".join(row.listed)
    differ = ours and theirs and ours != theirs and row.result != "一致"
    both = f"{ours} ≠ 清单“{theirs}”" if differ else ours or theirs
    return f"{_result(row)}  {both}" + (f"（{row.note}）" if row.note else "")


def _result(row: ItemRow | MaterialRow) -> str:
    """Results stand below each other: the longest has five characters."""
    shown = row.result + ("" if row.sure else "？")
    return shown + "　" * (6 - len(shown))
