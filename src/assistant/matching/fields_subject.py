"""Whom a form is about: a person, a body, or someone the form is named after."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.lexicon.fields import FieldWords, plain

# 法定代表人; 主要负责人 and 院长 where a form asks for them beside him
HEADS = ("legal", "head", "chief")
_OF_A_BODY = frozenset({"unit.capital", "unit.scope", "unit.kind", "code"})
_PERSON_ONLY = frozenset({"sex", "birth", "age", "nation", "marriage", "seal_card"})


def names_body(labels: Sequence[str], words: FieldWords) -> bool:
    """Is a body named in the form? 单位名称 after someone's 姓名 is where he works."""
    first = plain(labels[0]) if labels else ""
    at_work = _is_person_name(first) and first.removesuffix("姓名") not in words.individuals
    for label in map(plain, labels):
        thing = words.thing_words.get(label, "")
        if thing == "unit.name" and at_work:
            continue
        if thing.startswith(("unit.name", "unit.capital", "unit.scope")):
            return True
        if (
            words.role_words.get(label) in ("unit", "developer", *HEADS) and label not in words.individuals
        ) or words.fact_words.get(label) == "code":
            return True
        if label.removesuffix("姓名") in words.individuals:
            continue  # 经营者 of a stall has no name for it
        role, fact = split_label(label, words)
        if role in ("unit", "developer", *HEADS) and fact and not (role == "unit" and at_work):
            return True
    return False


def _is_person_name(label: str) -> bool:
    """姓名, 借款人姓名; not 法定代表人姓名."""
    return label.endswith("姓名") and "代表" not in label and "负责人" not in label


def persons_application(forms: Sequence[tuple[str, Sequence[str]]], words: FieldWords) -> bool:
    """Is the first form a person's: it opens with a bare 姓名, is called after nobody else, and asks of no body but
    where he works?"""
    name, labels = next(iter(forms), ("", ()))
    bare = [plain(label) for label in labels]
    if not bare or not bare[0].endswith("姓名") or not _applies(bare[0], words):
        return False
    if any(word in name for word, _ in words.form_subjects) or _named_after(name, words) not in (None, "applicant"):
        return False
    asked = {words.thing_words.get(label) or words.fact_words.get(label) for label in bare}
    return not asked & _OF_A_BODY


def _applies(label: str, words: FieldWords) -> bool:
    """姓名, 申请人姓名, 职工姓名."""
    role, fact = split_label(label, words)
    stands_in = role == "applicant" or words.stand_ins.get(role or "") == "applicant"
    return words.fact_words.get(label) == "name" or (stands_in and fact == "name")


def names_applicant(labels: Iterable[str], words: FieldWords) -> bool:
    """Is a person named as applicant (申请人姓名)? A bare 申请人 may be a body."""
    pairs = pairwise([*map(plain, labels), ""])
    return any(_is_applicant_name(a, words) or bare_person(a, b, words) for a, b in pairs)


def _is_applicant_name(label: str, words: FieldWords) -> bool:
    """申请人姓名; 申请人名称 is a body's."""
    return split_label(label, words) == ("applicant", "name") and not label.endswith("名称")


def bare_person(label: str, after: str, words: FieldWords) -> bool:
    """申请人, then 残疾人证号: no body has one."""
    return words.role_words.get(label) == "applicant" and words.fact_words.get(after) in _PERSON_ONLY


def subject_of(
    name: str,
    labels: Sequence[str],
    body: bool,
    any_body: bool,
    person: bool,
    words: FieldWords,
    people: Iterable[str] = (),
) -> str:
    """Whom the form is about: its bare facts are his. ``people``: what the forms call people, such as 经营人员."""
    first = plain(labels[0]) if labels else ""
    named = _whose(name, not names_body(labels[:1], words), words)
    if named:
        return named
    if someone := _mentioned(name, first, people, words):
        return someone
    if words.fact_words.get(first) == "name" and first != "名称":
        return "applicant" if person or not any_body else own_subject(name)
    if _is_applicant_name(first, words):
        return "applicant"
    if body:
        return "unit"
    return "applicant" if person or not any_body else own_subject(name)


def _whose(name: str, person: bool, words: FieldWords) -> str | None:
    """By the form's name alone; ``person``: its first label does not name a body."""
    for word, role in sorted(words.form_subjects, key=lambda each: -len(each[0])):
        if word in name and (role in HEADS or person):
            return role
    return _named_after(name, words) if person else None


def _mentioned(name: str, first: str, people: Iterable[str], words: FieldWords) -> str | None:
    """经营人员情况表, opening with a bare 姓名: about the 经营人员 of the other forms."""
    if not (first.endswith("姓名") and words.fact_words.get(first) == "name"):
        return None
    who = next((who for who in sorted(people, key=lambda who: (-len(who), who)) if who in name), None)
    if who:
        return words.role_words.get(who, f"person-{who}")
    return _begins_with(name, words) if first == "姓名" else None


def _begins_with(name: str, words: FieldWords) -> str | None:
    """负责人无违法犯罪承诺书, opening with a bare 姓名: his."""
    for at in range(len(name) - 1, 2, -1):
        role = words.role_words.get(name[:at])
        if role and role != "worker" and words.roles[role].nature == "person":
            return role
    return None


def _named_after(name: str, words: FieldWords) -> str | None:
    """校长基本情况表 -> chief: a form that is called after someone and is a record of him."""
    for record in words.records:
        before, found, _ = name.partition(record)
        for at in range(len(before) - 1 if found else 0):
            role = words.role_words.get(before[at:])
            if role and words.roles[role].nature == "person":
                return role
    return None


def own_subject(name: str) -> str:
    """A subject of this form alone."""
    return "form-" + hashlib.sha256(name.encode()).hexdigest()[:6]


def split_label(label: str, words: FieldWords) -> tuple[str | None, str | None]:
    """``法定代表人身份证号`` -> legal, id; the longest role that leaves a fact."""
    for at in range(len(label) - 1, 0, -1):
        role = words.role_words.get(label[:at])
        fact = words.fact_words.get(label[at:].removeprefix("的"))
        if role and fact:
            return role, fact
    return None, None
