"""Law text copied after a citation: where it begins and ends. Nothing inside it is the guide's own citation."""

import re

from assistant.extraction.citations.mention import Quote
from assistant.extraction.citations.provisions import NUM

_W = r"\s{0,3}"
_SAYS = r"(?:之?规定|的规定|明确规定|明确|指出|要求|载明)?"
# 第十条：“…”, 第十条规定：“…”, 第十条“…”
_MARKED = re.compile(rf"{_W}(?:[（(][^（()）\n]{{0,80}}[)）]{_W})?{_SAYS}{_W}[：:，,]?{_W}([“\"])")
# 第十条，“证券公司风险处置条例》: a title whose first mark is broken, no quotation
_BROKEN_TITLE = re.compile(r"[“\"][^“”\"《》。\n]{2,60}》")
# 第九条：用人单位…应当…; nothing, a title or an article after the colon is no quotation
_COLON = re.compile(
    r"[^\S\n]{0,3}(?:[（(][^（()）\n]{0,80}[)）])?(?:规定)?[^\S\n]{0,2}[：:][^\S\n]{0,3}(?=[^\s《“\"第〈【])"
)
# 第六条 生产…的单位…; 第八条生产…
_BLANK = re.compile(r"[^\S\n]{1,4}(?=[\u4e00-\u9fff…])")
# How law text reads; a mere description after the colon (竣工后报送资料) does not.
_NORM = re.compile(
    r"应当|必须|不得|可以|是指|下列|禁止|实行|负责|方可|予以|有权|的，|的,|按照|由.{2,20}(?:批准|审批|核发|制定)|……|适用|不予|处以|给予"
    r"|本法|本条例|本办法|本规定|本细则|县级以上|国务院|国家(?:对|鼓励|建立|保护|支持)|依照.{2,30}规定"
)
_ARTICLE = rf"第{_W}{NUM}{_W}条(?:{_W}之{_W}{NUM})?(?:{_W}第{_W}{NUM}{_W}款)?"
# Where copied text without quotation marks ends: the next article or title after a full stop, or the line's end.
_NEXT = re.compile(
    rf"\n|(?<=[。；;”！])\s*(?={_ARTICLE}{_W}{_SAYS}{_W}[：:“\"]|{_ARTICLE}[^\S\n]+\S|{NUM}条[：:]|《[^《》\n]{{2,80}}》{_W}(?:[（(〔\[]|第)|【)"
    rf"|(?<=[。…])[^\S\n]+(?={_ARTICLE}|《)"
)
_ITEM_LINE = re.compile(r"\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、])")
# The characters one of which must follow for there to be a quotation: most articles are spared the patterns.
_MAY_LEAD = frozenset('：:“"（(规明指的之要载，, \n\t\u3000\xa0')
_SHORTEST = 10
_LONGEST = 4000


def quote_after(text: str, end: int, opens_line: bool) -> Quote | None:
    """The copied law text after a provision that ends at ``end``.

    ``opens_line``: the provision begins a line or sentence, as where articles are listed with their text after a blank.
    """
    if text[end : end + 1] not in _MAY_LEAD:
        return None
    marked = _MARKED.match(text, end)
    if marked and _BROKEN_TITLE.match(text, marked.start(1)):
        return None
    if marked:
        least = 1 if ":" in marked[0] or "：" in marked[0] else _SHORTEST
        return _marked(text, marked.start(1), least)
    colon = _COLON.match(text, end)
    if colon:
        return _unmarked(text, colon.end(), needs_norm=True)
    blank = _BLANK.match(text, end) if opens_line else None
    if blank and _reads_like_law(text, blank.end()):
        return _unmarked(text, blank.end(), needs_norm=True)
    return None


def _marked(text: str, opening: int, least: int) -> Quote | None:
    close = _closing(text, opening)
    if close is None:
        stop = _line_end(text, opening)
        return Quote(opening + 1, stop, True) if stop - opening > _SHORTEST else None
    return Quote(opening + 1, close, True) if close - opening > least else None


def _closing(text: str, opening: int) -> int | None:
    """The closing mark; a quotation mark opened inside is closed inside, unless marks do not pair up."""
    if text[opening] == '"':
        close = text.find('"', opening + 1, opening + _LONGEST)
        return close if close >= 0 else None
    depth = 0
    first = None
    for position in range(opening, min(len(text), opening + _LONGEST)):
        if text[position] == "“":
            depth += 1
        elif text[position] == "”":
            depth -= 1
            first = first or position
            if depth == 0:
                return position
        elif text[position] == "《" and depth > 1 and text[position - 1] == "\n":
            break
    return first


def _unmarked(text: str, start: int, needs_norm: bool) -> Quote | None:
    end = _unmarked_end(text, start)
    if end - start < _SHORTEST or (needs_norm and not _NORM.search(text, start, end)):
        return None
    return Quote(start, end, False)


def _unmarked_end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    position = start
    while found := _NEXT.search(text, position, limit):
        at = found.start()
        if text[at] != "\n" or not (_ITEM_LINE.match(text, at + 1) and _goes_on(text, at)):
            return at
        position = at + 1
    return limit


def _goes_on(text: str, line_end: int) -> bool:
    """A list of the law's own 项 goes on in the next line after a colon or semicolon."""
    before = text[:line_end].rstrip()[-1:]
    return before in "：:；;"


def _reads_like_law(text: str, start: int) -> bool:
    stop = next((p for p in (text.find(c, start, start + 400) for c in "。\n") if p >= 0), min(len(text), start + 400))
    first = re.search(r"[，。；：、,;:\n]", text[start:stop])
    return stop - start >= 10 and (not first or first.start() >= 2) and bool(_NORM.search(text, start, stop))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
