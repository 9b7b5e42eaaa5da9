"""Anchors: made from what a review found, and found again in a later review of a changed guide."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.model.decision import Anchor
from assistant.model.finding import Finding, Target, TargetType
from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.text.names import Spelling, key

# "P014 无犯罪记录证明 @变更 #2": kind, name, scenario, number among namesakes
_KIND = re.compile(r"[PL]\d+$")
_AS_WRITTEN = Spelling((), ())

Lost = Literal["item", "gone", "several"]


class Spot(NamedTuple):
    """A place in one review: ids of a guide and of a thing in it."""

    guide: str
    target: Target


class _Named(NamedTuple):
    """A thing that decisions can be about; ``kind`` and ``scenario`` "" where it has none."""

    id: str
    name: str
    kind: str = ""
    scenario: str = ""


@lru_cache(maxsize=65_536)  # an editor's text is anchored again after every edit, and most of its names are the same
def plain(name: str) -> str:
    """Letters, digits and Han characters alone: what is left when spaces and punctuation change."""
    return key(name, _AS_WRITTEN)


def anchor_of(guide: Guide, about: Finding | Material, guides: Sequence[Guide] = ()) -> Anchor:
    """The anchor of a finding (with its rule) or of a material as a whole.

    ``guides``: all of the file, so that one of several with the same name can be told from the others.
    """
    if isinstance(about, Material):
        return Anchor(_item(guide, guides), "material", _key(guide, Target("material", about.id)))
    return Anchor(_item(guide, guides), about.target.type, _key(guide, about.target), about.rule)


def names_item(anchor: Anchor, guide: Guide) -> bool:
    """By the code where both have one, else by the name; one without either is any without either."""
    words = [word for word in anchor.item.split() if not word.startswith("#")]
    code, name = _code(guide), plain(guide.head.item_name)
    if not words:
        return not code and not name
    if len(words) > 1 and code:
        return words[0] == code
    return words[-1] == name or (bool(code) and words[0] == code)


def same_thing(one: Anchor, other: Anchor) -> bool:
    """Do both name one thing, made from two versions of a guide? By the kind where both have one, else by the key."""
    if (one.type, one.rule) != (other.type, other.rule) or not _same_item(one.item, other.item):
        return False
    kinds = [next(iter(_KIND.findall(anchor.key.partition(" ")[0])), None) for anchor in (one, other)]
    return one.key == other.key or (kinds[0] is not None and kinds[0] == kinds[1])


def _same_item(one: str, other: str) -> bool:
    numbers = {_number(one), _number(other)} - {None}
    words = [{word for word in item.split() if not word.startswith("#")} for item in (one, other)]
    return one == other or (len(numbers) < 2 and bool(words[0] & words[1]))


def spots(anchor: Anchor, guides: Sequence[Guide]) -> tuple[Spot, ...] | Lost:
    """Where the anchor's thing is now; a citation may stand in several places, everything else in one."""
    named = [guide for guide in guides if names_item(anchor, guide)]
    number = _number(anchor.item)
    if number:
        named = named[number - 1 : number]
    if not named:
        return "item"
    found = [Spot(guide.id, target) for guide in named for target in _targets(anchor, guide)]
    if not found:
        return "gone"
    if anchor.type == "citation" and len({spot.guide for spot in found}) == 1:
        return tuple(found)
    return tuple(found) if len(found) == 1 else "several"


def _item(guide: Guide, guides: Sequence[Guide]) -> str:
    words = [_code(guide), plain(guide.head.item_name)]
    item = " ".join(word for word in words if word)
    same = [each.id for each in guides if names_item(Anchor(item, "guide", ""), each)]
    return f"{item} #{same.index(guide.id) + 1}" if len(same) > 1 and guide.id in same else item


def _code(guide: Guide) -> str:
    return "".join((guide.head.item_code or "").split())


def _key(guide: Guide, target: Target) -> str:
    """A kind is named only where one material is of it: with two, the name alone tells which is meant."""
    if target.type in {"guide", "section"}:
        return target.id if target.type == "section" else ""
    things = _things(guide, target.type)
    thing = next(each for each in things if each.id == target.id)
    if target.type == "citation":
        return thing.name
    words = [thing.kind] if thing.kind and sum(each.kind == thing.kind for each in things) == 1 else []
    words.append(thing.name)
    same = [each for each in things if each.name == thing.name]
    if len(same) > 1 and thing.scenario:
        words.append(f"@{thing.scenario}")
        same = [each for each in same if each.scenario == thing.scenario]
    return " ".join([*words, f"#{same.index(thing) + 1}"] if len(same) > 1 else words)


def _targets(anchor: Anchor, guide: Guide) -> list[Target]:
    if anchor.type == "guide":
        return [Target("guide", guide.id)]
    if anchor.type == "section":  # what is missing is a target too
        return [Target("section", anchor.key)]
    found = _by_words(anchor.key.split(), _things(guide, anchor.type))
    return [Target(anchor.type, thing.id) for thing in found]


def _by_words(words: Sequence[str], things: Sequence[_Named]) -> list[_Named]:
    """The name decides; where it is gone, the only material of the kind is it under a new name."""
    kind = next((word for word in words if _KIND.match(word)), None)
    name = next((word for word in words if not _KIND.match(word) and word[0] not in "@#"), None)
    scenario = next((word[1:] for word in words if word.startswith("@")), None)
    found = [each for each in things if each.name == name] or [each for each in things if kind and each.kind == kind]
    if scenario is not None:
        found = [each for each in found if each.scenario == scenario]
    number = _number(" ".join(words))
    return found[number - 1 : number] if number else found


def _number(words: str) -> int | None:
    found = re.search(r" #([1-9]\d*)$", words)
    return int(found[1]) if found else None


def _things(guide: Guide, type: TargetType) -> list[_Named]:
    if type == "material":
        return [_Named(m.id, plain(m.name), m.kind.id or "", plain(m.scenario or "")) for m in guide.materials]
    if type == "citation":
        return [_Named(citation.id, plain(citation.written)) for citation in guide.citations]
    return [_Named(each.id, plain(each.name)) for each in (guide.steps if type == "step" else guide.forms)]
