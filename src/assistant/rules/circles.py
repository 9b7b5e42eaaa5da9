"""Guides of one file that ask for each other's result (循环证明), also around more than one corner."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from assistant.model.document import Document
from assistant.model.guide import Guide
from assistant.rules.papers import bare

# 消防安全检查合格证、批准文书 | one result a line
_PARTS = re.compile(r"[、，,；;。\n\t|]+")
# Shorter names (登记证, 许可证书) end too many others.
_TELLING = 6
_TAIL = re.compile(r"(（[^）]*）|\([^)]*\))|(核发|审批|申领|办理|申请|许可)$")


def circles(guides: Sequence[Guide], document: Document) -> Mapping[str, str]:
    """For each material id that closes a circle the name of the item it leads back from."""
    if len(guides) < 2:
        return {}
    results = {guide.id: _results(guide, document) for guide in guides}
    givers = _by_ending(results)
    names = {guide.id: guide.head.item_name for guide in guides}
    needs = [
        (guide.id, giver, material.id)
        for guide in guides
        for material in guide.materials
        if not any(_is_result(material.name, result) for result in results[guide.id])  # 变更 and 延续 of one licence
        for giver in _givers(material.name, givers)
    ]
    edges: Mapping[str, set[str]] = defaultdict(set)
    for source, giver, _ in needs:
        edges[source].add(giver)
    return {material: names[giver] for source, giver, material in needs if _reaches(giver, source, edges)}


def _results(guide: Guide, document: Document) -> frozenset[str]:
    """What the guide ends in, by its result section and by the item's own name (…许可 -> …许可证)."""
    sections = [section.body.of(document.text) for section in guide.sections if section.element == "result"]
    names = {bare(part) for text in sections for part in _PARTS.split(text)}
    item = bare(_TAIL.sub("", guide.head.item_name))
    if item:
        names |= {item + "许可证", item + "证", item + "证书"}
    return frozenset(name for name in names if len(name) >= 4)


def _by_ending(results: Mapping[str, frozenset[str]]) -> Mapping[str, list[tuple[str, str]]]:
    """Results and their guides by the last characters: a file may hold thousands of guides."""
    endings: Mapping[str, list[tuple[str, str]]] = defaultdict(list)
    for guide, names in results.items():
        for name in sorted(names):
            endings[_ending(name)].append((name, guide))
    return endings


def _givers(name: str, givers: Mapping[str, list[tuple[str, str]]]) -> list[str]:
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


def _reaches(start: str, goal: str, edges: Mapping[str, set[str]]) -> bool:
    seen, open_ = {start}, [start]
    while open_:
        here = open_.pop()
        if here == goal:
            return True
        fresh = edges.get(here, set()) - seen
        seen |= fresh
        open_ += sorted(fresh)
    return False
