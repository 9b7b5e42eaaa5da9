"""Compares a guide with the list of basic items (基础事项清单) of the level above."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.lexicon.baseline import load_baseline_words
from assistant.lexicon.kinds import Kinds
from assistant.matching.baseline_materials import compare_materials
from assistant.matching.codes import basic_code, full_code
from assistant.matching.joined import parts, places_of_parts
from assistant.matching.name_index import NameIndex, index_names
from assistant.matching.pairs import apart
from assistant.model.baseline import ListedItem, MaterialRow
from assistant.model.guide import BaselineItem, Guide
from assistant.model.material import BaselineMatch, Candidate
from assistant.text.names import without_asides

# 登记, 年检: no part of a name that is an item of its own
_SHORT = 4
_RENAMED, _LIKE, _AHEAD = 0.86, 0.72, 0.05
Places = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """``name`` is the list's. ``codes`` are full and basic ones, ``keys`` names in one spelling, ``stems`` such names
    without what is done (变更, 延续) and the names of main items; all lead to places in ``items``. ``parts`` leads
    from what a listed name joins (困难残疾人生活补贴 of 困难残疾人生活补贴和重度残疾人护理补贴) to its place."""

    name: str
    items: tuple[ListedItem, ...]
    codes: Places
    keys: Places
    stems: Places
    parts: Places
    index: NameIndex


@dataclass(frozen=True, slots=True)
class Found:
    """``places`` of the items that a guide is: several where the list splits it; none with ``candidates``: perhaps."""

    places: tuple[int, ...] = ()
    candidates: tuple[tuple[int, float], ...] = ()


def index_items(items: Sequence[ListedItem], kinds: Kinds, name: str = "") -> Baseline:
    keys = [item_key(item.name, kinds) for item in items]
    codes = [{full_code(item.code), basic_code(item.code)} if item.code else set() for item in items]
    stems = [_stems(item, key, kinds) for item, key in zip(items, keys, strict=True)]
    return Baseline(
        name,
        tuple(items),
        _places(codes),
        _places([{key} for key in keys]),
        _places(stems),
        _places([_parts(item.name, kinds) for item in items]),
        index_names(keys),
    )


def match_guide(guide: Guide, baseline: Baseline, kinds: Kinds) -> Guide:
    """The guide with the baseline's item and, where that is certain, how each material compares."""
    found = find_item(guide, baseline, kinds)
    if found is None:
        return guide
    if len(found.places) != 1:
        return replace(guide, baseline=_not_one(found, baseline))
    item = baseline.items[found.places[0]]
    rows = compare_materials(guide.materials, item.materials, kinds)
    matches = {place: match for row in rows for place, match in _matches(row, item)}
    materials = tuple(replace(m, baseline=matches[m.id]) for m in guide.materials)
    missing = tuple(name for row in rows if row.result == "本级缺少" and row.sure for name in row.listed)
    named: Literal["same", "renamed"] = "same" if same_name(guide, item, kinds) else "renamed"
    shown = BaselineItem(named, item.code, item.name, item.type, item.level, missing)
    return replace(guide, materials=materials, baseline=shown)


def find_item(guide: Guide, baseline: Baseline, kinds: Kinds) -> Found | None:
    """By code, then by name, then by likeness. None for a guide without a name."""
    key = item_key(guide.head.item_name, kinds)
    by_code = _by_code(guide.head.item_code, key, baseline)
    if by_code:
        return Found(by_code)
    if not key:
        return None
    plain = item_key(without_asides(guide.head.item_name), kinds)
    for name in (key, plain):
        if name in baseline.keys:
            return Found((_of_department(baseline.keys[name], guide.head.department, baseline),))
    split = baseline.stems.get(key, ())
    if len(split) < 2:
        split = _joined(guide.head.item_name, baseline, kinds)
    return Found(split) if len(split) > 1 else _like(key, baseline)


def _joined(name: str, baseline: Baseline, kinds: Kinds) -> tuple[int, ...]:
    """The listed items that a name of ours joins; all its parts must be listed."""
    readings = {reading: item_key(reading, kinds) for part in parts(name) for reading in part}
    known = {reading: baseline.keys[key][0] for reading, key in readings.items() if key in baseline.keys}
    return tuple(places_of_parts(name, known))


def item_key(name: str, kinds: Kinds) -> str:
    """The item's name in one spelling, without words that only say what the page is."""
    key, ends = kinds.key(name), load_baseline_words().idle_ends
    while found := next((end for end in ends if key.endswith(end) and len(key) - len(end) > 2), None):
        key = key.removesuffix(found)
    return key


def stem(key: str) -> str:
    """An item's key without what is done: 个体工商户注销登记 -> 个体工商户登记."""
    for act in load_baseline_words().acts:
        if act in key and len(key) - len(act) > 3:
            return key.replace(act, "", 1)
    return key


def _stems(item: ListedItem, key: str, kinds: Kinds) -> set[str]:
    main = {item_key(item.main, kinds)} if item.main else set()
    return ({stem(key)} | main) - {key}


def _parts(name: str, kinds: Kinds) -> set[str]:
    """Keys of what the name joins, each long enough to be an item's name."""
    found = {item_key(reading, kinds) for readings in parts(name) for reading in readings}
    return {key for key in found if len(key) > _SHORT}


def same_name(guide: Guide, item: ListedItem, kinds: Kinds) -> bool:
    return item_key(item.name, kinds) == item_key(guide.head.item_name, kinds)


def _places(found: Sequence[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    for at, names in enumerate(found):
        for name in sorted(names):
            places[name] = (*places.get(name, ()), at)
    return places


def _by_code(code: str | None, key: str, baseline: Baseline) -> tuple[int, ...]:
    """Several items may have one code, such as the cases (业务办理项) of one: then the name tells which."""
    if not code:
        return ()
    places = baseline.codes.get(full_code(code)) or baseline.codes.get(basic_code(code), ())
    named = tuple(place for place in places if baseline.index.names[place] == key)
    return named[:1] or places


def _of_department(places: tuple[int, ...], department: str | None, baseline: Baseline) -> int:
    """Several departments may have an item of one name."""
    same = [at for at in places if department and baseline.items[at].department == department]
    return (same or places)[0]


def _like(key: str, baseline: Baseline) -> Found:
    like = [hit for hit in baseline.index.like(key, _LIKE) if not apart(key, baseline.index.names[hit[0]])]
    like = like or list(_holding(key, baseline))
    if like and like[0][1] >= _RENAMED and (len(like) == 1 or like[0][1] - like[1][1] > _AHEAD):
        return Found((like[0][0],))
    return Found(candidates=tuple(like))


def _holding(key: str, baseline: Baseline) -> Iterator[tuple[int, float]]:
    """A listed name inside the longer one of ours, never certain: 临时救助 in 临时救助对象认定和救助金给付."""
    for end in range(len(key), _SHORT - 1, -1):
        for start in range(len(key) - end + 1):
            if places := baseline.keys.get(key[start : start + end]):
                yield places[0], end / len(key)
                return


def _not_one(found: Found, baseline: Baseline) -> BaselineItem:
    """Extra where nothing is like it; unsure with candidates for what is like it, and for what the list splits."""
    hits = [(at, 1.0, "清单分列的事项") for at in found.places]
    hits += [(at, round(score, 2), "事项名称相近") for at, score in found.candidates]
    shown = tuple(
        Candidate(baseline.items[at].code or "", baseline.items[at].name, score, because) for at, score, because in hits
    )
    return BaselineItem("unsure" if shown else "extra", None, None, None, None, (), shown)


def _matches(row: MaterialRow, item: ListedItem) -> Iterable[tuple[str, BaselineMatch]]:
    """What the rules see of a row: what must be split or merged is for people to decide."""
    match = BaselineMatch("extra")
    if row.listed and not row.candidates and len(row.local) == len(row.listed) == 1:
        same = row.result == "一致" or (row.result == "类型不同" and not row.note.startswith("名称"))
        names = [listed.name for listed in item.materials]
        match = BaselineMatch("same" if same else "renamed", str(names.index(row.listed[0]) + 1), row.listed[0])
    elif row.candidates or not row.sure:
        match = BaselineMatch("unsure", candidates=row.candidates)
    return ((place, match) for place in row.ids)
