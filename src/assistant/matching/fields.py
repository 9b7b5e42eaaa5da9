"""What the fields of forms ask: the same key, the same question.

A bare 身份证号 or 联系电话 belongs to the person named before it; a bare 姓名 to the person the form is about.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching.fields_topics import gather_topics, on_the_matter, without_openings
from assistant.model.guide import Guide

# Asked of the body even when its legal representative was named just before.
_BODY_FACTS = frozenset({"phone", "mail", "post_code", "email", "fax", "code", "qualification", "qualification_number"})
_PERSON_FACTS = frozenset({"sex", "birth", "age", "nation", "nationality", "marriage", "education", "health", "native"})
_PERSON_ONLY = frozenset({"sex", "birth", "age", "nation", "marriage", "seal_card"})
_HOUSEHOLD = ("家庭", "现居", "居住", "住址", "常住")
_SIGNED = ("签字", "签名", "手印", "签章")
# 法定代表人, and 主要负责人 where a form asks for him beside the other
_HEADS = ("legal", "head", "chief")
# Of a form about them, 法定代表人 is theirs, not the applicant's.
_SPONSORS = ("sponsor", "shareholder")
_EMPLOYERS = ("applicant.employer", "applicant.last_employer", "work.institution", "worker.employer", "chief.employer")
FormLabels = tuple[str, Sequence[str]]


def key_guide(guide: Guide, words: FieldWords) -> Guide:
    """The guide with the key of every field of its forms: they belong to one application."""
    keys = form_keys([(form.name, [field.label for field in form.fields]) for form in guide.forms], words)
    forms = tuple(
        replace(form, fields=tuple(replace(field, key=key) for field, key in zip(form.fields, found, strict=True)))
        for form, found in zip(guide.forms, keys, strict=True)
    )
    return replace(guide, forms=forms)


def field_keys(form_name: str, labels: Sequence[str], words: FieldWords) -> tuple[str, ...]:
    """The keys of one form's labels, in their order."""
    return form_keys([(form_name, labels)], words)[0]


def form_keys(forms: Sequence[FormLabels], words: FieldWords) -> tuple[tuple[str, ...], ...]:
    """The keys of the forms of one application: whether it is a person's or a body's shows in all of them together."""
    bodies = [_names_body(labels, words) for _, labels in forms]
    person = any(_names_applicant(labels, words) for _, labels in forms)
    every = frozenset(plain(label) for _, labels in forms for label in labels)
    headed = any({words.role_words.get(label), _split(label, words)[0]} & {*_HEADS} for label in every)
    names = tuple(name for name, _ in forms)
    keyed = []
    for (name, labels), body in zip(forms, bodies, strict=True):
        base = _subject(name, labels, body, any(bodies), person, words)
        reader = _Reader(name, words, base, any(bodies), headed, every, names)
        keyed.append(tuple(reader.key(label, after) for label, after in pairwise([*labels, ""])))
    return gather_topics(forms, _one_employer(_one_applicant(keyed, words)), words)


def _names_body(labels: Iterable[str], words: FieldWords) -> bool:
    for label in map(plain, labels):
        if words.thing_words.get(label, "").startswith(("unit.name", "unit.capital", "unit.scope")):
            return True
        if words.role_words.get(label) in ("unit", "developer", *_HEADS) or words.fact_words.get(label) == "code":
            return True
        role, fact = _split(label, words)
        if role in ("unit", "developer", *_HEADS) and fact:
            return True
    return False


def _names_applicant(labels: Iterable[str], words: FieldWords) -> bool:
    """Is a person named as applicant (申请人姓名)? A bare 申请人 may be a body."""
    pairs = pairwise([*map(plain, labels), ""])
    return any(_is_applicant_name(a, words) or _bare_person(a, b, words) for a, b in pairs)


def _is_applicant_name(label: str, words: FieldWords) -> bool:
    """申请人姓名; 申请人名称 is a body's."""
    return _split(label, words) == ("applicant", "name") and not label.endswith("名称")


def _bare_person(label: str, after: str, words: FieldWords) -> bool:
    """申请人, then 残疾人证号: no body has one."""
    return words.role_words.get(label) == "applicant" and words.fact_words.get(after) in _PERSON_ONLY


def _subject(name: str, labels: Sequence[str], body: bool, any_body: bool, person: bool, words: FieldWords) -> str:
    """Whom the form is about: its bare facts are his."""
    first = plain(labels[0]) if labels else ""
    for word, role in sorted(words.form_subjects, key=lambda each: -len(each[0])):
        if word in name and (role in _HEADS or not _names_body(labels[:1], words)):
            return role
    if (named := _named_after(name, words)) and not _names_body(labels[:1], words):
        return named
    if words.fact_words.get(first) == "name" and first != "名称":
        return "applicant" if person or not any_body else _own(name)
    if _is_applicant_name(first, words):
        return "applicant"
    if body:
        return "unit"
    return "applicant" if person or not any_body else _own(name)


def _named_after(name: str, words: FieldWords) -> str | None:
    """校长基本情况表 -> chief: a form that is called after someone and is a record of him."""
    for record in words.records:
        before, found, _ = name.partition(record)
        for at in range(len(before) - 1 if found else 0):
            role = words.role_words.get(before[at:])
            if role and words.roles[role].nature == "person":
                return role
    return None


def _own(name: str) -> str:
    """A subject of this form alone."""
    return "form-" + hashlib.sha256(name.encode()).hexdigest()[:6]


def _split(label: str, words: FieldWords) -> tuple[str | None, str | None]:
    """``法定代表人身份证号`` -> legal, id; the longest role that leaves a fact."""
    for at in range(len(label) - 1, 0, -1):
        role = words.role_words.get(label[:at])
        fact = words.fact_words.get(label[at:].removeprefix("的"))
        if role and fact:
            return role, fact
    return None, None


@dataclass
class _Reader:
    """Reads the labels of a form from top to bottom; remembers who was named last."""

    form: str
    words: FieldWords
    base: str
    body: bool
    headed: bool
    every: frozenset[str]
    names: tuple[str, ...]
    current: str = ""
    used: frozenset[str] = frozenset()
    after: str = ""

    def key(self, written: str, after: str = "") -> str:
        """``after``: the next label, which may tell a person from a body."""
        self.after = after
        found = self._key(plain(written), written)
        self.used |= {found}
        return found

    def _key(self, label: str, written: str) -> str:
        if any(word in written for word in _SIGNED):
            return f"{_own(self.form)}.{label}"
        thing = self.words.thing_words.get(label)
        if thing:
            return self._thing(thing, label)
        role = self.words.role_words.get(label)
        if role:
            return self._named(role, "name", label)
        role, fact = _split(label, self.words)
        if role and fact:
            return self._named(role, fact, label)
        fact = self.words.fact_words.get(label)
        if fact:
            return self._fact(fact, label)
        return self._unknown(label)

    def _thing(self, thing: str, label: str) -> str:
        if thing == "unit.name" and label == "名称" and self.base not in ("unit", *_HEADS):
            return f"{self.base}.name"
        if label.startswith("所在") and self.current:
            return thing  # of the person named before, whose phone follows
        self.current = "unit" if thing.startswith("unit.") else ""
        return thing

    def _named(self, role: str, fact: str, label: str) -> str:
        role = self._who(role, fact, label)
        self.current = role
        if role == "unit" and fact == "id":
            return "unit.code"
        return f"{role}.{fact}"

    def _who(self, role: str, fact: str, label: str) -> str:
        if fact == "name" and self._is_unit(role, label):
            # A body has no 身份证号: who signs for it and gives his own is its head.
            signed = "身份证" in self.after or _bare_person(label, plain(self.after), self.words)
            return "unit" if not signed else "legal" if self.headed else role
        if role in _HEADS and self.base in _SPONSORS:
            return f"{self.base}.legal"
        outer = self.words.roles.get(self.current)
        if role in _HEADS and outer and outer.nature == "body" and self.current not in ("unit", "developer"):
            return f"{self.current}.legal"
        return role

    def _is_unit(self, role: str, label: str) -> bool:
        """A bare 申请人 or 委托人 of a body's application is the body, unless the form has named it already."""
        if role not in ("applicant", "principal", "car_owner", "feller", "party") or label.endswith("姓名") or not self.body:
            return False
        return self.base != "applicant" and not {"unit.name", "developer.name"} & self.used

    def _fact(self, fact: str, label: str) -> str:
        if fact == "name":
            self.current = self.base if self.base != "unit" or label == "名称" else _own(self.form)
            return f"{self.current}.name"
        if fact == "employer" and self.base in _HEADS and label.startswith("所在单位"):
            return "unit.name"
        return f"{self._owner(fact, label)}.{fact}"

    def _owner(self, fact: str, label: str) -> str:
        current = self.current or self.base
        if self.base != "unit":
            return self.base if fact == "address" and label.startswith(_HOUSEHOLD) else current
        if fact in _BODY_FACTS and current in _HEADS and f"unit.{fact}" not in self.used:
            return "unit"
        if fact == "address" and not label.startswith(_HOUSEHOLD):
            return current if f"unit.{fact}" in self.used else "unit"
        if fact in _PERSON_FACTS and current == "unit":
            return "legal"
        return current

    def _unknown(self, label: str) -> str:
        if topical := self._topical(label):
            return topical
        if len(label) > 3 and label.endswith("姓名"):
            return self._person(label)
        if self._is_the_body(label):
            self.current = "unit"
            return "unit.name"
        if len(label) < 3 or any(word in label for word in self.words.of_the_form):
            return f"{_own(self.form)}.{label}"
        return _other(label)

    def _person(self, label: str) -> str:
        """受聘医师姓名, asked first in a form on 医师执业: the applicant."""
        who = without_openings(label.removesuffix("姓名"), self.words)
        role = self.words.role_words.get(who)
        if role:
            return self._named(role, "name", label)
        who = who.removeprefix("受聘").removeprefix("被")
        first = not self.used and self.base == "applicant"
        self.current = "applicant" if first and on_the_matter(who, self.names) else f"person-{who}"
        return f"{self.current}.name"

    def _is_the_body(self, label: str) -> bool:
        """取水单位名称 in a form on 取水; a bare 设置单位 only where it comes first."""
        named = label.removesuffix("名称").removesuffix("全称")
        topic = next((named.removesuffix(end) for end in self.words.body_ends if named.endswith(end)), "")
        if not self.body or "unit.name" in self.used or (named == label and self.used):
            return False
        return on_the_matter(topic, self.names)

    def _topical(self, label: str) -> str | None:
        """地点 in a form on 采伐 is 采伐地点, if such a thing is known or asked elsewhere."""
        for longer in (*self.words.thing_words, *sorted(self.every)):
            before = longer.removesuffix(label)
            if len(before) > 1 and before != longer and before in self.form:
                return self.words.thing_words.get(longer, _other(longer))
        return None


def _other(label: str) -> str:
    """The key of a label that no list has; 位置 and 地点 are one."""
    return f"other.{label.replace('位置', '地点')}"


def _one_applicant(keyed: Sequence[tuple[str, ...]], words: FieldWords) -> tuple[tuple[str, ...], ...]:
    """建设单位 and 户主 are the applicant under another word, unless one form names two of them."""
    same = {role: real for role, real in words.stand_ins.items() if not _beside(role, real, keyed, words)}
    return tuple(tuple(_renamed(key, same) for key in keys) for keys in keyed)


def _one_employer(keyed: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """工作单位 of a person's form is the 用人单位名称 of the body's, unless one form asks both."""
    for employer in _EMPLOYERS:
        if not any(employer in keys and "unit.name" in keys for keys in keyed):
            keyed = [tuple("unit.name" if key == employer else key for key in keys) for keys in keyed]
    return tuple(keyed)


def _beside(role: str, real: str, keyed: Sequence[tuple[str, ...]], words: FieldWords) -> bool:
    others = {real, *(other for other, meant in words.stand_ins.items() if meant == real)} - {role}
    return any(f"{role}.name" in keys and any(f"{other}.name" in keys for other in others) for keys in keyed)


def _renamed(key: str, same: Mapping[str, str]) -> str:
    subject, dot, fact = key.partition(".")
    return f"{same.get(subject, subject)}{dot}{fact}"
