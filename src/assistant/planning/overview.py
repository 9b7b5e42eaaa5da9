"""Items added up: by department and for the whole list, against 三个三分之一 and 两个二分之一."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from assistant.model.overview import ChainTimes, Further, Group, ItemSummary, Overview, Reach, Tally
from assistant.planning.items import reach, smallest


def overview(items: Iterable[ItemSummary]) -> Overview:
    """Departments in the order they first come; the guides that name none are a group of their own, last."""
    rows = tuple(items)
    names = sorted(dict.fromkeys(row.department for row in rows), key=lambda name: name is None)
    groups = tuple(_group(name, [row for row in rows if row.department == name]) for name in names)
    chains = sorted({row.chain for row in rows if row.chain})
    times = tuple(_times(name, [row for row in rows if row.chain == name]) for name in chains)
    return Overview(_group("全部", rows), groups, times, rows)


def _group(name: str | None, items: Sequence[ItemSummary]) -> Group:
    materials = _sum(item.materials for item in items)
    steps = _sum(item.steps for item in items)
    ways = Counter(item.reach for item in items)
    open_cuts: list[Further] = sorted((cut for item in items for cut in item.open), key=lambda cut: not cut.chosen)
    return Group(
        name=name,
        items=len(items),
        set_by_law=sum(item.set_by_law is True for item in items),
        materials=materials,
        apart=_sum(item.apart for item in items),
        names=_sum(item.names for item in items),
        merged=sum(item.merged for item in items),
        verified=sum(item.verified for item in items),
        steps=steps,
        posts=sum(item.posts for item in items),
        forms=(sum(item.forms[0] for item in items), sum(item.forms[1] for item in items)),
        instant=(sum(item.instant[0] for item in items), sum(item.instant[1] for item in items)),
        reach=reach(materials),
        steps_reach=reach(steps),
        reached=tuple((way, ways[way]) for way in get_args(Reach) if ways[way]),
        further=smallest(materials, open_cuts),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    rows = tuple(tallies)
    return Tally(
        sum(row.before for row in rows),
        sum(row.certain for row in rows),
        sum(row.chosen for row in rows),
        sum(row.possible for row in rows),
    )


def _times(name: str, items: Sequence[ItemSummary]) -> ChainTimes:
    days = [item.days for item in items if item.days is not None]
    before, after = [pair[0] for pair in days], [pair[1] for pair in days]
    serial = (sum(before), sum(after))
    return ChainTimes(
        name,
        len(items),
        len(items) - len(days),
        serial,
        (max(before, default=0), max(after, default=0)),
        bool(serial[0]) and 2 * serial[1] <= serial[0],
    )
