"""Who and what is one where no form asks both: a shop's owner and the applicant, 机具型号 and 品牌型号."""

from collections.abc import Mapping, Sequence

from assistant.lexicon.fields import FieldWords, plain

Rows = Sequence[tuple[str, Sequence[str]]]
Keyed = Sequence[Sequence[str]]
_HEADS = ("legal", "head", "owner", "investor")
# Whose telephone the telephone of a business without a legal person may be.
_PHONES = ("legal.phone", "applicant.phone")


def one_owner(forms: Rows, keyed: Keyed, words: FieldWords) -> list[tuple[str, ...]]:
    """经营者 of one form is the 申请人 of the other, and the telephone of his shop is his own."""
    rows = [tuple(keys) for keys in keyed]
    if not _individual(forms, words):
        return rows
    if not _beside(rows, "legal.name", "applicant.name"):
        rows = [tuple(_owner(key, {"applicant": "legal"}) for key in keys) for keys in rows]
    for phone in _PHONES:
        rows = _one(rows, "unit.phone", phone)
    return rows


def _individual(forms: Rows, words: FieldWords) -> bool:
    """Do the forms call the head of the business 经营者, and never 法定代表人?"""
    heads = {
        label for _, labels in forms for label in map(plain, labels) if words.role_words.get(_named(label)) in _HEADS
    }
    return bool(heads) and all(_named(label) in words.individuals for label in heads)


def _named(label: str) -> str:
    return label.removesuffix("姓名")


def _owner(key: str, same: Mapping[str, str]) -> str:
    subject, dot, fact = key.partition(".")
    return f"{same.get(subject, subject)}{dot}{fact}"


def one_thing(keyed: Keyed, words: FieldWords) -> list[tuple[str, ...]]:
    """By the list of things that are one where no form asks both."""
    rows = [tuple(keys) for keys in keyed]
    asked = {key for keys in rows for key in keys}
    for same in words.same_things:
        rows = rows if asked & {*same.unless} else _one(rows, same.one, same.other)
    return rows


def _one(rows: list[tuple[str, ...]], one: str, other: str) -> list[tuple[str, ...]]:
    asked = {key for keys in rows for key in keys}
    if not {one, other} <= asked or _beside(rows, one, other):
        return rows
    return [tuple(one if key == other else key for key in keys) for keys in rows]


def _beside(rows: Sequence[tuple[str, ...]], one: str, other: str) -> bool:
    return any({one, other} <= set(keys) for keys in rows)
