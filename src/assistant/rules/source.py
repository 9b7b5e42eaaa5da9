"""Reading one rule file strictly: every wrong thing is named with its line and what is allowed there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from typing import NoReturn

from assistant.errors import RuleError
from assistant.lexicon.loading import Key, line_of, load_yaml

Path = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """``where`` is the path shown in messages (``rules/odd-proof/x.yaml``); ``lexicons`` are the user's own."""

    where: str
    file: Traversable
    lexicons: tuple[FilePath, ...] = ()

    def load(self) -> Mapping[str, object]:
        return self.mapping(load_yaml(self.file, self.where, RuleError), ())

    def fail(self, path: Path, message: str) -> NoReturn:
        raise RuleError(f"{self.where}:{line_of(self.file, path)}", message)

    def mapping(self, value: object, path: Path) -> Mapping[str, object]:
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            self.fail(path, f"{_name(path)}应当是“键: 值”的形式")
        return value

    def known(
        self, value: object, path: Path, allowed: Sequence[str], required: Sequence[str] = ()
    ) -> Mapping[str, object]:
        """A mapping that has only ``allowed`` keys and all of ``required``."""
        mapping = self.mapping(value, path)
        for key in mapping:
            if key not in allowed:
                self.fail((*path, key), f"{_name(path)}没有“{key}”这一项；可用：{'、'.join(allowed)}")
        for key in required:
            if key not in mapping:
                self.fail(path, f"{_name(path)}缺少“{key}”")
        return mapping

    def list(self, value: object, path: Path) -> Sequence[object]:
        if not isinstance(value, list) or not value:
            self.fail(path, f"{_name(path)}应当是至少有一项的列表（每项以“- ”开头）")
        return value

    def text(self, value: object, path: Path) -> str:
        if not isinstance(value, str) or not value.strip():
            self.fail(path, f"{_name(path)}应当是文字")
        return value.strip()

    def one_of(self, value: object, path: Path, allowed: Sequence[str]) -> str:
        if value not in allowed:
            self.fail(path, f"{_name(path)}不能是“{value}”；可用：{'、'.join(allowed)}")
        return str(value)

    def flag(self, value: object, path: Path) -> bool:
        if not isinstance(value, bool):
            self.fail(path, f"{_name(path)}应当是 true 或 false")
        return value

    def day(self, value: object, path: Path) -> date | None:
        if value is not None and not isinstance(value, date):
            self.fail(path, f"{_name(path)}应当是日期，写作 2020-01-01")
        return value


def _name(path: Path) -> str:
    """The last key that is a word, for messages: ("when", "all", 0) -> “all”."""
    words = [key for key in path if isinstance(key, str)]
    return f"“{words[-1]}”" if words else "规则"


# {first.name} in a message
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
