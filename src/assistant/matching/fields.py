"""What the fields of forms ask: the same key, the same question.

A bare 身份证号 or 联系电话 belongs to the person named before it; a bare 姓名 to the person the form is about.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching.fields_alike import gather_alike
from assistant.matching.fields_holders import one_owner, one_thing
from assistant.matching.fields_reader import Reader
from assistant.matching.fields_same import (
    apart,
    one_applicant,
    one_area,
    one_employer,
    one_person,
    one_phone,
    one_site,
    places,
)
from assistant.matching.fields_subject import (
    HEADS,
    names_applicant,
    names_body,
    own_subject,
    persons_application,
    split_label,
    subject_of,
)
from assistant.matching.fields_topics import gather_topics, one_place
from assistant.matching.fields_wording import FormLabels, is_person, people_of, worded
from assistant.model.guide import Field, Form, Guide


def key_guide(guide: Guide, words: FieldWords) -> Guide:
    """The guide with the key of every field of its forms: they belong to one application."""
    return replace(guide, forms=key_forms(guide.forms, words))


def key_forms(forms: Sequence[Form], words: FieldWords) -> tuple[Form, ...]:
    """The forms of one application with the key of every field; ``经营者 | 姓名`` of a table asks 经营者姓名."""
    singles = [[field for field in form.fields if not field.repeated] for form in forms]
    asked = [
        (form.name, [_asked(field, words) for field in fields]) for form, fields in zip(forms, singles, strict=True)
    ]
    keyed = []
    for form, found in zip(forms, form_keys(asked, words), strict=True):
        keys = iter(found)
        fields = (
            replace(field, key=_column(form, field, words) if field.repeated else next(keys)) for field in form.fields
        )
        keyed.append(replace(form, fields=tuple(fields)))
    return tuple(keyed)


def _asked(field: Field, words: FieldWords) -> str:
    """With whom the field stands under, where the label alone asks a fact (姓名) and the heading names someone."""
    who = _heading(field, words)
    named = who in words.role_words or is_person(who, words)
    return f"{who}{field.label}" if named and plain(field.label) in words.fact_words else field.label


def _column(form: Form, field: Field, words: FieldWords) -> str:
    """The 姓名 of a list is not the applicant's: that of the list's heading (家庭成员), or of this form alone."""
    label, who = plain(field.label), _heading(field, words)
    fact = words.fact_words.get(label) or words.thing_words.get(label, label).rpartition(".")[2]
    return f"person-{who}.{fact}" if who else f"{own_subject(form.name)}.{label}"


def _heading(field: Field, words: FieldWords) -> str:
    """经营者基本情况 -> 经营者."""
    who = plain(field.section or "")
    for record in words.records:
        who = who.removesuffix(record) if len(who) > len(record) + 1 else who
    return who


def field_keys(form_name: str, labels: Sequence[str], words: FieldWords) -> tuple[str, ...]:
    """The keys of one form's labels, in their order."""
    return form_keys([(form_name, labels)], words)[0]


def form_keys(forms: Sequence[FormLabels], words: FieldWords) -> tuple[tuple[str, ...], ...]:
    """The keys of the forms of one application: whether it is a person's or a body's shows in all of them together."""
    written, forms = forms, worded(forms, words)
    bodies = [names_body(labels, words) for _, labels in forms]
    opened = persons_application(forms, words)
    person = opened or any(names_applicant(labels, words) for _, labels in forms)
    every = frozenset(plain(label) for _, labels in forms for label in labels)
    headed = any({words.role_words.get(label), split_label(label, words)[0]} & {*HEADS} for label in every)
    people = people_of(every, words)
    names = tuple(name for name, _ in forms)
    keyed = []
    for (name, labels), body in zip(forms, bodies, strict=True):
        base = subject_of(name, labels, body, any(bodies), person, words, people)
        reader = Reader(name, words, base, any(bodies), headed, every, names, frozenset(map(plain, labels)), opened)
        keyed.append(tuple(reader.key(label, after) for label, after in pairwise([*labels, ""])))
    keyed = one_phone(forms, one_person(one_applicant(names, keyed, words)), words)
    keyed = places(forms, keyed, words) if opened else keyed
    keyed = list(one_site(keyed)) if person else keyed
    keyed = one_owner(forms, keyed, words)
    joined = one_place(forms, one_area(one_employer(one_thing(keyed, words))))
    gathered = gather_topics(forms, apart(written, joined), words)
    return gather_alike(forms, gathered, words)
