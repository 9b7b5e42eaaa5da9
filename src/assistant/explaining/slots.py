"""What the words of a material's name are: head, whose it is, who issues it, yes or no, what it is handed in as."""

from collections.abc import Iterable

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.slots import load_slots
from assistant.model.explanation import Known
from assistant.model.material import Material
from assistant.text.names import without_asides


def name_slots(material: Material, kinds: Kinds) -> tuple[Known, ...]:
    """The slots that are filled, each with the words of the name (in one spelling) that fill it."""
    slots = load_slots(*kinds.folders)
    name, line = kinds.key(without_asides(material.name)), kinds.key(material.written)
    found = (
        ("中心词", _longest(word for word in slots.heads if name.endswith(word))),
        ("载体", _longest(word for word in slots.tails if line.endswith(word) and not name.endswith(word))),
        ("持有人", material.holder or _longest(word for word in slots.holders if word in name)),
        ("开具单位", material.issuer or _longest(word for word in slots.issuers if len(word) > 1 and word in line)),
        ("开具的说法", _longest(word for word in slots.acts if len(word) > 1 and word in line)),
        ("否定", next((word for word in slots.denials if word in name), "")),
    )
    return tuple(Known(label, word) for label, word in found if word)


def _longest(words: Iterable[str]) -> str:
    return max(sorted(words), key=len, default="")
