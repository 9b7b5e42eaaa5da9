"""What a guide says of itself: code, department, type, handling, limits, fee, visits."""

import re
from collections.abc import Iterator

from assistant.extraction.limits import read_limits
from assistant.lexicon.sections import Sections
from assistant.lexicon.steps import load_step_words
from assistant.model.document import Document
from assistant.model.guide import Fee, Handling, Head
from assistant.model.outline import Outline, Section
from assistant.model.span import Span
from assistant.text.numerals import NUMERAL, number

# 11441900MB2C9218XP4440105001000, 00016421300Y, 0915-1, XK00101001, 62052400MZ-XK-0001
_CODE = re.compile(r"(?<![0-9A-Za-z-])(?=[A-Za-z-]*\d)[0-9A-Za-z][0-9A-Za-z-]{2,49}(?![0-9A-Za-z-])")
_LONG_CODE = 8
_NAMED = re.compile(r"(?:主体|机构|部门|单位|机关)?名称[：:]\s*([^\n。；;]{2,60})")
_FIRST_LINE = re.compile(r"[^\n。；;]*")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]、)\s*")
_MAX_DEPARTMENT = 60
# 即办件, 即时办结; 承诺件, 限时办结
_INSTANT = re.compile(r"即办件|即时办结|即办")
_PROMISED = re.compile(r"承诺件|限时办结|承诺办结件")
# 不收费, 免费办理, 不收取任何费用
_FREE = re.compile(
    r"不收|免费|无收费|未收费|不需缴费|无需缴费|零收费|免收|不涉及收费|不含收费|^[\s：:]*(?:无|否|不|0元?)[\s。.；;]*$"
)
_CHARGED = re.compile(
    r"\d+(?:\.\d+)?\s*(?:万?元|%|％)|每[本证件人次份].{0,6}元|^[\s：:]*(?:是|收费)[\s。.；;]*$|按.{2,40}(?:收取|收费|缴纳|执行)|价费"
)
_VISITS = re.compile(
    rf"(?:到(?:办事)?(?:现场|窗口|大厅)|跑动|跑|到场)(?:的)?(?:最多)?(?:办理)?次数[^0-9一二三四五六七八九十零\n]{{0,4}}({NUMERAL})|({NUMERAL})\s*次"
)
_ZERO = re.compile(r"零跑|不用跑|无需到|全程网办|不见面")


def read_head(document: Document, outline: Outline, sections: Sections) -> Head:
    """The head of ``outline``; what the guide does not say is None."""
    text = document.text
    words = load_step_words(*sections.folders)
    statutory, promised = read_limits(text, outline, words)
    kinds = "\n".join(part.body.of(text) for part in outline.of("item_type"))
    kind = words.item_types.search(kinds)
    return Head(
        item_name=outline.item_name,
        item_code=_code(text, outline),
        department=_department(text, outline, words.departments),
        item_type=kind.group() if kind else None,
        handling=_handling(kinds) or _handling(outline.span.of(text)),
        statutory_time=statutory,
        promised_time=promised,
        fee=_fee(text, outline),
        visits=_visits(text, outline),
    )


def _code(text: str, outline: Outline) -> str | None:
    """The first code under 事项编码: national (31 or 33 characters, basic 12) or local, as written."""
    for part in [*outline.of("item_code"), *outline.of("item_name")]:
        found = _CODE.search(text, part.body.start, part.body.end)
        if found and (part.element == "item_code" or len(found.group()) >= _LONG_CODE):
            return found.group()
    return None


def _department(text: str, outline: Outline, order: tuple[str, ...]) -> str | None:
    """The body responsible; 实施主体 before 受理机构, a body that only decides last."""
    named = [part for part in outline.of("acc") if part.body.of(text).strip()]
    rank = {heading: index for index, heading in enumerate(order)}
    named.sort(key=lambda part: rank.get(re.sub(r"[\s　]", "", part.heading), len(order)))
    for part in [*named, *outline.of("decision_body")]:
        name = _name_in(part.body.of(text).strip())
        if name:
            return name
    return None


def _name_in(body: str) -> str | None:
    named = _NAMED.search(body)
    line = named[1] if named else (_FIRST_LINE.match(_NUMBERED.sub("", body)) or [""])[0]
    name = re.sub(r"[\s　]+", " ", line).strip(" ，,：:")
    return name if 2 <= len(name) <= _MAX_DEPARTMENT else None


def _handling(words: str) -> Handling | None:
    """None where the words name both or none."""
    instant, promised = bool(_INSTANT.search(words)), bool(_PROMISED.search(words))
    if instant == promised:
        return None
    return "即办件" if instant else "承诺件"


def _fee(text: str, outline: Outline) -> Fee | None:
    """Said clearly in one of the fee sections, or the first of them."""
    parts = [part for part in outline.of("fee") if part.body.end > part.body.start]
    fees = [Fee(_charged(part.body.of(text)), part.body.of(text), part.body) for part in parts]
    return next((fee for fee in fees if fee.charged is not None), fees[0] if fees else None)


def _charged(words: str) -> bool | None:
    free, charged = bool(_FREE.search(words)), bool(_CHARGED.search(words))
    return charged if free != charged else None


def _visits(text: str, outline: Outline) -> int | None:
    spans = [part.body for part in outline.of("visits")]
    for span in spans:
        found = re.search(NUMERAL, span.of(text))
        if found:
            return number(found.group())
        if _ZERO.search(span.of(text)):
            return 0
    return next(_said(text, outline), None)


def _said(text: str, outline: Outline) -> Iterator[int]:
    for part in outline.sections:
        found = _VISITS.search(text, part.body.start, part.body.end) if _may_say(part, text) else None
        value = number(found[1]) if found and found[1] else None
        if value is not None:
            yield value


def _may_say(part: Section, text: str) -> bool:
    return "次数" in Span(part.body.start, part.body.end).of(text)
