"""What the fields of forms ask: the same key, the same question.

A bare 身份证号 or 联系电话 belongs to the person named before it; a bare 姓名 to the person the form is about.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.lexicon.fields import FieldWords, plain
from assistant.model.guide import Guide

# Asked of the body even when its legal representative was named just before.
_BODY_FACTS = frozenset({"phone", "mail", "post_code", "email", "fax", "code", "qualification", "qualification_number"})
_PERSON_FACTS = frozenset({"sex", "birth", "age", "nation", "nationality", "marriage", "education", "health", "native"})
_PERSON_ONLY = frozenset({"sex", "birth", "age", "nation", "marriage", "seal_card"})
_HOUSEHOLD = ("家庭", "现居", "居住", "住址", "常住")
_SIGNED = ("签字", "签名", "手印", "签章")
# 法定代表人, and 主要负责人 where a form asks for him beside the other
_HEADS = ("legal", "head")
# Of a form about them, 法定代表人 is theirs, not the applicant's.
_SPONSORS = ("sponsor", "shareholder")
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
    keyed = []
    for (name, labels), body in zip(forms, bodies, strict=True):
        base = _subject(name, labels, body, any(bodies), person, words)
        reader = _Reader(name, words, base, any(bodies), headed, every)
        keyed.append(tuple(reader.key(label, after) for label, after in pairwise([*labels, ""])))
    return _one_applicant(keyed, words)


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
    return any(_split(a, words) == ("applicant", "name") or _bare_person(a, b, words) for a, b in pairs)


def _bare_person(label: str, after: str, words: FieldWords) -> bool:
    """申请人, then 残疾人证号: no body has one."""
    return words.role_words.get(label) == "applicant" and words.fact_words.get(after) in _PERSON_ONLY


def _subject(name: str, labels: Sequence[str], body: bool, any_body: bool, person: bool, words: FieldWords) -> str:
    """Whom the form is about: its bare facts are his."""
    first = plain(labels[0]) if labels else ""
    for word, role in sorted(words.form_subjects, key=lambda each: -len(each[0])):
        if word in name and (role in _HEADS or not _names_body(labels[:1], words)):
            return role
    if words.fact_words.get(first) == "name" and first != "名称":
        return "applicant" if person or not any_body else _own(name)
    if _split(first, words)[0] == "applicant" and _split(first, words)[1] == "name":
        return "applicant"
    if body:
        return "unit"
    return "applicant" if person or not any_body else _own(name)


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
        if role not in ("applicant", "principal") or label.endswith("姓名") or not self.body:
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
            self.current = f"person-{label.removesuffix('姓名')}"
            return f"{self.current}.name"
        if len(label) < 3 or any(word in label for word in self.words.of_the_form):
            return f"{_own(self.form)}.{label}"
        return _other(label)

    def _topical(self, label: str) -> str | None:
        """地点 in a form on 采伐 is 采伐地点, if such a thing is known or asked elsewhere.

        取水单位名称 in a form on 取水 is the name of the body.
        """
        topic = label.removesuffix("单位名称")
        if self.body and topic != label and len(topic) > 1 and topic in self.form:
            return "unit.name"
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


def _beside(role: str, real: str, keyed: Sequence[tuple[str, ...]], words: FieldWords) -> bool:
    others = {real, *(other for other, meant in words.stand_ins.items() if meant == real)} - {role}
    return any(f"{role}.name" in keys and any(f"{other}.name" in keys for other in others) for keys in keyed)


def _renamed(key: str, same: Mapping[str, str]) -> str:
    subject, dot, fact = key.partition(".")
    return f"{same.get(subject, subject)}{dot}{fact}"
