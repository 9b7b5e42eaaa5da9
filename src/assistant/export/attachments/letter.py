"""政务服务事项清单确认书: a letter a department, with its items counted by type."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.export.attachments.filing import Filing
from assistant.export.sheets import Row, Sheet
from assistant.lexicon.layouts import Layout
from assistant.model.new_guide import GAP

# The types that the notice of 2018 names; others follow as they are found.
TYPES = ("行政许可", "行政确认", "行政给付", "行政征收", "其他行政权力", "公共服务")
_SILENT = f"{GAP}（没有写明类型的）"
_NOT_IN_NAME = str.maketrans("[]:*?/\\'", "（）：　　　　　")
_LONGEST = 31  # characters in a sheet's name


def letters(filings: Sequence[Filing], layout: Layout) -> Iterator[Sheet]:
    units = list(dict.fromkeys(str(row["unit"]) for filing in filings for row in filing.items)) or [GAP]
    for number, unit in enumerate(units, 1):
        items = [row for filing in filings for row in filing.items if row["unit"] == unit]
        words = _words(unit, items, [filing for filing in filings if any(r["unit"] == unit for r in filing.items)])
        yield Sheet(layout, [*_rows(items), _sum(items)], words, name=_name(layout, unit, number, len(units)))


def _name(layout: Layout, unit: str, number: int, count: int) -> str:
    """Names of sheets are short and never the same."""
    if count == 1:
        return layout.name
    start = f"确认书{number} "
    return start + unit.translate(_NOT_IN_NAME)[: _LONGEST - len(start)]


def _rows(items: Sequence[Row]) -> list[Row]:
    found = dict.fromkeys(str(row["type"]) for row in items)
    return [
        {"type": _SILENT if type == GAP else type, **_counted([row for row in items if row["type"] == type])}
        for type in {**dict.fromkeys(TYPES), **found}
    ]


def _sum(items: Sequence[Row]) -> Row:
    return {"type": "合计", **_counted(items)}


def _counted(items: Sequence[Row]) -> Row:
    return {
        "items": len(items),
        "materials_before": sum(int(row["materials_before"]) for row in items),
        "materials_after": sum(int(row["materials_after"]) for row in items),
    }


def _words(unit: str, items: Sequence[Row], filings: Sequence[Filing]) -> Mapping[str, str]:
    counts = [f"{row['type']}{row['items']}项" for row in _rows(items)]
    return {
        "unit": unit,
        "total": str(len(items)),
        "counts": "、".join(counts),
        "materials": _materials(_counted(items)),
        "comparison": _comparison(items, filings),
    }


def _materials(counts: Row) -> str:
    before, after = int(counts["materials_before"]), int(counts["materials_after"])
    share = f"，压减{(before - after) / before:.1%}" if before else ""
    return f"原有申请材料{before}份，精简后{after}份{share}。"


def _comparison(items: Sequence[Row], filings: Sequence[Filing]) -> str:
    if any(filing.compared is None for filing in filings) or not filings:
        return f"{GAP}（与上级基础事项清单的比对情况：本次没有给出清单，尚未比对。）"
    same = sum(filing.compared or 0 for filing in filings)
    changed = sum(len(filing.adjustments) for filing in filings)
    found = f"以上事项已与上级政务服务基础事项清单逐项比对，一致{same}项，需要调整的{changed}处"
    return f"{found}，见《调整政务服务基础事项清单情况表》。"
