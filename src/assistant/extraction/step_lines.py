"""Steps in running text: 申请→受理→决定; 1.受理（窗口，1个工作日，依据…）; 申请、受理、审查; short clauses."""

import re
from collections.abc import Iterator, Sequence

from assistant.extraction.durations import find_durations
from assistant.lexicon.steps import StepWords
from assistant.model.guide import Step
from assistant.model.span import Span
from assistant.text.numbering import lead

_ARROW = re.compile(r"\s*(?:[→➔➜➡⟶⇒↓⇨►▶]+|[-—–－]{1,3}[>＞〉》]|>{1,2}|＞{1,2})\s*")
_DASH = re.compile(r"\s*(?:—{1,2}|－{1,2}|-{1,3}|–)\s*")
# 1.受理…；2.审查…: a number inside the line
_NUMBER = re.compile(
    r"(?:(?<=[。；;，,\s\n])|^|(?<=[一-龥）)]))(?:\d{1,2}\s?[.、．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]步[：:、，,]?)\s*"
)
# the next entry's number at the end of an entry
_NEXT_NUMBER = re.compile(
    r"[\s；;。、]*(?:\d{1,2}\s?[.、．]|[（(]?[\d一二三四五六七八九十]{1,3}[)）、]|[①-⑳]|第[一二三四五六七八九十]步[：:、，,]?)?\s*$"
)
_SEMICOLON = re.compile(r"[；;。]\s*")
_ENUMERATION = re.compile(r"[、，,]\s*")
_CLAUSE = re.compile(r"[，,；;。]\s*")
_HEAD = re.compile(r"[：:，,。；;\n]")
_WITH_DETAILS = re.compile(r"([^（(：:，,。；;\n]{2,30})[（(].*[)）]\s*[。；;]?\s*", re.S)
# （窗口，5个工作日，依据《…》第十一条）
_DETAILS = re.compile(r"[（(](.*)[)）]\s*[。；;]?\s*$", re.S)
_BASIS = re.compile(r"(?:设定|办理|法律)?依据\s*[:：]?\s*|依照|根据")
# （窗口，依据：无）: a detail of the step; 依据相关政策审核 is what is done in it
_LABELLED = re.compile(
    r"依据\s*[：:]|[（(，,；;、]\s*(?:设定|办理|法律)?依据(?:\s*(?:《|〈|无|国|本|局)|[^（(）)。]*[）)])"
)
_POST = re.compile(r"(?:责任人|办理人|岗位|承办人|经办人|负责人|责任科室|承办科室)\s*[：:]\s*([^，,；;。\s）)]{2,20})")
_MAX_NAME = 30
_SHORT = 14
_CLAUSE_LENGTH = 18


def steps_in_lines(text: str, lines: Sequence[Span], words: StepWords) -> Iterator[Step]:
    """The steps in ``lines``, by the plainest reading that fits: arrows, numbers, a list, clauses."""
    parts = _parts(text, lines, words)
    labelled = sum(bool(_LABELLED.search(part.of(text))) for part in parts)
    has_basis = 2 * labelled >= len(parts) > 0
    for part in parts:
        yield _step(text, part, has_basis)


def _parts(text: str, lines: Sequence[Span], words: StepWords) -> list[Span]:
    if not lines:
        return []
    return (
        _enough([part for line in lines for part in _arrows(text, line)])
        or _enough(_numbered(text, lines))
        or _enough([part for line in lines for part in _list(text, line, words)])
        or _enough(_dashes(text, lines[0], words))
        or _enough(_clauses(text, lines[0], words) if len(lines) == 1 else [])
    )


def _enough(parts: list[Span]) -> list[Span]:
    return parts if len(parts) >= 2 else []


def _cut(text: str, span: Span, pattern: re.Pattern[str]) -> list[Span]:
    """The stretches between the matches of ``pattern``, without blanks at their edges."""
    parts = []
    start = span.start
    for match in [*pattern.finditer(text, span.start, span.end), None]:
        end = match.start() if match else span.end
        part = text[start:end]
        left = start + len(part) - len(part.lstrip())
        right = start + len(part.rstrip())
        if right > left:
            parts.append(Span(left, right))
        start = match.end() if match else end
    return parts


def _arrows(text: str, line: Span) -> list[Span]:
    parts = _cut(text, line, _ARROW)
    return parts if len(parts) >= 3 and all(part.end - part.start <= 2 * _MAX_NAME for part in parts) else []


def _numbered(text: str, lines: Sequence[Span]) -> list[Span]:
    """Entries of the first style of number that comes twice; other lines go on with the entry above."""
    begun = [(begin.style, line.start + begin.end) for line in lines if (begin := lead(line.of(text)))]
    styles = [style for style, _ in begun if style not in ("none", "bullet")]
    style = next((each for each in styles if styles.count(each) >= 2), None)
    starts = [start for each, start in begun if style and each == style]
    if len(starts) < 2:
        starts = [line.start + found.end() for line in lines for found in _NUMBER.finditer(line.of(text))]
    if len(starts) < 2:
        return []
    ends = [*starts[1:], lines[-1].end]
    return [part for start, end in zip(starts, ends, strict=True) if (part := _entry(text, start, end))]


def _entry(text: str, start: int, end: int) -> Span | None:
    written = text[start:end]
    without = _NEXT_NUMBER.sub("", written)
    return Span(start, start + len(without)) if without else None


def _list(text: str, line: Span, words: StepWords) -> list[Span]:
    """网上或窗口申请；受理；审核 or 申请、受理、审查: short entries, at least half of them known acts."""
    for pattern in (_SEMICOLON, _ENUMERATION):
        parts = _cut(text, line, pattern)
        short = all(part.end - part.start <= (_SHORT if pattern is _SEMICOLON else 8) for part in parts)
        known = sum(bool(words.acts.search(part.of(text))) for part in parts)
        if len(parts) >= 3 and short and 2 * known >= len(parts):
            return [Span(part.start, part.end - (text[part.end - 1] == "。")) for part in parts]
    return []


def _dashes(text: str, line: Span, words: StepWords) -> list[Span]:
    parts = _cut(text, line, _DASH)
    known = [part for part in parts if part.end - part.start <= _SHORT and words.acts.search(part.of(text))]
    return parts if len(parts) >= 3 and len(known) == len(parts) else []


def _clauses(text: str, line: Span, words: StepWords) -> list[Span]:
    """申请人提交材料，窗口登记受理，…: one sentence in which every clause is short and does something."""
    parts = _cut(text, line, _CLAUSE)
    fit = all(part.end - part.start <= _CLAUSE_LENGTH and words.acts.search(part.of(text)) for part in parts)
    return parts if len(parts) >= 3 and fit else []


def _step(text: str, part: Span, has_basis: bool) -> Step:
    written = part.of(text)
    name = _name(written)
    durations = [duration for duration in find_durations(text, part) if duration.unit != "instant"]
    basis = _basis(text, part)
    post = _POST.search(written)
    return Step(
        id="",
        name=name,
        span=part,
        post=post[1] if post else _post_in_brackets(written, name),
        time=durations[0] if durations else None,
        basis_written=basis.of(text) if basis else ("" if has_basis else None),
        basis_span=basis,
    )


def _name(written: str) -> str:
    """受理（窗口，5个工作日） -> 受理, but 村（居）委会审核 whole."""
    detailed = _WITH_DETAILS.fullmatch(written)
    name = detailed[1] if detailed else _HEAD.split(written, maxsplit=1)[0]
    return name.strip()[:_MAX_NAME] or written[:_MAX_NAME]


def _post_in_brackets(written: str, name: str) -> str | None:
    """受理（窗口，5个工作日）: the first detail that is neither a time nor a basis."""
    details = _DETAILS.search(written[len(name) :])
    first = _ENUMERATION.split(details[1], maxsplit=1)[0].strip() if details else ""
    if not 2 <= len(first) <= 12 or find_durations(first, Span(0, len(first))) or _BASIS.search(first):
        return None
    return first


def _basis(text: str, part: Span) -> Span | None:
    """From behind 依据 to the end of the bracket or sentence."""
    found = _BASIS.search(text, part.start, part.end)
    if not found or text[found.end() : found.end() + 1] not in ("《", "〈", "无", "国", "本", "局"):
        return None
    rest = text[found.end() : part.end]
    length = len(re.sub(r"[)）]\s*[。；;]?\s*$|[。；;].*$", "", rest, flags=re.S))
    return Span(found.end(), found.end() + length) if length else None
