"""lexicons/matching/relations.yaml -> what papers say of each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import Key, MappingFile, load_mapping

WHERE = "lexicons/matching/relations.yaml"
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cover:
    """A paper of ``by`` (or named so) covers one of ``of``; an empty set of kinds with no pattern fits none."""

    by: frozenset[str]
    by_names: Pattern | None
    of: frozenset[str]
    names: Pattern | None
    not_names: Pattern | None
    of_names: Pattern | None


@dataclass(frozen=True, slots=True)
class Group:
    """Any two members may stand for each other; with ``one_of`` only where one of the two is named so."""

    kinds: frozenset[str]
    names: tuple[Pattern, ...]
    one_of: Pattern | None
    not_pairs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class OppositeKinds:
    one: frozenset[str]
    other: frozenset[str]
    denied: bool


@dataclass(frozen=True, slots=True)
class Relations:
    not_denials: tuple[str, ...]
    denied_words: tuple[str, ...]
    affirmations: tuple[str, ...]
    fact_heads: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    opposite_kinds: tuple[OppositeKinds, ...]
    apart: tuple[tuple[str, ...], ...]
    alters: tuple[str, ...]
    broad: frozenset[str]
    says_nothing: tuple[str, ...]
    covers: tuple[Cover, ...]
    substitutable: tuple[Group, ...]
    personal: frozenset[str]
    never_applicant: frozenset[str]
    checks: Pattern
    pledges: Pattern
    synonyms: tuple[tuple[str, str], ...]
    idle_front: tuple[str, ...]
    examples: tuple[tuple[str, str, str], ...]


@cache
def load_relations(*folders: Path) -> Relations:
    """The installation's table. Raises LexiconError."""
    return read_layered(WHERE, folders, read_relations)


def read_relations(source: Traversable, where: str) -> Relations:
    content = load_mapping(source, where, LexiconError)
    file = _File(source, where, content)
    return Relations(
        not_denials=file.longest_first("not_denials"),
        denied_words=file.longest_first("denied_words"),
        affirmations=file.longest_first("affirmations"),
        fact_heads=file.longest_first("fact_heads"),
        opposites=tuple((a, b) for a, b in file.tuples("opposites", 2)),
        opposite_kinds=tuple(
            OppositeKinds(_ids(row, "one"), _ids(row, "other"), bool(row.get("denied")))
            for row in file.rows("opposite_kinds")
        ),
        apart=file.tuples("apart"),
        alters=file.longest_first("alters"),
        broad=frozenset(file.longest_first("broad")),
        says_nothing=file.longest_first("says_nothing"),
        covers=tuple(file.cover(number, row) for number, row in enumerate(file.rows("covers"))),
        substitutable=tuple(file.group(number, row) for number, row in enumerate(file.rows("substitutable"))),
        personal=frozenset(file.longest_first("personal")),
        never_applicant=frozenset(file.longest_first("never_applicant")),
        checks=file.pattern(content.get("checks"), "checks") or re.compile("$^"),
        pledges=file.pattern(content.get("pledges"), "pledges") or re.compile("$^"),
        synonyms=tuple((a, b) for a, b in file.tuples("synonyms", 2)),
        idle_front=file.longest_first("idle_front"),
        examples=tuple((a, b, relation) for a, b, relation in file.tuples("examples", 3)),
    )


def _ids(row: Mapping[str, object], name: str) -> frozenset[str]:
    value = row.get(name)
    return frozenset(str(item) for item in value) if isinstance(value, list) else frozenset()


@dataclass(frozen=True, slots=True)
class _File(MappingFile):
    def longest_first(self, name: str) -> tuple[str, ...]:
        value = self.content.get(name)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.wrong(f"{name} 应为文字的列表", name)
        return tuple(sorted(value, key=lambda word: (-len(word), word)))

    def tuples(self, name: str, length: int | None = None) -> tuple[tuple[str, ...], ...]:
        value = self.content.get(name)
        if not isinstance(value, list):
            raise self.wrong(f"{name} 应为列表", name)
        for number, row in enumerate(value):
            if not isinstance(row, list) or (length and len(row) != length):
                raise self.wrong(f"应为{length or '若干'}个词的列表", name, number)
        return tuple(tuple(str(word) for word in row) for row in value)

    def rows(self, name: str) -> list[Mapping[str, object]]:
        value = self.content.get(name)
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.wrong(f"{name} 应为映射的列表", name)
        return value

    def pattern(self, written: object, *path: Key) -> Pattern | None:
        try:
            return re.compile(str(written)) if written else None
        except re.error as cause:
            raise self.wrong(f"正则有误：{cause}", *path) from cause

    def cover(self, number: int, row: Mapping[str, object]) -> Cover:
        patterns = {
            name: self.pattern(row.get(name), "covers", number, name)
            for name in ("by_names", "names", "not_names", "of_names")
        }
        if not (row.get("by") or row.get("by_names")) or not (row.get("of") or row.get("of_names")):
            raise self.wrong("应有 by 或 by_names，及 of 或 of_names", "covers", number)
        return Cover(by=_ids(row, "by"), of=_ids(row, "of"), **patterns)

    def group(self, number: int, row: Mapping[str, object]) -> Group:
        names = row.get("names")
        patterns = [self.pattern(name, "substitutable", number) for name in (names if isinstance(names, list) else [])]
        pairs = row.get("not_pairs")
        return Group(
            kinds=_ids(row, "kinds"),
            names=tuple(pattern for pattern in patterns if pattern),
            one_of=self.pattern(row.get("one_of"), "substitutable", number, "one_of"),
            not_pairs=tuple(frozenset(pair) for pair in (pairs if isinstance(pairs, list) else [])),
        )
