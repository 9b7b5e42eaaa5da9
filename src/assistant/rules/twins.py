"""Which materials of a guide are the same paper of the same person, asked for twice."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.model.kind import Kind
from assistant.model.material import Material
from assistant.rules.papers import bare

# Words that do not change whose or what paper it is.
_EMPTY = re.compile(
    r"复印件|扫描件|原件|正副本|正本|副本|申请[人者]的?|本人的?|有效期内|有效的?|合法|第?二代|居民|工商|企业法人|企业|的"
)
_SAME_PERSON = {"申请人", "本人", "申请者", "申请人本人"}


@dataclass(frozen=True, slots=True)
class Twin:
    """``doubt``: both stand in composite entries, whose first words may say that they are of different persons."""

    key: str
    occurrence: int
    doubt: bool


def twins(
    materials: Sequence[Material], kinds: Mapping[str, Kind | None], copies: Mapping[str, str]
) -> dict[str, Twin]:
    """For each material id its key and which occurrence of the key it is.

    ``kinds``: the kind of each material id; ``copies``: from the kind "copy of X" to X.
    """
    sizes = Counter(material.entry for material in materials)
    seen: Counter[str] = Counter()
    composite: dict[str, bool] = {}
    found: dict[str, Twin] = {}
    for material in materials:
        key = _key(material, kinds[material.id], copies)
        seen[key] += 1
        impure = sizes[material.entry] > 1 and not _all_known(material, materials, kinds)
        found[material.id] = Twin(key, seen[key], impure or composite.get(key, False))
        composite.setdefault(key, impure)
    return found


def _all_known(material: Material, materials: Sequence[Material], kinds: Mapping[str, Kind | None]) -> bool:
    """居民户口簿、居民身份证: an entry of plain licences has no words that could name other persons."""
    return all(kinds[each.id] is not None for each in materials if each.entry == material.entry)


def _key(material: Material, kind: Kind | None, copies: Mapping[str, str]) -> str:
    """Unique where it cannot be told: a choice, or a paper of unknown kind whose name is not plain."""
    name = bare(material.name)
    if material.choice:
        return f"?{material.id}"
    holder = bare(material.holder or "")
    parts = ["" if holder in _SAME_PERSON else holder, bare(material.condition or ""), bare(material.scenario or "")]
    what = f"{copies.get(kind.id, kind.id)}+{_rest(name, kind)}" if kind is not None else _EMPTY.sub("", name)
    return "|".join([what, *parts])


def _rest(name: str, kind: Kind) -> str:
    """What the name says beyond the kind: 父母居住证 -> 父母, 工商营业执照 -> nothing."""
    names = sorted({bare(each) for each in (kind.name, *kind.aliases)}, key=len, reverse=True)
    inside = next((each for each in names if each and each in name), "")
    rest = name.replace(inside, "", 1) if inside else name
    return _EMPTY.sub("", rest)
