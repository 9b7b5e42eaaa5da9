"""Guides of one file that ask for each other's result (循环证明), also around more than one corner."""

import re
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
    results = {guide.id: _results(guide, document) for guide in guides}
    needs = [
        (guide.id, other, material.id)
        for guide in guides
        for material in guide.materials
        if not _is_result(material.name, results[guide.id])  # 变更 and 延续 both ask for the licence they renew
        for other in guides
        if other.id != guide.id and _is_result(material.name, results[other.id])
    ]
    edges = {(source, other.id) for source, other, _ in needs}
    return {material: other.head.item_name for source, other, material in needs if _reaches(other.id, source, edges)}


def _results(guide: Guide, document: Document) -> frozenset[str]:
    """What the guide ends in, by its result section and by the item's own name (…许可 -> …许可证)."""
    sections = [section.body.of(document.text) for section in guide.sections if section.element == "result"]
    names = {bare(part) for text in sections for part in _PARTS.split(text)}
    item = bare(_TAIL.sub("", guide.head.item_name))
    if item:
        names |= {item + "许可证", item + "证", item + "证书"}
    return frozenset(name for name in names if len(name) >= 4)


def _is_result(name: str, results: frozenset[str]) -> bool:
    plain = bare(name).removesuffix("复印件")
    return any(plain == result or plain + "书" == result or _tail(plain, result) for result in results)


def _tail(one: str, other: str) -> bool:
    """公众聚集场所消防安全检查合格证 | 消防安全检查合格证: the longer name ends in the shorter, if that says enough."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _TELLING and long.endswith(short)


def _reaches(start: str, goal: str, edges: set[tuple[str, str]]) -> bool:
    seen, open_ = {start}, [start]
    while open_:
        here = open_.pop()
        if here == goal:
            return True
        fresh = {other for source, other in edges if source == here} - seen
        seen |= fresh
        open_ += sorted(fresh)
    return False
