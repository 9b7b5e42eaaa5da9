"""lexicons/form_fields.yaml -> what the labels of application forms mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, cast, get_args

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import Key, MappingFile, load_mapping
from assistant.model.guide import FieldType
from assistant.text.names import tidy, without_asides
from assistant.text.templates import parse

_WHERE = "lexicons/form_fields.yaml"
_LISTS = (
    "of_the_form",
    "body_ends",
    "records",
    "person_ends",
    "no_person",
    "not_people",
    "units",
    "other_states",
    "parties",
    "other_bodies",
    "successors",
    "never_alike",
    "measures",
    "qualifiers",
)
_SETS = ("bare_words", "individuals", "thin_ends")
_LONGEST_FIRST = ("openings", "workplaces", "founded")
Nature = Literal["person", "body"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact ("id") or a thing ("project.name"): its name for people, the type of the answer and the usual choices."""

    title: str
    type: FieldType
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    title: str
    nature: Nature


@dataclass(frozen=True, slots=True)
class FormExample:
    form: str
    labels: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameThings:
    """Two keys that are one where no form asks both; not where other keys begin with ``unless``."""

    one: str
    other: str
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """``role_words``, ``fact_words``, ``thing_words``: label -> id; ``form_subjects``: words of form names, roles.

    ``openings``: what may stand before a label (拟, 申请); ``fact_classes``: last words -> class (地点 -> place).
    ``body_ends``: last words of names of bodies; ``records``: what follows the person a form is a record of.
    ``stand_ins``: role -> the role it is another word for, unless a form names both.
    ``person_ends``: last characters of names of people, ``no_person``: openings of labels that only look so (是否),
    ``not_people``: endings that do (会员); ``bare_words``: short labels that belong to their form alone (数量);
    ``units``: what may end a label (万元); ``other_states``: what makes it another thing (报废);
    ``places_of_a_person``: a body -> what it is in a person's application;
    ``parties``: 甲方; ``workplaces``: what before 单位 makes it the place of work (所在); ``other_bodies``: what makes
    it another body than the applicant (制造); ``founded``: what stands before a body not there yet (拟设);
    ``same_words``: variant -> the word of the lists. ``sections``: headings of a merged form, in order, with the
    subjects that stand under each; one without subjects takes what is left.
    """

    roles: Mapping[str, Role]
    facts: Mapping[str, Asked]
    things: Mapping[str, Asked]
    role_words: Mapping[str, str]
    fact_words: Mapping[str, str]
    thing_words: Mapping[str, str]
    stand_ins: Mapping[str, str]
    form_subjects: tuple[tuple[str, str], ...]
    of_the_form: tuple[str, ...]
    openings: tuple[str, ...]
    fact_classes: Mapping[str, str]
    body_ends: tuple[str, ...]
    records: tuple[str, ...]
    person_ends: tuple[str, ...]
    no_person: tuple[str, ...]
    not_people: tuple[str, ...]
    bare_words: frozenset[str]
    units: tuple[str, ...]
    other_states: tuple[str, ...]
    places_of_a_person: Mapping[str, str]
    parties: tuple[str, ...]
    workplaces: tuple[str, ...]
    other_bodies: tuple[str, ...]
    founded: tuple[str, ...]
    same_words: Mapping[str, str]
    successors: tuple[str, ...]
    individuals: frozenset[str]
    same_things: tuple[SameThings, ...]
    never_alike: tuple[str, ...]
    thin_ends: frozenset[str]
    alike_words: Mapping[str, str]
    measures: tuple[str, ...]
    qualifiers: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    prefill: Mapping[str, str]
    examples: tuple[FormExample, ...]

    def asked(self, key: str) -> Asked | None:
        """What the key stands for; None for a key made of an unknown label."""
        if key in self.things:
            return self.things[key]
        subject, _, fact = key.rpartition(".")
        if fact not in self.facts:
            return None
        role = self.roles.get(subject)
        title = f"{role.title}名称" if role and role.nature == "body" and fact == "name" else self.facts[fact].title
        body = subject.partition("body-")[2]
        who = role.title if role else f"{body}单位" if body else subject.partition("person-")[2]
        title = "名称" if body and fact == "name" else title
        prefix = who if who and not title.startswith(who) else ""
        return Asked(prefix + title, self.facts[fact].type, self.facts[fact].options)


def plain(label: str) -> str:
    """``法定代表人（负责人）：`` -> ``法定代表人``: the label alone."""
    return without_asides(tidy(label).strip(":;、,。·_-/")).strip(":;、,。·_-/") or tidy(label)


@cache
def load_fields(*folders: Path) -> FieldWords:
    """The installation's table. Raises LexiconError."""
    return read_layered(_WHERE, folders, read_fields)


def read_fields(source: Traversable, where: str) -> FieldWords:
    content = load_mapping(source, where, LexiconError)
    file = _File(source, where, content)
    roles, facts, things = (file.entries(name) for name in ("roles", "facts", "things"))
    return FieldWords(
        roles={name: Role(str(row["title"]), cast(Nature, row.get("nature"))) for name, row in roles.items()},
        facts={name: file.asked(row, "facts", name) for name, row in facts.items()},
        things={name: file.asked(row, "things", name) for name, row in things.items()},
        role_words=file.spelt_out("roles", roles),
        fact_words=file.spelt_out("facts", facts),
        thing_words=file.spelt_out("things", things),
        stand_ins=file.stand_ins(roles),
        form_subjects=tuple(
            (word, role) for role in content.get("form_subjects") or {} for word in file.words("form_subjects", role)
        ),
        fact_classes=file.classes(),
        places_of_a_person={str(body): str(thing) for body, thing in (content.get("places_of_a_person") or {}).items()},
        same_words=file.variants("same_words"),
        same_things=file.same_things(),
        alike_words=file.variants("alike_words"),
        sections=file.sections(),
        prefill=file.prefill(),
        examples=file.examples(),
        **_words(file),
    )


def _words(file: "_File") -> dict[str, Any]:
    """The lists of words as they stand, under their own names."""
    return (
        {name: tuple(file.words(name)) for name in _LISTS}
        | {name: frozenset(file.words(name)) for name in _SETS}
        | {name: tuple(sorted(file.words(name), key=len, reverse=True)) for name in _LONGEST_FIRST}
    )


@dataclass(frozen=True, slots=True)
class _File(MappingFile):
    def entries(self, name: str) -> dict[str, dict[str, object]]:
        rows = self.content.get(name)
        if not isinstance(rows, dict):
            raise self.wrong(f"{name} 应为映射", name)
        for key, row in rows.items():
            if (
                not isinstance(row, dict)
                or not isinstance(row.get("title"), str)
                or not isinstance(row.get("words"), list)
            ):
                raise self.wrong("应有 title 和 words", name, key)
            if name == "roles" and row.get("nature") not in get_args(Nature):
                raise self.wrong("nature 应为 person 或 body", name, key)
        return rows

    def asked(self, row: Mapping[str, object], *path: Key) -> Asked:
        if row.get("type") not in get_args(FieldType):
            raise self.wrong(f"type 应为 {'、'.join(get_args(FieldType))} 之一", *path)
        options = row.get("options", [])
        if not isinstance(options, list):
            raise self.wrong("options 应为列表", *path)
        return Asked(str(row["title"]), cast(FieldType, row["type"]), tuple(map(str, options)))

    def spelt_out(self, section: str, rows: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
        """Every name a template stands for; of two entries the first to claim a label keeps it."""
        found: dict[str, str] = {}
        for name, row in rows.items():
            words = row["words"]
            assert isinstance(words, list)
            for number, word in enumerate(words):
                try:
                    labels = parse(str(word), lambda option, _: option).names()
                except ValueError as cause:
                    raise self.wrong("花括号不成对", section, name, "words", number) from cause
                for label in labels:
                    found.setdefault(plain(label), name)
        return found

    def stand_ins(self, roles: Mapping[str, object]) -> dict[str, str]:
        """Role -> the role it is another word for."""
        found = {}
        for role in self.content.get("stand_ins") or {}:
            for number, word in enumerate(self.words("stand_ins", role)):
                if word not in roles:
                    raise self.wrong(f"没有名为 {word} 的角色", "stand_ins", role, number)
                found[word] = role
        return found

    def classes(self) -> dict[str, str]:
        """Last word of a label -> the class of the fact."""
        rows = self.content.get("fact_classes")
        if not isinstance(rows, dict):
            raise self.wrong("fact_classes 应为映射", "fact_classes")
        return {word: str(name) for name in rows for word in self.words("fact_classes", name)}

    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        rows = self.content.get("sections")
        if not isinstance(rows, dict):
            raise self.wrong("sections 应为映射", "sections")
        return tuple((str(title), tuple(self.words("sections", title))) for title in rows)

    def same_things(self) -> tuple[SameThings, ...]:
        rows = self.content.get("same_things")
        found = []
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            if not isinstance(row, dict) or {"one", "other"} - set(row):
                raise self.wrong("应为 {one: 字段, other: 字段}", "same_things", number)
            found.append(SameThings(str(row["one"]), str(row["other"]), tuple(map(str, row.get("unless") or ()))))
        return tuple(found)

    def variants(self, section: str) -> dict[str, str]:
        """Variant -> standard word."""
        rows = self.content.get(section)
        if not isinstance(rows, dict):
            raise self.wrong(f"{section} 应为映射", section)
        return {word: str(standard) for standard in rows for word in self.words(section, standard)}

    def words(self, *path: Key) -> list[str]:
        value: object = self.content
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        if not isinstance(value, list):
            raise self.wrong("应为列表", *path)
        return [str(word) for word in value]

    def prefill(self) -> dict[str, str]:
        found: dict[str, str] = {}
        rows = self.content.get("prefill")
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            if (
                not isinstance(row, dict)
                or not isinstance(row.get("keys"), list)
                or not isinstance(row.get("from"), str)
            ):
                raise self.wrong("应为 {from: 来源, keys: [字段, …]}", "prefill", number)
            for key in row["keys"]:
                found.setdefault(str(key), row["from"])
        return found

    def examples(self) -> tuple[FormExample, ...]:
        found = []
        rows = self.content.get("examples")
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            if not isinstance(row, dict) or {"form", "labels", "keys"} - set(row):
                raise self.wrong("示例应有 form、labels、keys", "examples", number)
            found.append(FormExample(str(row["form"]), tuple(row["labels"]), tuple(row["keys"])))
        return tuple(found)
