"""lexicons/matching/baseline.yaml -> how lists of basic items are headed and what their cells say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast, get_args

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import MappingFile, load_mapping
from assistant.model.material import Necessity

_WHERE = "lexicons/matching/baseline.yaml"
COLUMNS = (
    "main", "sub", "name", "handling", "code", "type", "level", "department", "basis", "materials", "necessity",
    "form",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BaselineWords:
    """``columns``: header -> column; ``blank``: cells that hold no name; ``idle_ends``: ends of item names that say
    nothing; ``acts``: words under which one item may stand several times; ``types`` of items; ``vague``: headers that
    may name anything; ``necessity`` in the order to look."""

    columns: Mapping[str, str]
    blank: frozenset[str]
    necessity: tuple[tuple[str, Necessity], ...]
    idle_ends: tuple[str, ...]
    acts: tuple[str, ...]
    types: frozenset[str]
    vague: frozenset[str]


@cache
def load_baseline_words(*folders: Path) -> BaselineWords:
    """The installation's words. Raises LexiconError."""
    return read_layered(_WHERE, folders, read_baseline_words)


def read_baseline_words(source: Traversable, where: str) -> BaselineWords:
    file = MappingFile(source, where, load_mapping(source, where, LexiconError))
    columns, necessity = file.content.get("columns"), file.content.get("necessity")
    if not isinstance(columns, dict) or set(columns) != set(COLUMNS):
        raise file.wrong(f"columns 应有 {'、'.join(COLUMNS)}", "columns")
    if not isinstance(necessity, dict) or not set(necessity) <= set(get_args(Necessity)):
        raise file.wrong(f"necessity 的键应为 {'、'.join(get_args(Necessity))} 之一", "necessity")
    return BaselineWords(
        columns={word: column for column in columns for word in _words(file, "columns", column)},
        blank=frozenset(_words(file, "blank")),
        necessity=tuple(
            (word, cast(Necessity, need)) for need in necessity for word in _words(file, "necessity", need)
        ),
        idle_ends=_words(file, "idle_ends"),
        acts=_words(file, "acts"),
        types=frozenset(_words(file, "types")),
        vague=frozenset(_words(file, "vague")),
    )


def _words(file: MappingFile, *path: str) -> tuple[str, ...]:
    value: object = file.content
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise file.wrong(f"{path[-1]} 应为文字的列表", *path)
    return tuple(value)
