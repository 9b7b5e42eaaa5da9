"""Data files to Python values, with the line of what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from assistant.errors import KnowledgeError, LexiconError
from assistant.lexicon.layers import LOADER, Layered

Key = str | int


def load_yaml(source: Traversable, where: str, error: type[KnowledgeError] = KnowledgeError) -> object:
    """The value of a YAML file; ``where`` is the path shown in messages. Raises ``error`` with ``where:line``."""
    if isinstance(source, Layered):
        return source.value()
    try:
        return yaml.load(source.read_text("utf-8"), LOADER)
    except UnicodeDecodeError as cause:
        raise error(f"{where}:1", "不是 UTF-8 编码，请另存为 UTF-8") from cause
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise error(f"{where}:{line}", f"YAML 写法有误：{cause.problem}") from cause


def load_mapping(source: Traversable, where: str, error: type[KnowledgeError] = KnowledgeError) -> dict[str, Any]:
    """Like load_yaml for a file whose top is a mapping; anything else raises ``error`` with ``where:1``."""
    content = load_yaml(source, where, error)
    if not isinstance(content, dict):
        raise error(f"{where}:1", "应为映射")
    return content


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A lexicon whose top is a mapping, for readers that check as they go; ``where`` is the path shown in messages."""

    source: Traversable
    where: str
    content: Mapping[str, Any]

    def wrong(self, message: str, *path: Key) -> LexiconError:
        """The error to raise for what stands at ``path``, with its line."""
        return LexiconError(f"{self.where}:{line_of(self.source, path)}", message)


def line_of(source: Traversable, path: Sequence[Key]) -> int:
    """The line (from 1) of the value at ``path``, such as ``("entries", 3, "name")``; or of the nearest parent."""
    node = source.node if isinstance(source, Layered) else yaml.compose(source.read_text("utf-8"), LOADER)
    line = 1
    for key in path:
        child = _child(node, key)
        if child is None:
            break
        line, node = child
    return line


def _child(node: yaml.Node | None, key: Key) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        value = node.value[key]
        return value.start_mark.line + 1, value
    return None
