"""A name taken apart from both ends: whose it is, who issues it, how it is handed in."""

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.lexicon.slots import Slots

# 施工单位…, 出租方…, 拟聘用人员…: any word that ends like a holder
_ANY_HOLDER = re.compile(
    r"单位|企业|公司|机构|部门|人员|人|方|者|员|户|家属|学校|[店厅馆院站室园厂机社]|超市|网吧|中心"
)
_LONGEST = 14
# 近两年, 最近12个月, 三年内: for how long it is shown
_SPAN_OF_TIME = re.compile(
    r"(最近|近|过去|前|上|连续)?[一二两三四五六七八九十半\d]+个?(年度|年(?!级)|月|季度)(以内|内|以来|来)?"
)
# 户口簿曾用名页, 护照签证页: any page of a booklet
_A_PAGE = re.compile(r"(?<=[证簿照书本册])[^证簿照书本册]{1,8}页$")


@dataclass(frozen=True, slots=True, order=True)
class Rest:
    """What is left of a name: ``name[start:end]``. ``loose``: not only listed words were taken away."""

    taken: int
    loose: bool
    start: int
    end: int

    def of(self, name: str) -> str:
        return name[self.start : self.end]


def rests(name: str, slots: Slots) -> Iterator[Rest]:
    """The name (a key) itself, then with ever more taken away from its ends; the least taken first."""
    heap = [Rest(0, False, 0, len(name))]
    seen = set()
    while heap:
        rest = heapq.heappop(heap)
        if (rest.start, rest.end) in seen or rest.end - rest.start < 2:
            continue
        seen.add((rest.start, rest.end))
        yield rest
        for shorter in (*_without_tail(name, rest, slots), *_without_front(name, rest, slots)):
            heapq.heappush(heap, shorter)


def last_holder(front: str, slots: Slots) -> str | None:
    """The class of the holder named last in ``front``: 法人代表委托的经办人 -> agent."""
    found = [(front.rfind(word) + len(word), len(word), kind) for word, kind in slots.holders.items() if word in front]
    return max(found)[2] if found else None


def issuer(text: str, slots: Slots) -> str | None:
    """The class of issuer that ``text`` (a key) names: village, police, hospital, employer, office; None for none."""
    found = [(len(word), kind) for word, kind in slots.issuers.items() if len(word) > 1 and word in text]
    return max(found)[1] if found else None


def _without_tail(name: str, rest: Rest, slots: Slots) -> Iterator[Rest]:
    for length in range(1, min(_LONGEST, rest.end - rest.start)):
        if name[rest.end - length : rest.end] in slots.tails:
            yield Rest(rest.taken + length, rest.loose, rest.start, rest.end - length)
    if page := _A_PAGE.search(name, rest.start, rest.end):
        yield Rest(rest.taken + rest.end - page.start(), rest.loose, rest.start, page.start())


def _without_front(name: str, rest: Rest, slots: Slots) -> Iterator[Rest]:
    text = rest.of(name)
    for length in range(1, min(_LONGEST, len(text))):
        if _is_word(text[:length], slots):
            yield Rest(rest.taken + length, rest.loose, rest.start + length, rest.end)
    if (time := _SPAN_OF_TIME.match(text)) and time.end() < len(text):
        yield Rest(rest.taken + time.end(), rest.loose, rest.start + time.end(), rest.end)
    for cut, loose in _cuts(text, slots):
        yield Rest(rest.taken + cut, rest.loose or loose, rest.start + cut, rest.end)


def _is_word(text: str, slots: Slots) -> bool:
    return text in slots.neutral or text in slots.holders or text in slots.issuers or text in slots.acts


def _cuts(text: str, slots: Slots) -> Iterator[tuple[int, bool]]:
    """Where a phrase of unknown words ends: after 出具的, after a word that ends like a holder, after the last 的."""
    for act in slots.acts:
        at = text.find(act)
        if len(act) > 1 and 0 < at < 24:
            yield at + len(act), False
    for found in _ANY_HOLDER.finditer(text[:24]):
        yield found.end(), True
    if 0 < (at := text.rfind("的")) < len(text) - 2:
        yield at + 1, True
