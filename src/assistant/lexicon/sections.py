"""The elements of a guide and the words of their headings (lexicons/sections), as one frozen table."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import Key, line_of, load_yaml

PROFILE = "lexicons/sections/gbt36114.yaml"
_CLASS = re.compile(r"\{([a-z]+)\}")
# 办理流程及时限, 申请条件和材料: two headings in one
_JOINED = re.compile(r"及其|以及|[及和与、/／]")
# （一式两份，A4纸） behind a heading
_BRACKET = re.compile(r"[（(][^（）()]{0,40}[）)]$")
# a page whose blanks were not in its character set shows them as ??
_BLANK = re.compile(r"[\s　]+|[?？]{2,}")
_FLAGS = ("core", "closed")
_ELEMENT_FIELDS = {"id", "name", "headings", "clues", "examples", "unlike", *_FLAGS}


@dataclass(frozen=True, slots=True)
class Element:
    """An element of GB/T 36114. ``core``: a text is a guide only where one of these stands.

    ``closed``: what is listed below its heading are its own details, not further elements.
    ``clues`` finds the element at the beginning of a clause of running text, None if nothing shows it there.
    """

    id: str
    name: str
    core: bool
    closed: bool
    pattern: re.Pattern[str]
    clues: re.Pattern[str] | None
    examples: tuple[str, ...]
    unlike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """The profile: how headings, titles and page noise are worded.

    ``headings`` are the patterns of all elements in one, the first in the file first; its group is the element's id.
    ``folders`` are the user's lexicons, for what else the head of a guide is read with.
    """

    elements: tuple[Element, ...]
    headings: re.Pattern[str]
    core: frozenset[str]
    closed: frozenset[str]
    title_tails: tuple[str, ...]
    material_tails: frozenset[str]
    list_endings: tuple[str, ...]
    asked: re.Pattern[str]
    title_heads: tuple[str, ...]
    cases: frozenset[str]
    noise: frozenset[str]
    metadata: tuple[str, ...]
    not_guides: re.Pattern[str]
    generic: frozenset[str]
    office_endings: tuple[str, ...]
    label_endings: tuple[str, ...]
    item_columns: frozenset[str]
    number_columns: frozenset[str]
    content_columns: frozenset[str]
    material_columns: frozenset[str]
    folders: tuple[Path, ...] = ()
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def elements_of(self, heading: str) -> tuple[str, ...]:
        """The elements a heading's words name (no number, no colon): 办理流程及时限 -> process, time; or ()."""
        words = _BLANK.sub("", heading)
        if not words or len(words) > 40:
            return ()
        if words not in self._known:
            if len(self._known) > 20_000:  # a file of many thousand different lines must not fill the memory
                self._known.clear()
            self._known[words] = self._look_up(_BRACKET.sub("", words))
        return self._known[words]

    def _look_up(self, words: str) -> tuple[str, ...]:
        if len(words) > 24:
            return ()
        whole = self._element(words)
        if whole:
            return (whole,)
        parts = [self._element(part) for part in _JOINED.split(words)]
        if len(parts) < 2 or not all(parts):
            return ()
        return tuple(dict.fromkeys(part for part in parts if part))

    def _element(self, words: str) -> str | None:
        found = self.headings.fullmatch(words)
        return found.lastgroup if found else None

    def name(self, element: str) -> str:
        """The element's Chinese name ("办理依据"); the id itself for an unknown one."""
        return next((each.name for each in self.elements if each.id == element), element)


@cache
def load_sections(*folders: Path) -> Sections:
    """The profile that ships with the program. Raises LexiconError with path:line."""
    return replace(read_layered(PROFILE, folders, sections_from), folders=folders)


def sections_from(source: Traversable, where: str) -> Sections:
    """The profile in ``source``; ``where`` is the path shown in messages. Raises LexiconError with path:line."""
    profile = load_yaml(source, where, LexiconError)
    if not isinstance(profile, dict) or not isinstance(profile.get("elements"), list):
        raise LexiconError(
            f"{where}:1",
            "要有 classes、elements、title_tails、title_heads、cases、noise、metadata、columns、generic、"
            "office_endings、label_endings 各节",
        )
    reader = _Reader(source, where, profile)
    elements = tuple(reader.element(index) for index in range(len(profile["elements"])))
    return Sections(
        elements=elements,
        headings=re.compile("|".join(f"(?P<{element.id}>{element.pattern.pattern})" for element in elements)),
        core=frozenset(element.id for element in elements if element.core),
        closed=frozenset(element.id for element in elements if element.closed),
        title_tails=_longest_first(reader.words("title_tails", "guide") + reader.words("title_tails", "materials")),
        material_tails=frozenset(reader.words("title_tails", "materials")),
        list_endings=reader.words("title_tails", "materials"),
        asked=reader.pattern("title_tails", "asked"),
        title_heads=_longest_first(reader.words("title_heads")),
        cases=frozenset(reader.words("cases")),
        noise=frozenset(reader.words("noise")),
        not_guides=re.compile("|".join(f"(?:{each})" for each in reader.words("not_guides"))),
        metadata=_longest_first(reader.words("metadata")),
        generic=frozenset(reader.words("generic")),
        office_endings=reader.words("office_endings"),
        label_endings=reader.words("label_endings"),
        item_columns=frozenset(reader.words("columns", "item")),
        number_columns=frozenset(reader.words("columns", "number")),
        content_columns=frozenset(reader.words("columns", "content")),
        material_columns=frozenset(reader.words("columns", "material")),
    )


def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@dataclass(frozen=True, slots=True)
class _Reader:
    source: Traversable
    where: str
    profile: dict[str, object]

    def element(self, index: int) -> Element:
        entries = self.profile["elements"]
        entry = entries[index] if isinstance(entries, list) else None
        if not isinstance(entry, dict) or not {"id", "name", "headings"} <= set(entry):
            self.fail(("elements", index), "一个要素要有 id、name、headings")
        unknown = sorted(set(entry) - _ELEMENT_FIELDS)
        if unknown:
            self.fail(
                ("elements", index, unknown[0]),
                f"要素没有“{unknown[0]}”这一项；可用：{'、'.join(sorted(_ELEMENT_FIELDS))}",
            )
        patterns = "|".join(self.expand(heading, index) for heading in self.words("elements", index, "headings"))
        clues = "|".join(self.words("elements", index, "clues")) if "clues" in entry else ""
        return Element(
            id=str(entry["id"]),
            name=str(entry["name"]),
            core=entry.get("core") is True,
            closed=entry.get("closed") is True,
            pattern=self.compile(patterns, index),
            clues=self.compile(clues, index) if clues else None,
            examples=self.words("elements", index, "examples") if "examples" in entry else (),
            unlike=self.words("elements", index, "unlike") if "unlike" in entry else (),
        )

    def expand(self, heading: str, index: int) -> str:
        def words(match: re.Match[str]) -> str:
            classes = self.profile.get("classes")
            if not isinstance(classes, dict) or match[1] not in classes:
                self.fail(("elements", index, "headings"), f"classes 里没有“{match[1]}”")
            return f"(?:{'|'.join(map(re.escape, _longest_first(self.words('classes', match[1]))))})"

        return _CLASS.sub(words, heading)

    def compile(self, patterns: str, index: int) -> re.Pattern[str]:
        try:
            return re.compile(patterns)
        except re.error as cause:
            self.fail(("elements", index, "headings"), f"写法有误：{cause}")

    def pattern(self, *path: str) -> re.Pattern[str]:
        value: object = self.profile
        for key in path:
            value = _child(value, key)
        if not isinstance(value, str):
            self.fail(path, "应为一个写法")
        try:
            return re.compile(f"(?:{value})$")
        except re.error as cause:
            self.fail(path, f"写法有误：{cause}")

    def words(self, *path: Key) -> tuple[str, ...]:
        value: object = self.profile
        for key in path:
            value = _child(value, key)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self.fail(path, "应为一列词语")
        return tuple(value)

    def fail(self, path: tuple[Key, ...], message: str) -> NoReturn:
        raise LexiconError(f"{self.where}:{line_of(self.source, path)}", message)


def _child(value: object, key: Key) -> object:
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return value[key]
    return None
