"""Sentences of an entry: who hands in what in which case (应当提交…, 变更住所的，提交…; …的提交…)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.extraction.materials.brackets import ends_in_paper
from assistant.extraction.materials.conditions import condition_words, is_leading_case
from assistant.extraction.materials.names import is_paper, plain
from assistant.extraction.materials.nesting import outside
from assistant.lexicon.materials import MaterialWords
from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for: ``span`` are offsets of the object's words in the entry's text.

    ``condition`` is None where there is none. ``verb``: it was asked for with a verb, not only listed.
    ``more``: the verb says it comes on top (还应提交). ``named`` is a name that stands elsewhere (提交相应证明).
    ``later``: it stands behind the first sentence, where explanations stand too.
    """

    span: Span
    condition: str | None = None
    verb: bool = False
    more: bool = False
    named: str | None = None
    later: bool = False


# 享受低保的提供: the verb has no object behind it
_END = re.compile(r"[\s　]*(?:$|[，,])")


@cache
def _verb(words: MaterialWords) -> re.Pattern[str]:
    """A verb of handing in with the modals before it; not where 的 makes it an attribute (规定提交的其他文件)."""
    modal = words.any_of["modal"].pattern
    verbs = words.any_of["demand"].pattern
    return re.compile(
        rf"(?P<modal>(?:(?:{modal})[，,]?)*)(?P<verb>(?:{verbs})(?:(?:、|和|及|并|或者|或)?(?:{verbs}))*)"
        rf"(?!的|人(?![民力社事员防才口])|方(?!案)|日|时|给|至|到|(?<=出具)(?:单位|机关|部门|机构))(?:以下|下列|：|:|其)?"
    )


def demands(text: str, words: MaterialWords, listed: bool = True) -> tuple[Demand, ...]:
    """The demands of an entry in order. ``listed``: its first words are a material even without a verb."""
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
    verbs = [
        found for found in _verb(words).finditer(hidden)
        if not _negated(hidden, found, words) and not _END.match(hidden, found.end())
    ]  # fmt: skip
    if verbs:
        listed = _listed_before(text, span, verbs[0].start(), words) if first else []
        rest = Span(listed[0].span.end + 1, span.end) if listed else span
        shift = rest.start - span.start
        verbs = [found for found in _verb(words).finditer(hidden, shift) if any(found.start() <= v.start() < found.end() for v in verbs)]
        with_verb = listed + _with_verbs(text, span, hidden, verbs, words, (*before, *listed), shift)
        if with_verb or not first:
            return with_verb
    refused = _says_not(hidden, words)
    if first and refused is not None:
        span = Span(span.start, span.start + _clause_start(hidden, refused, 0))
        hidden = hidden[: span.end - span.start]
        return _listed(text, span, hidden, words) if ends_in_paper(plain(hidden), words) else []
    if refused is not None:
        return []
    if first:
        return _listed(text, span, hidden, words)
    return _more_listed(text, span, hidden, words, after, before)


def _negated(hidden: str, found: re.Match[str], words: MaterialWords) -> bool:
    return words.ends_in("negation", hidden[: found.start()]) or words.ends_in("negation", hidden[: found.start("verb")])


def _says_not(hidden: str, words: MaterialWords) -> int | None:
    """Where a sentence says that something is not needed (可不再提交…); None where it does not."""
    return next((found.start() for found in _verb(words).finditer(hidden) if _negated(hidden, found, words)), None)


def _with_verbs(
    text: str, span: Span, hidden: str, verbs: list[re.Match[str]], words: MaterialWords, before: tuple[Demand, ...], last: int
) -> list[Demand]:
    """A demand for each verb: its object goes up to the next verb's clause. ``last`` is where the first clause begins."""
    found: list[Demand] = []
    case: str | None = None
    wanted: str | None = None
    for index, verb in enumerate(verbs):
        lead = text[span.start + last : span.start + verb.start()]
        stop = _clause_start(hidden, verbs[index + 1].start(), verb.end()) if index + 1 < len(verbs) else len(hidden)
        target = text[span.start + verb.end() : span.start + stop]
        last = stop
        if index + 1 < len(verbs) and re.search(r"的[，,]?\s*$", target):
            # 需要提交职业资格证明的，提交相应证明: the first object belongs to the case
            wanted = re.sub(r"的[，,]?\s*$", "", target)
            case = condition_words(lead + verb.group() + target)
            continue
        lead_case = case_of(lead, words)
        if lead_case is None and plain(lead) and is_paper(plain(lead), words):
            if before or found:
                continue
            return []
        case = lead_case or case
        named = wanted if wanted and plain(target).startswith("相应") else None
        more = bool(verb["modal"]) and words.holds("additional", verb["modal"])
        found.append(Demand(Span(span.start + verb.end(), span.start + stop), case, True, more, named))
    return found


def _listed_before(text: str, span: Span, verb: int, words: MaterialWords) -> list[Demand]:
    """房产权属证书，租赁经营的，还应当提交…: what is listed before the clause of the first verb."""
    lead = outside(text[span.start : span.start + verb])
    commas = [found.start() for found in re.finditer(r"[，,]", lead)]
    for comma in reversed(commas):
        part = text[span.start : span.start + comma]
        if ends_in_paper(part, words) and not is_leading_case(re.split(r"[，,]", part)[0], words):
            return [Demand(Span(span.start, span.start + comma))]
    return []


def _clause_start(hidden: str, verb: int, after: int) -> int:
    """Where the clause of the verb at ``verb`` begins: behind the last comma before it."""
    comma = max(hidden.rfind("，", after, verb), hidden.rfind(",", after, verb))
    return comma + 1 if comma >= 0 else verb


def case_of(lead: str, words: MaterialWords) -> str | None:
    """The case in the words before a verb; None for a bare subject (申请人应), a basis (根据…) or nothing."""
    bare = plain(lead)
    kept = [
        part for part in re.split(r"[，,]", bare)
        if part
        and not words.begins_with("not_condition", part)
        and not words.is_one("subject", part)
        and _says_not(part, words) is None
    ]  # fmt: skip
    bare = "，".join(kept)
    bare = re.sub(rf"(?:{words.any_of['modal'].pattern})+$", "", bare)
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


def _with_colon(text: str, span: Span, hidden: str, colon: int, words: MaterialWords) -> list[Demand]:
    left = plain(hidden[:colon])
    right = Span(span.start + colon + 1, span.end)
    if not plain(right.of(text)):
        comma = re.search(r"[，,]", hidden[:colon])
        stop = comma.start() if comma and ends_in_paper(hidden[: comma.start()], words) else colon
        return [Demand(Span(span.start, span.start + stop))]
    if words.holds("listing", left) or words.holds("any_one", left):
        return [Demand(right)]
    if is_paper(left, words) or len(left) > 40:
        return [Demand(Span(span.start, span.start + colon))]
    if is_leading_case(left, words) or ends_in_paper(plain(right.of(text)), words):
        return [Demand(right, condition_words(text[span.start : span.start + colon]))]
    return [Demand(Span(span.start, span.start + colon))]


def _more_listed(
    text: str, span: Span, hidden: str, words: MaterialWords, after: str, before: tuple[Demand, ...]
) -> list[Demand]:
    """Later sentences without a verb: a further document behind ；, or the paper of a case named before."""
    bare = plain(hidden)
    if len(bare) > 60 or not ends_in_paper(bare, words) or re.match(r"指|即|其中|该|应", bare):
        return []
    previous = before[-1] if before else None
    case = previous.condition if previous and previous.verb else None
    opening = previous.span.of(text) if previous else ""
    if previous and not ends_in_paper(opening, words) and not re.search(r"[，,]", outside(opening) + bare):
        # 名称、住所变更。由登记机关出具的证明文件。: the first sentence is the case
        return [Demand(span, plain(opening))]
    return [Demand(span, case)] if after in "；;" else []
