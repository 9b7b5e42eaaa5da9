"""The chapters of a new guide (lexicons/sections/new_guide.yaml)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Final

from assistant.errors import LexiconError
from assistant.lexicon.loading import line_of, load_yaml
from assistant.resources import data

CHAPTERS: Final = "lexicons/sections/new_guide.yaml"


@dataclass(frozen=True, slots=True)
class ChapterWords:
    """``elements`` are ids of lexicons/sections; ``ask`` is what people are asked to write where it is left empty."""

    elements: tuple[str, ...]
    title: str
    must: bool
    short: bool
    ask: str


@cache
def load_chapters() -> tuple[ChapterWords, ...]:
    """The chapters that ship with the program. Raises LexiconError with path:line."""
    return chapters_from(data(CHAPTERS), CHAPTERS)


def chapters_from(source: Traversable, where: str) -> tuple[ChapterWords, ...]:
    """Raises LexiconError with ``where:line``."""
    rows = load_yaml(source, where, LexiconError)
    if not isinstance(rows, list) or not rows:
        raise LexiconError(f"{where}:1", "应为一列章节")
    return tuple(_chapter(row, f"{where}:{line_of(source, (at,))}") for at, row in enumerate(rows))


def _chapter(row: Any, where: str) -> ChapterWords:
    if not isinstance(row, dict) or not isinstance(row.get("elements"), list) or not row.get("title"):
        raise LexiconError(where, "一章要有 elements 和 title")
    elements = tuple(map(str, row["elements"]))
    return ChapterWords(
        elements, str(row["title"]), bool(row.get("must")), bool(row.get("short")), str(row.get("ask", ""))
    )
