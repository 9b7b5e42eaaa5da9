"""The fields a guide takes over from the national platform (GB/T 39554.2), as far as it shows them."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.lexicon.guide_words import GuideWords
from assistant.model.document import Document
from assistant.model.guide import Guide

_MARKS = re.compile(r"[\s　/\\—–\-_。.,，;；:：√☑()（）]+")
_FIGURE = re.compile(r"[0-9０-９一二三四五六七八九十]+")

Shown = Literal["", "blank", "given"]
Answer = Literal["", "yes", "no"]


@dataclass(frozen=True, slots=True)
class Platform:
    """``visits``: zero or some, "" where it is not said; what the guide does not show is "" or False."""

    visits: Literal["", "zero", "some"]
    visit_reason: Shown
    online: Answer
    full_online: bool
    by_post: Answer
    result_mismatch: bool
    charged: Answer
    fee_basis: Shown
    spot_review: bool


def platform(guide: Guide, document: Document, words: GuideWords) -> Platform:
    text = guide.span.of(document.text)
    values = {field: _value(text, field, words) for field in words.labels}
    return Platform(
        visits=_visits(guide, values["visits"], words),
        visit_reason=_shown(values["visit_reason"], words),
        online=_answer(values["online"], words),
        full_online=words.values["full_online"].in_((values["online_depth"] or "").upper()),
        by_post=_by_post(values["way"], values["post"], words),
        result_mismatch=_mismatch(values["result_type"] or "", values["result_name"] or "", words),
        charged=_answer(values["charged"], words),
        fee_basis=_shown(values["fee_basis"], words),
        spot_review=words.values["on_the_spot"].in_(values["review_type"] or ""),
    )


def _value(text: str, field: str, words: GuideWords) -> str | None:
    """The first cell behind the label; None where there is none, or where the next cell is another label."""
    for found in words.labels[field].finditer(text):
        value = found[1].strip()
        if value.rstrip("：:？?") not in words.label_words:
            return value
    return None


def _bare(value: str) -> str:
    return _MARKS.sub("", value)


def _shown(value: str | None, words: GuideWords) -> Shown:
    if value is None:
        return ""
    return "blank" if words.values["blank"].is_(_bare(value)) else "given"


def _answer(value: str | None, words: GuideWords) -> Answer:
    bare = _bare(value or "")
    if words.values["answer_no"].is_(bare):
        return "no"
    return "yes" if words.values["answer_yes"].is_(bare) else ""


def _visits(guide: Guide, value: str | None, words: GuideWords) -> Literal["", "zero", "some"]:
    """The figure in the field, else what was read from the guide's head."""
    bare = _bare(value or "").removesuffix("次")
    if words.values["zero"].is_(bare):
        return "zero"
    if _FIGURE.fullmatch(bare):
        return "some"
    return "" if guide.head.visits is None else "some" if guide.head.visits else "zero"


def _by_post(way: str | None, post: str | None, words: GuideWords) -> Answer:
    """Can the papers be sent? The ways of handling say it, or a field of its own."""
    if way and words.values["post"].in_(way):
        return "yes"
    told = _answer(post, words)
    return told or ("no" if way else "")


def _mismatch(kind: str, name: str, words: GuideWords) -> bool:
    """A licence as the result of 出文办结, a reply as that of 出证办结."""
    values, bare = words.values, _bare(name)
    if values["certificate_type"].in_(kind) == values["document_type"].in_(kind):
        return False
    ending = values["document_name"].words if values["certificate_type"].in_(kind) else values["certificate_name"].words
    return bare.endswith(ending)
