"""The item's own limits, told from those of a single step, an extension or a certificate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.extraction.durations import find_durations
from assistant.lexicon.steps import StepWords
from assistant.model.guide import Duration, Unit
from assistant.model.outline import Outline
from assistant.model.span import Span

Kind = Literal["statutory", "promised", "unsaid"]

# not 法定条件, 法定代表人, 法定工作日
_STATUTORY = re.compile(
    r"法定(?!条件|形式|代表|工作日|节假|职责|程序|要求|情形|事由|继承|机构)|规定(?:时限|期限|的?办理)|法律规定"
)
_PROMISED = re.compile(r"承诺(?!件)|实际(?:办理|办结)|压缩(?:后|至|为)|对外公布")
_STATUTORY_AFTER = re.compile(r"\s*[（(](?:法定|法律规定)[^）)]*[)）]")
_PROMISED_AFTER = re.compile(r"\s*[（(]承诺[^）)]*[)）]")
# （法定）, right behind the limit before
_ASIDE = re.compile(r"^\s*[（(][^（）()]*[)）]")
# "受理：1个工作日", "审查（3个工作日": a step's own limit
_STEP_BEFORE = re.compile(
    r"(?:申请|受理|初审|审查|审核|复核|核查|勘验|决定|审批|制证|送达|发证|办结|公示|评审)(?:环节)?[：:（(，,]?\s*$"
)
# 10个工作日内办结, 3日内作出决定, 10个工作日办完
_DONE_AFTER = re.compile(
    r"(?:之?内|以内)?[^。；;，,\d]{0,14}?(?:办结|办完|(?:予以|给予)办理|审核完[毕成]|办理完[毕结成]|办好|完成|完毕|作出(?![^。；;，,]{0,3}受理)[^。；;，,]{0,12}决定|予以答复|给予答复|出证|发证)"
)
_INSTANT_DONE = re.compile(
    r"(?:当场|即时|当即|现场|立即|马上)(?:给予|予以)?(?:办结|办理|办完|查询|出具|发证|完成|制证)(?!的|[^，,。；;]{0,6}(?:受理|通知|告知|回执))"
)
_FIGURE = re.compile(r"\s*(\d{1,3})\s*[。；;]?\s*")
_MOST_DAYS = 365
_CLAUSE = re.compile(r"[。；;\n]")


@dataclass(frozen=True, slots=True)
class _Limit:
    duration: Duration
    kind: Kind


def read_limits(text: str, outline: Outline, words: StepWords) -> tuple[Duration | None, Duration | None]:
    """The statutory and the promised limit. A limit of unsaid kind is taken as promised: it is what people are told."""
    found = [limit for heading, body in _sections(outline) for limit in _in_section(text, heading, body, words)]
    if not found:
        found = list(_in_running_text(text, outline, words))
    statutory = _first(found, "statutory")
    promised = _first(found, "promised")
    return statutory, promised or _first(found, "unsaid")


def _sections(outline: Outline) -> Iterator[tuple[str, Span]]:
    """The headings of limits with their bodies; 受理地点及办结时限 has one body, that of its first element."""
    for part in outline.of("time"):
        shared = [other.body for other in outline.sections if other.blocks and other.heading == part.heading]
        yield part.heading, part.body if part.blocks or not shared else shared[0]


def _first(found: list[_Limit], kind: Kind) -> Duration | None:
    return next((limit.duration for limit in found if limit.kind == kind), None)


def _in_section(text: str, heading: str, body: Span, words: StepWords) -> Iterator[_Limit]:
    """The durations under a heading of limits; each takes the nearest label before it, else the heading's."""
    at = body.start
    label = _label(heading)
    durations = find_durations(text, body) or _bare(text, heading, body)
    for duration in durations:
        span = duration.span or body
        between = _ASIDE.sub("", text[at : span.start])
        clause = _CLAUSE.split(between)[-1]
        label = _label_after(text, span) or _label(clause) or _label(between) or label
        at = span.end
        if words.other_limits.search(clause) and not _label(clause):
            continue
        if len(durations) > 1 and label is None and _STEP_BEFORE.search(between):
            continue
        yield _Limit(duration, label or "unsaid")


def _bare(text: str, heading: str, body: Span) -> tuple[Duration, ...]:
    """法定时限（工作日） | 20: the unit stands in the heading; without any it is working days, as portals mean it."""
    found = _FIGURE.fullmatch(text, body.start, body.end)
    if not found or not 0 < int(found[1]) <= _MOST_DAYS:
        return ()
    unit: Unit = "day" if re.search(r"[（(](?:天|日|自然日)[)）]", heading) else "working_day"
    return (Duration(int(found[1]), unit, found[1], Span(*found.span(1))),)


def _label(words: str) -> Kind | None:
    """The last label in ``words``: 法定 or 承诺."""
    statutory = max((match.start() for match in _STATUTORY.finditer(words)), default=-1)
    promised = max((match.start() for match in _PROMISED.finditer(words)), default=-1)
    if statutory == promised:
        return None
    return "statutory" if statutory > promised else "promised"


def _label_after(text: str, span: Span) -> Kind | None:
    if _STATUTORY_AFTER.match(text, span.end):
        return "statutory"
    return "promised" if _PROMISED_AFTER.match(text, span.end) else None


def _in_running_text(text: str, outline: Outline, words: StepWords) -> Iterator[_Limit]:
    """Without a section of its own: 10个工作日内办结, 当场给予办理 in the flow or method."""
    for part in outline.sections:
        if part.element not in ("process", "method", "time", "item_type", "receipt", "other", "notes"):
            continue
        instant = _INSTANT_DONE.search(text, part.body.start, part.body.end)
        durations = [d for d in find_durations(text, part.body) if d.unit != "instant"]
        done = [d for d in durations if d.span and _ends_the_item(text, d.span, part.body.start, words)]
        if len(done) == 1 and len(durations) - len(done) <= 1:
            span = done[0].span or part.body
            yield _Limit(done[0], _label(text[max(part.body.start, span.start - 14) : span.start]) or "unsaid")
        elif instant and not done:
            yield _Limit(Duration(0, "instant", instant.group(), Span(*instant.span())), "unsaid")


def _ends_the_item(text: str, span: Span, start: int, words: StepWords) -> bool:
    clause = _CLAUSE.split(text[max(start, span.start - 40) : span.start])[-1]
    return bool(_DONE_AFTER.match(text, span.end)) and not words.other_limits.search(clause)
