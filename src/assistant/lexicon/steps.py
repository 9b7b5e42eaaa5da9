"""Words by which steps, limits and the head of a guide are read (lexicons/steps.yaml)."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import Key, line_of, load_yaml

STEPS: Final = "lexicons/steps.yaml"
_COLUMNS: Final = ("name", "post", "time", "basis")


@dataclass(frozen=True, slots=True)
class StepWords:
    """``columns`` maps a header cell's words, without blanks, to name, post, time or basis; patterns find any word."""

    columns: dict[str, str]
    acts: re.Pattern[str]
    other_limits: re.Pattern[str]
    item_types: re.Pattern[str]
    departments: tuple[str, ...]
    form_names: tuple[str, ...]


@cache
def load_step_words(*folders: Path) -> StepWords:
    """The words that ship with the program. Raises LexiconError with path:line."""
    return read_layered(STEPS, folders, step_words_from)


def step_words_from(source: Traversable, where: str) -> StepWords:
    """The words in ``source``; ``where`` is the path shown in messages. Raises LexiconError with path:line."""
    table = load_yaml(source, where, LexiconError)

    def words(*path: Key) -> tuple[str, ...]:
        value: object = table
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, list) or not value or not all(isinstance(word, str) for word in value):
            raise LexiconError(f"{where}:{line_of(source, path)}", f"“{'/'.join(map(str, path))}”应为一列词语")
        return tuple(value)

    return StepWords(
        columns={word: column for column in _COLUMNS for word in words("columns", column)},
        acts=_any(words("acts")),
        other_limits=_any(words("other_limits")),
        item_types=_any(words("item_types")),
        departments=words("departments"),
        form_names=words("form_names"),
    )


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
