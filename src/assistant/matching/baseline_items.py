"""How the items of a department, a guide each, compare with the list: a row for each, in the list's own words."""

from collections.abc import Iterator, Sequence

from assistant.lexicon.baseline import load_baseline_words
from assistant.lexicon.kinds import Kinds
from assistant.matching.baseline import Baseline, Found, find_item, item_key, same_name, stem
from assistant.matching.baseline_materials import compare_materials
from assistant.model.baseline import Comparison, ItemRow, ListedItem, LocalItem
from assistant.model.guide import Guide
from assistant.text.names import without_asides

_SHOWN = 3


def compare_items(guides: Sequence[Guide], baseline: Baseline, kinds: Kinds, whole: bool = False) -> Comparison:
    """``whole``: the guides are all that a department has, so what the list has besides is 本级缺少.

    Of a list that names departments only the items of the guides' departments can be missing, where any is theirs.
    """
    found = [find_item(guide, baseline, kinds) for guide in guides]
    claims = [_one_place(guide, one, baseline, kinds) for guide, one in zip(guides, found, strict=True)]
    rows = [_row(group, guides, found, claims, baseline, kinds) for group in _groups(guides, claims, kinds)]
    taken = {place for one in found if one for place in (*one.places, *(at for at, _ in one.candidates))}
    taken |= {place for place in claims if place is not None}
    missing = list(_missing(guides, taken, baseline)) if whole else []
    return Comparison(baseline.name, (*rows, *missing))


def _groups(guides: Sequence[Guide], claims: Sequence[int | None], kinds: Kinds) -> list[tuple[int, ...]]:
    """Guides of different names that are one listed item belong together; all others stand alone."""
    by_place: dict[int, list[int]] = {}
    for at, place in enumerate(claims):
        if place is not None:
            by_place.setdefault(place, []).append(at)
    together: dict[int, tuple[int, ...]] = {}
    for group in by_place.values():
        if len({item_key(guides[at].head.item_name, kinds) for at in group}) > 1:
            together |= dict.fromkeys(group, tuple(group))
    return list(dict.fromkeys(together.get(at, (at,)) for at in range(len(guides))))


def _one_place(guide: Guide, found: Found | None, baseline: Baseline, kinds: Kinds) -> int | None:
    """The listed item that the guide is, or is a case of (取水许可延续 of 取水许可), or a part of."""
    if found and len(found.places) == 1:
        return found.places[0]
    if found is None or found.places:
        return None
    for name in (guide.head.item_name, without_asides(guide.head.item_name)):
        key = item_key(name, kinds)
        if places := baseline.keys.get(stem(key)) or baseline.parts.get(key):
            return places[0]
    return None


def _row(
    group: tuple[int, ...],
    guides: Sequence[Guide],
    found: Sequence[Found | None],
    claims: Sequence[int | None],
    baseline: Baseline,
    kinds: Kinds,
) -> ItemRow:
    local = tuple(_local(at, guides[at]) for at in group)
    first, claim = found[group[0]], claims[group[0]]
    if len(group) > 1 and claim is not None:
        return ItemRow("需拆分合并", local, (baseline.items[claim],), note=f"本级{len(group)}项对应清单1项")
    if first is None:
        return ItemRow("本级多出", local, (), sure=False, note="指南没有事项名称，无法比对")
    listed = tuple(baseline.items[at] for at in first.places)
    if len(listed) > 1:
        return ItemRow("需拆分合并", local, listed, note=f"本级1项对应清单{len(listed)}项")
    if listed:
        return _one_to_one(guides[group[0]], local, listed[0], kinds)
    return _unmatched(local, first, claim, baseline)


def _one_to_one(guide: Guide, local: tuple[LocalItem, ...], item: ListedItem, kinds: Kinds) -> ItemRow:
    materials = compare_materials(guide.materials, item.materials, kinds) if item.materials else ()
    renamed = not same_name(guide, item, kinds)
    if _other_type(guide.head.item_type, item.type):
        note = f"本级为{guide.head.item_type}，清单为{item.type}"
        return ItemRow("类型不同", local, (item,), materials, note=f"名称也不同，{note}" if renamed else note)
    return ItemRow("名称不同" if renamed else "一致", local, (item,), materials)


def _other_type(ours: str | None, theirs: str | None) -> bool:
    """Only where both say one: 项目, 行政权力 say none."""
    types = load_baseline_words().types
    return ours in types and theirs in types and ours != theirs


def _unmatched(local: tuple[LocalItem, ...], found: Found, claim: int | None, baseline: Baseline) -> ItemRow:
    places = [*([] if claim is None else [claim]), *(at for at, _ in found.candidates)]
    near = [baseline.items[at].name for at in dict.fromkeys(places)][:_SHOWN]
    if not near:
        return ItemRow("本级多出", local, ())
    told = "、".join(f"“{name}”" for name in near)
    return ItemRow("名称不同", local, (), sure=False, note=f"或为清单的{told}，请核对；未比对材料")


def _local(at: int, guide: Guide) -> LocalItem:
    return LocalItem(at, guide.head.item_name, guide.head.item_code, guide.head.item_type)


def _missing(guides: Sequence[Guide], taken: set[int], baseline: Baseline) -> Iterator[ItemRow]:
    departments = {guide.head.department for guide in guides if guide.head.department}
    theirs = {item.department for item in baseline.items} & departments
    for at, item in enumerate(baseline.items):
        if at not in taken and (not theirs or item.department in theirs):
            yield ItemRow("本级缺少", (), (item,))
