"""Document numbers, orders, versions and definitions: in brackets after a title, or on their own."""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.laws.names import STATE, title_key
from assistant.lexicon.citations import CitationWords

_W = r"\s{0,3}"
_D = r"[0-9０-９lIOo]"
_YEAR = rf"[〔\[［（(【﹝{{]{_W}[12１２](?:{_W}[0-9０-９OoＯ]){{3}}{_W}[〕\]］）)】﹞}}]"
# 〔2018〕47号, [2021]7号, 【2019】第 12 号, 〔2018〕\n28号
YEAR_NUMBER = rf"{_YEAR}{_W}第?{_W}{_D}(?:\s?{_D}){{0,4}}{_W}号"
_ORDINAL = rf"第?{_W}(?:{_D}(?:\s?{_D}){{0,5}}|[一二三四五六七八九十百零〇○]{{1,8}}){_W}号"
# 令第412号, 令2011年第64号, 令〔2020〕第3号, 令（第412号）
ORDER = rf"令{_W}(?:(?:[（(〔\[]?{_W}\d{{4}}{_W}[)）〕\]]?{_W}年?{_W})?{_ORDINAL}|[（(〔\[]{_W}{_ORDINAL}{_W}[)）〕\]])"
# 第412号令, 190号令: the part from 第 on
ORDER_LAST = rf"{_ORDINAL}{_W}令"
_OFFICE = r"[\u4e00-\u9fff、·]"
# 第412号国务院令: the part behind 号
OFFICE_BEHIND = rf"{_W}(?:国务院|[\u4e00-\u9fff]{{1,12}}?(?:部|局|委|署|会|府)){_W}令"
# 国务院令第379号, 公安部第154号令, 国家税务总局公告2019年第12号, 国办发〔2018〕47号: with the office before it
_NUMBER = re.compile(
    rf"(?P<order>{_OFFICE}{{2,40}}?{ORDER}|{_OFFICE}{{2,40}}?{ORDER_LAST})"
    rf"|(?P<file>[\u4e00-\u9fffA-Za-z]{{1,16}}{_W}{YEAR_NUMBER})"
    rf"|(?P<notice>{_OFFICE}{{2,30}}公告{_W}\d{{4}}年{_W}第{_W}\d+号)"
    rf"|(?P<office_behind>第{_W}\d{{1,4}}{_W}号{OFFICE_BEHIND})"
)
# ×国务院令第494号): a symbol where the scan lost the opening bracket
NUMBER_HERE = re.compile(
    rf"{_W}(?P<lost>[^\w\s《》〈〉（(、，,。；;：:/|“”\"]{_W})?(?P<number>[\u4e00-\u9fffA-Za-z]{{2,12}}{_W}{YEAR_NUMBER}|(?:中华人民共和国)?[\u4e00-\u9fff]{{2,16}}?(?:{ORDER}|{ORDER_LAST}))"
    r"(?(lost)\s{0,2}[)）]?)"
)
# A day before the office: 2006年2月21日国务院令第460号
_DAY = re.compile(r"^.*[年月日]")
_LEAD = re.compile(r"^(?:根据|依据|按照|依照|经|由|以|按|原|现行|见|和|及|与)")
# 2019年修正, 2024年12月6日修订, 2018年10月26日第十三届…第六次会议第四次修正, 2023年版, 2019年本
_VERSION = re.compile(
    r"(\d{4})年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:(?!\d{4}年)[^,;。]){0,90}?(?:修正|修订|修改)|(\d{4})年?(?:版|本)"
)
_BARE_YEAR = re.compile(r"^(\d{4})年?$")
# Years of an amendment act inside the bracket are read past: 《国务院关于修改〈…〉的决定》修订
_CHINESE_YEAR = re.compile(r"[一二]([〇○零一二三四五六七八九]{3})年")
_DEFINITION = re.compile(
    r"(?:以下|下文|下)?(?:统一|均)?(?:简称|统称|(?<=下)称)(?:为|作)?[：:]?\s*[《〈“\"「『‘【]?([^《》〈〉“”\"「」『』‘’【】（）()，,。；;]{1,24})"
)
_META = re.compile(
    r"\d{4}|[０-９]{4}|号|令|修正|修订|修改|通过|公布|发布|施行|批准|试行|暂行|草案|简称|下称|主席|[〇○零一二三四五六七八九]{4}年"
)


class Bracket(NamedTuple):
    """What a bracket after a title says. ``only_definition``: nothing but 以下简称…."""

    number: str | None
    version: str | None
    definition: str | None
    only_definition: bool


@lru_cache(maxsize=4096)
def read_bracket(written: str) -> Bracket | None:
    """The number, version and short name in a bracket (given without it); None where it is about something else."""
    if not _META.search(written):
        return None
    definition = _DEFINITION.search(written)
    rest = written[: definition.start()] if definition else written
    number = find_number(rest)
    version = find_version(rest)
    return Bracket(
        number,
        version,
        definition[1].strip() if definition else None,
        bool(definition) and not re.search(r"\w", rest),
    )


def find_number(written: str) -> str | None:
    """The first document number or order, without the words and the day before it."""
    found = _NUMBER.search(written)
    return strip_lead(found.group()) if found else None


def strip_lead(number: str) -> str:
    head = re.split(r"令|公告|[〔\[［（(【﹝{]", number, maxsplit=1)[0]
    day = _DAY.match(head)
    cut = day.end() if day else 0
    lead = _LEAD.match(number[cut:])
    return number[cut + (lead.end() if lead else 0) :]


def find_version(written: str) -> str | None:
    """The year of the last amendment named, four digits; a year of promulgation is no version."""
    flat = _CHINESE_YEAR.sub(_arabic_year, title_key(written))
    years = [one or two for one, two in _VERSION.findall(flat)]
    if years:
        return str(years[-1])
    bare = _BARE_YEAR.match(flat)
    return bare[1] if bare else None


def find_definition(written: str) -> str | None:
    found = _DEFINITION.search(written)
    return found[1].strip() if found else None


def number_start(text: str, end: int, words: CitationWords, floor: int = 0) -> int:
    """Where a number starts whose bracket or 令 begins at ``end``: back over the offices, up to words like 按."""
    start = last = _over_line_end(text, end, floor)
    while start > floor and last - start < 30:
        if not _is_office(text[start - 1]):
            if text[start - 1] != "、" or not _OFFICE_LAST.search(text, max(floor, start - 5), start - 1):
                break
            last = start
        start -= 1
    run = text[start:end]
    plain = _without_names(run, words)
    cut = max((plain.rfind(word) + len(word) for word in words.triggers if word in plain), default=0)
    cut = max(cut, *(plain.rfind(word, 0, -1) + 1 for word in words.single_triggers))
    start += max(cut, run.find(STATE, cut))
    while start < end and text[start] in " \t\u3000\n":
        start += 1
    return start


# 海关总署、公安部令: what stands before 、 is an office too
_OFFICE_LAST = re.compile(r"(?:部|局|委|署|院|会|银行|办公室)$")


def _without_names(run: str, words: CitationWords) -> str:
    """``run`` with blanks for names in which 和 or 经 joins nothing: 住房和城乡建设部, 经贸委."""
    for name in (STATE, *words.office_names):
        if name in run:
            run = run.replace(name, " " * len(name))
    return run


# Last characters of the letters a number begins with: 国办发, 民函, 财税, 建规
_SERIES = frozenset("发函办规字政税")


def _over_line_end(text: str, end: int, floor: int) -> int:
    """鲁价费发\\n（2004）26号: the letters of the number stand in the line before."""
    letters = end
    while letters > floor and end - letters < 3 and text[letters - 1].isspace():
        letters -= 1
    return letters if text[letters - 1 : letters] in _SERIES else end


def _is_office(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or (character.isascii() and character.isalpha())


def _arabic_year(match: re.Match[str]) -> str:
    digits = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
    return "".join(digits[c] for c in match.group()[:-1]) + "年"
