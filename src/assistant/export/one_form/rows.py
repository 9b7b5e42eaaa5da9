"""How the fields of a section lie on paper: two to a line, long answers alone, lists as tables of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.model.plan import OneForm, OneFormField

_WIDE = frozenset({"long_text", "address", "signature"})
_LONG_LABEL = 12
_MANY = 4
_OFFICE = "办理机关填写"


@dataclass(frozen=True, slots=True)
class Line:
    """One or two fields side by side; ``columns`` of a list with a row for each person or thing."""

    fields: tuple[OneFormField, ...]
    columns: bool = False


def lines(fields: Sequence[OneFormField]) -> tuple[Line, ...]:
    """Nothing changes its place but columns, which gather under the list they belong to."""
    return (*_pairs([field for field in fields if not field.repeated]), *_lists(fields))


def boxes(field: OneFormField) -> bool:
    """Few short answers are boxes to tick, others a list to choose from."""
    return 0 < len(field.options) <= _MANY and sum(map(len, field.options)) <= 16


def list_name(field: OneFormField) -> str:
    """家庭成员 for a column that stood under it; else the old form's key."""
    return field.origins[0].section or field.key.partition(".")[0]


def column_name(field: OneFormField) -> str:
    """家庭成员姓名 in the list of 家庭成员 -> 姓名."""
    return field.label.removeprefix(list_name(field)) or field.label


def asked(field: OneFormField) -> bool:
    """Is it for the applicant to answer, not to sign, and not for the office?"""
    return field.type != "signature" and field.section != _OFFICE


def merged(form: OneForm) -> str:
    """The note at the foot of the form."""
    names = "、".join(dict.fromkeys(f"《{source.name}》" for source in form.sources))
    if len(form.sources) == 1:
        return f"本表由{names}整理而成，共{form.asked_after}栏。"
    return f"本表由{names}合并而成，原共{form.asked_before}栏，现{form.asked_after}栏，相同内容只填一次。"


def _pairs(fields: Sequence[OneFormField]) -> Iterator[Line]:
    waiting: OneFormField | None = None
    for field in fields:
        if _wide(field):
            if waiting:
                yield Line((waiting,))
                waiting = None
            yield Line((field,))
        elif waiting:
            yield Line((waiting, field))
            waiting = None
        else:
            waiting = field
    if waiting:
        yield Line((waiting,))


def _wide(field: OneFormField) -> bool:
    return field.type in _WIDE or len(field.label) > _LONG_LABEL or (boxes(field) and len(field.options) > 2)


def _lists(fields: Sequence[OneFormField]) -> Iterator[Line]:
    found: dict[str, list[OneFormField]] = {}
    for field in fields:
        if field.repeated:
            found.setdefault(list_name(field), []).append(field)
    for columns in found.values():
        yield Line(tuple(columns), columns=True)
