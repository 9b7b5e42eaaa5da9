"""The review as a workbook: the cut list to decide on, citations, the comparison with the list, targets, notices."""

from pathlib import Path

from assistant.export.sheets import Row, Sheet
from assistant.export.sheets import workbook as book
from assistant.export.workbook.comparison import comparison_rows
from assistant.export.workbook.cuts import ANCHOR, CHOICES, cut_rows
from assistant.export.workbook.findings import citation_rows, notice_rows, other_rows
from assistant.export.workbook.targets import target_rows
from assistant.lexicon.layouts import load_layouts
from assistant.model.overview import Overview
from assistant.model.review import Review

# What an empty sheet says besides 无.
_EMPTY = {"baseline": "没有给出基础事项清单，未作比对。", "citations": "没有找到引用的法律文件。"}


def workbook(review: Review, shown: Overview, lexicons: Path | None = None) -> bytes:
    """``shown`` are the goals of this review's items; ``lexicons`` the user's folder, for its layouts."""
    layouts = load_layouts("workbook", lexicons)
    cuts, anchors = cut_rows(review)
    rows: dict[str, list[Row]] = {
        "citations": citation_rows(review),
        "baseline": comparison_rows(review),
        "targets": target_rows(shown),
        "others": other_rows(review),
        "notices": notice_rows(review),
    }
    first = Sheet(layouts["cuts"], cuts, choices={"choice": CHOICES}, hidden=(ANCHOR, anchors))
    others = [Sheet(layouts[id], found, empty=_EMPTY.get(id, "无")) for id, found in rows.items()]
    return book("材料精简清单", [first, *others])
