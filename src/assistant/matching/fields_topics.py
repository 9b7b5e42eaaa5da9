"""What a form is on, asked in other words: 占道地点 and 挖掘位置 in forms on 占道挖掘 are one place.

A label that no list has is taken apart into what it is about and the class of the fact (地点, 面积, 事由). Two labels
of one class about the matter in hand are one question, unless one form asks both.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.lexicon.fields import FieldWords, plain

_Rows = Sequence[tuple[str, Sequence[str]]]
# Asked of many things in one application: these need the same topic written out.
_WRITTEN_OUT = frozenset({"number", "name", "amount", "account_number", "price", "body"})
_BARE_ADDRESS = ("地址", "详细地址", "所在地址")
_SEAT = ("注册", "登记", "法定", "办公", "住所", "工商", "执照")
# A bare 日期 or 时间 is that of the form.
_NEVER_BARE = _WRITTEN_OUT | {"time"}
# 项目地点, 使用期限: of whatever is applied for.
_OF_THE_MATTER = frozenset({"place", "time", "reason", "content", "area"})
_GENERIC = ("项目", "使用", "举办")
_SHORTEST_TAIL = 2
# Of one thing these are one: 类型 and 形式. Of the matter at large they are not: 养殖品种, 养殖方式.
_NEAR = ({"way": "kind", "people": "count"}, {"breed": "kind"})
# Known by themselves, whatever the form is on.
_BODYS_OWN = frozenset({"unit.name", "unit.address", "unit.phone", "application.matter", "application.validity"})


@dataclass(frozen=True, slots=True)
class Shape:
    """``拟申请宅基地面积`` -> about 宅基地, class area."""

    about: str
    fact: str


def shape(label: str, words: FieldWords) -> Shape:
    """The label without 拟, 申请; a label without a word of a class asks for a name."""
    rest = without_openings(label, words)
    for at in range(len(rest)):
        if fact := words.fact_classes.get(rest[at:]):
            return Shape(rest[:at].removesuffix("的").removesuffix("所在"), fact)
    return Shape(rest, "name")


def without_openings(label: str, words: FieldWords) -> str:
    """``拟申请取水量`` -> ``取水量``."""
    for opening in words.openings:
        if label.startswith(opening) and len(label) > len(opening) + 1:
            return without_openings(label.removeprefix(opening), words)
    return label


def on_the_matter(about: str, names: Sequence[str]) -> bool:
    """Is it what one of the forms is on? 占道: its characters are in 占用挖掘城市道路申请表."""
    return len(about) > 1 and any(set(about) <= set(name) for name in names)


def gather_topics(forms: _Rows, keyed: Sequence[Sequence[str]], words: FieldWords) -> tuple[tuple[str, ...], ...]:
    """The keys of the forms, with one key for the labels that ask one thing in other words."""
    names = [name for name, _ in forms]
    found = [_Asked(at, key, shape(plain(label), words)) for at, key, label in _open(forms, keyed, words)]
    same: dict[str, str] = {}
    bare = {asked.key for asked in found if not asked.shape.about} - {asked.key for asked in found if asked.shape.about}
    own = [asked for asked in found if not asked.shape.about.startswith(words.other_states)]  # 实际取水量 is another
    for group in (*_written_out(found), *_tails(found, words), *_topical(own, names)):
        join_keys(group, keyed, same, bare)
    return tuple(tuple(last_key(key, same) for key in keys) for keys in keyed)


def one_place(forms: _Rows, keyed: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """A bare 地址 is where the body does its business, unless a form parts the two; 单位地址 and 住所 are its seat."""
    pairs = [
        (plain(label), key)
        for (_, labels), keys in zip(forms, keyed, strict=True)
        for label, key in zip(labels, keys, strict=True)
    ]
    short = all(len(label) == len("校址") for label, key in pairs if key == "unit.premises")
    seat = not short and any(key == "unit.address" and _is_seat(label) for label, key in pairs)
    if seat or any({"unit.address", "unit.premises"} <= set(keys) for keys in keyed):
        return keyed
    if not any(key == "unit.premises" for _, key in pairs):
        return keyed
    return [["unit.premises" if key == "unit.address" else key for key in keys] for keys in keyed]


def _is_seat(label: str) -> bool:
    """住所, 注册地址; 企业地址 may be where it works."""
    return label not in _BARE_ADDRESS and (not label.endswith("地址") or any(word in label for word in _SEAT))


@dataclass(frozen=True, slots=True)
class _Asked:
    form: int
    key: str
    shape: Shape


def _open(forms: _Rows, keyed: Sequence[Sequence[str]], words: FieldWords) -> list[tuple[int, str, str]]:
    """The labels to be taken apart: those no list has, and things other than the body's own."""
    return [
        (at, key, label)
        for at, ((_, labels), keys) in enumerate(zip(forms, keyed, strict=True))
        for label, key in zip(labels, keys, strict=True)
        if key not in _BODYS_OWN
        and (key.startswith("other.") or key in words.things or _own_but_a_fact(key, plain(label), words))
    ]


def _own_but_a_fact(key: str, label: str, words: FieldWords) -> bool:
    """``产品编号``, ``地点``: kept to its form only because the word is short or common."""
    if not key.startswith("form-") or not key.endswith(f".{label}"):
        return False
    found = shape(label, words)
    office = any(word in label for word in words.of_the_form if word != "编号")
    return not office and found.fact != "name" and (len(found.about) > 1 or found.fact not in _NEVER_BARE)


def _written_out(found: Sequence[_Asked]) -> list[list[str]]:
    """By the very class, then by a class near it: 热源类型, 热源形式; 执业兽医人数, 执业兽医数量."""
    groups: dict[tuple[int, Shape], list[str]] = defaultdict(list)
    for step, near in enumerate(({}, *_NEAR)):
        for asked in found:
            if about := asked.shape.about:
                groups[step, Shape(about, near.get(asked.shape.fact, asked.shape.fact))].append(asked.key)
    return list(groups.values())


def _tails(found: Sequence[_Asked], words: FieldWords) -> list[list[str]]:
    """``医疗机构执业许可证号`` and ``执业许可证编号``: the longer says whose it is."""
    return [
        [longer.key, shorter.key]
        for longer in found
        for shorter in found
        if longer.form != shorter.form
        and longer.shape.fact == shorter.shape.fact
        and len(shorter.shape.about) >= _SHORTEST_TAIL
        and longer.shape.about != shorter.shape.about
        and not longer.shape.about.startswith(words.other_states)  # 原许可证号 is not 许可证号
        and longer.shape.about.endswith(shorter.shape.about)
    ]


def _topical(found: Sequence[_Asked], names: Sequence[str]) -> list[list[str]]:
    """By class and by the form whose matter it is: 停车场 of one form and 经营 of another are two.

    The reason asked is always that of the application: 设立理由, 占道事由.
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for asked in found:
        about, fact = asked.shape.about, _NEAR[1].get(asked.shape.fact, asked.shape.fact)
        if fact in (_WRITTEN_OUT if about else _NEVER_BARE):
            continue
        own = fact == "reason" and (not about or about in _GENERIC or on_the_matter(about, names))
        for name in ("",) if own else names:
            general = about in _GENERIC and (about, fact) != ("使用", "place")  # 使用场所 of a device
            general = general and fact in _OF_THE_MATTER
            if not name or not about or general or on_the_matter(about, (name,)):
                groups[fact, name].append(asked.key)
    return list(groups.values())


def join_keys(group: Sequence[str], keyed: Sequence[Sequence[str]], same: dict[str, str], bare: set[str]) -> None:
    """One key for the group; nothing if a form asks two of them, or if two of them are known to be two things."""
    ends = {last_key(key, same) for key in group}
    known = [key for key in ends if not key.startswith(("other.", "form-")) and key not in bare]
    if len(ends) < 2 or len(known) > 1 or any(_asked_twice(ends, keys, same) for keys in keyed):
        return
    first = known[0] if known else min(ends)
    same.update({key: first for key in ends if key != first})


def _asked_twice(ends: set[str], keys: Sequence[str], same: Mapping[str, str]) -> bool:
    return sum(last_key(key, same) in ends for key in keys) > 1


def last_key(key: str, same: Mapping[str, str]) -> str:
    while key in same:
        key = same[key]
    return key
