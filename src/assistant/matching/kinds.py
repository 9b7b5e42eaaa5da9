"""Which canonical kind a material is: decided on names and words, never on likeness alone."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.aliases import NO_KIND
from assistant.lexicon.kinds import Kinds
from assistant.lexicon.slots import Slots, load_patterns, load_slots
from assistant.matching.likeness import like_names
from assistant.matching.slots import Rest, issuer, last_holder, rests
from assistant.model.material import Candidate, KindMatch, Material
from assistant.text.names import tidy, without_asides

# 委托他人办理的，提供受托人身份证: a condition before the material
_CLAUSES = re.compile(r"[,;:。]")
# What stands before a self-sufficient name and yet makes it another thing
_SPOILS = re.compile(r"无|未|非|不|遗失|丢失|挂失|申请|放弃|作废|补办|注销|吊销|撤销|临时")
_ID_CARD, _LEGAL_ID = "L001", "P102"


def match_kind(name: str, kinds: Kinds, written: str = "") -> KindMatch:
    """The kind that ``name`` is. ``written`` (the line it stands in) tells the issuer where the name alone does not.

    ``same`` has an id; ``unsure`` has candidates that a person should choose from; ``new`` is no known kind.
    """
    slots = load_slots()
    for part in _readings(name):
        found = _decide(part, name, kinds, slots, written)
        if found is not None:
            return found
    like = like_names(kinds.key(without_asides(name)), kinds, slots)
    return KindMatch("unsure", candidates=like) if like else KindMatch("new")


def match_kinds(materials: tuple[Material, ...], kinds: Kinds) -> tuple[Material, ...]:
    """Every material with its kind."""
    return tuple(
        replace(m, kind=match_kind(m.name, kinds, f"{m.issuer or ''}出具的{m.written}" if m.issuer else m.written))
        for m in materials
    )


def _readings(name: str) -> Iterator[str]:
    """Ways to read the name, the likeliest first: without brackets, brackets opened, clause by clause."""
    bare = without_asides(name)
    yield bare
    if bare != tidy(name):
        yield tidy(name)
    clauses = [clause for clause in _CLAUSES.split(bare) if clause]
    if len(clauses) > 1:
        yield from (clause for clause in reversed(clauses) if not clause.endswith(("的", "时", "者")))


def _decide(part: str, name: str, kinds: Kinds, slots: Slots, written: str) -> KindMatch | None:
    """None: nothing known about this reading; ``new``: known to be no kind."""
    key = kinds.key(part)
    line = kinds.key(f"{written}{name}")
    for rest in rests(key, slots):
        kind_id = _known(rest, key, kinds, slots, line)
        if kind_id is None and rest.taken == 0:
            kind_id = _shaped(key) or _shaped(kinds.key(name))
        if kind_id == NO_KIND:
            return KindMatch("new")
        if kind_id is not None:
            return _same(_by_holder(kind_id, key[: rest.start], slots), rest.of(key), rest, kinds)
    return _closed(key, kinds, slots)


def _known(rest: Rest, key: str, kinds: Kinds, slots: Slots, line: str) -> str | None:
    text = rest.of(key)
    if rest.loose and text in kinds.aliases.weak:
        return None
    if text in kinds.aliases.by_issuer:
        by_issuer = kinds.aliases.by_issuer[text]
        return by_issuer.get(issuer(line, slots) or "", by_issuer["otherwise"])
    return kinds.find(text)


def _shaped(key: str) -> str | None:
    for shape in load_patterns():
        if shape.pattern.search(key) and not (shape.unless and shape.unless.search(key)):
            return shape.kind
    return None


def _by_holder(kind_id: str, front: str, slots: Slots) -> str:
    """The ID card of the legal representative is a kind of its own."""
    return _LEGAL_ID if kind_id == _ID_CARD and last_holder(front, slots) == "legal" else kind_id


def _closed(key: str, kinds: Kinds, slots: Slots) -> KindMatch | None:
    """Names that say it all, whatever stands before them: 蒙古包旅游点营业执照."""
    for rest in rests(key, slots):
        if rest.start:
            continue
        text = rest.of(key)
        for start in range(1, len(text) - 2):
            if text[start:] in kinds.aliases.closed and not _SPOILS.search(text[:start]):
                kind_id = kinds.find(text[start:])
                if kind_id:
                    found = Rest(start, True, start, len(text))
                    return _same(_by_holder(kind_id, text[:start], slots), text[start:], found, kinds)
    return None


def _same(kind_id: str, text: str, rest: Rest, kinds: Kinds) -> KindMatch:
    kind = kinds.rows[kind_id]
    because = f"“{text}”即{kind.name}" if text != kinds.key(kind.name) else "名称一致"
    score = 0.9 if rest.loose else 0.95 if rest.taken else 1.0
    return KindMatch("same", kind.id, kind.name, (Candidate(kind.id, kind.name, score, because),))
