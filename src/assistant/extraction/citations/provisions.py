"""第N条第N款第N项第N目 in all the ways it is written, to provisions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.extraction.citations.mention import Provision
from assistant.text import numerals

# Blanks and a line break may stand anywhere: "第 四 十 四 条  第三款".
_W = r"\s{0,3}"
# l and I are the digit 1 of a bad scan.
_N = r"[0-9０-９lI零〇○一二三四五六七八九十百千两]"
NUM = rf"{_N}(?:\s{{0,2}}{_N}){{0,8}}"
_CIRCLED = r"[①-⑳⑴-⒇㈠-㈩]"
_ONE = rf"(?:[（(〔\[]{_W}{NUM}{_W}[)）〕\]]|{_CIRCLED}|{NUM})"
_TO = r"(?:至|到|—{1,2}|-{1,2}|–|－|―|～|~|——)"
_AND = r"(?:、|和|与|及|以及|或者?)"
_SEP = rf"{_W}(?:{_TO}|{_AND}){_W}(?:第{_W})?"
_BRACKETED = rf"[（(]{_W}{NUM}{_W}[)）]"
# （一）、（三）; also without anything between them: (1)(2)
_ONES = rf"{_ONE}(?:{_SEP}{_ONE}|{_BRACKETED})*"
_NUMS = rf"{NUM}(?:{_SEP}{NUM})*"
# 第二条(一), 第三十三条第一款（一）、（二）: no 项 is written; a list of law text goes on with words instead.
_SHORT = rf"[^\S\n]?(?P<short>{_BRACKETED}(?:{_W}(?:{_TO}|{_AND}){_W}{_BRACKETED})*)"
_SHORT += r"(?=\s{0,2}(?:[、，。；;,：:！)）\]】”」》\s]|$|规定|的|和|及|与|或|所|中|之|等))"
# 第五条胡同 counts alleys.
_MEASURED = "胡同|街|巷|弄|道路|大街|河|船|生产线|线路|消息|短信|记录|流水|航线|裤"

_PARA = rf"(?P<para>(?:第{_W})?{_ONES}){_W}款(?!式)(?:{_W}{_TO}{_W}第{_W}(?P<para_to>{_ONE}){_W}款)?"
_ITEM = rf"(?P<item>(?:第{_W})?{_ONES}){_W}项(?!目)(?:{_W}{_TO}{_W}第?{_W}(?P<item_to>{_ONE}){_W}项)?"
# A digit in the next line is a list's number: 第三条\n第2项“合同”.
_BEFORE_ITEM = rf"(?:[^\S\n]{{0,3}}|{_W}(?=第?{_W}[（(〔一二三四五六七八九十①-⒇㈠-㈩]))"
_SUB = rf"(?:第{_W})?(?P<sub>{_ONE}|[a-z]){_W}目(?!录|标|的)"
_ART = rf"第{_W}(?P<art>{_NUMS}){_W}条(?!{_MEASURED})(?:{_W}之{_W}(?P<z>{NUM}))?"
_ART += rf"(?:{_W}{_TO}{_W}第?{_W}(?P<art_to>{NUM}){_W}条(?:{_W}之{_W}{NUM})?)?"


def _named(pattern: str, suffix: str) -> str:
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{suffix}>", pattern)


# 第十条之一第二款第（三）项第4目 | 第二款第（三）项 | 第（三）项
PROVISION = re.compile(
    rf"{_ART}(?:{_W}{_PARA})?(?:{_BEFORE_ITEM}{_ITEM}|{_SHORT})?(?:{_W}{_SUB})?"
    rf"|(?=第){_named(_PARA, '2')}(?:{_W}{_named(_ITEM, '2')}|{_named(_SHORT, '2')})?(?:{_W}{_named(_SUB, '2')})?"
    rf"|(?=第){_named(_ITEM, '3')}(?:{_W}{_named(_SUB, '3')})?"
)
# 十七条：国家严格控制… where the scan lost the 第
WITHOUT_DI = re.compile(rf"(?P<art>{NUM}){_W}条(?=[：:])")
# 第25、28条及30条: the 第 is not repeated
CONTINUED = re.compile(rf"{_W}{_AND}{_W}(?P<art>{NUM}){_W}条(?!{_MEASURED})(?:{_W}{_PARA})?(?:{_W}{_ITEM})?")
# 《…实施办法》三十条、三十一条: the 第 is lost behind the title
LOST_DI = re.compile(
    rf"(?P<art>[一二三四五六七八九十百]{{1,6}})条(?:{_W}{_PARA})?(?:{_W}{_ITEM})?(?=[、，,。；;：:）)\s和及]|的?规定|$)"
)
# 附件第35项, 附件2《…目录》（一）下放管理层级的行政审批项目第81项
ANNEX = re.compile(
    rf"(?:附件|附录|附表){_W}(?:{NUM})?{_W}(?:《[^《》\n]{{2,40}}》)?{_W}(?:[（(]{NUM}[)）])?[^。；;，,《\n]{{0,30}}?"
    rf"第{_W}(?P<item>{_ONE}){_W}项(?!目)"
)
_PIECE = re.compile(rf"({_TO}|{_AND})?{_W}(?:第{_W})?({_ONE})")
_TO_ONLY = re.compile(_TO)


# What makes a list or range of it: a separator, or brackets one after the other.
_LISTED = re.compile(r"[、和与及或至到—–－―～~\-]|[)）]\s*[（(]")
ARABIC = frozenset("0123456789０１２３４５６７８９lI")


def provisions(match: re.Match[str], attached: bool) -> Iterator[Provision]:
    """The provisions of a match of PROVISION: a list gives several, a range one.

    The levels after a list belong to its last member.
    """
    if match["art"] and not _LISTED.search(match[0]):
        yield _plain(match, attached)
        return
    got = match.groupdict()
    levels = _levels(got)
    pieces = {level: _pieces(match, group) for level, group in levels.items()}
    lists = [level for level in ("article", "paragraph", "item") if len(pieces.get(level, ())) > 1]
    if not lists:
        yield _one(match, pieces, got, attached)
    else:
        yield from _several(match, pieces, got, attached, lists[0])


def _plain(match: re.Match[str], attached: bool) -> Provision:
    """第十条之一第二款第（三）项: nine in ten citations, without any list or range."""
    article, sub, paragraph, item, short, subitem = match.group("art", "z", "para", "item", "short", "sub")
    return Provision(
        match.start(),
        match.end(),
        value(article),
        value(sub),
        value(paragraph),
        value(item or short),
        value(subitem),
        None,
        attached,
        article[0] in ARABIC,
    )


def annex(match: re.Match[str], attached: bool) -> Provision:
    start, end = match.span()
    return Provision(start, end, None, None, None, value(match["item"]), None, None, attached, annex=True)


def without_di(match: re.Match[str]) -> Provision:
    return Provision(match.start(), match.end(), value(match["art"]), None, None, None, None, None, False)


def continued(match: re.Match[str]) -> Provision:
    got = (value(match[name]) for name in ("art", "para", "item"))
    article, paragraph, item = got
    arabic = match["art"][0].isascii() or match["art"][0] in "０１２３４５６７８９"
    return Provision(match.start("art"), match.end(), article, None, paragraph, item, None, None, False, arabic)


@lru_cache(maxsize=4096)
def value(written: str | None) -> int | None:
    """第（三）, ３, l2, 二十 -> the number."""
    if not written:
        return None
    bare = re.sub(r"[\s第（(〔\[)）〕\]]", "", written).translate({ord("l"): "1", ord("I"): "1"})
    return numerals.number(bare)


_Piece = tuple[int, int, int | None, int | None]


def _levels(got: dict[str, str | None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for level, groups in (("article", ("art",)), ("paragraph", ("para", "para2"))):
        found.update((level, group) for group in groups if got[group])
    for group in ("item", "short", "item2", "short2", "item3"):
        if got[group]:
            found["item"] = group
    return found


def _pieces(match: re.Match[str], group: str) -> list[_Piece]:
    """(start, end, number, number the range runs to) of every member of a list such as 第十三、十五至十七."""
    written, base = match[group], match.start(group)
    if len(written) < 3:
        return [(base, base + len(written), value(written), None)]
    found: list[_Piece] = []
    for piece in _PIECE.finditer(written):
        start, end = base + piece.start(2), base + piece.end()
        if piece[1] and _TO_ONLY.fullmatch(piece[1]) and found:
            found[-1] = (found[-1][0], end, found[-1][2], value(piece[2]))
        else:
            before = written.rfind("第", piece.start(), piece.start(2))
            found.append((base + before if before >= 0 else start, end, value(piece[2]), None))
    return found


def _one(
    match: re.Match[str], pieces: dict[str, list[_Piece]], got: dict[str, str | None], attached: bool
) -> Provision:
    article = pieces["article"][0] if "article" in pieces else None
    paragraph = pieces["paragraph"][0][2] if "paragraph" in pieces else None
    item = pieces["item"][0][2] if "item" in pieces else None
    return Provision(
        match.start(),
        match.end(),
        article[2] if article else None,
        value(got["z"]),
        paragraph,
        item,
        value(got["sub"] or got["sub2"] or got["sub3"]),
        (value(got["art_to"]) or article[3]) if article else None,
        attached,
        bool(article and got["art"] and got["art"][0] in ARABIC),
    )


def _several(
    match: re.Match[str], pieces: dict[str, list[_Piece]], got: dict[str, str | None], attached: bool, level: str
) -> Iterator[Provision]:
    """A list at ``level``; the levels above are shared, those below belong to the last member."""
    last = _one(match, {**pieces, level: pieces[level][-1:]}, got, attached)
    for position, (start, end, number, to) in enumerate(pieces[level]):
        final = position == len(pieces[level]) - 1
        whole = last._replace(start=match.start() if position == 0 else start, attached=attached and position == 0)
        if final and level == "article":
            yield whole._replace(article_to=to or last.article_to)
        elif final:
            yield whole
        elif level == "article":
            yield whole._replace(
                end=end, article=number, article_sub=None, paragraph=None, item=None, subitem=None, article_to=to
            )
        elif level == "paragraph":
            yield whole._replace(end=end, paragraph=number, item=None, subitem=None)
        else:
            yield whole._replace(end=end, item=number, subitem=None)
