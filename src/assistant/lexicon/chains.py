"""lexicons/chains.yaml -> the two chains whose times are to be halved (两个二分之一)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import MappingFile, load_mapping
from assistant.text.names import tidy

_WHERE = "lexicons/chains.yaml"


@dataclass(frozen=True, slots=True)
class Chain:
    name: str
    words: tuple[str, ...]
    unless: tuple[str, ...]
    examples: tuple[str, ...]
    unlike: tuple[str, ...]

    def holds(self, item: str) -> bool:
        bare = tidy(item)
        return any(word in bare for word in self.words) and not any(word in bare for word in self.unless)


@cache
def load_chains(*folders: Path) -> tuple[Chain, ...]:
    """The installation's chains. Raises LexiconError."""
    return read_layered(_WHERE, folders, read_chains)


def read_chains(source: Traversable, where: str) -> tuple[Chain, ...]:
    file = MappingFile(source, where, load_mapping(source, where, LexiconError))
    return tuple(_chain(file, name) for name in file.content)


def _chain(file: MappingFile, name: str) -> Chain:
    def words(key: str) -> tuple[str, ...]:
        row = file.content[name]
        value = row.get(key) if isinstance(row, dict) else None
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise file.wrong(f"“{name}”的 {key} 应为词的列表", name, key)
        return tuple(value)

    return Chain(name, words("words"), words("unless"), words("examples"), words("unlike"))
