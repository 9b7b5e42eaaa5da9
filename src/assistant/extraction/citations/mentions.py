"""One pass over the text: every place that may be part of a citation, in order."""

import re

from assistant.extraction.citations import numbers, provisions, titles
from assistant.extraction.citations.documents import (
    GAP,
    Found,
    Source,
    attached,
    document,
    listed,
    number_behind,
    with_quote,
)
from assistant.extraction.citations.marks import read_title
from assistant.extraction.citations.mention import Definition, Document, Mention, Own, Pointer, Provision
from assistant.extraction.citations.numbered import numbered, order_before, order_from_ordinal
from assistant.extraction.citations.outer import outer_title
from assistant.extraction.citations.unmarked import ENUMERATED, ENUMERATOR, after_trigger, bare_document, line_of_list
from assistant.extraction.citations.unowned import is_left_out, leads
from assistant.laws.facts import LawFacts
from assistant.laws.names import STATE, title_key
from assistant.lexicon.citations import CitationWords

_W = r"\s{0,3}"
_NUM = provisions.NUM
# 同法第十五条, 该条例第八条, 上述办法第四十八条, 同条第二款, 该法实施条例第三条
_POINTED = (
    "法典|法律|法|实施条例|实施办法|实施细则|暂行办法|暂行规定|条例|办法|规定|细则|规则"
    "|决定|通知|意见|解释|条|款|文件|文"
)
_POINTER = (
    rf"(?:同|该|本(?!条{_W}第|款)|此|上述|前述)(?P<pointed>{_POINTED})(?P<companion>实施条例|实施细则|实施办法)?"
    rf"(?={_W}(?:中的?|的)?{_W}(?:第{_W}(?:[（(]{_W})?{_NUM}|附件))"
    rf"|其(?P<its>实施条例|实施细则|实施办法)(?={_W}第{_W}{_NUM})"
)
# The first character of every branch is a literal: that is what makes the search fast.
_SCAN = re.compile(
    rf"(?P<year>{numbers.YEAR_NUMBER})"
    rf"|(?P<mark>[《〈【「『“\"<＜«])"
    rf"|(?P<provision>第{_W}(?:[（(〔\[]{_W})?{_NUM}{_W}(?:[条款项、至到\-—–－～~和与及]|[)）〕\]]|号{numbers.OFFICE_BEHIND}))"
    rf"|{_POINTER}"
    rf"|(?P<order>{numbers.ORDER})|(?P<order_last>号{_W}令)"
    rf"|(?P<notice>公告{_W}(?:\d{{4}}年{_W})?第{_W}\d{{1,4}}{_W}号)"
    rf"|(?P<state>{STATE}|国务院|最高人民(?:法院|检察院))"
    rf"|(?P<trigger>(?:依据|根据|按照|依照|参照|遵照|违反|执行|适用|遵守|符合|贯彻|落实)\s{{0,2}}[：:|]?\s{{0,2}}{ENUMERATOR}(?=[\u4e00-\u9fff]))"
    rf"|(?P<line>\n\s{{0,4}}{ENUMERATED}(?=[\u4e00-\u9fff]))"
    rf"|(?P<defined>简称)"
    rf"|(?P<annex>附[件录表]{_W}(?:{_NUM})?{_W}(?:[《（(]|第))"
)


def find_mentions(text: str, facts: LawFacts, words: CitationWords) -> list[Mention]:
    """Everything that may be a citation or decides about one; quoted law text is passed over."""
    source = Source(text, facts, words)
    mentions: list[Mention] = []
    position = floor = 0
    while match := _SCAN.search(text, position):
        found = _READERS[match.lastgroup or "pointed"](source, match, floor)
        if found is None:
            position = match.end() if match.lastgroup in _WHOLE else match.start() + 1
        else:
            _add(mentions, found[0])
            position = floor = max(found[1], match.start() + 1)
    return mentions


_WHOLE = ("trigger", "state", "defined")


def _add(mentions: list[Mention], found: list[Mention]) -> None:
    """A notice without marks is known only by its number: what was read inside its title is not cited."""
    while found and mentions and mentions[-1].start >= found[0].start:
        mentions.pop()
    if not (found and mentions and _end(mentions[-1]) > found[0].start):
        mentions += found


def _end(mention: Mention) -> int:
    return mention.start if isinstance(mention, (Definition, Own)) else mention.end


# 《行政许可法》第十二条第一款第（二）项 and then a full stop, comma or 的规定: nine in ten, read in one go.
_USUAL = re.compile(
    rf"《([^《》〈〉<>「」“\n]{{2,60}})》第({_NUM})条(?:第({_NUM})款)?(?:第(?:[（(])?({_NUM})[)）]?项)?"
    r"(?=[。；;）)]|\n(?!\s*第)|[，、](?=[^\s\d“\"一二三四五六七八九十百])|的?(?:规定|要求|条件)(?!\s*[：:，,]?\s*[“\"])|$)"
)


def _read_usual(source: Source, start: int) -> Found | None:
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


def _read_mark(source: Source, match: re.Match[str], floor: int) -> Found | None:
    start = match.start()
    if (usual := _read_usual(source, start)) is not None:
        return usual
    title = read_title(source.text, start)
    if title is None:
        return None
    outer = outer_title(source.text, start, title.end, floor, source.facts, source.words)
    if outer:
        return document(source, outer.start, outer.end, outer.name, "document", None, False)
    inner = title.inner.strip()
    if not inner or inner in source.words.ranks:
        return ([], title.end) if inner else None
    kind = titles.kind_of(inner, source.facts, source.words)
    if source.text[start] != "《" and not _is_title(source, inner, kind, title.end):
        return None
    return document(source, start, title.end, inner, kind, None, True)


def _is_title(source: Source, inner: str, kind: titles.Kind, end: int) -> bool:
    """Marks other than 《》 are used for much else: the name must be known, or an article or number must follow."""
    if kind in ("paper", "short") and source.text[end - 1] != "》":
        return False
    followed = GAP.match(source.text, end) and provisions.PROVISION.match(source.text, _gap_end(source.text, end))
    return source.facts.knows(title_key(inner)) or source.text[end - 1] == "》" or bool(followed)


def _gap_end(text: str, end: int) -> int:
    gap = GAP.match(text, end)
    return gap.end() if gap else end


def _read_provision(source: Source, match: re.Match[str], floor: int) -> Found | None:
    text, start = source.text, match.start()
    provision = provisions.PROVISION.match(text, start)
    if provision is None:
        return order_from_ordinal(source, start, floor)
    before = text[max(floor, start - 4) : start].strip()
    bare = titles.bare_before(text, start, source.facts, source.words) if before else None
    if bare and bare.start >= floor:
        kind = titles.kind_of(bare.name, source.facts, source.words)
        if kind != "paper":
            return document(source, bare.start, start, bare.name, kind, None, False)
    if start == floor or leads(text, start, source.words):
        found, end = listed(text, provision, False)
        _, end = number_behind(text, end)
        return with_quote(source, list(found), end)
    return ([] if is_left_out(text, start, source.words) else [Own(start)]), provision.end()


def _read_pointer(source: Source, match: re.Match[str], _floor: int) -> Found | None:
    companion = match["companion"] or match["its"]
    follow, end = attached(source, match.end())
    if not follow:
        return None
    own = source.text[match.start()] == "本"
    pointer = Pointer(match.start(), match.end(), match["pointed"] or "法", companion, own)
    return with_quote(source, [pointer, *follow], end)


def _read_year(source: Source, match: re.Match[str], floor: int) -> Found | None:
    return numbered(source, match.start(), match.end(), floor)


def _read_state(source: Source, match: re.Match[str], _floor: int) -> Found | None:
    bare = titles.bare_here(source.text, match.start(), source.facts)
    if bare is None:
        return None
    return bare_document(source, bare)


def _read_trigger(source: Source, match: re.Match[str], _floor: int) -> Found | None:
    return after_trigger(source, match[0], match.end())


def _read_line(source: Source, match: re.Match[str], _floor: int) -> Found | None:
    return line_of_list(source, match.end())


def _read_defined(source: Source, match: re.Match[str], _floor: int) -> Found | None:
    name = numbers.find_definition(source.text[match.start() : match.start() + 40])
    if not name:
        return None
    # 以下简称《条例》: the short name is not cited where it is given
    marked = re.compile(f"(?:为|作)?[：:]?[《〈“「]{re.escape(name)}[》〉”」]").match(source.text, match.end())
    return [Definition(match.start(), name)], marked.end() if marked else match.end()


def _read_order_last(source: Source, match: re.Match[str], floor: int) -> Found | None:
    return order_before(source, match.start(), match.end(), floor)


def _read_annex(source: Source, match: re.Match[str], _floor: int) -> Found | None:
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
    "notice": _read_year,
    "order_last": _read_order_last,
    "state": _read_state,
    "trigger": _read_trigger,
    "line": _read_line,
    "defined": _read_defined,
    "annex": _read_annex,
}
