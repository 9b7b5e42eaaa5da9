"""What the facts on a guide as a whole are made with: the profile of its elements, platform fields, offices."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import load_yaml


@dataclass(frozen=True, slots=True)
class WordClass:
    name: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def in_(self, text: str) -> bool:
        return any(word in text for word in self.words) and not any(word in text for word in self.unless)

    def is_(self, text: str) -> bool:
        """The whole text is one of the words."""
        return text in self.words


@dataclass(frozen=True, slots=True)
class Element:
    """A section of a guide; ``mentions`` are words in the text that serve as well as a heading.

    ``headings``: endings of what stands before a colon or a blank at the beginning of a line, which serve too.
    """

    id: str
    title: str
    mentions: tuple[str, ...]
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideWords:
    """``labels``: how a platform field's label looks, by field; ``values``: the words its value is told by.

    ``profile``: the elements asked for besides those of required_sections; ``placeholders``: bodies that say nothing;
    ``offices``: classes of offices; ``outcomes``: what becomes of an application when it is handed in.
    """

    labels: Mapping[str, re.Pattern[str]]
    label_words: frozenset[str]
    values: Mapping[str, WordClass]
    profile: tuple[Element, ...]
    placeholders: frozenset[str]
    offices: tuple[WordClass, ...]
    outcomes: tuple[WordClass, ...]


def load_guide_words(read: Callable[[str], Any]) -> GuideWords:
    """``read`` gives the file of a name. Raises LexiconError naming the file whose shape is wrong."""
    fields, profile = read("platform"), read("profile")
    return GuideWords(
        labels={name: _label(entry["labels"]) for name, entry in fields.items()},
        label_words=frozenset(label for entry in fields.values() for label in entry["labels"]),
        values={name: word_class({"name": name, **entry}) for name, entry in read("platform_words").items()},
        profile=_profile(profile, profile["use"]),
        placeholders=frozenset(profile["placeholders"]),
        offices=tuple(map(word_class, read("offices"))),
        outcomes=tuple(map(word_class, read("outcomes"))),
    )


def word_class(entry: Mapping[str, Any]) -> WordClass:
    return WordClass(entry["name"], tuple(entry["words"]), tuple(entry["examples"]), tuple(entry.get("not", ())))


# The shape of these files is ours and a test reads them all: Any stays in the loaders.
def read(name: str, folders: Sequence[Path] = ()) -> Any:
    """``lexicons/rules/NAME.yaml``, with what the user's ``folders`` have of it."""
    return read_layered(f"lexicons/rules/{name}.yaml", folders, _whole)


def _whole(source: Traversable, where: str) -> Any:
    value = load_yaml(source, where, LexiconError)
    if not isinstance(value, dict | list):
        raise LexiconError(f"{where}:1", "文件应当是列表或“键: 值”")
    return value


def _profile(profile: Mapping[str, Any], use: Literal["full", "short"]) -> tuple[Element, ...]:
    if use not in {"full", "short"}:
        raise LexiconError("lexicons/rules/profile.yaml:1", f"use 应为 full（完整版）或 short（简版），现为“{use}”")
    asked = [entry for entry in profile["elements"] if use == "full" or entry.get("short", False)]
    return tuple(Element(entry["element"], entry["title"], tuple(entry["mentions"])) for entry in asked)


def _label(labels: list[str]) -> re.Pattern[str]:
    """到办事现场次数：1 | 到办事现场次数<tab>1 | 【是否收费】否 | 是否收费？ 否; the value is group 1."""
    words = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    number = r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]\s*)?"
    return re.compile(
        rf"(?:^|(?<=[\t|　 【\n；;-])){number}(?:{words})[ 　]*(?:[：:？?】\t|]+)[ 　]*([^\n\t|【；;]*)", re.M
    )
