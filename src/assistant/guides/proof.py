"""Whether a draft is a guide, a form, a notice, or the cover of a row of guides."""

import re

from assistant.guides.draft import Draft
from assistant.lexicon.sections import Sections
from assistant.model.document import Table

# 第六条　申请登记，应当提交下列材料：
_PROVISION = re.compile(r"[\s　]*第[一二三四五六七八九十百零\d]{1,5}条")
# ①申请表；②照片 in one paragraph
_NUMBERS = re.compile(r"[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[)）]|(?<![\d.])\d{1,2}[.、．](?!\d)")
# 船图、身份证复印件
_PAPER = re.compile(
    r"(?:证|证明|证书|执照|簿|户口本|表|申请书?|合同|协议|照片|复印件|原件)》?(?:[（(][^（）()]{1,20}[)）])?(?=[、；;，,。和及\s]|$)"
)
# 询价公告, 防汛工作会议要求: whose lists are for those it is sent to
_NOTICE = re.compile(r"(?:公告|通告|公示|通报|通知|简报|要求|会议|方案|意见|总结|报告|答复|公开信)$")
_FEWEST = 2
_LIST_ONLY = frozenset({"materials", "notes", "forms", "appendix", "other"})
_NEAR = 3


def is_cover(draft: Draft) -> bool:
    """户籍业务材料清单 over a row of guides, with a sentence and no list below it."""
    lists = any(unit.numbered or isinstance(unit.block, Table) for unit in draft.units)
    heading = draft.title and draft.title.materials
    marks = [unit.mark for unit in draft.units if unit.mark]
    return (
        bool(heading) and len(marks) == 1 and marks[0].elements == ("materials",) and not lists and draft.body < _NEAR
    )


def is_guide(text: str, draft: Draft, sections: Sections) -> bool:
    """A core element and a second one, or a title that says it is a guide, or a list of materials under a title."""
    core = draft.seen & sections.core
    firm = draft.seen - {"notes", "appendix", "other", "forms"}
    if not draft.body or not core or _is_something_else(text, draft, sections):
        return False
    return len(firm) >= 2 or bool(draft.title and draft.title.strong) or _is_list(text, draft)


def _is_something_else(text: str, draft: Draft, sections: Sections) -> bool:
    """A notice, a call for bids, a pledge: so the lines before the first heading say."""
    if draft.title and draft.title.strong:
        return False
    for unit in draft.units:
        if unit.mark:
            return False
        if unit.whole and sections.not_guides.fullmatch(re.sub(r"[\s　]", "", unit.span.of(text))):
            return True
    return False


def _is_list(text: str, draft: Draft) -> bool:
    """申请材料 as the only heading, with a list below it; a sentence is no such heading, a form no guide."""
    kinds: tuple[str, ...] = ("line", "inline", "implicit")
    law = any(_PROVISION.match(text, unit.span.start) for unit in draft.units)
    notice = draft.title and _NOTICE.search(draft.title.name)
    first = draft.units[0]
    opened = first.line is not None and any(unit.mark and unit.line is first.line for unit in draft.units)
    if (draft.title or opened) and not law and not notice:
        kinds = (*kinds, "opener")
    at = next((index for index, unit in enumerate(draft.units) if unit.mark and unit.mark.kind in kinds), None)
    if at is None or draft.seen - {"materials"} - _LIST_ONLY or "forms" in draft.seen:
        return False
    below = draft.units[at:]
    if at == 0:
        return bool(draft.body)
    if sum(unit.numbered for unit in below) >= _FEWEST or any(isinstance(unit.block, Table) for unit in below):
        return True
    head = draft.units[at].mark
    shown = (_NUMBERS, _PAPER) if head and head.kind != "opener" else (_NUMBERS,)
    if sum(bool(_PAPER.search(text, unit.span.start, unit.span.end)) for unit in below[1:]) > _FEWEST:
        return True  # each paper on a line of its own
    return any(len(each.findall(text, unit.span.start, unit.span.end)) >= _FEWEST for unit in below for each in shown)
