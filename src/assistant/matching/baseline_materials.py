"""How the materials of a guide compare with those that the list has for the item."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.slots import load_slots
from assistant.matching.joined import parts
from assistant.matching.pairs import OTHER_HOLDER, Relation, apart, relation
from assistant.model.baseline import ListedMaterial, MaterialRow, Result
from assistant.model.material import Candidate, Material
from assistant.text.names import tidy, without_asides

_LIKE = 0.6
_SHOWN = 3
_NEEDED = {"required": "必要", "conditional": "特定情形", "optional": "非必要", "deferrable": "容缺后补"}
# places of local materials, places of listed ones
Group = tuple[list[int], list[int]]


def compare_materials(
    materials: Sequence[Material], listed: Sequence[ListedMaterial], kinds: Kinds
) -> tuple[MaterialRow, ...]:
    """A row for each material of ours in its order, then for each that the list has and we do not ask for."""
    names, others = [material.name for material in materials], [paper.name for paper in listed]
    groups = list(_joined(names, others, kinds))
    groups += _same(names, others, groups, kinds)
    rows = [(min(local), _row(local, there, materials, listed)) for local, there in groups]
    free = _without(range(len(names)), (local for local, _ in groups))
    left = _without(range(len(others)), (there for _, there in groups))
    unmatched = [(at, _unmatched(materials[at], others, kinds)) for at in free]
    rows += unmatched
    perhaps = {candidate.name for _, row in unmatched for candidate in row.candidates}
    missing = [_missing(listed[at], listed[at].name in perhaps) for at in left]
    return (*(row for _, row in sorted(rows, key=lambda row: row[0])), *missing)


def _without(places: Iterable[int], taken: Iterable[Sequence[int]]) -> list[int]:
    gone = set(chain.from_iterable(taken))
    return [at for at in places if at not in gone]


def _same(names: Sequence[str], others: Sequence[str], joined: Sequence[Group], kinds: Kinds) -> Iterator[Group]:
    """Papers that are one: by name, else by what they are. Several on one side where that side splits the paper."""
    free = _without(range(len(names)), (local for local, _ in joined))
    left = _without(range(len(others)), (there for _, there in joined))
    by_name = dict(zip(free, _by_name([names[at] for at in free], {n: others[n] for n in left}), strict=True))
    taken = set(chain.from_iterable(by_name.values()))
    found: dict[int, list[int]] = {}
    for at, same in by_name.items():
        # One that has its name in the list may be more than that one; one that has not may be any.
        rest = [n for n in left if not same or n not in taken]
        found[at] = same + [n for n in rest if _is(names[at], others[n], kinds)]
    yield from _connected({at: there for at, there in found.items() if there})


def _by_name(names: Sequence[str], others: Mapping[int, str]) -> list[list[int]]:
    """Places in ``others`` of the same name, else of one that differs in form and brackets alone."""
    exact = [[n for n, other in others.items() if tidy(other) == tidy(name)] for name in names]
    taken, bare = set(chain.from_iterable(exact)), {n: _bare(other) for n, other in others.items()}
    like = [[n for n, other in bare.items() if n not in taken and other == _bare(name)] for name in names]
    return [one or other for one, other in zip(exact, like, strict=True)]


def _is(name: str, other: str, kinds: Kinds) -> bool:
    return relation(name, other, kinds).value == "same"


def _connected(found: dict[int, list[int]]) -> Iterator[Group]:
    """Local materials that share a listed one belong together."""
    groups: list[Group] = []
    for at, there in found.items():
        near = [group for group in groups if set(group[1]) & set(there)]
        merged = ([at], list(there))
        for group in near:
            merged = (group[0] + merged[0], group[1] + merged[1])
            groups.remove(group)
        groups.append((sorted(set(merged[0])), sorted(set(merged[1]))))
    yield from groups


def _joined(names: Sequence[str], others: Sequence[str], kinds: Kinds) -> Iterator[Group]:
    """One name that joins several of the other side: 方位示意图和平面图 are two in the list, or with us."""
    both = {tidy(name) for name in names} & {tidy(other) for other in others}
    free = {at: name for at, name in enumerate(names) if tidy(name) not in both}
    left = {n: other for n, other in enumerate(others) if tidy(other) not in both}
    for at in list(free):
        if there := _find_parts(names[at], left, kinds):
            del free[at]
            left = {n: other for n, other in left.items() if n not in there}
            yield [at], there
    for n in left:
        if ours := _find_parts(others[n], free, kinds):
            free = {at: name for at, name in free.items() if at not in ours}
            yield ours, [n]


def _find_parts(name: str, candidates: Mapping[int, str], kinds: Kinds) -> list[int]:
    """The places of the candidates that each are a part of ``name``; every part must be found."""
    found: list[int] = []
    for wordings in parts(name):
        place = next((n for n, other in candidates.items() if n not in found and _any(wordings, other, kinds)), None)
        if place is None:
            return []
        found.append(place)
    return sorted(found)


def _any(wordings: Sequence[str], other: str, kinds: Kinds) -> bool:
    return any(_bare(wording) == _bare(other) for wording in wordings) or _is(wordings[0], other, kinds)


def _row(
    local: Sequence[int], there: Sequence[int], materials: Sequence[Material], listed: Sequence[ListedMaterial]
) -> MaterialRow:
    ours, theirs = [materials[at] for at in local], [listed[at] for at in there]
    names = tuple(dict.fromkeys(material.name for material in ours))
    others = tuple(dict.fromkeys(paper.name for paper in theirs))
    ids = tuple(material.id for material in ours)
    if len(names) == 1 and len(others) == 1:
        result, note = _one_to_one(ours[0], theirs[0])
        return MaterialRow(result, ids, names, others, note=note)
    candidates = tuple(Candidate(str(at + 1), listed[at].name, 1.0, "需拆分或合并") for at in there)
    note = f"本级{len(names)}项对应清单{len(others)}项"
    return MaterialRow("需拆分合并", ids, names, others, note=note, candidates=candidates)


def _one_to_one(material: Material, paper: ListedMaterial) -> tuple[Result, str]:
    """What is asked for differently comes before how it is called."""
    renamed = _bare(material.name) != _bare(paper.name)
    differs = [note for note in (_form(material, paper), _need(material, paper)) if note]
    if differs:
        return "类型不同", "，".join([*(["名称也不同"] if renamed else []), *differs])
    return ("名称不同", "") if renamed else ("一致", "")


def _form(material: Material, paper: ListedMaterial) -> str:
    if paper.form is None or material.original is None or material.original == (paper.form == "原件"):
        return ""
    return f"本级要{'原件' if material.original else '复印件'}，清单为{paper.form}"


def _need(material: Material, paper: ListedMaterial) -> str:
    """A condition of ours is no difference: the list has no column for it."""
    ours, theirs = material.necessity, paper.necessity
    if ours is None or theirs is None or ours == theirs or "conditional" in (ours, theirs):
        return ""
    return f"本级为{_NEEDED[ours]}，清单为{_NEEDED[theirs]}"


def _unmatched(material: Material, others: Sequence[str], kinds: Kinds) -> MaterialRow:
    """Like any listed one, also one that another of ours already is: then nobody can say it is more than listed."""
    near = [_candidate(material.name, name, others, kinds) for name in others]
    found = sorted((candidate for candidate in near if candidate), key=lambda c: (-c.score, c.name))[:_SHOWN]
    row = MaterialRow("本级多出", (material.id,), (material.name,), ())
    if not found:
        return row
    note = "或为清单的" + "、".join(f"“{candidate.name}”（{candidate.because}）" for candidate in found)
    return replace(row, result="名称不同", sure=False, note=note, candidates=tuple(found))


def _candidate(name: str, other: str, others: Sequence[str], kinds: Kinds) -> Candidate | None:
    from rapidfuzz import fuzz

    place = str(others.index(other) + 1)
    found: Relation = relation(name, other, kinds)
    if {found.value, relation(other, name, kinds).value} & {"covers", "substitutable"}:
        return Candidate(place, other, 0.8, "可能互相替代")
    score = fuzz.ratio(tidy(name), tidy(other)) / 100
    if found.value == "opposite" or found.reason == OTHER_HOLDER or score < _LIKE or apart(name, other):
        return None
    return Candidate(place, other, round(score, 2), "名称相近")


def _missing(paper: ListedMaterial, perhaps: bool) -> MaterialRow:
    """Not certain where a material of ours may be it, or where the list itself does not insist."""
    notes = ["或即本级名称相近的材料"] if perhaps else []
    if paper.necessity in ("optional", "deferrable"):
        notes.append(f"清单为{_NEEDED[paper.necessity]}材料")
    return MaterialRow("本级缺少", (), (), (paper.name,), sure=not notes, note="，".join(notes))


def _bare(name: str) -> str:
    """Without brackets, punctuation and form: 营业执照正、副本 -> 营业执照."""
    bare, tails = re.sub(r"\W", "", without_asides(name)), load_slots().tails
    while found := [tail for tail in tails if bare.endswith(tail) and len(bare) > len(tail) + 1]:
        bare = bare.removesuffix(max(found, key=len))
    return bare
