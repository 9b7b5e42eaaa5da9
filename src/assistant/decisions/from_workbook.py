"""The cut list that people filled in (采纳 | 保留 | 待定), read back as decisions."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.decisions.anchors import plain
from assistant.decisions.files import read_decision
from assistant.errors import DecisionError
from assistant.model.decision import Anchor, Choice, Decision, anchor_row

SHEET = "精简清单"
_CHOICES: Mapping[str, Choice] = {"采纳": "cut", "保留": "keep"}
_OPEN = ("", "待定")
_NEEDED = ("事项", "材料", "采纳")


@dataclass(frozen=True, slots=True)
class ReadBack:
    """``undecided`` are the rows left open: a decision of before about them is taken back."""

    decisions: tuple[Decision, ...]
    undecided: tuple[Anchor, ...]


def read_workbook(path: Path, person: str, day: date) -> ReadBack:
    """Rows of the sheet 精简清单, by their header's words; the column 锚点 (JSON) goes before 事项 and 材料.

    Raises DecisionError naming sheet and row: another word than the three, or 保留 without a reason in 备注.
    """
    decisions: list[Decision] = []
    undecided: list[Anchor] = []
    for number, row in _rows(path):
        where = f"{path.name}:{number}"
        if not (row["材料"] or row.get("锚点")):
            continue
        anchor = _anchor(row, where)
        if row["采纳"] in _OPEN:
            undecided.append(anchor)
            continue
        if row["采纳"] not in _CHOICES:
            raise DecisionError(where, f"“采纳”一栏写的是“{row['采纳']}”，应为采纳、保留或待定")
        if _CHOICES[row["采纳"]] == "keep" and not row.get("备注"):
            raise DecisionError(where, "“采纳”一栏写了保留，须在“备注”一栏写明理由")
        said = {"anchor": anchor_row(anchor), "choice": _CHOICES[row["采纳"]], "reason": row.get("备注", "")}
        decisions.append(read_decision(said | {"person": person, "day": day.isoformat()}, where))
    return ReadBack(tuple(decisions), tuple(undecided))


def _anchor(row: Mapping[str, str], where: str) -> Anchor:
    if not row.get("锚点"):
        return Anchor(plain(row["事项"]), "material", plain(row["材料"]))
    try:
        raw = json.loads(row["锚点"])
    except ValueError as cause:
        raise DecisionError(where, "“锚点”一栏被改动过，请恢复或清空它") from cause
    probe = {"anchor": raw, "choice": "cut", "reason": "", "person": "-", "day": "2000-01-01"}
    return read_decision(probe, where).anchor


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Row numbers as the workbook shows them; the header is the first row with all words needed."""
    header: list[str] | None = None
    item = ""
    for number, cells in enumerate(_cells(path), 1):
        words = [str(cell).strip() for cell in cells]
        if header is None:
            header = words if set(_NEEDED) <= set(words) else None
        else:
            row = dict(zip(header, words, strict=False))
            item = row["事项"] or item  # merged over the rows of an item
            yield number, row | {"事项": item}
    if header is None:
        raise DecisionError(path.name, f"表“{SHEET}”里找不到 {'、'.join(_NEEDED)} 这几栏，请用本程序导出的精简清单")


def _cells(path: Path) -> Sequence[Sequence[object]]:
    from python_calamine import CalamineError, load_workbook  # loaded here: few commands read workbooks

    try:
        workbook = load_workbook(io.BytesIO(path.read_bytes()))
        if SHEET not in workbook.sheet_names:
            raise DecisionError(path.name, f"工作簿里没有“{SHEET}”这张表，请用本程序导出的精简清单")
        return workbook.get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as cause:
        raise DecisionError(path.name, "工作簿不完整或已加密，请用 Excel 或 WPS 打开后另存为 .xlsx") from cause
