"""Lists of papers that no heading announces: 挂失 on a line, and below it 1.填写申请表 2.身份证复印件."""

import re
from collections.abc import Iterator, Sequence

from assistant.guides.headings import Mark
from assistant.guides.titles import read_title
from assistant.guides.units import Unit
from assistant.lexicon.sections import Sections
from assistant.model.span import Span
from assistant.text.numbering import lead
from assistant.text.numerals import NUMERAL, number

_NUMERAL = re.compile(rf"{NUMERAL}|[①-⑳⒈-⒛⑴-⒇]")
# 登记表（原件1份）；, 身份证、户口簿原件及复印件, 照片4张
_PAPER = re.compile(
    r"(?:证|证明|证书|执照|簿|户口本|[申报登审核备评][^，,；;。]{0,4}表|申请书|合同|协议|照片?|彩照|纪要|章程|委托书|承诺书|通知书|报告|平面图|示意图|制度|表格|(?:证明|申请)?材料|文件)"
    r"(?:原件|复印件|[及和、（(]|\d|$|[^，,；;。]{0,6}[份张])"
)
# what is done with papers, and in which form they are wanted: 填写, 携带, 原件1份
_WANTED = re.compile(r"原件|复印件|\d\s*[份张]|^(?:填写|携带|提供|提交|出示)")
_BRACKET = re.compile(r"[（(【][^（）()【】]*[）)】]?")
# 附件目录, 公告: their lists are for somebody else
_OTHERS = re.compile(r"附件|附表|目录|公告|通告|公示|通报|通知|简报|会议|方案|总结|报告|答复|评分|清单[：:]?$")
_NAMED = frozenset({"materials", "forms"})
# 1、 at the beginning and ；2、
_INLINE = re.compile(r"(?:^|(?<=[；;。]))\s*(?P<n>\d{1,2})[、.．](?!\d)")
_FEWEST_INLINE = 4
_STYLES = frozenset({"ar", "arp", "circ"})
_FEWEST = 2
_LONGEST_TITLE = 30


def listed(text: str, row: Sequence[Unit], sections: Sections) -> list[Unit]:
    """``row`` with a heading above each list of papers, in a text in which nothing else names such a list."""
    if any(unit.mark and not _NAMED.isdisjoint(unit.mark.elements) for unit in row):
        return list(row)
    if any(_is_list_title(text, unit, sections) for unit in row):
        return list(row)
    begins = set(_lists(text, row))
    result: list[Unit] = []
    for index, unit in enumerate(row):
        if index in begins:
            at = Span(unit.span.start, unit.span.start)
            result.append(Unit(at, mark=Mark(("materials",), at, at, "none", "implicit")))
        result.append(unit)
    return result


def _is_list_title(text: str, unit: Unit, sections: Sections) -> bool:
    """老年证办理材料一览: a title that is the heading of a list."""
    title = read_title(text, unit.span, sections) if unit.whole else None
    return title is not None and title.materials


def _lists(text: str, row: Sequence[Unit]) -> Iterator[int]:
    """Where such lists begin: below a short line that is no sentence, most of their entries papers."""
    for index, unit in enumerate(row):
        inline = _in_one_line(text, unit) if unit.whole else []
        if index and (inline or _number(text, unit) == 1) and _is_title(text, row[index - 1]):
            found = inline or list(_entries(text, row[index:]))
            papers = sum(bool(_PAPER.search(_BRACKET.sub("", each))) for each in found)
            wanted = sum(bool(_WANTED.search(each)) for each in found)
            if _is_list(papers, wanted, len(found)):
                yield index


def _is_list(papers: int, wanted: int, count: int) -> bool:
    """Of ``count`` entries most must be papers; half of them in a form or asked for, or two where nearly all are."""
    sure = 2 * wanted >= count or 3 * papers >= 2 * count
    return papers >= _FEWEST and 2 * papers > count and wanted >= _FEWEST and sure


def _in_one_line(text: str, unit: Unit) -> list[str]:
    """The entries of a list that stands in one line: 1、申请表；2、身份证；3、照片."""
    words = unit.span.of(text)
    starts = list(_INLINE.finditer(words))
    if len(starts) < _FEWEST_INLINE or [int(each["n"]) for each in starts] != list(range(1, len(starts) + 1)):
        return []
    ends = [*(each.start() for each in starts[1:]), len(words)]
    return [words[each.end() : end].rstrip("。；; ") for each, end in zip(starts, ends, strict=True)]


def _is_title(text: str, unit: Unit) -> bool:
    words = unit.span.of(text)
    plain = not re.search(r"[。；;，,]", words) and _OTHERS.search(words) is None
    return unit.whole and len(words) <= _LONGEST_TITLE and plain


def _entries(text: str, row: Sequence[Unit]) -> Iterator[str]:
    """The entries of the list that ``row`` begins with, as far as their numbers count on; lines between are notes."""
    last = 0
    for unit in row:
        value = _number(text, unit)
        if unit.mark or (value is not None and value != last + 1):
            return
        if value is not None:
            last = value
            yield unit.span.of(text)[lead(unit.span.of(text)).end :].rstrip("。；; ")


def _number(text: str, unit: Unit) -> int | None:
    if not unit.whole or not unit.numbered:
        return None
    begin = lead(unit.span.of(text))
    found = _NUMERAL.search(unit.span.of(text), 0, begin.end) if begin.style in _STYLES else None
    return number(found.group()) if found else None
