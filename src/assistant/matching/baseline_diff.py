"""What a newer version of a list changes: items by code, then by name; materials as in a comparison."""

from collections.abc import Iterator, Sequence

from assistant.lexicon.kinds import Kinds
from assistant.matching.baseline import Baseline, item_key
from assistant.matching.codes import full_code
from assistant.model.baseline import Change, ListedItem

_RENAMED = 0.86


def changes(old: Baseline, new: Baseline, kinds: Kinds) -> tuple[Change, ...]:
    """In the order of the newer list, then what the older one had besides."""
    before = _befores(old, new, kinds)
    found: list[Change] = []
    for item, place in zip(new.items, before, strict=True):
        if place is None:
            found.append(Change("新增", item.name, item.code, (), (item.name,)))
        else:
            found += _changed(old.items[place], item)
    kept = set(before)
    gone = [item for at, item in enumerate(old.items) if at not in kept]
    return (*found, *(Change("取消", item.name, item.code, (item.name,), ()) for item in gone))


def _befores(old: Baseline, new: Baseline, kinds: Kinds) -> list[int | None]:
    """For each item of the newer list its place in the older one; each old item is given once."""
    free = set(range(len(old.items)))
    found: list[int | None] = [None] * len(new.items)
    for ways in (_by_code_and_name, _by_code, _by_name, _by_likeness):
        for at, item in enumerate(new.items):
            if found[at] is None:
                place = next((p for p in ways(item, old, kinds) if p in free), None)
                found[at] = place
                free -= {place}
    return found


def _by_code_and_name(item: ListedItem, old: Baseline, kinds: Kinds) -> Iterator[int]:
    named = set(_by_name(item, old, kinds))
    yield from (place for place in _by_code(item, old, kinds) if place in named)


def _by_code(item: ListedItem, old: Baseline, _: Kinds) -> Sequence[int]:
    return old.codes.get(full_code(item.code), ()) if item.code else ()


def _by_name(item: ListedItem, old: Baseline, kinds: Kinds) -> Sequence[int]:
    return old.keys.get(item_key(item.name, kinds), ())


def _by_likeness(item: ListedItem, old: Baseline, kinds: Kinds) -> Iterator[int]:
    """Only between items that do not both have codes: two codes are two items."""
    for place, _ in old.index.like(item_key(item.name, kinds), _RENAMED):
        if not (item.code and old.items[place].code):
            yield place


def _changed(old: ListedItem, new: ListedItem) -> Iterator[Change]:
    if old.name != new.name:
        yield Change("变更名称", new.name, new.code, (old.name,), (new.name,))
    if old.type != new.type:
        yield Change("变更类型", new.name, new.code, _told(old.type), _told(new.type))
    if full_code(old.code or "") != full_code(new.code or ""):
        yield Change("变更编码", new.name, new.code, _told(old.code), _told(new.code))
    before, after = ([material.name for material in item.materials] for item in (old, new))
    gone, come = ([n for n in one if n not in other] for one, other in ((before, after), (after, before)))
    if gone or come:
        yield Change("变更材料", new.name, new.code, tuple(gone), tuple(come))


def _told(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
