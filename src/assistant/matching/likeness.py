"""Kinds whose names look like a name: for people to choose from, never to decide."""

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.slots import Slots
from assistant.lexicon.vocabulary import load_vocabulary
from assistant.model.material import Candidate
from assistant.text.words import words

_ENOUGH = 80.0
_SHOWN = 3
# 许可证, 证明: an ending this short says nothing
_SHORTEST = 4


def like_names(key: str, kinds: Kinds, slots: Slots) -> tuple[Candidate, ...]:
    """Up to three kinds with a name like ``key``, best first; none for papers the applicant writes himself.

    A kind whose name has another head word (证明 for 证) is another sort of paper and not shown.
    """
    if any(key.endswith(own) for own in slots.own_papers) or len(key) < _SHORTEST:
        return ()
    # Loaded here: most names are decided without it.
    from rapidfuzz import fuzz, process

    found = process.extract(key, kinds.names.keys(), scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=10)
    best: dict[str, Candidate] = {}
    for name, score, _ in sorted(found, key=lambda hit: (-hit[1], hit[0])):
        kind = kinds.rows[kinds.names[name]]
        if kind.id not in best and name[-1] == key[-1] and (because := _difference(key, name, kinds)):
            best[kind.id] = Candidate(kind.id, kind.name, round(score / 100, 2), because)
    return tuple(best.values())[:_SHOWN]


def _difference(name: str, known: str, kinds: Kinds) -> str | None:
    """What sets the names apart, in words; None where the head words end differently."""
    vocabulary = load_vocabulary(*kinds.folders)
    left, right = words(name, vocabulary), words(known, vocabulary)
    if left[-1][-2:] != right[-1][-2:]:
        return None
    more, less = ("、".join(w for w in one if w not in other) for one, other in ((left, right), (right, left)))
    told = "，".join(said for said, what in ((f"多“{more}”", more), (f"少“{less}”", less)) if what)
    return f"与“{known}”相近，{told}" if told else f"与“{known}”相近"
