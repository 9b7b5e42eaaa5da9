"""政务服务事项清单: one row an item."""

import re

from assistant.export.item_counts import item_counts
from assistant.export.official_words import basis_words, or_gap, section_words
from assistant.export.sheets import Row
from assistant.model.guide import Guide
from assistant.model.new_guide import GAP
from assistant.model.review import Review
from assistant.text.durations import duration_text

# 食品经营许可（新办）: the case is the sub-item, what stands before it the main item
_CASE = re.compile(r"^(.+?)[（(]([^（）()]*(?:新办|首次|设立|变更|延续|换[发证]|补[办发证]|注销|撤销|遗失|登记))[）)]$")
_ONLINE = re.compile(r"网上(?:办理|申请|申报|受理)|在线(?:办理|申请|申报)|全程网办|一网通办")


def item_row(guide: Guide, review: Review) -> Row:
    """Gaps stay visible; a phone or an address that the guide does not give is not guessed."""
    head, listed = guide.head, guide.baseline
    case = _CASE.match(head.item_name)
    counts = item_counts(guide, review)
    return {
        "unit": or_gap(head.department),
        "main": case[1] if case else head.item_name or GAP,
        "item": head.item_name if case else "",
        "type": or_gap(head.item_type or (listed.type if listed else None)),
        "code": or_gap(head.item_code or (listed.code if listed else None)),
        "grounds": or_gap(basis_words(guide)),
        "level": or_gap(listed.level if listed else None),
        "audience": or_gap(section_words(guide, review, ("scope",), 40)),
        "handling": or_gap(head.handling),
        "statutory": or_gap(duration_text(head.statutory_time) if head.statutory_time else None),
        "promised": or_gap(counts.promised[1]),
        "materials_before": counts.materials[0],
        "materials_after": counts.materials[1],
        **_steps(counts.steps),
        "fee": or_gap(" ".join(head.fee.written.split()) if head.fee else None),
        "visits": GAP if head.visits is None else head.visits,
        "online": "是" if _ONLINE.search(_ways(guide, review)) else GAP,
        "place": or_gap(section_words(guide, review, ("addr",))),
        "consult": or_gap(section_words(guide, review, ("consult",))),
        "complaint": or_gap(section_words(guide, review, ("complaint",))),
        "note": review.document.name,
    }


def _steps(steps: tuple[int, int]) -> Row:
    """No step found: the guide does not say how many there are."""
    before, after = steps
    return {"steps_before": before or GAP, "steps_after": after if before else GAP}


def _ways(guide: Guide, review: Review) -> str:
    return " ".join(section_words(guide, review, (element,), 2000) for element in ("method", "receipt", "process"))
