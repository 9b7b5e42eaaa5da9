"""Sentences of an entry: who hands in what in which case (应当提交…, 变更住所的，提交…; …的提交…)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from assistant.extraction.materials.brackets import ends_in_paper, noun_of
from assistant.extraction.materials.conditions import condition_words, is_leading_case
from assistant.extraction.materials.forms import is_form
from assistant.extraction.materials.heads import is_paper, plain, strength
from assistant.extraction.materials.nesting import outside
from assistant.extraction.materials.verbs import Verb, verbs_in
from assistant.lexicon.materials import MaterialWords
from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for: ``span`` are offsets of the object's words in the entry's text.

    ``condition`` is None where there is none. ``verb``: it was asked for with a verb, not only listed.
    ``more``: the verb says it comes on top (还应提交). ``named`` is a name that stands elsewhere (提交相应证明).
    ``issuer`` is the subject of 出具.
    ``later``: it stands behind the first sentence, where explanations stand too.
    """

    span: Span
    condition: str | None = None
    verb: bool = False
    more: bool = False
    named: str | None = None
    issuer: str | None = None
    later: bool = False


def demands(text: str, words: MaterialWords, listed: bool = True) -> tuple[Demand, ...]:
    """The demands of an entry in order. ``listed``: its first words are a material even without a verb."""
    return _with_opening(text, _of_sentences(text, words, listed), words)


def _with_opening(text: str, found: tuple[Demand, ...], words: MaterialWords) -> tuple[Demand, ...]:
    """章程备案。提交修改后的公司章程。: a first sentence that names no document is the case of the others."""
    if len(found) < 2 or found[0].verb or not any(demand.verb for demand in found[1:]):
        return found
    opening = plain(found[0].span.of(text))
    if len(opening) > 40 or "，" in opening or ends_in_paper(opening, words) or not _CASE.search(opening):
        return found
    return tuple(replace(demand, condition=demand.condition or opening) for demand in found[1:])


# What a case that is a sentence by itself ends in: 章程备案。 变更名称。 更换境外股东法律文件送达接受人。
_CASE = re.compile(
    r"(?:备案|变更|登记|注销|设立|增加|减少|迁移|延续|转让|补办|换发|新办|变动|调整|更换.*|变更.*|的|时|情形)$"
)


def _of_sentences(text: str, words: MaterialWords, listed: bool) -> tuple[Demand, ...]:
    found: list[Demand] = []
    for order, (start, end, sign) in enumerate(_sentences(text)):
        if not plain(text[start:end]):
            continue
        first = listed and order == 0
        made = _of_sentence(text, Span(start, end), words, first=first, after=sign, before=tuple(found))
        found += made if first else [replace(demand, later=True) for demand in made]
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, sign before)`` of the sentences of ``text``; signs in brackets do not end them."""
    start, sign = 0, ""
    hidden = outside(text)
    for found in re.finditer(r"[。；;]|(?<=[一-龥）)])\.(?=[一-龥]|\s*$)", hidden):
        yield start, found.start(), sign
        start, sign = found.end(), found.group()
    yield start, len(text), sign


def _of_sentence(
    text: str, span: Span, words: MaterialWords, first: bool, after: str, before: tuple[Demand, ...]
) -> list[Demand]:
    hidden = outside(text[span.start : span.end])
    colon = re.search(r"[：:](?!\d)", hidden)
    if first and colon and plain(hidden[colon.end() :]) and _announces(plain(hidden[: colon.start()]), words):
        return _of_sentence(text, Span(span.start + colon.end(), span.end), words, first, after, before)
    verbs = verbs_in(hidden, words)
    if not verbs:
        return _listed(text, span, hidden, words) if first else _more_listed(text, span, hidden, words, after, before)
    listed = _listed_before(text, span, verbs[0].start, words) if first else []
    start = listed[0].span.end + 1 - span.start if listed else 0
    found = listed + _with_verbs(text, span, start, verbs, words, (*before, *listed))
    if found or not first or any(verb.refused for verb in verbs):
        return found
    return _listed(text, span, hidden, words)


def _with_verbs(
    text: str, span: Span, start: int, verbs: Sequence[Verb], words: MaterialWords, before: tuple[Demand, ...]
) -> list[Demand]:
    """A demand for each verb that asks. ``start`` is where the first clause begins, an offset into the sentence."""
    found: list[Demand] = []
    case: str | None = None
    wanted: str | None = None
    for verb, lead, target in _clauses(text, span, start, verbs, words):
        subject = plain(lead)
        known = (before or found) and ends_in_paper(subject, words) and not _DONE_WITH.match(subject)
        if subject and known and not verb.refused:
            continue  # 资信证明应提交…原件: says how, of what has been named
        case = case_of(lead, words) or case
        within = re.sub(r"的[，,]?\s*$", "", target.of(text))
        if verb is not verbs[-1] and within != target.of(text) and ends_in_paper(within, words):
            # 需要提交职业资格证明的，提交相应证明: the first object belongs to the case
            wanted, case = within, condition_words(lead + text[span.start + verb.start : target.end])
        elif not verb.refused and (held := _TITLE.search(lead)) and is_form(plain(target.of(text)), words):
            # 如有《手册》的，提供原件: the paper stands in the case
            at = span.start + verb.start - len(lead)
            found.append(Demand(Span(at + held.start(), at + held.end()), case, True, verb.more))
        elif not verb.refused:
            named = wanted if wanted and plain(target.of(text)).startswith("相应") else None
            issuer = _issuer(lead, verb)
            found.append(Demand(target, None if issuer else case, True, verb.more, named, issuer))
    return found


_TITLE = re.compile(r"《[^《》]+》")
# 补领结婚证携带…: what is done with the paper is a case
_DONE_WITH = re.compile(r"(?:补领|换领|补办|换发|申领|申请|办理|领取|变更|注销|遗失|丢失)")


def _clauses(
    text: str, span: Span, start: int, verbs: Sequence[Verb], words: MaterialWords
) -> Iterator[tuple[Verb, str, Span]]:
    """Each verb with the words before it and the place of its object."""
    sentence = span.of(text)
    for verb, following in zip_longest(verbs, verbs[1:]):
        end = _object_end(sentence, verb.end, following.start, words) if following else len(sentence)
        end = _before_the_errand(sentence, verb.end, end, words)
        yield verb, sentence[start : verb.start], Span(span.start + verb.end, span.start + end)
        start = end


# 持身份证到窗口办理登记, 持委托书办理相关手续: where one goes with the papers, and for what
_ERRAND = re.compile(
    r"(?:到|向|前往|至)(?=[^，,。；;、]{2,30}(?:办理|申请|登记|提出|申报))|办理(?=[^，,。；;、]{0,12}(?:手续|登记|业务)$)"
)


def _before_the_errand(sentence: str, start: int, end: int, words: MaterialWords) -> int:
    found = _ERRAND.search(outside(sentence), start, end)
    return found.start() if found and ends_in_paper(sentence[start : found.start()], words) else end


def _issuer(lead: str, verb: Verb) -> str | None:
    """由上一级工会出具证明: who stands before 出具 issues it; 委托办理的，出具委托书 is a case."""
    subject = plain(re.split(r"[，,]", lead)[-1]).removeprefix("由")
    return (
        subject
        if verb.issues and 2 <= len(subject) <= 40 and not subject.endswith(("的", "时", "后", "应", "当", "须", "需"))
        else None
    )


# 个人提供身份证复印件、企业提供…: who hands in what comes next
_SUBJECT = re.compile(r"(?P<joint>、)(?P<who>[一-龥]{2,6})$")


def _object_end(sentence: str, start: int, verb: int, words: MaterialWords) -> int:
    """Where the object that begins at ``start`` ends: before the clause of the next verb.

    The first part is the object; further parts behind commas only while they name documents or forms.
    """
    hidden = outside(sentence)
    subject = _SUBJECT.search(hidden, start, verb)
    if subject and not ends_in_paper(subject["who"], words) and ends_in_paper(sentence[start : subject.start()], words):
        return subject.end("joint")
    commas = [found.start() for found in re.finditer(r"[，,]", hidden[:verb]) if found.start() >= start]
    if not commas:
        return verb
    end = commas[0]
    for left, right in pairwise(commas):
        part = sentence[left + 1 : right]
        if not (ends_in_paper(part, words) or is_form(plain(part), words)):
            break
        end = right
    first = sentence[start : commas[0]]
    # 需要提交…证明的，提交…: the comma stays with the case
    return end + 1 if end == commas[0] and plain(first).endswith("的") else end


def _listed_before(text: str, span: Span, verb: int, words: MaterialWords) -> list[Demand]:
    """房产权属证书，租赁经营的，还应当提交…: what is listed before the clause of the first verb."""
    lead = outside(text[span.start : span.start + verb])
    whole = lead.rstrip(" 　、")
    if lead.rstrip().endswith("、") and ends_in_paper(text[span.start : span.start + len(whole)], words):
        return [Demand(Span(span.start, span.start + len(whole)))]
    commas = [found.start() for found in re.finditer(r"[，,]", lead)]
    for comma in reversed(commas):
        part = text[span.start : span.start + comma]
        if ends_in_paper(part, words) and not is_leading_case(re.split(r"[，,]", part)[0], words):
            return [Demand(Span(span.start, span.start + comma))]
    return []


# 应当向企业登记机关: to whom, no case
_TO_WHOM = re.compile(r"[，,]?(?:还|应当|应|须|需)*向[^，,]{2,20}$")


def case_of(lead: str, words: MaterialWords) -> str | None:
    """The case in the words before a verb; None for a bare subject (申请人应), a basis (根据…) or nothing."""
    bare = plain(re.split(r"[：:]", lead)[-1])
    kept = [
        part for part in re.split(r"[，,]", bare)
        if part and not words.begins_with("not_condition", part) and not words.is_one("subject", part)
    ]  # fmt: skip
    bare = _TO_WHOM.sub("", "，".join(kept))
    bare = re.sub(rf"(?:{words.any_of['modal'].pattern}|{words.any_of['negation'].pattern}|[无毋])+$", "", bare)
    if not bare or words.is_one("subject", bare) or is_paper(bare, words):
        return None
    return bare


def _listed(text: str, span: Span, hidden: str, words: MaterialWords) -> list[Demand]:
    """The first sentence without a verb: 委托办理的，授权委托书; 居民身份证：本人持有的…; or the material itself."""
    colon = re.search(r"[：:](?!\d)", hidden)
    if colon:
        return _with_colon(text, span, hidden, colon.start(), words)
    comma = re.search(r"[，,]", hidden)
    if comma and is_leading_case(hidden[: comma.start()], words):
        condition = condition_words(text[span.start : span.start + comma.start()])
        return [Demand(Span(span.start + comma.end(), span.end), condition)]
    return [Demand(span)]


# 申请书，并附：…
_ATTACHED = re.compile(r"[，,](?:并|同时|另)?附(?:上|有|送)?$")
# 企业资质类材料：…, 报名材料：…
_CATEGORY = re.compile(r"类(?:材料|资料|证件|文件)$|^[一-龥]{0,4}(?:材料|资料)$")


def _with_colon(text: str, span: Span, hidden: str, colon: int, words: MaterialWords) -> list[Demand]:
    """居民身份证：原件现场核验 names what stands before; 委托办理的：委托书 and 以下之一：… what stands behind."""
    left = plain(hidden[:colon])
    right = Span(span.start + colon + 1, span.end)
    comma = re.search(r"[，,]", hidden[:colon])
    listed = comma is not None and ends_in_paper(hidden[: comma.start()], words)
    heading = Demand(Span(span.start, span.start + (comma.start() if comma and listed else colon)))
    if not plain(right.of(text)):
        return [heading]
    if listed and _ATTACHED.search(left):
        return [heading, Demand(right)]
    if is_paper(left, words) and _lists_papers(right.of(text), words):
        return [Demand(right)]
    case = is_leading_case(left, words) or ends_in_paper(right.of(text), words)
    if case and not is_paper(left, words) and len(left) <= 40:
        return [Demand(right, condition_words(text[span.start : span.start + colon]))]
    if comma is None and strength(left, words) == "none" and not is_form(plain(right.of(text)), words):
        return []  # 服务对象类型：自然人: a field and its value
    return [Demand(Span(span.start, span.start + colon))]


def _lists_papers(text: str, words: MaterialWords) -> bool:
    """身份证明材料：营业执照（复印件）、授权委托书: each part behind the colon is a document with its own noun.

    批准文件：可研批复、立项文件或备案证 are kinds, any of which will do.
    """
    ends = [0, *(found.end() for found in re.finditer("、", outside(text))), len(text) + 1]
    parts = [text[start : end - 1] for start, end in pairwise(ends)]
    kinds = "或" in outside(parts[-1]) or words.holds("any_one", text)
    return len(parts) > 1 and not kinds and all(noun_of(part, words) in ("strong", "ordinary") for part in parts)


def _announces(left: str, words: MaterialWords) -> bool:
    """提供以下材料之一：…: what stands before a colon says that a list follows."""
    return words.holds("listing", left) or words.holds("any_one", left) or _CATEGORY.search(left) is not None


def _more_listed(
    text: str, span: Span, hidden: str, words: MaterialWords, after: str, before: tuple[Demand, ...]
) -> list[Demand]:
    """Later sentences without a verb: a further document behind ；, or the paper of a case named before."""
    bare = plain(hidden)
    opens = plain(span.of(text)[: len(re.split(r"[，,]", hidden)[0])]) if after in "；;" else plain(span.of(text))
    if len(opens) > 60 or not ends_in_paper(opens, words) or re.match(r"指|即|其中|该|应", bare):
        return []
    colon = re.search(r"[：:](?!\d)", hidden)
    if colon and len(plain(hidden[: colon.start()])) <= 12 and not is_paper(plain(hidden[: colon.start()]), words):
        return [Demand(Span(span.start + colon.end(), span.end), condition_words(hidden[: colon.start()]))]
    previous = before[-1] if before else None
    case = previous.condition if previous and previous.verb else None
    opening = previous.span.of(text) if previous else ""
    if previous and not ends_in_paper(opening, words) and not re.search(r"[，,]", outside(opening) + bare):
        # 名称、住所变更。由登记机关出具的证明文件。: the first sentence is the case
        return [Demand(span, plain(opening))]
    return [Demand(span, case)] if after in "；;" else []
