"""Is a title that of a legal document, a short name, or a paper? And where does a title without marks begin?"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.laws.facts import LawFacts
from assistant.laws.names import DROPPED, STATE, title_key
from assistant.lexicon.citations import CitationWords

Kind = Literal["document", "short", "paper", "articles", "sign"]
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
# Words of a sentence, not of a title: …有前款规定第（一）项
_SENTENCE = re.compile(
    r"[前本各上]款|[前本]条|所列|所称|下列|违反|应当|可以|不得|出现|之一|行为|有关规定|相关规定|的规定"
)
# What ends an unmarked title to the left.
STOP = re.compile(r"[，,。；;：:、（()）《》〈〉【】“”\"'！!？?…|/\\~—\-.．·\d０-９]")
# After an unmarked title without article: nothing that makes another word of it (公司法|人).
_AFTER = re.compile(
    r"\s*(?:\.(?:docx?|pdf|wps|html?)\b|[，,。；;：:、（(）)》”\"\]】\n|/]|$|第|的|规定|等|和|及|与|或|要求|有关|相关|中|所|之|办理|实施(?!条例|办法|细则)|执行|以及|进行|为)"
)


_BLANK = re.compile(r"[ \u3000]{1,3}(?=[\u4e00-\u9fff])")
_ARTICLE = re.compile(r"\s{0,3}第")
# 解释（一）, 办法（试行）
_PART = re.compile(r"\((?:[一二三四五六七八九十]{1,2}|试行|暂行|草案|试行草案|\d{4}年?(?:修订|修正|本|版)?)\)$")
_MARKS_AT_END = frozenset("）)》〉")
_HALF_WIDTH = str.maketrans("（）", "()")


class Bare(NamedTuple):
    """A title without marks, ``[start, end)`` in the text; ``name`` has no blanks; ``known``: it is in the facts."""

    start: int
    end: int
    name: str
    known: bool


@lru_cache(maxsize=8192)
def kind_of(inner: str, facts: LawFacts, words: CitationWords) -> Kind:
    """``sign`` is a document only with a number beside it, ``articles`` only with 第N条 after it; else a paper."""
    key = title_key(inner)
    if key in words.short:
        return "short"
    if facts.knows(key) or key in words.aliases:
        return "document"
    plain = _LAST_BRACKET.sub("", key)
    if plain != key and facts.knows(plain):
        return "document"
    if plain.endswith(words.books) or _is_house_rule(plain, words):
        return "paper"
    if plain.endswith(words.documents) and not plain.endswith(words.not_documents):
        return "document"
    return _signed(plain, words)


def _signed(plain: str, words: CitationWords) -> Kind:
    if not plain.endswith(words.with_a_sign):
        return "paper"
    if any(sign in plain for sign in words.signs):
        return "document"
    if plain.startswith(words.regions) and plain.endswith(words.of_provinces):
        return "document"
    return "articles" if plain.endswith(words.with_articles) else "sign"


def _is_house_rule(plain: str, words: CitationWords) -> bool:
    return plain.endswith(words.house_rules) or plain.startswith(words.house_owners)


def bare_before(text: str, end: int, facts: LawFacts, words: CitationWords) -> Bare | None:
    """The title without marks that ends at ``end``, blanks apart: found by the facts, else by how titles end."""
    last = text[max(0, end - 6) : end].rstrip()[-1:]
    if last not in facts.last_characters and last not in _MARKS_AT_END:
        return None
    start = max(0, end - 70)
    characters = [(position, text[position]) for position in range(start, end) if not text[position].isspace()]
    while characters and characters[-1][1] in "》〉":  # the opening mark is missing
        characters.pop()
    window = "".join(character for _, character in characters).translate(_HALF_WIDTH)
    if not window:
        return None
    if window[-1] == ")":
        return _numbered_part(characters, window, facts, words)
    return _known(characters, window, facts, words) or _unknown(characters, window, words)


def _numbered_part(
    characters: list[tuple[int, str]], window: str, facts: LawFacts, words: CitationWords
) -> Bare | None:
    """…解释（一）, …办法（试行）: the bracket is part of the title when what stands before it is one."""
    part = _PART.search(window)
    if not part or not window[: part.start()].endswith((*words.documents, "解释")):
        return None
    known = _known(characters, window, facts, words)
    if known:
        return known
    begin = max((found.end() for found in STOP.finditer(window, 0, part.start())), default=0)
    begin = after_trigger(window[: part.start()], begin, words)
    name = window[begin:]
    return Bare(characters[begin][0], characters[-1][0] + 1, name, facts.knows(title_key(name)))


def _known(characters: list[tuple[int, str]], window: str, facts: LawFacts, words: CitationWords) -> Bare | None:
    if any(mark in window for mark in '“”"《〈'):  # 建设项目安全设施“三同时”监督管理办法
        characters = [pair for pair in characters if pair[1] not in DROPPED]
        window = title_key("".join(character for _, character in characters))
    if window[-3:] not in facts.endings and window[-2:] not in ("宪法", "刑法", "水法") and window[-1] not in "法例则":
        return None
    for length in range(min(len(window), 50), 1, -1):
        if facts.knows(window[-length:]) or window[-length:] in words.aliases:
            return Bare(characters[-length][0], characters[-1][0] + 1, window[-length:], True)
    return None


def _unknown(characters: list[tuple[int, str]], window: str, words: CitationWords) -> Bare | None:
    """A title nobody knows: from the last stop or word like 根据 to its end, which must be that of a document."""
    if not window.endswith(words.documents) or window.endswith(words.not_documents):
        return None
    begin = max((found.end() for found in STOP.finditer(window)), default=0)
    begin = window.rindex(STATE) if STATE in window[begin:] else after_trigger(window, begin, words)
    name = window[begin:]
    if len(name) < 2 or (
        name not in words.short and (_SENTENCE.search(name) or (len(name) < 4 and not name.endswith("法")))
    ):
        return None
    return Bare(characters[begin][0], characters[-1][0] + 1, name, False)


def after_trigger(window: str, begin: int, words: CitationWords) -> int:
    for word in words.triggers:
        at = window.rfind(word, begin)
        if at >= 0:
            begin = at + len(word)
    for word in words.title_stops:
        at = window.rfind(word, begin, len(window) - 2)
        if at >= 0 and len(window) - at - 1 >= 2:
            begin = max(begin, at + 1)
    return begin


def bare_here(text: str, start: int, facts: LawFacts) -> Bare | None:
    """The known title that begins at ``start`` and is not the beginning of another word."""
    name, end = facts.beginning(text, start) or (None, 0)
    if name is None or (name.endswith("宪法") and not _ARTICLE.match(text, end)):
        return None  # 拥护宪法, 遵守宪法和法律: a duty, no basis
    if len(name) < 4 and not name.endswith(("法典", "法")):
        return None
    if text.count("《", start, end) != text.count("》", start, end):
        return None  # 中华人民共和国《行政许可法》: the marks are the title's
    return Bare(start, end, name, True) if _AFTER.match(text, end) or _another_follows(text, end, facts) else None


def _another_follows(text: str, end: int, facts: LawFacts) -> bool:
    """道路交通安全法实施条例 机动车驾驶证申领和使用规定: only a blank between two titles."""
    blank = _BLANK.match(text, end)
    return blank is not None and facts.beginning(text, blank.end()) is not None


# 教育部办公厅等三部门关于…的通知 as a whole line
_NOTICE_LINE = re.compile(
    r"[\u4e00-\u9fff、 ]{2,30}关于[^，,。；;\n]{4,80}的(?:通知|意见|决定|批复|公告|通告|函)"
    r"(?=[^\S\n\t]{0,3}(?:[（(；;。|\t\n]|$))"
)


# 内蒙古中小学生学籍管理办法 as a whole line
_TITLE_LINE = re.compile(
    r"[\u4e00-\u9fff、]{4,40}?(?:条例|办法|细则|(?:管理|暂行|若干)规定|(?<=[^办方做])法)(?:[（(](?:试行|暂行)[)）])?"
    r"(?=[^\S\n\t]{0,3}(?:[（(；;。|\t\n]|$))"
)
# 某省人口与计划生育条例: 与 is part of the title
_OF_A_PLACE = re.compile(r"[一-龥]{2,7}(?:省|市|自治区|自治州|州|盟|自治县|县|旗)[一-龥]{2,}条例$")
_NO_TITLE = re.compile(r"有关|相关|法律法规|上级|[本该各]|规定的|[和或与]")


def line_here(text: str, start: int) -> Bare | None:
    """An unknown title or notice without marks that is the line from ``start`` on; where a basis is expected only."""
    found = _NOTICE_LINE.match(text, start) or _TITLE_LINE.match(text, start)
    if found is None or (found.re is _TITLE_LINE and _NO_TITLE.search(found[0]) and not _OF_A_PLACE.match(found[0])):
        return None
    return Bare(start, found.end(), re.sub(r"\s", "", found[0]), False)


# 关于全面实行行政许可事项清单管理的通知, with the office before it
_NOTICE = re.compile(
    r"(?:[\u4e00-\u9fff、]{0,30}?)关于[\u4e00-\u9fff、“”《》〈〉（）()\d\s]{2,80}?的?(?:通知|意见|决定|公告|批复|函|复函|答复|通告|方案|规定|办法)$"
)


def notice_before(text: str, end: int, words: CitationWords) -> Bare | None:
    """A notice without marks that ends at ``end``: from the office before 关于 on."""
    start = max(0, end - 140)
    window = text[start:end]
    about = window.rfind("关于")
    if about < 0 or re.search(r"[。；;\n]", window[about:]) is not None or not _NOTICE.search(window[about:]):
        return None
    begin = _office_before(window, about, words)
    name = re.sub(r"\s", "", window[begin:])
    return Bare(start + begin, end, name, False)


# 国家发展改革委 财政部关于…: the offices before the last one
_JOINT = re.compile(r"(?:[\u4e00-\u9fff]{2,16}(?:部|局|委|委员会|署|院|会|厅|银行|办公室)[ \u3000、]{1,2})+$")


def _office_before(window: str, about: int, words: CitationWords) -> int:
    head = window[:about]
    for issuer in words.issuers:
        if head.endswith(issuer):
            return about - len(issuer)
    begin = max((found.end() for found in re.finditer(r"[，,。；;：:（()）《》\s“”]", head)), default=0)
    joint = _JOINT.search(head, 0, begin)
    begin = joint.start() if joint else begin
    return after_trigger(head + "  ", begin, words) if begin < about else about
