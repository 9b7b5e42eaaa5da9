"""The new guide in the fields of the national platform (GB/T 39554.2-2020), ready to be entered there.

What the guide does not tell is null and listed under 待补充. The names are the platform's.
"""

import json
from typing import Any

from assistant.drafting import new_guides
from assistant.drafting.tables import MATERIALS_HEAD, STEPS_HEAD
from assistant.export import Extras
from assistant.model.guide import Duration
from assistant.model.new_guide import GAP, Chapter, Grid, NewGuide
from assistant.model.review import Review

Object = dict[str, Any]  # JSON
_UNITS = {"working_day": "工作日", "day": "自然日", "hour": "小时", "month": "月", "instant": "当场"}
# the platform's field -> the chapter it is taken from
_CHAPTERS = {
    "设定依据": "basis",
    "服务对象": "scope",
    "受理条件": "conditions",
    "数量限制": "quantity",
    "办理形式": "method",
    "办理地点和时间": "addr",
    "咨询方式": "consult",
    "监督投诉方式": "complaint",
    "收费依据": "fee",
    "审批结果名称": "result",
    "结果送达": "delivery",
}


def write(review: Review, extras: Extras) -> bytes:
    """One object a guide; a file with one guide is still a list of one."""
    items = [item(guide) for guide in new_guides(review)]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def item(guide: NewGuide) -> Object:
    chapters = {chapter.element: chapter for chapter in guide.chapters}
    return {
        "基本信息": _basics(guide, chapters),
        "申请材料": _rows(chapters.get("materials"), MATERIALS_HEAD),
        "办理流程": _rows(chapters.get("process"), STEPS_HEAD),
        "不再提交的材料": [{"材料名称": r.name, "改由": r.how, "依据": list(r.grounds)} for r in guide.relieved],
        "待补充": list(guide.gaps),
    }


def _basics(guide: NewGuide, chapters: dict[str, Chapter]) -> Object:
    head = guide.head
    code = (head.item_code or "").strip()
    told: Object = {
        "事项名称": head.item_name or None,
        "事项类型": head.item_type,
        "基本编码": code if len(code) == 12 else None,
        "实施编码": code if len(code) == 31 else None,
        "业务办理项编码": code if len(code) == 33 else None,
        "地方基本编码": code if code and len(code) not in (12, 31, 33) else None,
        "实施主体": head.department,
        "办件类型": head.handling,
        "到办事现场次数": head.visits,
        "是否收费": head.fee.charged if head.fee else None,
    }
    return (
        told
        | _time("法定", head.statutory_time)
        | _time("承诺", head.promised_time)
        | {field: _text(chapters.get(element)) for field, element in _CHAPTERS.items()}
    )


def _time(which: str, time: Duration | None) -> Object:
    """法定办结时限 20, 法定办结时限单位 工作日."""
    value = time.value if time else None
    return {f"{which}办结时限": value, f"{which}办结时限单位": _UNITS[time.unit] if time else None}


def _text(chapter: Chapter | None) -> str | None:
    return "\n".join(chapter.lines) if chapter and chapter.lines else None


def _rows(chapter: Chapter | None, head: tuple[str, ...]) -> list[Object]:
    """The rows of the chapter's tables under the platform's names, with their case; a gap is null."""
    grids: list[Grid] = [grid for grid in (chapter.grids if chapter else ()) if grid.head == head]
    return [
        ({"情形": grid.caption} if grid.caption else {})
        | {name: None if cell in (GAP, "") else cell for name, cell in zip(head, row, strict=True)}
        for grid in grids
        for row in grid.rows
    ]
