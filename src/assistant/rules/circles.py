"""Guides that ask for each other's result (循环证明), also around more than one corner, in a file or over a folder."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.lexicon.rule_words import RuleWords
from assistant.model.document import Document
from assistant.model.guide import Guide
from assistant.rules.papers import bare

# 消防安全检查合格证、批准文书 | one result a line
_PARTS = re.compile(r"[、，,；;。\n\t|]+")
# Shorter names (登记证, 许可证书) end too many others.
_TELLING = 6
_TAIL = re.compile(r"(（[^）]*）|\([^)]*\))|(核发|审批|申领|办理|申请|许可)$")


@dataclass(frozen=True, slots=True)
class Need:
    """A material that a guide asks for: its id and name."""

    material: str
    name: str


@dataclass(frozen=True, slots=True)
class Links:
    """What a guide asks for and what it ends in: small and picklable, to be kept of guides whose files are closed."""

    guide: str
    item: str
    results: tuple[str, ...]
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """``links[guide]`` needs the result of ``links[giver]``, from which a way leads back to it."""

    guide: int
    need: Need
    giver: int


def circles(guides: Sequence[Guide], document: Document, words: RuleWords) -> Mapping[str, str]:
    """For each material id of a file that closes a circle the name of the item it leads back from."""
    if len(guides) < 2:
        return {}
    links = [links_of(guide, document, words) for guide in guides]
    return {each.need.material: links[each.giver].item for each in closings(links)}


def links_of(guide: Guide, document: Document, words: RuleWords) -> Links:
    """Without the papers that every errand begins with (居民身份证): they are nobody's circle."""
    results = _results(guide, document)
    needs = tuple(
        Need(material.id, material.name)
        for material in guide.materials
        if not any(_is_result(material.name, result) for result in results)  # 变更 and 延续 of one licence
        and not any(word in material.name for word in words.everyday)
    )
    return Links(guide.id, guide.head.item_name, tuple(sorted(results)), needs)


def closings(links: Sequence[Links]) -> tuple[Closing, ...]:
    """All needs that close a circle, in the order of ``links``. Any number of guides, of one file or of many."""
    givers = _by_ending(links)
    needs = [
        Closing(index, need, giver)
        for index, each in enumerate(links)
        for need in each.needs
        for giver in _givers(need.name, givers)
        if giver != index and links[giver].item != each.item
    ]
    edges: Mapping[int, set[int]] = defaultdict(set)
    for each in needs:
        edges[each.guide].add(each.giver)
    behind = {giver: _reached(giver, edges) for giver in {each.giver for each in needs}}
    return tuple(each for each in needs if each.guide in behind[each.giver])


def _results(guide: Guide, document: Document) -> frozenset[str]:
    """What the guide ends in, by its result section and by the item's own name (…许可 -> …许可证)."""
    sections = [section.body.of(document.text) for section in guide.sections if section.element == "result"]
    names = {bare(part) for text in sections for part in _PARTS.split(text)}
    item = bare(_TAIL.sub("", guide.head.item_name))
    if item:
        names |= {item + "许可证", item + "证", item + "证书"}
    return frozenset(name for name in names if len(name) >= 4)


def _by_ending(links: Sequence[Links]) -> Mapping[str, list[tuple[str, int]]]:
    """Results and their guides by the last characters: a folder may hold thousands of guides."""
    endings: Mapping[str, list[tuple[str, int]]] = defaultdict(list)
    for index, each in enumerate(links):
        for name in each.results:
            endings[_ending(name)].append((name, index))
    return endings


def _givers(name: str, givers: Mapping[str, list[tuple[str, int]]]) -> list[int]:
    found = [guide for result, guide in givers.get(_ending(_plain(name)), ()) if _is_result(name, result)]
    return list(dict.fromkeys(found))


def _ending(name: str) -> str:
    return name.removesuffix("书")[-3:]


def _plain(name: str) -> str:
    return bare(name).removesuffix("复印件")


def _is_result(name: str, result: str) -> bool:
    plain = _plain(name)
    return plain.removesuffix("书") == result.removesuffix("书") or _tail(plain, result)


def _tail(one: str, other: str) -> bool:
    """公众聚集场所消防安全检查合格证 | 消防安全检查合格证: the longer name ends in the shorter, if that says enough."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _TELLING and long.endswith(short)


def _reached(start: int, edges: Mapping[int, set[int]]) -> set[int]:
    """``start`` and all guides that can be come to from it."""
    seen, open_ = {start}, [start]
    while open_:
        fresh = edges.get(open_.pop(), set()) - seen
        seen |= fresh
        open_ += sorted(fresh)
    return seen
