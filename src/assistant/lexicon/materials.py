"""Words that show what a material is: head nouns, turns of phrase, forms and column headers (lexicons/materials)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, get_args

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import line_of, load_yaml

Column = Literal[
    "number",
    "name",
    "form",
    "copies",
    "original",
    "copy",
    "medium",
    "necessity",
    "origin",
    "issuer",
    "basis",
    "remark",
    "scenario",
    "ignored",
]
Words = Mapping[str, tuple[str, ...]]

# No word is longer; an ending is looked for in so many signs, whatever the length of the text
_LONGEST = 24
_FILES = ("heads", "names", "phrases", "forms")


@dataclass(frozen=True, slots=True, eq=False)
class MaterialWords:
    """``groups`` are the word lists by name; the patterns of them are compiled once.

    ``columns`` maps a header cell's words, without blanks, to what the column holds.
    """

    groups: Words
    examples: Words
    columns: Mapping[str, Column]
    any_of: Mapping[str, re.Pattern[str]]
    ends: Mapping[str, re.Pattern[str]]
    starts: Mapping[str, re.Pattern[str]]

    def holds(self, group: str, text: str) -> bool:
        return self.any_of[group].search(text) is not None

    def ends_in(self, group: str, text: str) -> bool:
        return self.ends[group].search(text[-_LONGEST:]) is not None

    def begins_with(self, group: str, text: str) -> bool:
        return self.starts[group].match(text) is not None

    def is_one(self, group: str, text: str) -> bool:
        return text in self.groups[group]


@cache
def load_material_words(*folders: Path) -> MaterialWords:
    """The tables of lexicons/materials, with those of the user's ``folders``. Raises LexiconError with path:line."""
    groups: dict[str, tuple[str, ...]] = {}
    examples: dict[str, tuple[str, ...]] = {}
    for name in _FILES:
        words, own = read_layered(f"lexicons/materials/{name}.yaml", folders, _groups)
        groups |= words
        examples |= own
    patterns = {group: "|".join(map(re.escape, _longest_first(words))) for group, words in groups.items()}
    return MaterialWords(
        groups=groups,
        examples=examples,
        columns=read_layered("lexicons/materials/columns.yaml", folders, _columns),
        any_of={group: re.compile(pattern) for group, pattern in patterns.items()},
        ends={group: re.compile(f"(?:{pattern})$") for group, pattern in patterns.items()},
        starts={group: re.compile(f"(?:{pattern})") for group, pattern in patterns.items()},
    )


def _groups(source: Traversable, _: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    entries = _mapping(source)
    words = {group: _words(source, group, entry, "words") for group, entry in entries.items()}
    return words, {group: _words(source, group, entry, "examples") for group, entry in entries.items()}


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))


def _mapping(source: Traversable) -> dict[str, object]:
    where = f"lexicons/materials/{source.name}"
    found = load_yaml(source, where, LexiconError)
    if not isinstance(found, dict):
        raise LexiconError(f"{where}:1", "应为“组名: 内容”的映射")
    return {str(key): value for key, value in found.items()}


def _words(source: Traversable, group: str, entry: object, key: str) -> tuple[str, ...]:
    words = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        where = f"lexicons/materials/{source.name}:{line_of(source, (group, key))}"
        raise LexiconError(where, f"“{group}”缺少 {key}，应为非空的词语列表")
    return tuple(words)


def _columns(source: Traversable, _: str) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    kinds = {kind: kind for kind in get_args(Column)}
    for kind, words in _mapping(source).items():
        if kind not in kinds or not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            where = f"lexicons/materials/{source.name}:{line_of(source, (kind,))}"
            raise LexiconError(where, f"不认识的列“{kind}”，或者不是词语列表")
        columns.update(dict.fromkeys(words, kinds[kind]))
    return columns
