"""One subject under two words in the forms of one application, unless one form names both."""

from collections.abc import Mapping, Sequence

from assistant.lexicon.fields import FieldWords

_EMPLOYERS = (
    *(f"{who}.{fact}" for who in ("applicant", "employee") for fact in ("employer", "last_employer")),
    *("work.institution", "worker.employer", "chief.employer"),
)
# The applicant, as his employer or his landlord calls him
_BY_ANOTHER_NAME = ("worker", "tenant")


def one_applicant(keyed: Sequence[tuple[str, ...]], words: FieldWords) -> tuple[tuple[str, ...], ...]:
    """建设单位 and 户主 are the applicant under another word, unless one form names two of them."""
    same = {role: real for role, real in words.stand_ins.items() if not _beside(role, real, keyed, words)}
    same |= _strangers(keyed)
    return tuple(tuple(_renamed(key, same) for key in keys) for keys in keyed)


def _strangers(keyed: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """迁入人姓名 at the head of a form of a person's application that names no applicant: he is it."""
    if any("unit.code" in keys or "legal.name" in keys for keys in keyed):
        return {}
    heads = {keys[0].removesuffix(".name") for keys in keyed if keys and keys[0].endswith(".name")}
    found = {who for who in heads if who.startswith("person-") or who in _BY_ANOTHER_NAME}
    return {
        who: "applicant" for who in found if not any({f"{who}.name", "applicant.name"} <= set(keys) for keys in keyed)
    }


def one_employer(keyed: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
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
