"""Labels brought to known words before they are read: 社团名称 -> 社会团体名称, 零售点地址 -> 单位地址.

A form of a trade that no list has calls the body after the trade (旅馆名称, 采矿权人) and its people after their task
(治安保卫负责人). What is replaced is the word alone; labels that are known stay as they are written.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching.fields_subject import split_label

FormLabels = tuple[str, Sequence[str]]
# 甲方（用人单位）
_ASIDE = re.compile(r"[（(]([^（）()]+)[）)]")
# 旅馆名称, 零售店全称
_CALLED = re.compile(r"(?P<stem>.{2,})(?:名称|全称)")
# 身份证号码/统一社会信用代码, 姓名或名称
_EITHER = re.compile(r"[/、]|或者?|及|和")
_FAR = 2
_AFTER = ("变更后的", "变更后", "新")
_SHORTEST = 3  # 名称 alone names nothing


def known(label: str, words: FieldWords) -> bool:
    """Is the label itself, or its role and its fact, in the lists?"""
    listed = label in words.thing_words or label in words.role_words or label in words.fact_words
    return listed or split_label(label, words)[1] is not None


def worded(forms: Sequence[FormLabels], words: FieldWords) -> tuple[FormLabels, ...]:
    """The forms with the wording of the lists; as many labels as before, in their order."""
    spelt = [(name, [_spelt(label, words) for label in _parties(labels, words)]) for name, labels in forms]
    spelt = _succeeded(spelt, words)
    every = [plain(label) for _, labels in spelt for label in labels]
    people = people_of(every, words) | {label for label in words.role_words if label in every}
    bodies = _Bodies(spelt, words).stems()
    rename = partial(_renamed, bodies=bodies, people=people, words=words)
    return tuple((name, tuple(map(rename, labels))) for name, labels in spelt)


def _succeeded(forms: Sequence[tuple[str, list[str]]], words: FieldWords) -> list[tuple[str, list[str]]]:
    """拟任举办者 and 新举办者 are one; where no form names 原举办者, he is the 举办者."""
    every = {plain(label) for _, labels in forms for label in labels}

    def _now(label: str) -> str:
        bare = plain(label)
        opening = next((each for each in words.successors if bare.startswith(each)), "")
        who = bare.removeprefix(opening)
        if not opening or known(bare, words):
            return label
        if opening in _AFTER and known(who, words):
            return f"新{who}"  # 变更后住所
        if not is_person(who.removesuffix("姓名"), words):
            return label
        former = any(each.startswith(("原", "变更前")) and who.removesuffix("姓名") in each for each in every)
        return f"新{who}" if former else who

    return [(name, [_now(label) for label in labels]) for name, labels in forms]


def people_of(labels: Iterable[str], words: FieldWords) -> set[str]:
    """What the labels call people, alone or with 姓名, as far as it is no word of the lists: 经营人员."""
    named = {label.removesuffix("姓名") for label in labels}
    return {who for who in named if is_person(who, words) and words.role_words.get(who) != "applicant"}


def is_person(label: str, words: FieldWords) -> bool:
    """治安保卫负责人, 摄像师: ends like a person and is no question about people (是否党员)."""
    if len(label) < 3 or label.startswith(words.no_person) or any(word in label for word in words.of_the_form):
        return False
    return label.endswith(words.person_ends) and not label.endswith(words.not_people)


def _parties(labels: Sequence[str], words: FieldWords) -> list[str]:
    """甲方（出租人）, then 甲方证件号码 -> 出租人证件号码."""
    named = {
        bare: plain(aside[1])
        for label in labels
        if (bare := plain(label)) in words.parties
        and (aside := _ASIDE.search(label))
        and _someone(plain(aside[1]), words)
    }
    return [next((f"{named[p]}{bare.removeprefix(p)}" for p in named if bare.startswith(p) and bare != p), label)
            for label in labels for bare in (plain(label),)]  # fmt: skip


def _spelt(label: str, words: FieldWords) -> str:
    bare = plain(label)
    aside = _ASIDE.search(label)
    if aside and bare in words.parties and _someone(plain(aside[1]), words):
        return plain(aside[1])
    if known(bare, words):
        return label
    if shorter := _founded(bare, words) or _simpler(bare, words) or _applying(bare, words):
        return shorter
    for variant, standard in words.same_words.items():
        if variant in bare and standard not in bare.replace(variant, ""):
            bare = bare.replace(variant, standard)
    return _at_work(bare, words) if bare != plain(label) else _at_work(label, words)


def _someone(aside: str, words: FieldWords) -> bool:
    return known(aside, words) or is_person(aside, words)


def _simpler(bare: str, words: FieldWords) -> str | None:
    """公民身份号码/社会信用代码 -> 公民身份号码, 小区名 -> 小区名称, 建筑面积平方米 -> 建筑面积."""
    either = _EITHER.split(bare)
    if len(either) > 1 and all(known(part, words) for part in either):
        return either[0]
    if bare.endswith("名") and known(f"{bare}称", words):
        return f"{bare}称"
    shorter = (bare.removesuffix(unit) for unit in words.units if bare.endswith(unit))
    return next((each for each in shorter if known(each, words)), None)


def _applying(bare: str, words: FieldWords) -> str | None:
    """收养申请人 -> 收养人."""
    before, found, rest = bare.partition("申请人")
    who = f"{before}人"
    return f"{who}{rest}" if found and before and who in words.role_words and known(f"{who}{rest}", words) else None


def _founded(bare: str, words: FieldWords) -> str | None:
    """拟设医疗机构名称 -> 机构名称."""
    if not bare.endswith("名称"):
        return None
    stem = bare.removesuffix("名称")
    rest = next((stem.removeprefix(each) for each in words.founded if stem.startswith(each)), "")
    return "机构名称" if len(rest) > 1 and rest.endswith(words.body_ends) else None


def _at_work(label: str, words: FieldWords) -> str:
    """所在动物诊疗机构名称, 任职学校, 拟聘用单位 -> 工作单位."""
    bare = plain(label)
    stem = bare.removesuffix("名称")
    for opening in words.workplaces:
        rest = stem.removeprefix(opening)
        if (
            rest not in (stem, "场所", "地点")
            and len(rest) > 1
            and rest.endswith(words.body_ends)
            and not is_person(rest, words)
        ):
            return "工作单位"
    return label


@dataclass(frozen=True, slots=True)
class _Bodies:
    """What the forms call the body that applies."""

    forms: Sequence[tuple[str, Sequence[str]]]
    words: FieldWords

    def stems(self) -> tuple[str, ...]:
        """The words for it that no list has, longest first; none that stands beside a known word for the body."""
        found = {stem for _, labels in self.forms for stem in self._first(labels)}
        beside = {
            stem
            for _, labels in self.forms
            if self._names_the_body(labels)
            for stem in map(self._stem, map(plain, labels))
        }
        listed = {
            label.removesuffix("名称")
            for _, labels in self.forms
            for label in map(plain, labels)
            if label.endswith("名称") and len(label) > _SHORTEST and self.words.thing_words.get(label) == "unit.name"
        }
        return tuple(sorted((found - beside) | listed, key=lambda stem: (-len(stem), stem)))

    def _first(self, labels: Sequence[str]) -> Iterable[str]:
        if self._names_the_body(labels):
            return
        for label in map(plain, labels[:_FAR]):
            if stem := self._stem(label):
                yield stem
                return
            if not any(word in label for word in self.words.of_the_form):
                return

    def _stem(self, label: str) -> str:
        called = _CALLED.fullmatch(label)
        if called is None or known(label, self.words):
            return ""
        stem = called["stem"]
        other = stem.startswith(self.words.other_bodies) or stem in self.words.role_words
        return "" if other or not stem.endswith(self.words.body_ends) else stem

    def _names_the_body(self, labels: Iterable[str]) -> bool:
        return any(self._is_body(plain(label)) for label in labels)

    def _is_body(self, label: str) -> bool:
        role, fact = split_label(label, self.words)
        by_role = self.words.role_words.get(label) == "unit" or (role == "unit" and fact == "name")
        return by_role or self.words.thing_words.get(label) == "unit.name"


def _renamed(label: str, bodies: Sequence[str], people: Iterable[str], words: FieldWords) -> str:
    bare = plain(label)
    if known(bare, words):
        return label
    for stem in bodies:
        if bare.startswith(stem):
            rest = bare.removeprefix(stem)
            if not rest or rest in ("名称", "全称"):
                return "单位名称"
            if f"单位{rest}" in words.thing_words or rest in words.fact_words:
                return f"单位{rest}"
    return _in_full(label, people, words)


def _in_full(label: str, people: Iterable[str], words: FieldWords) -> str:
    """管理人姓名 beside 消防安全管理人 is his."""
    bare = plain(label)
    for at in range(len(bare), 2, -1):
        who, fact = bare[:at], bare[at:]
        if (not fact or fact in words.fact_words) and is_person(who, words):
            longer = {each for each in people if each.endswith(who) and each != who}
            if len(longer) == 1 and who not in people:
                return f"{longer.pop()}{fact or '姓名'}"
    return label
