"""lexicons/citations/*.yaml -> frozen tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from assistant import resources
from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import line_of, load_mapping
from assistant.model.citation import Level

_WORDS = "lexicons/citations/words.yaml"
_OFFICES = "lexicons/citations/offices.yaml"
_ALIASES = "lexicons/citations/aliases.yaml"


@dataclass(frozen=True, eq=False)
class CitationWords:
    """Compares by identity: it is part of cache keys.

    Endings are tuples fit for ``str.endswith``; ``aliases`` maps a short name to the full official title.
    """

    documents: tuple[str, ...]
    not_documents: tuple[str, ...]
    with_a_sign: tuple[str, ...]
    with_articles: tuple[str, ...]
    signs: tuple[str, ...]
    of_provinces: tuple[str, ...]
    matters: frozenset[str]
    books: tuple[str, ...]
    house_rules: tuple[str, ...]
    house_owners: tuple[str, ...]
    ranks: frozenset[str]
    short: frozenset[str]
    leading: frozenset[str]
    triggers: tuple[str, ...]
    single_triggers: frozenset[str]
    title_stops: frozenset[str]
    own: tuple[str, ...]
    left_out: tuple[str, ...]
    issuers: tuple[str, ...]
    office_names: tuple[str, ...]
    regions: tuple[str, ...]
    orders: tuple[tuple[str, Level], ...]
    aliases: Mapping[str, str]


@cache
def load_citation_words(*folders: Path) -> CitationWords:
    """The tables of the installation. Raises LexiconError with the line of what is wrong."""
    words, offices = _mapping(_WORDS, folders), _mapping(_OFFICES, folders)
    tuples: dict[str, Any] = {name: _words(words, name, _WORDS) for name in _LISTS}
    sets: dict[str, Any] = {name: frozenset(_words(words, name, _WORDS)) for name in _SETS}
    return CitationWords(
        **tuples,
        **sets,
        issuers=_longest_first(_words(offices, "issuers", _OFFICES)),
        office_names=_words(offices, "office_names", _OFFICES),
        regions=_words(offices, "regions", _OFFICES),
        orders=_orders(offices),
        aliases=_aliases(folders),
    )


_LISTS = (
    *("documents", "not_documents", "with_a_sign", "with_articles", "signs", "of_provinces", "books", "house_rules"),
    *("house_owners", "triggers", "own", "left_out"),
)
_SETS = ("ranks", "short", "leading", "single_triggers", "title_stops", "matters")


def _mapping(where: str, folders: Sequence[Path]) -> dict[str, object]:
    return read_layered(where, folders, lambda source, name: load_mapping(source, name, LexiconError))


def _words(content: dict[str, object], name: str, where: str) -> tuple[str, ...]:
    rows = content.get(name)
    if not isinstance(rows, list) or not all(isinstance(row, str) and row for row in rows):
        raise LexiconError(f"{where}:{line_of(_source(where), (name,))}", f"{name} 应为词的列表")
    return tuple(rows)


def _orders(offices: dict[str, object]) -> tuple[tuple[str, Level], ...]:
    rows = offices.get("orders")
    if not isinstance(rows, dict):
        raise LexiconError(f"{_OFFICES}:1", "orders 应为“发令机关: 级别”的映射")
    return tuple((word, cast(Level, rows[word])) for word in _longest_first(tuple(rows)))


def _aliases(folders: Sequence[Path]) -> Mapping[str, str]:
    rows = _mapping(_ALIASES, folders).get("aliases")
    if not isinstance(rows, list) or not all(isinstance(row, dict) and {"name", "title"} <= set(row) for row in rows):
        raise LexiconError(f"{_ALIASES}:1", "aliases 的每一条应有 name 与 title")
    return MappingProxyType({row["name"]: row["title"] for row in rows})


def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _source(where: str) -> Traversable:
    return resources.data(where)
