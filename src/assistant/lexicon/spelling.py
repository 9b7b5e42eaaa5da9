"""lexicons/matching/spelling.yaml -> the table that ``text.names`` works with."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import Key, line_of, load_yaml
from assistant.text.names import Spelling, key

_WHERE = "lexicons/matching/spelling.yaml"


@cache
def load_spelling(*folders: Path) -> Spelling:
    """The spelling table of the installation. Raises LexiconError."""
    return read_layered(_WHERE, folders, read_spelling)


def read_spelling(source: Traversable, where: str) -> Spelling:
    """Reads and checks one file; a wrong entry raises LexiconError with its line."""
    content = load_yaml(source, where, LexiconError)
    if not isinstance(content, dict):
        raise LexiconError(f"{where}:1", "应为含 replace、heads、examples 的映射")
    spelling = Spelling(_pairs(content, "replace", source, where), _pairs(content, "heads", source, where))
    for number, (written, wanted) in enumerate(_pairs(content, "examples", source, where)):
        if key(written, spelling) != wanted:
            line = line_of(source, ("examples", number))
            raise LexiconError(f"{where}:{line}", f"示例“{written}”得到“{key(written, spelling)}”，应为“{wanted}”")
    return spelling


def _pairs(content: dict[str, object], name: str, source: Traversable, where: str) -> tuple[tuple[str, str], ...]:
    rows = content.get(name)
    if not isinstance(rows, list):
        raise LexiconError(f"{where}:{line_of(source, (name,))}", f"{name} 应为列表")
    return tuple(_pair(row, (name, number), source, where) for number, row in enumerate(rows))


def _pair(row: object, path: tuple[Key, ...], source: Traversable, where: str) -> tuple[str, str]:
    if isinstance(row, list) and len(row) == 2 and all(isinstance(word, str) for word in row):
        return row[0], row[1]
    raise LexiconError(f"{where}:{line_of(source, path)}", "每一条应为 [写法, 标准写法]")
