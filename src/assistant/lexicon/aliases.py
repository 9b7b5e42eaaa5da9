"""lexicons/matching/aliases.yaml -> templates of further names, look-alikes and what the issuer decides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from assistant.errors import LexiconError
from assistant.lexicon.loading import Key, MappingFile, load_yaml
from assistant.text.names import Spelling, key
from assistant.text.templates import Template, parse

WHERE = "lexicons/matching/aliases.yaml"
# Not a kind: the answer for a look-alike
NO_KIND = ""
_ISSUERS = frozenset({"village", "police", "hospital", "employer", "otherwise"})


@dataclass(frozen=True, slots=True)
class Aliases:
    """``literal`` are names without choices and their kinds; ``look_alikes`` names that are no kind (id NO_KIND).

    ``by_issuer``: key -> issuer class -> kind. ``closed`` and ``weak`` are keys (see the file); ``unsure`` leads
    from keys to a kind that they may be.
    """

    literal: tuple[tuple[str, str], ...]
    templates: tuple[tuple[Template, str], ...]
    starts: Mapping[str, frozenset[int]]
    ends: Mapping[str, frozenset[int]]
    look_alikes: frozenset[str]
    closed: frozenset[str]
    weak: frozenset[str]
    twins: Mapping[str, str]
    unsure: Mapping[str, str]
    by_issuer: Mapping[str, Mapping[str, str]]
    examples: tuple[tuple[str, str | None], ...]

    def find(self, name: str) -> str | None:
        """The id of the narrowest template that fits the key ``name``: a kind, NO_KIND for a look-alike, None."""
        near = self.starts.get(name[:2], frozenset()) & self.ends.get(name[-2:], frozenset())
        fits = [number for number in near if self.templates[number][0].fits(name)]
        if not fits:
            return None
        # A look-alike stops every guess; else the template that stands for the fewest names knows best.
        best = min(fits, key=lambda n: (self.templates[n][1] != NO_KIND, self.templates[n][0].size, n))
        return self.templates[best][1]


@dataclass(frozen=True, slots=True)
class _File(MappingFile):
    def words(self, *path: Key) -> list[str]:
        """The list of texts at ``path`` (one or two keys)."""
        value: object = self.content
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        if not isinstance(value, list):
            raise self.wrong(f"{path[-1]} 应为列表", *path)
        for number, word in enumerate(value):
            if not isinstance(word, str) or not word:
                raise self.wrong("应为文字", *path, number)
        return value


def read_aliases(source: Traversable, where: str, spelling: Spelling, ids: frozenset[str]) -> Aliases:
    """Reads and checks the file; ``ids`` are the kinds there are. Raises LexiconError."""
    content = load_yaml(source, where, LexiconError)
    if not isinstance(content, dict) or not isinstance(content.get("kinds"), dict):
        raise LexiconError(f"{where}:1", "应为含 kinds 的映射")
    file = _File(source, where, content)
    entries = list(_entries(file, ids))
    templates = tuple((_template(file, written, path, spelling), kind_id) for written, kind_id, path in entries)
    return Aliases(
        literal=tuple((written, kind_id) for written, kind_id, _ in entries if "{" not in written and kind_id),
        templates=templates,
        starts=_index(template.starts() for template, _ in templates),
        ends=_index(template.ends() for template, _ in templates),
        look_alikes=frozenset(key(w, spelling) for w, kind_id, _ in entries if "{" not in w and not kind_id),
        closed=frozenset(key(word, spelling) for word in file.words("closed")),
        weak=frozenset(key(word, spelling) for word in file.words("weak")),
        twins=_pairs(file, "twins", ids, ids),
        unsure={key(name, spelling): kind_id for name, kind_id in _pairs(file, "unsure", None, ids).items()},
        by_issuer=_by_issuer(file, spelling, ids),
        examples=_examples(file, ids),
    )


def _entries(file: _File, ids: frozenset[str]) -> Iterator[tuple[str, str, tuple[Key, ...]]]:
    kinds = file.content["kinds"]
    assert isinstance(kinds, dict)
    for kind_id in kinds:
        if kind_id not in ids:
            raise file.wrong(f"没有编号为 {kind_id} 的材料种类", "kinds", kind_id)
        for number, written in enumerate(file.words("kinds", kind_id)):
            yield written, kind_id, ("kinds", kind_id, number)
    for number, written in enumerate(file.words("look_alikes")):
        yield written, NO_KIND, ("look_alikes", number)


def _template(file: _File, written: str, path: tuple[Key, ...], spelling: Spelling) -> Template:
    def spell(option: str, last: bool) -> str:
        # 某: an ending such as 证明书 is brought to 证明 only where something stands before it.
        return key(f"某{option}", spelling)[1:] if last else key(option, Spelling(spelling.replace, ()))

    try:
        return parse(written, spell)
    except ValueError as cause:
        raise file.wrong("花括号不成对", *path) from cause


def _index(edges: Iterable[frozenset[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, options in enumerate(edges):
        for edge in options:
            found.setdefault(edge, set()).add(number)
    return {edge: frozenset(numbers) for edge, numbers in found.items()}


def _pairs(file: _File, name: str, keys: frozenset[str] | None, ids: frozenset[str]) -> dict[str, str]:
    """The mapping ``name``; its values are kinds, its keys too where ``keys`` are given."""
    rows = file.content.get(name, {})
    if not isinstance(rows, dict):
        raise file.wrong(f"{name} 应为映射，值为编号", name)
    for one, other in rows.items():
        if other not in ids or (keys is not None and one not in keys):
            raise file.wrong(f"没有编号为 {one} 或 {other} 的材料种类", name, one)
    return rows


def _by_issuer(file: _File, spelling: Spelling, ids: frozenset[str]) -> dict[str, dict[str, str]]:
    rows = file.content.get("by_issuer")
    found: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        names = row.get("names") if isinstance(row, dict) else None
        issuers = {issuer: kind for issuer, kind in row.items() if issuer != "names"} if isinstance(row, dict) else {}
        if not isinstance(names, list) or not set(issuers) <= _ISSUERS or not ids >= set(issuers.values()):
            raise file.wrong("应为 {names: [名称], 出具方: 编号, otherwise: 编号}", "by_issuer", number)
        found |= {key(str(name), spelling): issuers for name in names}
    return found


def _examples(file: _File, ids: frozenset[str]) -> tuple[tuple[str, str | None], ...]:
    rows = file.content.get("examples")
    found = []
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        if not (isinstance(row, list) and len(row) == 2 and (row[1] is None or row[1] in ids)):
            raise file.wrong("示例应为 [名称, 编号或 null]", "examples", number)
        found.append((str(row[0]), row[1]))
    return tuple(found)
