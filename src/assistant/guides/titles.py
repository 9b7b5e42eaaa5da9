"""Titles of guides: which line names an item, and the item's name in it."""

import re
from dataclasses import dataclass

from assistant.guides.page import is_metadata
from assistant.lexicon.sections import Sections
from assistant.model.span import Span
from assistant.text.numbering import lead

_MAX = 60
_MAX_STRONG = 100
# 【22】, [3], 〖4〗 before a title
_MARKER = re.compile(r"[【\[〖]\s*(\d{1,3})\s*[】\]〗]")
_SENTENCE = re.compile(r"[。；;！？!?]|[：:].")
_QUOTED = re.compile(r"^《(.+)》(?=$|[^》]{0,10}$)")
_LEADER = re.compile(r"(?:\.{3,}|…+|·{3,}|-{4,})\s*\d*\s*$")
# 《渔业法》第三条, 《渔业船舶检验条例》: what a guide cites, not what it is called
_LAW = re.compile(
    r"第[一二三四五六七八九十百零\d]{1,6}[条款]|》.{0,20}第[一二三四五六七八九十百零\d]{1,6}[条款]"
    r"|^《[^》]*(?:法|条例|规定|办法|细则|规程|通知|意见|决定|标准)(?:[（(][^）)]*[）)])?》.{0,30}$"
)
_HAN = re.compile(r"[一-龥]{2}|[一-龥].*[一-龥]")
# 城市管理局——排水许可
_OFFICE_DASH = re.compile(r"^[一-龥]{2,16}(?:局|委|委员会|中心|厅|办)\s*[—－-]+\s*(?=[一-龥])")
# 某局服务指南（三） 渔船登记, 办事指南之二：渔网登记
_SERIES = re.compile(
    r"^.{0,40}?(?:指南|须知|指引|告知单|流程)\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|之[一二三四五六七八九十\d]{1,3})[\s：:—－-]*(?=\S{4})"
)
# 本指南适用于…, 请参照…办事指南: sentences about guides
_ABOUT = re.compile(r"^(?:本|请|详见|参见|按照|根据|为|具体|依据|见)|(?:适用于|编制|下载|查看|如下)")
# 渔业船舶登记（市级权限）【000120123002】
_ITEM_CODE = re.compile(r"[【\[]\d{9,}[0-9A-Z]*[】\]]$")
# 林木采伐许可证核发【00016421300Y】
_CODE = re.compile(r"\s*[【\[（(]?[0-9A-Z]{8,40}[】\]）)]?$")
# 行政许可 | 承诺件, 【类型】行政许可【办件】承诺件: what sort of item it is
_TYPES = re.compile(r"承诺件|即办件")
# 如何申领, 补贴标准是什么, 户籍在本市的以下人员: no item
_QUESTION = re.compile(r"^(?:如何|怎样|怎么).{0,4}$|(?:是什么|有哪些|哪些人群?|多少|以下[^，。；]{1,10})$")
# 如何取得渔船证？
_HOW = re.compile(r"(?:请问)?(?:如何|怎样|怎么)(?:才能)?(?:申请办理|申请|办理|申领|申办|取得|领取)(?=《?[一-龥]{4})")
# 各有关单位：, 尊敬的办事群众
# 2020年5月, 2020-05-01, 第3页
_DATE = re.compile(r"[（(]?\d{4}[年./-]|第?\d+页|[—-]*\d+[—-]*$")
_SALUTATION = re.compile(r"各(?:有关|镇|乡|区|县|苏木|街道|部门|单位|科室|相关)|尊敬的")
# 首页 > 办事服务 > 收养登记
_TRAIL = re.compile(r".*[>＞»›]{1,2}\s*")
# 收养登记 - 某县人民政府门户网站, 收养登记_某政务服务网
_SITE = re.compile(r"\s*[-_—|｜]+\s*[^-_|｜]{2,20}(?:网|网站|政府|平台|大厅|公众号)\s*$")
# 某县农牧局渔船登记: the office before the item
_OFFICE = re.compile(
    r"^[一-龥]{2,8}?(?:省|市|县|区|旗|盟|州)[一-龥]{1,14}?(?:局|委员会|卫健委|发改委|中心|办公室|厅|大队|支队|联合会|管理处|管理所)(?=[一-龥《]{4})"
)
# 【办事指南】个体工商户登记
_LABEL = re.compile(r"^[【\[〖](?:办事|服务|办理|业务)(?:指南|指引|流程|须知)[】\]〗]\s*")
# 渔船登记（注：由市局办理
_UNCLOSED = re.compile(r"(?<=[一-龥]{4})[（(][^（）()]*$")
_TRIAL = re.compile(
    r"[（(](?:试行|暂行|修订版?|最新版?|\d{4}年?版?|示范文本|样本|简版|完整版|征求意见稿)[)）]$|(?<=指南|须知|流程|程序)解读$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """``name`` is the item's name, ``span`` where it stands; ``strong``: the line says itself that a guide follows.

    ``style`` is that of its number or heading level; the titles of several guides in a file share it.
    ``coded``: the item's code stands behind its name, as in the specifications of licensing items.
    """

    name: str
    span: Span
    strong: bool
    marker: str | None = None
    materials: bool = False
    style: str = "none"
    coded: bool = False


def read_title(text: str, span: Span, sections: Sections, level: int | None = None) -> Title | None:
    """The title in the line ``span``; None for a sentence, a list entry or page noise."""
    line = span.of(text)
    if len(line) > 2 * _MAX or _LEADER.search(line) or is_metadata(line, sections):
        return None
    begin = lead(line, level)
    marker = _MARKER.match(line, begin.end)
    start = span.start + (marker.end() if marker else begin.end)
    words = _SITE.sub("", Span(start, span.end).of(text).rstrip(" \t　：:*#？?"))
    trail = _TRAIL.search(words)
    if trail:
        words = words[trail.end() :]
    words = _SERIES.sub("", words)
    squeezed = re.sub(r"[\s　]+", "", words)
    if not _HAN.search(squeezed) or len(squeezed) > _MAX_STRONG:
        return None
    if _SENTENCE.search(words) or squeezed in sections.noise:
        return None
    name, tail = item_name(words, sections)
    if name in sections.generic or not (_is_strong(squeezed) if tail else marker or _is_plain(squeezed, sections)):
        return None
    place = text.find(name, span.start, span.end) if name else -1
    found = Span(place, place + len(name)) if place >= 0 else Span(start, start + len(words))
    number = marker[0] if marker else None
    if not name:
        return None
    coded = begin.style == "none" and bool(_ITEM_CODE.search(squeezed))
    materials = _names_list(tail, sections)
    return Title(tidy(name), found, bool(tail or marker or coded), number, materials, begin.style, coded)


def _names_list(tail: str, sections: Sections) -> bool:
    return tail in sections.material_tails or bool(tail and sections.asked.match(tail))


def _is_strong(squeezed: str) -> bool:
    """Is a line that ends like a title one: no sentence about guides, no salutation?"""
    return not _ABOUT.search(squeezed) and not _SALUTATION.match(squeezed)


def _is_plain(squeezed: str, sections: Sections) -> bool:
    """May a line without such an ending be a name: no office, date, provision or salutation?"""
    if len(squeezed) > _MAX or squeezed.endswith(sections.office_endings):
        return False
    return not (
        _QUESTION.search(squeezed)
        or _TYPES.search(squeezed)
        or _DATE.match(squeezed)
        or _LAW.search(squeezed)
        or _SALUTATION.match(squeezed)
    )


def item_name(written: str, sections: Sections) -> tuple[str, str]:
    """The item alone, and the ending that was cut or "": 《失业登记》办事指南 -> 失业登记, 办事指南."""
    name = _CODE.sub("", written.strip())
    ending = ""
    while True:
        shorter, tail = _without_tail(_TRIAL.sub("", name).rstrip(), sections)
        if not tail:
            break
        name, ending = shorter, ending or tail
    asked = _HOW.match(name)
    if asked:
        name, ending = name[asked.end() :], ending or asked.group()
    name = _QUOTED.sub(r"\1", _LABEL.sub("", _without_head(name, sections) if ending else name)).strip()
    shorter, tail = _without_tail(name, sections)  # 《X办事指南》
    if tail:
        name, ending = shorter, ending or tail
    if ending:
        name = _OFFICE.sub("", _OFFICE_DASH.sub("", name))
    return name.strip(' 　-—－_·:：“”"'), ending


def _without_tail(name: str, sections: Sections) -> tuple[str, str]:
    asked = sections.asked.search(name)
    for tail in sections.title_tails if name.endswith(sections.title_tails) else (asked.group(),) if asked else ():
        if name.endswith(tail) or name.endswith(f"的{tail}"):
            rest = name[: -len(tail)].removesuffix("的").rstrip(" 　-—－_")
            if len(rest) >= 2:
                return rest, tail
    return name, ""


def _without_head(name: str, sections: Sections) -> str:
    """关于办理《出版物经营许可证》 -> 《出版物经营许可证》; 办理 alone may belong to the name."""
    for head in sections.title_heads:
        rest = name.removeprefix(head)
        if rest != name and len(rest) >= 4 and (head.startswith("关于") or rest.startswith("《")):
            return rest
    return name


def tidy(name: str) -> str:
    """A name from a page or cell: no blanks between Han characters, no line breaks, no bracket that never closes."""
    name = re.sub(r"(?<=[一-龥（）()、，《》])[\s　]+|[\s　]+(?=[一-龥（）()、，《》])", "", name)
    return _UNCLOSED.sub("", name).strip(" 　。；;：:、，,")


def is_case(name: str, sections: Sections) -> bool:
    """新办, 补证, 个人: a case of the item, not an item."""
    return name in sections.cases
