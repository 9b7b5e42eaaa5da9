"""The canonical kinds of materials, and the index from names to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant import resources
from assistant.errors import LexiconError
from assistant.lexicon.aliases import NO_KIND, Aliases, read_aliases
from assistant.lexicon.aliases import WHERE as ALIASES
from assistant.lexicon.kind_rows import raw_rows, read_rows
from assistant.lexicon.layers import own_rows, read_layered
from assistant.lexicon.spelling import load_spelling
from assistant.model.kind import Kind
from assistant.text.names import Spelling, key, one_head, without_asides

_ROWS = ("lexicons/licences.jsonl", "lexicons/proofs.jsonl")
_COPY = "复印件"


@dataclass(frozen=True, slots=True)
class Kinds:
    """``names`` leads from a name's key to the id; ``twins`` from a proof to the licence that is the same paper.

    ``folders`` are the user's lexicons: what else is read for matching comes from there too.
    Keys are names in one spelling (``Kinds.key``). A key in ``weak`` means its kind only when it stands alone.
    """

    rows: Mapping[str, Kind]
    names: Mapping[str, str]
    aliases: Aliases
    twins: Mapping[str, str]
    spelling: Spelling
    folders: tuple[Path, ...] = ()

    def get(self, kind_id: str) -> Kind | None:
        return self.rows.get(kind_id)

    def key(self, name: str) -> str:
        return key(name, self.spelling)

    def find(self, text: str) -> str | None:
        """The id for a key or a part of one, NO_KIND for a look-alike, None for a name nobody listed."""
        text = one_head(text, self.spelling)
        if text in self.aliases.look_alikes:
            return NO_KIND
        found = self.names.get(text) or self.aliases.find(text)
        # 居住情况证明 is 居住证明; but 住房情况证明 has its own kind, so only where nothing else fits
        bare = text.replace("情况证明", "证明")
        return found if found is not None or bare == text else self.find(bare)

    def same_thing(self, one: str, other: str) -> bool:
        """Are two ids one kind, a licence and the row for its copy counting as one?"""
        return self.paper(one) == self.paper(other)

    def paper(self, kind_id: str) -> str:
        """The licence where the id is the row for its copy, else the id itself."""
        return self.twins.get(kind_id, kind_id)


@cache
def load_kinds(*folders: Path) -> Kinds:
    """The kinds of the installation, with the user's ``folders`` on top. Raises LexiconError naming path:line.

    A row of theirs with a known id has only what it changes.
    """
    spelling = load_spelling(*folders)
    shipped = [(resources.data(where), where) for where in _ROWS]
    rows = _by_id(shipped) | _overridden(shipped, [row for where in _ROWS for row in own_rows(where, folders)])
    more = read_layered(ALIASES, folders, lambda file, where: read_aliases(file, where, spelling, frozenset(rows)))
    return _kinds(rows, more, spelling, folders)


def _by_id(rows: Iterable[tuple[Traversable, str]]) -> dict[str, Kind]:
    by_id: dict[str, Kind] = {}
    for source, where in rows:
        for number, kind in read_rows(source, where):
            if kind.id in by_id:
                raise LexiconError(f"{where}:{number}", f"编号 {kind.id} 重复")
            by_id[kind.id] = kind
    return by_id


def _overridden(shipped: Iterable[tuple[Traversable, str]], own: Sequence[tuple[Traversable, str]]) -> dict[str, Kind]:
    known = {str(row["id"]): row for file, where in shipped for _, row in raw_rows(file, where)} if own else {}
    return {kind.id: kind for file, where in own for _, kind in read_rows(file, where, known)}


def _kinds(by_id: Mapping[str, Kind], more: Aliases, spelling: Spelling, folders: tuple[Path, ...]) -> Kinds:
    names = _names(by_id.values(), more, spelling)
    return Kinds(by_id, names, more, _twins(by_id.values(), names, more, spelling), spelling, folders)


def _names(kinds: Iterable[Kind], more: Aliases, spelling: Spelling) -> dict[str, str]:
    """Own names first, then our literal aliases, then the carried aliases; names of copies where nothing else fits."""
    ranked: list[tuple[int, str, str]] = [(1, alias, kind_id) for alias, kind_id in more.literal]
    copies: list[tuple[str, str]] = []
    for kind in kinds:
        own = not kind.name.endswith(_COPY)
        ranked += [(0, kind.name, kind.id)] if own else []
        for alias in (kind.name, *kind.aliases):
            if own and not alias.endswith(_COPY):
                ranked.append((2 if kind.action is None else 3, alias, kind.id))
            else:
                copies.append((alias.removesuffix(_COPY), kind.id))
    names: dict[str, str] = {}
    for _, name, kind_id in sorted(ranked, key=lambda entry: entry[0]):
        names.setdefault(key(_without_mark(name), spelling), kind_id)
    for name, kind_id in copies:
        names.setdefault(key(name, spelling), more.find(key(name, spelling)) or kind_id)
    return names


def _without_mark(name: str) -> str:
    # "开户许可证(旧)": the mark says that the paper is no longer issued; it is no part of its name
    return without_asides(name) if name.endswith("(旧)") else name


def _twins(kinds: Iterable[Kind], names: Mapping[str, str], more: Aliases, spelling: Spelling) -> dict[str, str]:
    twins = dict(more.twins)
    for kind in kinds:
        bare = key(kind.name.removesuffix(_COPY), spelling)
        licence = more.find(bare) or names.get(bare, kind.id)
        if kind.name.endswith(_COPY) and licence != kind.id:
            twins[kind.id] = licence
    return twins
