"""Facts on the materials of a guide."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.laws.named_papers import load_named_papers
from assistant.lexicon.kinds import Kinds
from assistant.lexicon.rule_words import Listed, RuleWords
from assistant.model.citation import Citation
from assistant.model.guide import Guide
from assistant.model.kind import Kind
from assistant.model.material import Material
from assistant.rules.facts import MaterialFact
from assistant.rules.own_basis import named_by_law, own_basis
from assistant.rules.papers import handed_in, is_foreign, is_kinship, issuer_class, on_list, sort_of_paper
from assistant.rules.twins import Twin, twins


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all materials of one guide share."""

    guide: Guide
    lexicon: Kinds
    words: RuleWords
    citations: Mapping[str, Citation]
    kinds: Mapping[str, Kind | None]
    twins: Mapping[str, Twin]
    circles: Mapping[str, str]


def material_facts(
    guide: Guide, kinds: Kinds, circles: Mapping[str, str], words: RuleWords
) -> tuple[MaterialFact, ...]:
    """``circles``: for a material's id the item that needs this guide's result in turn."""
    known = {m.id: _kind(m, kinds) for m in guide.materials}
    setting = _Setting(
        guide,
        kinds,
        words,
        {c.id: c for c in guide.citations},
        known,
        twins(guide.materials, known, kinds.twins),
        circles,
    )
    return tuple(_fact(material, setting) for material in guide.materials)


def _kind(material: Material, kinds: Kinds) -> Kind | None:
    """The kind it certainly is; of a general name with a bracket of licences the first of them."""
    if material.kind.id:
        return kinds.get(material.kind.id)
    return _bracketed(material, kinds) if material.kind.decision == "new" else None


# 主体资格证明（居民身份证复印件、营业执照副本复印件）
_BRACKET = re.compile(r"[（(](?:包括|含|即)?([^（()）]{4,80})[）)]")


def _bracketed(material: Material, kinds: Kinds) -> Kind | None:
    found = _BRACKET.search(material.written)
    if found is None:
        return None
    names = [re.sub(r"(正本|副本|复印件|原件|等)+$", "", part) for part in re.split(r"[、或和及]", found[1])]
    known = [kinds.get(kinds.names.get(kinds.key(name), "")) for name in names]
    licences = [kind for kind in known if kind is not None and kind.action is None]
    return licences[0] if len(licences) == len(names) > 1 else None


def _fact(material: Material, setting: _Setting) -> MaterialFact:
    words, item = setting.words, setting.guide.head.item_name
    kind = setting.kinds[material.id]
    issuer = issuer_class(material, words)
    policy = _policy(kind, material, item, issuer, words)
    twin = setting.twins[material.id]
    lists = {name: on_list(name, material, kind, words) for name in words.lists}
    letters = kind.grounds if kind and policy else ()
    cited = [setting.citations[each] for each in material.basis if each in setting.citations]
    return MaterialFact(
        id=material.id,
        guide=setting.guide.id,
        name=material.name,
        item=item,
        kind_id=kind.id if kind else "",
        kind_name=kind.name if kind else "",
        policy=policy,
        first_ground=letters[0] if letters else "",
        ground_a="A" in letters,
        ground_b="B" in letters,
        ground_c="C" in letters,
        ground_d="D" in letters,
        ground_e="E" in letters or policy == "licence",
        ground_f="F" in letters,
        kind_confidence=kind.confidence if kind else "",
        evidence=(kind.evidence or "") if kind else "",
        paper=sort_of_paper(material, kind, words),
        issuer=issuer,
        original={True: "yes", False: "no", None: ""}[material.original],
        shown_only=material.shown_only,
        handed_in=handed_in(material, kind, item, words),
        scenario=material.scenario or "",
        conditional=material.condition is not None or material.necessity == "conditional",
        choice=material.choice is not None,
        choice_open=_choice_open(material, setting),
        own_basis=own_basis(material, setting.citations, words),
        named_by_law=named_by_law(
            material, _twins(kind, setting), setting.guide, setting.citations, load_named_papers()
        ),
        basis_catch_all=bool(cited) and all(each.catch_all for each in cited),
        village_item=lists["village"].number if lists["village"] else 0,
        village_item_name=_name(lists["village"]),
        id_item=_name(lists["id"]),
        register_item=_name(lists["register"]),
        kinship=is_kinship(material, kind, words),
        record=_name(lists["records"]),
        unknowable=lists["unknowable"] is not None,
        odd=lists["odd"] is not None,
        merged=lists["merged"] is not None,
        case=next((case.name for case in words.cases if kind and case.holds(item, kind.id)), ""),
        paper_key=twin.key,
        occurrence=twin.occurrence,
        twin_doubt=twin.doubt,
        listed_proof=_listed_proof(material, setting),
        circular_with=setting.circles.get(material.id, ""),
        alternative=(kind.alternative or "") if kind else "",
        verify_source=(kind.verify_source or "") if kind else "",
        baseline=material.baseline.decision or "",
        baseline_name=material.baseline.name or "",
    )


def _policy(kind: Kind | None, material: Material, item: str, issuer: str, words: RuleWords) -> str:
    """The kind's action, ``licence`` for one without; "" where the kind's row does not hold here."""
    if kind is None or (is_foreign(material.name) and not is_foreign(kind.name)):
        return ""
    scope = words.scopes.get(kind.id)
    if scope is not None and not scope.holds(item, issuer):
        return ""
    return kind.action or "licence"


def _twins(kind: Kind | None, setting: _Setting) -> frozenset[str]:
    """The kind, and the licence it is a copy of or its copies: laws name the one, offices ask for the other."""
    if kind is None:
        return frozenset()
    pairs = setting.lexicon.twins.items()
    return frozenset({kind.id, *(b for a, b in pairs if a == kind.id), *(a for a, b in pairs if b == kind.id)})


def _choice_open(material: Material, setting: _Setting) -> bool:
    """One of the alternatives is nothing that could be looked up."""
    group = [m.id for m in setting.guide.materials if material.choice is not None and m.choice == material.choice]
    known = [setting.kinds[each] for each in group]
    return any(kind is None or (kind.action or "verify") != "verify" for kind in known)


def _listed_proof(material: Material, setting: _Setting) -> str:
    """The licence the guide asks for anyway and that the alternative to this proof names."""
    kind = setting.kinds[material.id]
    if kind is None or not kind.alternative:
        return ""
    others = [setting.kinds[each.id] for each in setting.guide.materials if each.id != material.id]
    names = [each.name for each in others if each is not None and each.id.startswith("L")]
    return next((name for name in names if name in kind.alternative), "")


def _name(item: Listed | None) -> str:
    return item.name if item else ""
