"""The words of our lexicons, for the word pipeline."""

from functools import cache
from pathlib import Path

from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.slots import load_slots

# Longer options of templates are phrases, not words.
_LONGEST = 4


@cache
def load_vocabulary(*folders: Path) -> frozenset[str]:
    """Holders, issuers, heads and the parts that names of papers are made of."""
    slots, kinds = load_slots(*folders), load_kinds(*folders)
    words = {*slots.holders, *slots.issuers, *slots.heads, *slots.tails, *slots.own_papers}
    for template, _ in kinds.aliases.templates:
        for part in template.parts:
            words |= part
    return frozenset(word for word in words if 2 <= len(word) <= _LONGEST)
