"""Titles of which only the inner one has marks: 河南省实施《水法》办法, 最高人民法院关于适用《民法典》…的解释."""

import re

from assistant.extraction.citations.titles import STOP, Bare, after_trigger
from assistant.laws.facts import LawFacts
from assistant.laws.names import title_key
from assistant.lexicon.citations import CitationWords

# Before the inner title: …实施, …关于适用, …关于修改; the last characters tell at a glance that there is nothing to do.
_LEADING = re.compile(r"(?:关于|实施|贯彻|适用|修改|执行|依照|印发|发布)\s*$")
_LAST = frozenset("于施彻用改行照发")
_FIRST = frozenset("实罚行补试办细规若")
# 《医疗机构管理条例》实施细则第十二条
_COMPANION = re.compile(r"(?:实施细则|实施条例|实施办法)(?=\s*(?:第|[（(，。、；;,）)]|的规定|$))")
# After it: 办法, 若干规定, 的决定, 第三十条第一款有关问题的批复, …若干问题的解释（三）
_FOLLOWING = re.compile(
    r"(?:实施|试行|行政处罚|罚款处罚|罚款)?(?:办法|细则|若干规定|若干意见|补充规定|条例|规定)(?![\u4e00-\u9fff]*[》])"
    r"|[^，,。；;：:《》\n]{0,60}?(?:的|若干)(?:补充)?(?:解释|决定|通知|意见|批复|规定|答复)"
)
_PART = re.compile(r"[（(][一二三四五六七八九十]{1,2}[)）]")
_OWNER = re.compile(r"(?:省|市|区|县|旗|盟|州|部|局|委员会|国务院|人民法院|人民检察院|厅)(?:人民政府|办公厅|办公室)?")


def outer_title(text: str, start: int, end: int, floor: int, facts: LawFacts, words: CitationWords) -> Bare | None:
    """The whole title around the marked one at ``[start, end)``; None where that one stands for itself.

    Known titles are taken as they are; of unknown ones those with their author before them (青山县实施《…》办法) and
    what comes with a law (《…条例》实施细则).
    """
    leads = start > 0 and text[start - 1] in _LAST
    if not leads and text[end : end + 1] not in _FIRST:
        return None
    head = text[max(floor, start - 40) : start]
    following = _FOLLOWING.match(text, end)
    if not following:
        return None
    part = _PART.match(text, following.end())
    known = _known(text, start, part.end() if part else following.end(), head, facts)
    if known:
        return known
    if leads and _LEADING.search(head) and following[0].endswith(("办法", "细则", "规定")):
        return _owned(text, start, following.end(), head, words)
    companion = _COMPANION.match(text, end)
    return Bare(start, companion.end(), text[start : companion.end()], False) if companion else None


def _known(text: str, start: int, close: int, head: str, facts: LawFacts) -> Bare | None:
    for length in range(len(head), -1, -1):
        if facts.knows(title_key(text[start - length : close])):
            return Bare(start - length, close, text[start - length : close], True)
    return None


def _owned(text: str, start: int, close: int, head: str, words: CitationWords) -> Bare | None:
    begin = max((found.end() for found in STOP.finditer(head)), default=0)
    begin = after_trigger(head, begin, words)
    if not _OWNER.search(head, begin):
        return None
    start = start - len(head) + begin
    return Bare(start, close, text[start:close], False)
