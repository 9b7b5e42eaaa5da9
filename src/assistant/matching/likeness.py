"""Kinds whose names look like a name: for people to choose from, never to decide."""

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.slots import Slots
from assistant.model.material import Candidate

_ENOUGH = 80.0
_SHOWN = 3
# 许可证, 证明: an ending this short says nothing
_SHORTEST = 4


def like_names(key: str, kinds: Kinds, slots: Slots) -> tuple[Candidate, ...]:
    """Up to three kinds with a name like ``key``, best first; none for papers the applicant writes himself."""
    if any(key.endswith(own) for own in slots.own_papers) or len(key) < _SHORTEST:
        return ()
    # Loaded here: most names are decided without it.
    from rapidfuzz import fuzz, process

    found = process.extract(key, kinds.names.keys(), scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=10)
    best: dict[str, Candidate] = {}
    for name, score, _ in sorted(found, key=lambda hit: (-hit[1], hit[0])):
        kind = kinds.rows[kinds.names[name]]
        best.setdefault(kind.id, Candidate(kind.id, kind.name, round(score / 100, 2), f"名称与“{name}”相近"))
    return tuple(best.values())[:_SHOWN]
