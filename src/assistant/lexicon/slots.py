"""lexicons/matching/slots.yaml and the files of patterns -> the words around the head of a material's name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import line_of, load_mapping, load_yaml
from assistant.lexicon.spelling import load_spelling
from assistant.text.names import key

SLOTS = "lexicons/matching/slots.yaml"
PATTERNS = (
    "lexicons/matching/patterns.yaml",
    "lexicons/matching/licence_patterns.yaml",
    "lexicons/matching/proof_patterns.yaml",
)


@dataclass(frozen=True, slots=True)
class Slots:
    """All words are keys (one spelling). ``holders`` and ``issuers``: word -> class ("legal", "village")."""

    holders: Mapping[str, str]
    issuers: Mapping[str, str]
    acts: frozenset[str]
    neutral: frozenset[str]
    tails: frozenset[str]
    own_papers: frozenset[str]
    heads: frozenset[str]
    denials: tuple[str, ...]
    elsewhere: tuple[str, ...]
    here_only: frozenset[str]
    looked_up: tuple[str, ...]
    idle_within: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindPattern:
    """``where`` is its file."""

    kind: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    examples: tuple[str, ...]
    quiet: tuple[str, ...]
    where: str


@cache
def load_slots(*folders: Path) -> Slots:
    """The installation's words, with those of the user's ``folders``. Raises LexiconError."""
    return read_layered(SLOTS, folders, read_slots)


def read_slots(source: Traversable, where: str) -> Slots:
    content = load_mapping(source, where, LexiconError)

    def words(name: str) -> list[str]:
        value = content.get(name)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise LexiconError(f"{where}:{line_of(source, (name,))}", f"{name} 应为文字的列表")
        return [key(word, load_spelling()) for word in value]

    def classes(name: str) -> dict[str, str]:
        value = content.get(name)
        if not isinstance(value, dict) or not all(isinstance(group, list) for group in value.values()):
            raise LexiconError(f"{where}:{line_of(source, (name,))}", f"{name} 应为 类别: [词, …]")
        return {key(str(word), load_spelling()): group for group, found in value.items() for word in found}

    return Slots(
        holders=classes("holders"),
        issuers=classes("issuers"),
        acts=frozenset(words("acts")),
        neutral=frozenset(words("neutral")),
        tails=frozenset(words("tails")),
        own_papers=frozenset(words("own_papers")),
        heads=frozenset(words("heads")),
        denials=tuple(words("denials")),
        elsewhere=tuple(words("elsewhere")),
        here_only=frozenset(map(str, content.get("here_only") or ())),
        looked_up=tuple(words("looked_up")),
        idle_within=tuple(words("idle_within")),
    )


@cache
def load_patterns(*folders: Path) -> tuple[KindPattern, ...]:
    """The installation's patterns. Raises LexiconError."""
    return tuple(shape for where in PATTERNS for shape in read_layered(where, folders, read_patterns))


def read_patterns(source: Traversable, where: str) -> tuple[KindPattern, ...]:
    rows = load_yaml(source, where, LexiconError)
    if not isinstance(rows, list):
        raise LexiconError(f"{where}:1", "应为列表")
    return tuple(
        _pattern(row, f"{where}:{line_of(source, (n,))}" if not isinstance(row, dict) else "", source, where, n)
        for n, row in enumerate(rows)
    )


def _pattern(row: object, at: str, source: Traversable, where: str, number: int) -> KindPattern:
    if not isinstance(row, dict) or not isinstance(row.get("pattern"), str) or not row.get("examples"):
        raise LexiconError(at or f"{where}:{line_of(source, (number,))}", "应有 kind、pattern、examples")
    try:
        unless = re.compile(row["not"]) if row.get("not") else None
        pattern = re.compile(row["pattern"])
    except re.error as cause:
        raise LexiconError(f"{where}:{line_of(source, (number, 'pattern'))}", f"正则有误：{cause}") from cause
    return KindPattern(
        str(row.get("kind")), pattern, unless, tuple(row["examples"]), tuple(row.get("quiet") or ()), where
    )
