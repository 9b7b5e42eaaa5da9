"""Lines as they were meant: wrapped lines joined, marks that lost their point found, portal lines told apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.extraction.materials.columns import column_of
from assistant.extraction.materials.lines import Line, trimmed
from assistant.extraction.materials.marks import Mark
from assistant.lexicon.materials import Column, MaterialWords
from assistant.model.span import Span

# A line that begins like this goes on from the line above
_GOES_ON = re.compile(r"[的及和与或、，,）)；;。》]")
# A line that ends like this goes on below
_OPEN_END = re.compile(r"(?:[、，,（(《和及或与]|以及|或者)$")
# 5住所证明: the number is there and its point is not; not 2寸照片, 3年以上, 16周岁
_BARE_NUMBER = re.compile(
    r"(?P<n>\d{1,2})\s*(?=[一-龥])(?!\s*(?:寸|份|张|套|年|月|日|周岁|岁|个|名|人|号|级|类|项|种|万|元|米|楼|层|工作|小时))"
)
# 4.3C认证证书, 2.2023年度纳税证明: a number before a number, to be trusted only where it counts on
_BEFORE_DIGIT = re.compile(r"(?P<n>\d{1,2})[.．](?=\d)")
# 材料类型：原件　份数：1
_PAIR = re.compile(
    r"(?P<key>[一-龥A-Za-z/／、（）()]{2,12})[：:][ 　]*(?P<value>[^：:]*?)(?=$|[；;|\s　]+[一-龥/／、]{2,10}[：:])"
)


def settled(text: str, lines: Iterable[Line]) -> tuple[Line, ...]:
    """``lines`` with wrapped ones joined to the line they belong to and bare numbers read as marks."""
    lines = tuple(lines)
    found: list[Line] = []
    number = _before_first(text, lines)
    closed = _items_are_closed(text, lines)
    for line in lines:
        settled_line = _with_bare_number(text, line, number)
        if settled_line.mark and settled_line.mark.style == "num":
            number = settled_line.mark.number
        if found and settled_line.mark is None and _belongs(text, found[-1], settled_line, closed):
            last = found[-1]
            found[-1] = replace(
                last, span=Span(last.span.start, line.span.end), body=Span(last.body.start, line.body.end)
            )
        else:
            found.append(settled_line)
    return tuple(found)


def _before_first(text: str, lines: tuple[Line, ...]) -> int | None:
    """0 where every entry's number has lost its point: 1申请表 and later 2身份证; else None."""
    bare = [_BARE_NUMBER.match(line.body.of(text)) for line in lines if line.mark is None]
    numbers = [int(found["n"]) for found in bare if found]
    return 0 if numbers[:2] == [1, 2] else None


def _with_bare_number(text: str, line: Line, number: int | None) -> Line:
    if line.mark is not None or number is None:
        return line
    written = line.body.of(text)
    bare = _BARE_NUMBER.match(written) or _BEFORE_DIGIT.match(written)
    if bare is None or int(bare["n"]) != number + 1:
        return line
    mark = Mark("num", number + 1, 0, bare.end())
    return replace(line, body=trimmed(text, Span(line.body.start + mark.end, line.body.end)), mark=mark)


def _items_are_closed(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether the items of the list end in ； or 。: then a line that does not is broken."""
    marked = sum(line.mark is not None for line in lines)
    return marked > 1 and 2 * sum(text[line.span.end - 1] in "；;。" for line in lines) >= marked


def _belongs(text: str, above: Line, line: Line, closed: bool) -> bool:
    before, here = above.body.of(text), line.body.of(text)
    if closed and above.mark is not None and before[-1:] not in "；;。：:" and here[-1:] not in "：:":
        return True
    opened = sum(before.count(sign) for sign in "（(") - sum(before.count(sign) for sign in "）)")
    closes = sum(here.count(sign) for sign in "）)") - sum(here.count(sign) for sign in "（(")
    return bool(_GOES_ON.match(here)) or bool(_OPEN_END.search(before)) or (opened > 0 and closes > 0)


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a portal page that says something of the material above it: 材料类型：原件."""

    values: dict[Column, str]
    spans: dict[Column, Span]


def said_by(text: str, line: Line, words: MaterialWords) -> Said | None:
    """The columns that a line of ``key：value`` pairs fills; None for any other line."""
    written = line.body.of(text)
    pairs = list(_PAIR.finditer(written))
    if not pairs or pairs[0].start() != 0:
        return None
    kinds = [column_of(pair["key"], words) for pair in pairs]
    if any(kind is None for kind in kinds):
        return None
    values: dict[Column, str] = {}
    spans: dict[Column, Span] = {}
    for pair, kind in zip(pairs, kinds, strict=True):
        if kind is not None:
            values[kind] = pair["value"]
            spans[kind] = trimmed(
                text, Span(line.body.start + pair.start("value"), line.body.start + pair.end("value"))
            )
    return Said(values, spans)


def names_in(text: str, lines: Iterable[Line], words: MaterialWords) -> Iterator[Line]:
    """``材料名称：营业执照`` begins a card: the name alone is the line's body."""
    for line in lines:
        said = said_by(text, line, words)
        if said and said.values.get("name"):
            yield replace(line, body=said.spans["name"], mark=line.mark or Mark("card", None, 0, 0))
        else:
            yield line
