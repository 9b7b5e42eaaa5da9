"""lexicons/matching/baseline.yaml -> how lists of basic items are headed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from assistant import resources
from assistant.errors import LexiconError
from assistant.lexicon.loading import line_of, load_yaml

_WHERE = "lexicons/matching/baseline.yaml"
COLUMNS = ("name", "code", "type", "level", "materials")


@dataclass(frozen=True, slots=True)
class BaselineWords:
    """``columns``: header -> column; ``idle_ends``: ends of item names that say nothing."""

    columns: Mapping[str, str]
    idle_ends: tuple[str, ...]


@cache
def load_baseline_words() -> BaselineWords:
    """The installation's words. Raises LexiconError."""
    return read_baseline_words(resources.data(_WHERE), _WHERE)


def read_baseline_words(source: Traversable, where: str) -> BaselineWords:
    content = load_yaml(source, where, LexiconError)
    columns = content.get("columns") if isinstance(content, dict) else None
    ends = content.get("idle_ends") if isinstance(content, dict) else None
    if not isinstance(columns, dict) or set(columns) != set(COLUMNS):
        raise LexiconError(f"{where}:{line_of(source, ('columns',))}", f"columns 应有 {'、'.join(COLUMNS)}")
    if not isinstance(ends, list) or not all(isinstance(end, str) for end in ends):
        raise LexiconError(f"{where}:{line_of(source, ('idle_ends',))}", "idle_ends 应为文字的列表")
    headers = {str(header): column for column, found in columns.items() for header in found}
    return BaselineWords(headers, tuple(ends))
