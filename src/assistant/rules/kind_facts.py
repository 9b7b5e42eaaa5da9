"""What is known of a material's kind, and which published lists it stands on."""

import re
from dataclasses import replace

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.rule_words import Listed, RuleWords
from assistant.model.kind import Kind
from assistant.model.material import Material
from assistant.rules.facts import MaterialFact
from assistant.rules.papers import CATCH_ALL, is_foreign, on_list, says_what

# 主体资格证明（居民身份证复印件、营业执照副本复印件）
_BRACKET = re.compile(r"[（(](?:包括|含|即)?([^（()）]{4,80})[）)]")


def kind_of(material: Material, kinds: Kinds, words: RuleWords) -> Kind | None:
    """The kind it certainly is; of a general name with a bracket of licences the first of them."""
    if material.kind.id:
        scope = words.scopes.get(material.kind.id)
        unlike = scope is not None and any(word in material.name for word in scope.not_names)
        unlike = unlike or (material.kind.id == CATCH_ALL and says_what(material))
        return None if unlike else kinds.get(material.kind.id)
    return _bracketed(material, kinds) if material.kind.decision == "new" else None


def _bracketed(material: Material, kinds: Kinds) -> Kind | None:
    found = _BRACKET.search(material.written)
    if found is None:
        return None
    names = [re.sub(r"(正本|副本|复印件|原件|等)+$", "", part) for part in re.split(r"[、或和及]", found[1])]
    known = [kinds.get(kinds.names.get(kinds.key(name), "")) for name in names]
    licences = [kind for kind in known if kind is not None and kind.action is None]
    return licences[0] if len(licences) == len(names) > 1 else None


def with_kind(fact: MaterialFact, kind: Kind, words: RuleWords) -> MaterialFact:
    policy = _policy(fact, kind, words)
    letters = kind.grounds if policy else ()
    return replace(
        fact,
        kind_id=kind.id,
        kind_name=kind.name,
        policy=policy,
        first_ground=letters[0] if letters else "",
        ground_a="A" in letters,
        ground_b="B" in letters,
        ground_c="C" in letters,
        ground_d="D" in letters,
        ground_e="E" in letters or policy == "licence",
        ground_f="F" in letters,
        kind_confidence=kind.confidence,
        evidence=kind.evidence or "",
        case=next((case.name for case in words.cases if case.holds(fact.item, kind.id)), ""),
        alternative=_readable(_for_item(kind.alternative, fact.item, words)),
        verify_source=_readable(kind.verify_source),
    )


def _for_item(written: str | None, item: str, words: RuleWords) -> str:
    """Without the clauses that are about other items, but for the last one that is left."""
    clauses = re.split(r"[;；]\s*", written or "")
    about = [
        clause
        for clause in clauses
        if all(not clause.startswith(start) or any(word in item for word in only) for start, only in words.alternatives)
    ]
    return "；".join(about or clauses)


def _readable(written: str | None) -> str:
    """居民身份证/户口簿; "曾用名"栏 -> 居民身份证、户口簿；“曾用名”栏"""
    even = re.sub(r'"([^"]*)"', r"“\1”", written or "")
    return re.sub(r"[;；]\s*", "；", even).replace("/", "、").replace(", ", "，").replace("(", "（").replace(")", "）")


def _policy(fact: MaterialFact, kind: Kind, words: RuleWords) -> str:
    """The kind's action, ``licence`` for one without; "" where the kind's row does not hold here."""
    scope = words.scopes.get(kind.id)
    if scope is not None and not scope.holds(fact.item, fact.issuer):
        return ""
    if is_foreign(fact.name) and not is_foreign(kind.name):
        return ""
    return kind.action or "licence"


def with_lists(fact: MaterialFact, material: Material, kind: Kind | None, words: RuleWords) -> MaterialFact:
    lists = {name: on_list(name, material, kind, words) for name in words.lists}
    village = lists["village"]
    return replace(
        fact,
        village_item=village.number if village else 0,
        village_item_name=_name(village),
        id_item=_name(lists["id"]),
        register_item=_name(lists["register"]),
        record=_name(lists["records"]),
        unknowable=lists["unknowable"] is not None,
        odd=lists["odd"] is not None,
        merged=lists["merged"] is not None,
    )


def _name(item: Listed | None) -> str:
    return item.name if item else ""
