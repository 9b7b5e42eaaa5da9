"""Compares a guide with the list of basic items (基础事项清单) of the level above."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import BaselineError
from assistant.lexicon.baseline import BaselineWords, load_baseline_words
from assistant.lexicon.kinds import Kinds, load_kinds
from assistant.lexicon.slots import load_slots
from assistant.matching.baseline_rows import Row, read_rows
from assistant.matching.name_index import NameIndex, index_names
from assistant.matching.pairs import OTHER_HOLDER, Relation, apart, relation
from assistant.model.guide import BaselineItem, Guide
from assistant.model.material import BaselineMatch, Candidate, Material
from assistant.text.names import tidy, without_asides

# 1.营业执照；2.身份证 in one cell
_BETWEEN = re.compile(r"[\n;；]+|(?<=.)(?=[(（]?\d{1,2}[)）.、．](?!\d))")
_NUMBER = re.compile(r"^\s*[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*")
_RENAMED_ITEM, _LIKE_ITEM, _LIKE_MATERIAL = 0.86, 0.72, 0.6


@dataclass(frozen=True, slots=True)
class Item:
    """``materials`` are the names as listed; ``where`` is the line of the list the item stands in."""

    code: str | None
    name: str
    type: str | None
    level: str | None
    materials: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    items: tuple[Item, ...]
    codes: Mapping[str, int]
    keys: Mapping[str, int]
    index: NameIndex


def load_baseline(path: Path) -> Baseline:
    """A row an item, or a row a material of the item above. Raises BaselineError with path:line."""
    words, kinds = load_baseline_words(), load_kinds()
    items = tuple(_items(read_rows(path, words)))
    if not items:
        raise BaselineError(f"{path.name}:1", "清单里没有事项")
    keys = [_item_key(item.name, words, kinds) for item in items]
    first: dict[str, int] = {}
    for at, key in enumerate(keys):
        first.setdefault(key, at)
    codes = {_code(item.code): at for at, item in reversed(list(enumerate(items))) if item.code}
    return Baseline(items, codes, first, index_names(keys))


def match_guide(guide: Guide, baseline: Baseline, kinds: Kinds) -> Guide:
    """The guide with the baseline's item and, where that is certain, how each material compares."""
    found = _find_item(guide, baseline, kinds)
    if not isinstance(found, int):
        return replace(guide, baseline=found)
    item = baseline.items[found]
    materials, missing = _compare(guide.materials, item.materials, kinds)
    same = _item_key(item.name, load_baseline_words(), kinds) == _guide_key(guide, kinds)
    shown = BaselineItem("same" if same else "renamed", item.code, item.name, item.type, item.level, missing)
    return replace(guide, materials=materials, baseline=shown)


def _items(rows: Iterable[Row]) -> Iterator[Item]:
    """Rows of one item follow each other: with its name repeated, or blank below the first."""
    current: Item | None = None
    for row in rows:
        if not row.cells:
            continue
        name, code = row.cells.get("name", ""), row.cells.get("code")
        materials = tuple(_materials(row.cells.get("materials", "")))
        if current and (not name or (name == current.name and code in (None, current.code))):
            current = replace(current, materials=current.materials + materials)
            continue
        if not name:
            raise BaselineError(row.where, "缺少事项名称")
        if current:
            yield current
        current = Item(code, name, row.cells.get("type"), row.cells.get("level"), materials, row.where)
    if current:
        yield current


def _materials(cell: str) -> Iterator[str]:
    for part in _BETWEEN.split(cell):
        if name := _NUMBER.sub("", part).strip(" 。,，"):
            yield name


def _find_item(guide: Guide, baseline: Baseline, kinds: Kinds) -> int | BaselineItem | None:
    """The place of the item; a value for an item that is like one or not listed; None without a name."""
    code = guide.head.item_code
    if code and _code(code) in baseline.codes:
        return baseline.codes[_code(code)]
    key = _guide_key(guide, kinds)
    if not key:
        return None
    plain = _item_key(without_asides(guide.head.item_name), load_baseline_words(), kinds)
    for name in (key, plain):
        if name in baseline.keys:
            return baseline.keys[name]
    like = [hit for hit in baseline.index.like(key, _LIKE_ITEM) if not apart(key, baseline.index.names[hit[0]])]
    if like and like[0][1] >= _RENAMED_ITEM and (len(like) == 1 or like[0][1] - like[1][1] > 0.05):
        return like[0][0]
    if not like:
        return BaselineItem("extra", None, None, None, None, ())
    items = [(baseline.items[at], score) for at, score in like]
    shown = tuple(Candidate(item.code or "", item.name, round(score, 2), "事项名称相近") for item, score in items)
    return BaselineItem("unsure", None, None, None, None, (), shown)


def _code(code: str) -> str:
    return re.sub(r"\W", "", code).upper()


def _guide_key(guide: Guide, kinds: Kinds) -> str:
    return _item_key(guide.head.item_name, load_baseline_words(), kinds)


def _item_key(name: str, words: BaselineWords, kinds: Kinds) -> str:
    key = kinds.key(name)
    for end in words.idle_ends:
        if key.endswith(end) and len(key) - len(end) > 2:
            key = key[: -len(end)]
    return key


def _compare(
    materials: Sequence[Material], listed: Sequence[str], kinds: Kinds
) -> tuple[tuple[Material, ...], tuple[str, ...]]:
    matches = [_match(material, listed, kinds) for material in materials]
    seen = {found.name for found in matches} | {c.name for found in matches for c in found.candidates}
    compared = tuple(replace(m, baseline=found) for m, found in zip(materials, matches, strict=True))
    return compared, tuple(name for name in listed if name not in seen)


def _match(material: Material, listed: Sequence[str], kinds: Kinds) -> BaselineMatch:
    for name in listed:
        if _bare(material.name) == _bare(name):
            return BaselineMatch("same", _id(name, listed), name)
    relations = {name: relation(material.name, name, kinds) for name in listed}
    for name, found in relations.items():
        if found.value == "same":
            return BaselineMatch("renamed", _id(name, listed), name)
    near = [_candidate(material.name, name, found, listed, kinds) for name, found in relations.items()]
    candidates = sorted((c for c in near if c), key=lambda c: (-c.score, c.name))
    return BaselineMatch("unsure", candidates=tuple(candidates[:3])) if candidates else BaselineMatch("extra")


def _candidate(name: str, other: str, found: Relation, listed: Sequence[str], kinds: Kinds) -> Candidate | None:
    from rapidfuzz import fuzz

    if {found.value, relation(other, name, kinds).value} & {"covers", "substitutable"}:
        return Candidate(_id(other, listed), other, 0.8, "可能互相替代")
    score = fuzz.ratio(tidy(name), tidy(other)) / 100
    if found.value == "opposite" or found.reason == OTHER_HOLDER or score < _LIKE_MATERIAL or apart(name, other):
        return None
    return Candidate(_id(other, listed), other, round(score, 2), "名称相近")


def _id(name: str, listed: Sequence[str]) -> str:
    return str(listed.index(name) + 1)


def _bare(name: str) -> str:
    """Without brackets, punctuation and form: 营业执照正、副本 -> 营业执照."""
    bare, tails = re.sub(r"\W", "", without_asides(name)), load_slots().tails
    while found := [tail for tail in tails if bare.endswith(tail) and len(bare) > len(tail) + 1]:
        bare = bare.removesuffix(max(found, key=len))
    return bare
