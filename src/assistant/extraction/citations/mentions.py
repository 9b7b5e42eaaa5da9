"""One pass over the text: every place that may be part of a citation, in order."""

import re
from typing import Literal, NamedTuple

from assistant.extraction.citations import numbers, provisions, titles
from assistant.extraction.citations.marks import read_round, read_title
from assistant.extraction.citations.mention import Definition, Document, Mention, Own, Pointer, Provision
from assistant.extraction.citations.quotes import quote_after
from assistant.extraction.citations.spelling import misspelt_document
from assistant.laws.facts import LawFacts
from assistant.laws.names import STATE, title_key
from assistant.lexicon.citations import CitationWords

_W = r"\s{0,3}"
_NUM = provisions.NUM
# 同法第十五条, 该条例第八条, 上述办法第四十八条, 同条第二款, 该法实施条例第三条
_POINTED = "法典|法律|法|实施条例|实施办法|实施细则|暂行办法|暂行规定|条例|办法|规定|细则|规则|决定|通知|意见|解释|条|款|文件|文"
_POINTER = (
    rf"(?:同|该|本(?!条{_W}第|款)|此|上述|前述)(?P<pointed>{_POINTED})(?P<companion>实施条例|实施细则|实施办法)?"
    rf"(?={_W}(?:中的?|的)?{_W}(?:第{_W}(?:[（(]{_W})?{_NUM}|附件))"
    rf"|其(?P<its>实施条例|实施细则|实施办法)(?={_W}第{_W}{_NUM})"
)
# The first character of every branch is a literal: that is what makes the search fast.
_SCAN = re.compile(
    rf"(?P<year>{numbers.YEAR_NUMBER})"
    rf"|(?P<mark>[《〈【「『“\"<＜«])"
    rf"|(?P<provision>第{_W}(?:[（(〔\[]{_W})?{_NUM}{_W}(?:[条款项、至到\-—–－～~和与及]|[)）〕\]]))"
    rf"|{_POINTER}"
    rf"|(?P<order>{numbers.ORDER})|(?P<order_last>号{_W}令)"
    rf"|(?P<state>{STATE})"
    rf"|(?P<trigger>(?:依据|根据|按照|依照|参照|遵照|违反|执行|适用|遵守|符合|贯彻|落实)[：:]?\s{{0,2}}(?=[\u4e00-\u9fff]))"
    rf"|(?P<defined>简称)"
    rf"|(?P<annex>附[件录表]{_W}(?:{_NUM})?{_W}(?:[《（(]|第))"
)
# Between a title and its article: 第五编第四章, 婚姻家庭编, 的, 中的, a colon, a line's end
_GAP = re.compile(
    rf"(?:\s{{0,4}}(?:第{_W}{_NUM}{_W}(?:编|分编|章|节)|[\u4e00-\u9fff]{{2,8}}编|总则|分则|附则)){{0,3}}"
    rf"\s{{0,4}}(?:中的|的|中|之|[：:，,、])?\s{{0,4}}(?=第|附[件录表])"
)
_LIST = re.compile(r"\s{0,2}(?:、|，|,|和|及|以及|与|或者?|；)\s{0,2}")
_SENTENCE_START = "。；;”\n！"
_PLAIN_BEFORE = frozenset("，。、；：,;:“”\"'‘’（(【）)》〉>]—-~～·•|/\t\n！!？?…*●◆■□○.．]】")
_IGNORED_BEFORE = ("前款", "前项", "前条", "本款", "上款", "上条", "上项", "各款", "前两款", "前两项", "本项", "后款")


class _Source(NamedTuple):
    text: str
    facts: LawFacts
    words: CitationWords


Found = tuple[list[Mention], int]


def find_mentions(text: str, facts: LawFacts, words: CitationWords) -> list[Mention]:
    """Everything that may be a citation or decides about one; quoted law text is passed over."""
    source = _Source(text, facts, words)
    mentions: list[Mention] = []
    position = 0
    while match := _SCAN.search(text, position):
        found = _READERS[match.lastgroup or "pointed"](source, match, position)
        if found is None:
            position = match.end() if match.lastgroup in _WHOLE else match.start() + 1
        else:
            mentions += found[0]
            position = max(found[1], match.start() + 1)
    return mentions


_WHOLE = ("trigger", "state", "defined")


# 《行政许可法》第十二条第一款第（二）项 and then a full stop, comma or 的规定: nine in ten, read in one go.
_USUAL = re.compile(
    rf"《([^《》〈〉<>「」“\n]{{2,60}})》第({_NUM})条(?:第({_NUM})款)?(?:第(?:[（(])?({_NUM})[)）]?项)?"
    r"(?=[。；;）)\n]|[，、](?=[^\s\d“\"一二三四五六七八九十百])|的(?:规定|要求|条件)|$)"
)


def _read_usual(source: _Source, start: int) -> Found | None:
    match = _USUAL.match(source.text, start)
    if match is None:
        return None
    title, article, paragraph, item = match.groups()
    kind = titles.kind_of(title, source.facts, source.words)
    if kind not in ("document", "short"):
        return None
    number, end = provisions.value(article), match.end()
    provision = Provision(
        match.end(1) + 1,
        end,
        number,
        None,
        provisions.value(paragraph),
        provisions.value(item),
        None,
        None,
        True,
        article[0] in provisions.ARABIC,
    )
    return [Document(start, match.end(1) + 1, title, None, None, kind), provision], end


def _read_mark(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    start = match.start()
    if (usual := _read_usual(source, start)) is not None:
        return usual
    title = read_title(source.text, start)
    if title is None:
        return None
    inner = title.inner.strip()
    if not inner or inner in source.words.ranks:
        return ([], title.end) if inner else None
    kind = titles.kind_of(inner, source.facts, source.words)
    if source.text[start] != "《" and not _is_title(source, inner, kind, title.end):
        return None
    return _document(source, start, title.end, inner, kind, None, True)


def _is_title(source: _Source, inner: str, kind: titles.Kind, end: int) -> bool:
    """Marks other than 《》 are used for much else: the name must be known, or an article or number must follow."""
    if kind in ("paper", "short") and source.text[end - 1] != "》":
        return False
    followed = _GAP.match(source.text, end) and provisions.PROVISION.match(source.text, _gap_end(source.text, end))
    return source.facts.knows(title_key(inner)) or source.text[end - 1] == "》" or bool(followed)


def _gap_end(text: str, end: int) -> int:
    gap = _GAP.match(text, end)
    return gap.end() if gap else end


def _document(
    source: _Source, start: int, end: int, title: str, kind: titles.Kind, number: str | None, marked: bool
) -> Found:
    """The document with the brackets behind it, and its provisions, if any."""
    text = source.text
    end, number, version, definition, beyond = _brackets(source, end, number)
    follow, position = _attached(source, beyond)
    if follow and number is None:
        number, position = _number_behind(text, position)
    sure = _sure_kind(kind, number, bool(follow) and _has_article(follow))
    if sure == "paper" and follow and marked and misspelt_document(title_key(title), source.facts, source.words):
        sure = "document"  # 《…管理条列》第十三条
    document = Document(start, end, title, number, version, sure, marked)
    mentions: list[Mention] = [document]
    if definition:
        mentions.append(Definition(end, definition))
    if not follow:
        return mentions, beyond
    mentions += follow if sure != "paper" else [Own(beyond)]
    return _with_quote(source, mentions, position)


def _has_article(follow: list[Provision]) -> bool:
    return follow[0].article is not None


def _sure_kind(kind: titles.Kind, number: str | None, has_article: bool) -> Literal["document", "short", "paper"]:
    if kind == "sign":
        return "document" if number else "paper"
    if kind == "articles":
        return "document" if number or has_article else "paper"
    return kind


def _brackets(source: _Source, end: int, number: str | None) -> tuple[int, str | None, str | None, str | None, int]:
    """End of the citation, number, version and short name given in brackets after a title; and where the brackets end."""
    text, version, definition, beyond = source.text, None, None, end
    while True:
        at = beyond
        while at - beyond < 3 and text[at : at + 1].isspace():
            at += 1
        if text[at : at + 1] in ("（", "(", "〔", "[", "【"):
            content = read_round(text, at)
            bracket = numbers.read_bracket(content[0]) if content else None
            if bracket is None or content is None:
                break
            number, version = number or bracket.number, bracket.version or version
            definition = definition or bracket.definition
            beyond = content[1]
            end = end if bracket.only_definition else beyond
            continue
        here = (
            numbers.NUMBER_HERE.match(text, beyond) if number is None and text[at : at + 1] not in ("第", "") else None
        )
        if (
            here is None
            or numbers.number_start(text, _office_end(here.group()) + here.start(), source.words) > here.start() + 3
        ):
            break
        number, beyond = here.group().strip(), here.end()
        end = beyond
    return end, number, version, definition, beyond


def _office_end(number: str) -> int:
    found = re.search(r"令|[〔\[［（(【﹝{]", number)
    return found.start() if found else len(number)


def _attached(source: _Source, end: int) -> tuple[list[Provision], int]:
    """The provisions right after a title or pointer."""
    text = source.text
    gap = _GAP.match(text, end)
    if not gap:
        return [], end
    begin = gap.end()
    if text[begin] == "附":
        annex = provisions.ANNEX.match(text, begin)
        return ([provisions.annex(annex, True)], annex.end()) if annex else ([], end)
    match = provisions.PROVISION.match(text, begin)
    if not match:
        return [], end
    return _listed(text, match, True)


_GOES_ON = frozenset("、和与及以或 \n\u3000")


def _listed(text: str, match: re.Match[str], attached: bool) -> tuple[list[Provision], int]:
    """The provisions of a match and of what follows without 第: 第25、28条及30条."""
    found = list(provisions.provisions(match, attached))
    end = match.end()
    while text[end : end + 1] in _GOES_ON and found[-1].article is not None:
        more = provisions.CONTINUED.match(text, end)
        if more is None:
            break
        next_one = provisions.continued(more)
        if not (next_one.article or 0) > (found[-1].article or 0):
            break
        found.append(next_one)
        end = more.end()
    return found, end


def _number_behind(text: str, end: int) -> tuple[str | None, int]:
    """《X条例》第十条（国务院令第N号）: outside the span, but it is the number."""
    if text[end : end + 1] in ("（", "("):
        content = read_round(text, end)
        bracket = numbers.read_bracket(content[0]) if content else None
        if content and bracket and bracket.number:
            return bracket.number, content[1]
    return None, end


def _with_quote(source: _Source, mentions: list[Mention], end: int) -> Found:
    last = mentions[-1]
    if not isinstance(last, Provision) or last.annex:
        return mentions, end
    before = source.text[max(0, mentions[0].start - 8) : mentions[0].start].rstrip(" \u3000\xa0\t")[-1:]
    quote = quote_after(source.text, end, not before or before in _SENTENCE_START)
    if quote is None:
        return mentions, end
    mentions.append(quote)
    lost = provisions.WITHOUT_DI.match(source.text, quote.end) if not quote.marked else None
    if lost:
        return _with_quote(source, [*mentions, provisions.without_di(lost)], lost.end())
    return mentions, quote.end


def _read_provision(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    text, start = source.text, match.start()
    provision = provisions.PROVISION.match(text, start)
    if provision is None:
        return _order_from_ordinal(source, start)
    before = text[max(floor, start - 4) : start].strip()
    bare = titles.bare_before(text[floor:start] and text, start, source.facts, source.words) if before else None
    if bare and bare.start >= floor and (bare.known or len(bare.name) >= 2):
        kind = titles.kind_of(bare.name, source.facts, source.words)
        if kind != "paper":
            return _document(source, bare.start, start, bare.name, kind, None, False)
    if _leads(source, start):
        found, end = _listed(text, provision, False)
        return _with_quote(source, list(found), end)
    ignored = text[max(0, start - 3) : start].endswith(_IGNORED_BEFORE)
    return ([] if ignored else [Own(start)]), provision.end()


def _leads(source: _Source, start: int) -> bool:
    """Whether what stands before an article lets it belong to the document cited before."""
    text = source.text
    at = start
    while at > 0 and text[at - 1].isspace():
        if text[at - 1] == "\n":
            return True
        at -= 1
    if at == 0 or text[at - 1] in _PLAIN_BEFORE:
        return True
    for length in (3, 2, 1):
        word = text[max(0, at - length) : at]
        if word in source.words.leading:
            return word not in ("的", "中") or not text[:at].removesuffix(word).endswith(source.words.own)
    return False


def _order_from_ordinal(source: _Source, start: int) -> Found | None:
    """第412号令, with the office before it."""
    order = re.compile(numbers.ORDER_LAST).match(source.text, start)
    return _number(source, start, order.end()) if order else None


def _read_pointer(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    companion = match["companion"] or match["its"]
    follow, end = _attached(source, match.end())
    if not follow:
        return None
    own = source.text[match.start()] == "本"
    pointer = Pointer(match.start(), match.end(), match["pointed"] or "法", companion, own)
    return _with_quote(source, [pointer, *follow], end)


def _read_year(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    return _number(source, match.start(), match.end())


def _read_order_last(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    """国务院412号令: the digits before 号令."""
    digits = re.search(rf"第?{_W}[0-9０-９lI]{{1,4}}{_W}$", source.text[max(floor, match.start() - 10) : match.start()])
    if not digits:
        return None
    return _number(source, match.start() - len(digits.group()), match.end())


def _number(source: _Source, middle: int, end: int) -> Found | None:
    """A document cited by its number: ``middle`` is where the office's name ends."""
    text = source.text
    start = numbers.number_start(text, middle, source.words)
    office = text[start:middle]
    if len(office) < 2 or office.endswith(("字", "证", "编号", "案号", "档案", "合同", "发票")):
        return None
    number = text[start:end]
    bracket = text[start - 1 : start]
    if bracket and bracket in "（(":
        bare = _title_before(source, start - 1)
        if bare:
            close = end + 1 if text[end : end + 1] in ("）", ")") else end
            return _document(source, bare.start, close, bare.name, "document", number, False)
    ahead = re.compile(rf"{_W}(?:文件?)?{_W}《").match(text, end)
    title = read_title(text, ahead.end() - 1) if ahead else None
    if title and titles.kind_of(title.inner.strip(), source.facts, source.words) != "paper":
        return _document(source, start, title.end, title.inner.strip(), "document", number, True)
    return _document(source, start, end, "", "document", number, False)


def _title_before(source: _Source, end: int) -> titles.Bare | None:
    """国务院办公厅关于…的通知(国办发(2022)2号): a title without marks before the bracket of its number."""
    bare = titles.bare_before(source.text, end, source.facts, source.words)
    return bare or titles.notice_before(source.text, end, source.words)


def _read_state(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    bare = titles.bare_here(source.text, match.start(), source.facts)
    if bare is None:
        return None
    return _bare_document(source, bare)


def _read_trigger(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    bare = titles.bare_here(source.text, match.end(), source.facts)
    return _bare_document(source, bare) if bare else None


def _bare_document(source: _Source, bare: titles.Bare) -> Found:
    """A known title without marks, and those listed with it: 依据行政许可法、行政处罚法第三条."""
    kind = titles.kind_of(bare.name, source.facts, source.words)
    mentions, end = _document(source, bare.start, bare.end, bare.name, kind, None, False)
    separator = _LIST.match(source.text, end)
    following = titles.bare_here(source.text, separator.end(), source.facts) if separator else None
    if following is None:
        return mentions, end
    more, end = _bare_document(source, following)
    return [*mentions, *more], end


def _read_defined(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    name = numbers.find_definition(source.text[match.start() : match.start() + 40])
    return ([Definition(match.start(), name)], match.end()) if name else None


def _read_annex(source: _Source, match: re.Match[str], floor: int) -> Found | None:
    annex = provisions.ANNEX.match(source.text, match.start())
    return ([provisions.annex(annex, False)], annex.end()) if annex else None


_READERS = {
    "mark": _read_mark,
    "provision": _read_provision,
    "pointed": _read_pointer,
    "companion": _read_pointer,
    "its": _read_pointer,
    "year": _read_year,
    "order": _read_year,
    "order_last": _read_order_last,
    "state": _read_state,
    "trigger": _read_trigger,
    "defined": _read_defined,
    "annex": _read_annex,
}
