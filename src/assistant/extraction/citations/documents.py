"""A document with what belongs to it: the brackets behind its title, its provisions, the law text quoted."""

import re
from typing import Literal, NamedTuple

from assistant.extraction.citations import numbers, provisions, titles
from assistant.extraction.citations.marks import read_round
from assistant.extraction.citations.mention import Definition, Document, Mention, Own, Provision
from assistant.extraction.citations.quotes import quote_after
from assistant.extraction.citations.spelling import misspelt_document
from assistant.laws.facts import LawFacts
from assistant.laws.names import title_key
from assistant.lexicon.citations import CitationWords

_W = r"\s{0,3}"
# Between a title and its article: 第五编第四章, 婚姻家庭编, 的, 中的, a colon, a bracket, a line's end
GAP = re.compile(
    rf"(?:\s{{0,4}}(?:第{_W}{provisions.NUM}{_W}(?:编|分编|章|节)|[\u4e00-\u9fff]{{2,8}}编|总则|分则|附则)){{0,3}}"
    rf"\s{{0,4}}(?:中的|的|中|之|[：:，,、（(]|[；;|]?\s{{0,4}}(?:依据|具体|法律)?(?:条款号?|条款项|法条|条号|条文号?)[：:|]?)?"
    r"\s{0,4}(?=第|附[件录表])"
)
# 依据文号：国务院令第649号 in the line or cell after the title
_LABELLED_NUMBER = re.compile(r"[\s；;，,|]{1,4}(?:依据|发文|文件|法规)?(?:文号|字号)[：:|\s]{1,3}")
# 《食品安全法》2018年修正版第三十五条
_PLAIN_VERSION = re.compile(r"\s{0,2}[（(]?((?:19|20)\d{2})年?(?:修正|修订)[版本]?[)）]?(?=\s{0,2}第)")
_OFFICE_END = re.compile(r"令|[〔\[［（(【﹝{]")
_OPENING = ("（", "(", "〔", "[", "【")
_GOES_ON = frozenset("、和与及以或 \n\u3000")
_SENTENCE_START = "。；;”\n！：:】.．)）"


class Source(NamedTuple):
    text: str
    facts: LawFacts
    words: CitationWords


Found = tuple[list[Mention], int]


class _Behind(NamedTuple):
    """What brackets behind a title say. ``end``: of the citation; ``beyond``: of all brackets, a definition's too."""

    end: int
    beyond: int
    number: str | None = None
    version: str | None = None
    definition: str | None = None


def document(
    source: Source, start: int, end: int, title: str, kind: titles.Kind, number: str | None, marked: bool
) -> Found:
    """The document whose title (or number) is ``[start, end)``, with the brackets behind it and its provisions."""
    behind = _behind(source, end, number)
    follow, position = attached(source, behind.beyond)
    number = behind.number
    if follow and number is None:
        number, position = number_behind(source.text, position)
    sure = _sure_kind(source, title, kind, number, follow, marked)
    mentions: list[Mention] = [Document(start, behind.end, title, number, behind.version, sure, marked)]
    if behind.definition:
        mentions.append(Definition(behind.end, behind.definition))
    if not follow:
        return mentions, behind.beyond
    mentions += follow if sure != "paper" else [Own(behind.beyond)]
    return with_quote(source, mentions, position)


def _sure_kind(
    source: Source, title: str, kind: titles.Kind, number: str | None, follow: list[Provision], marked: bool
) -> Literal["document", "short", "paper"]:
    has_article = bool(follow) and follow[0].article is not None
    if kind == "sign":
        return "document" if number else "paper"
    if kind == "articles":
        return "document" if number or has_article else "paper"
    if kind == "paper" and number and title_key(title).endswith(source.words.documents):
        return "document"  # 《窗口服务规定》（青政办发〔2021〕5号）: a number makes even a house rule a document
    if kind == "paper" and follow and marked and misspelt_document(title_key(title), source.facts, source.words):
        return "document"  # 《…管理条列》第十三条
    return kind


def _behind(source: Source, end: int, number: str | None) -> _Behind:
    found = _Behind(end, end, number)
    while True:
        at = found.beyond
        while at - found.beyond < 3 and source.text[at : at + 1].isspace():
            at += 1
        following = source.text[at : at + 1]
        if following in _OPENING:
            more = _bracket(source.text, at, found)
        elif following not in ("第", ""):
            more = (_bare_number(source, found) if found.number is None else None) or _plain_version(source, found)
        else:
            return found
        if more is None:
            return found
        found = more


def _bracket(text: str, at: int, found: _Behind) -> _Behind | None:
    content = read_round(text, at)
    bracket = numbers.read_bracket(content[0]) if content else None
    if bracket is None or content is None:
        return None
    return _Behind(
        found.end if bracket.only_definition else content[1],
        content[1],
        found.number or bracket.number,
        bracket.version or found.version,
        found.definition or bracket.definition,
    )


def _plain_version(source: Source, found: _Behind) -> _Behind | None:
    version = _PLAIN_VERSION.match(source.text, found.beyond)
    return found._replace(end=version.end(), beyond=version.end(), version=version[1]) if version else None


def _bare_number(source: Source, found: _Behind) -> _Behind | None:
    """《…通知》国办发[2018]47号: the number follows without a bracket, and is not another citation (…和国办发…).

    A number with a label (文号：) is outside the citation unless an article follows.
    """
    label = _LABELLED_NUMBER.match(source.text, found.beyond)
    here = numbers.NUMBER_HERE.match(source.text, label.end() if label else found.beyond)
    if here is None:
        return None
    if label:
        return found._replace(beyond=here.end(), number=here["number"])
    office = _OFFICE_END.search(here[0])
    office_end = here.start() + (office.start() if office else len(here[0]))
    if numbers.number_start(source.text, office_end, source.words) > here.start() + 3:
        return None
    return found._replace(end=here.end(), beyond=here.end(), number=here["number"])


def attached(source: Source, end: int) -> tuple[list[Provision], int]:
    """The provisions right after a title or pointer."""
    text = source.text
    gap = GAP.match(text, end)
    if not gap:
        lost = provisions.LOST_DI.match(text, end) if text[end - 1 : end] in ("》", "）", ")") else None
        return _gone_on(text, [provisions.continued(lost)._replace(attached=True)], lost.end()) if lost else ([], end)
    begin = gap.end()
    if text[begin] == "附":
        annex = provisions.ANNEX.match(text, begin)
        return ([provisions.annex(annex, True)], annex.end()) if annex else ([], end)
    match = provisions.PROVISION.match(text, begin)
    if not match:
        return [], end
    return listed(text, match, True)


def listed(text: str, match: re.Match[str], attached: bool) -> tuple[list[Provision], int]:
    """The provisions of a match and of what follows without 第: 第25、28条及30条."""
    return _gone_on(text, list(provisions.provisions(match, attached)), match.end())


def _gone_on(text: str, found: list[Provision], end: int) -> tuple[list[Provision], int]:
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


def number_behind(text: str, end: int) -> tuple[str | None, int]:
    """《X条例》第十条（国务院令第N号）: outside the span, but it is the number."""
    if text[end : end + 1] in ("（", "("):
        content = read_round(text, end)
        bracket = numbers.read_bracket(content[0]) if content else None
        if content and bracket and bracket.number:
            return bracket.number, content[1]
    return None, end


def with_quote(source: Source, mentions: list[Mention], end: int) -> Found:
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
        return with_quote(source, [*mentions, provisions.without_di(lost)], lost.end())
    return mentions, quote.end
