"""A document cited by its number: 国办发〔2018〕47号, 国务院令第412号, 公安部第154号令."""

import re

from assistant.extraction.citations import numbers, titles
from assistant.extraction.citations.documents import Found, Source, document
from assistant.extraction.citations.marks import read_title

_W = r"\s{0,3}"
# 国务院令第412号《…决定》, 国发〔2018〕28号文件《…》
_TITLE_AHEAD = re.compile(rf"{_W}(?:文件?)?{_W}《")
_DIGITS = re.compile(rf"第?{_W}[0-9０-９lI]{{1,4}}{_W}$")
# Numbers of papers: 阿政许受字〔2023〕第118号, 房权证字…
_PAPERS = ("字", "证", "号", "案", "档案", "合同", "发票")
# 编号：青审收〔2023〕第118号
_SERIAL = re.compile(r"(?:编号|证号|案号|单号|受理号|登记号)[：:为]?\s{0,2}$")
_ORDER_LAST = re.compile(numbers.ORDER_LAST)
_OFFICE_BEHIND = re.compile(rf"第{_W}\d{{1,4}}{_W}号{numbers.OFFICE_BEHIND}")
# Numbers of documents in spite of 字: 财税字〔1994〕1号, 发改费字〔2020〕877号
_SERIES = re.compile(r"[费税综价政办发企财计劳教卫建农人组党通社路法]字$")


def numbered(source: Source, middle: int, end: int, floor: int) -> Found | None:
    """A document cited by its number: ``middle`` is where the office's name ends."""
    text = source.text
    start = numbers.number_start(text, middle, source.words, floor)
    office = text[start:middle].rstrip()
    if len(office) < 2 or (office.endswith(_PAPERS) and not _SERIES.search(office)):
        return None
    if _SERIAL.search(text, max(0, start - 8), start):
        return None
    number = text[start:end]
    bracket = text[start - 1 : start]
    if bracket and bracket in "（(":
        bare = _title_before(source, start - 1, floor)
        if bare:
            close = end + 1 if text[end : end + 1] in ("）", ")") else end
            return document(source, bare.start, close, bare.name, "document", number, False)
    ahead = _TITLE_AHEAD.match(text, end)
    title = read_title(text, ahead.end() - 1) if ahead else None
    if title and titles.kind_of(title.inner.strip(), source.facts, source.words) != "paper":
        return document(source, start, title.end, title.inner.strip(), "document", number, True)
    return document(source, start, end, "", "document", number, False)


def _title_before(source: Source, end: int, floor: int) -> titles.Bare | None:
    """国务院办公厅关于…的通知(国办发(2022)2号): a title without marks before the bracket of its number."""
    bare = titles.bare_before(source.text, end, source.facts, source.words)
    if bare and bare.start >= floor:
        return bare
    return titles.notice_before(source.text, end, source.words)


def order_from_ordinal(source: Source, start: int, floor: int) -> Found | None:
    """第412号令, with the office before it; 第412号国务院令."""
    order = _ORDER_LAST.match(source.text, start)
    if order:
        return numbered(source, start, order.end(), floor)
    behind = _OFFICE_BEHIND.match(source.text, start)
    return document(source, start, behind.end(), "", "document", behind[0], False) if behind else None


def order_before(source: Source, end_of_digits: int, end: int, floor: int) -> Found | None:
    """国务院412号令: the digits stand before 号令, which is ``[end_of_digits, end)``."""
    digits = _DIGITS.search(source.text, max(floor, end_of_digits - 10), end_of_digits)
    return numbered(source, digits.start(), end, floor) if digits else None
