"""Which materials of a guide are the same paper of the same person, asked for twice."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.lexicon.rule_words import RuleWords
from assistant.model.kind import Kind
from assistant.model.material import Material
from assistant.model.span import Span
from assistant.rules.papers import bare

# Words that do not change whose or what paper it is.
_EMPTY = re.compile(
    r"复印件|扫描件|原件|正副本|正本|副本|申请[人者]的?|本人的?|有效期内|有效的?|合法|第?二代|居民|工商|企业法人|企业|的"
)


@dataclass(frozen=True, slots=True)
class Twin:
    """``doubt``: both stand in composite entries, whose first words may say that they are of different persons.

    ``asked_already``: the same paper, asked of everybody, where this one is asked in one case of the item.
    """

    key: str
    occurrence: int
    doubt: bool
    asked_already: str = ""


def twins(
    materials: Sequence[Material], kinds: Mapping[str, Kind | None], copies: Mapping[str, str], words: RuleWords
) -> dict[str, Twin]:
    """For each material id its key and which occurrence of the key it is.

    ``kinds``: the kind of each material id; ``copies``: from the kind "copy of X" to X.
    """
    sizes = Counter(material.entry for material in materials)
    unknown = {material.entry for material in materials if kinds[material.id] is None}
    seen: Counter[str] = Counter()
    doubtful: dict[str, bool] = {}
    owners: dict[Span, str] = {}
    found: dict[str, Twin] = {}
    general: dict[tuple[str, str, str], str] = {}
    for material in materials:
        kind = kinds[material.id]
        # 经营者户口本、身份证: the first paper's owner is the owner of the others on its line.
        owner = _owner(material, kind) or owners.get(material.entry, "")
        owners.setdefault(material.entry, owner)
        paper = _paper(material, kind, copies, words)
        key = _key(material, paper, owner)
        seen[key] += 1
        # 居民户口簿、居民身份证: a line of plain licences has no words that could name other persons.
        mixed = sizes[material.entry] > 1 and material.entry in unknown
        same = (paper, owner, bare(material.condition or ""))
        before = general.get(same, "") if material.scenario and not material.choice and not mixed else ""
        if not material.scenario and not material.choice and not mixed:
            general.setdefault(same, material.name)
        found[material.id] = Twin(key, seen[key], mixed or doubtful.get(key, False), before)
        doubtful.setdefault(key, mixed)
    return found


def _paper(material: Material, kind: Kind | None, copies: Mapping[str, str], words: RuleWords) -> str:
    """What paper it is: its kind and the fact it shows (分居证明 is no 未婚证明), else its name."""
    if kind is None or kind.id in words.many_papers:
        return _EMPTY.sub("", bare(material.name))
    facts = [word for word in words.other_facts if word in material.name] if kind.id.startswith("P") else []
    return "+".join([copies.get(kind.id, kind.id), *facts])


def _key(material: Material, paper: str, owner: str) -> str:
    """Unique where the applicant chooses between papers."""
    if material.choice:
        return f"?{material.id}"
    return "|".join([paper, owner, bare(material.condition or ""), bare(material.scenario or "")])


def _owner(material: Material, kind: Kind | None) -> str:
    """Whose paper it is, by its holder and by what its name says beyond the kind; "" for the applicant's own."""
    holder = bare(material.holder or "")
    rest = _rest(bare(material.name), kind) if kind is not None else ""
    return _EMPTY.sub("", rest if holder in rest else holder + rest)


def _rest(name: str, kind: Kind) -> str:
    """父母居住证 -> 父母, 工商营业执照 -> nothing."""
    names = sorted({bare(each) for each in (kind.name, *kind.aliases)}, key=len, reverse=True)
    inside = next((each for each in names if each and each in name), "")
    return _EMPTY.sub("", name.replace(inside, "", 1) if inside else name)
