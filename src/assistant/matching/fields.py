"""What the fields of forms ask: the same key, the same question.

A bare 身份证号 or 联系电话 belongs to the person named before it; a bare 姓名 to the person the form is about.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching.fields_reader import Reader
from assistant.matching.fields_same import apart, one_applicant, one_area, one_employer, one_person, one_phone
from assistant.matching.fields_subject import (
    HEADS,
    names_applicant,
    names_body,
    persons_application,
    split_label,
    subject_of,
)
from assistant.matching.fields_topics import gather_topics, one_place
from assistant.matching.fields_wording import FormLabels, people_of, worded
from assistant.model.guide import Guide


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
    written, forms = forms, worded(forms, words)
    bodies = [names_body(labels, words) for _, labels in forms]
    person = any(names_applicant(labels, words) for _, labels in forms) or persons_application(forms, words)
    every = frozenset(plain(label) for _, labels in forms for label in labels)
    headed = any({words.role_words.get(label), split_label(label, words)[0]} & {*HEADS} for label in every)
    people = people_of(every, words)
    names = tuple(name for name, _ in forms)
    keyed = []
    for (name, labels), body in zip(forms, bodies, strict=True):
        base = subject_of(name, labels, body, any(bodies), person, words, people)
        reader = Reader(name, words, base, any(bodies), headed, every, names, frozenset(map(plain, labels)))
        keyed.append(tuple(reader.key(label, after) for label, after in pairwise([*labels, ""])))
    keyed = one_phone(forms, one_person(one_applicant(keyed, words)), words)
    joined = one_place(forms, one_area(one_employer(keyed)))
    return gather_topics(forms, apart(written, joined), words)
