"""Facts on the materials of a guide: what the paper is, what its kind allows, what it has to do with the others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.laws.named_papers import load_named_papers
from assistant.lexicon.kinds import Kinds
from assistant.lexicon.rule_words import RuleWords
from assistant.model.citation import Citation
from assistant.model.guide import Guide
from assistant.model.kind import Kind
from assistant.model.material import Material
from assistant.rules.facts import MaterialFact
from assistant.rules.kind_facts import kind_of, with_kind, with_lists
from assistant.rules.own_basis import law_names, named_by_law, own_basis
from assistant.rules.papers import core, handed_in, is_about, is_intermediary, is_kinship, issuer_class, sort_of_paper
from assistant.rules.twins import Twin, twins

_PLEDGES = ("承诺书", "声明书", "书面承诺", "书面声明")
# 灵活就业证明或承诺书; 或者由本人书面承诺
_PLEDGE = re.compile(r"或者?(?:由|以|提交|提供)?(?:本人|申请人|个人)?(?:的|签署的|出具的)?(?:书面)?(?:承诺|声明)")


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
    known = {material.id: kind_of(material, kinds, words) for material in guide.materials}
    citations = {citation.id: citation for citation in guide.citations}
    pairs = twins(guide.materials, known, kinds.twins, words)
    setting = _Setting(guide, kinds, words, citations, known, pairs, circles)
    return tuple(_fact(material, setting) for material in guide.materials)


def _fact(material: Material, setting: _Setting) -> MaterialFact:
    kind = setting.kinds[material.id]
    fact = _as_written(material, setting)
    if kind is not None:
        fact = with_kind(fact, kind, setting.words)
    fact = with_lists(fact, material, kind, setting.words)
    fact = _with_basis(fact, material, setting)
    return _with_relations(fact, material, setting)


def _as_written(material: Material, setting: _Setting) -> MaterialFact:
    """What the guide itself says of the material."""
    kind, words, item = setting.kinds[material.id], setting.words, setting.guide.head.item_name
    return MaterialFact(
        id=material.id,
        guide=setting.guide.id,
        name=material.name,
        item=item,
        paper=sort_of_paper(material, kind, words),
        issuer=issuer_class(material, words),
        original={True: "yes", False: "no", None: ""}[material.original],
        shown_only=material.shown_only,
        handed_in=handed_in(material, kind, item, words),
        about=kind is not None and is_about(kind, item, words),
        own_result=kind is not None and _own_result(kind, setting),
        notary="公证" not in item and words.named["notary"].in_(_up_to_name(material)),
        newspaper=words.named["newspaper"].in_(_up_to_name(material)),
        intermediary=is_intermediary(material, words),
        scenario=material.scenario or "",
        conditional=material.condition is not None or material.necessity == "conditional",
        choice=material.choice is not None,
        kinship=is_kinship(material, kind, words),
        negative=words.negatives.of(core(material.name).lstrip("的"), issuer_class(material, words)),
        grave=words.grave_items.in_(item),
        baseline=material.baseline.decision or "",
        baseline_name=material.baseline.name or "",
    )


def _with_basis(fact: MaterialFact, material: Material, setting: _Setting) -> MaterialFact:
    cited = [setting.citations[each] for each in material.basis if each in setting.citations]
    same = _twins(setting.kinds[material.id], setting)
    return replace(
        fact,
        own_basis=own_basis(material, setting.citations, setting.words),
        named_by_law=named_by_law(material, same, setting.guide, setting.citations, load_named_papers()),
        law_names=law_names(material, same, setting.citations, load_named_papers()),
        asked_by=next((law.article for law in setting.words.asked_by_law if law.holds(fact.item, fact.name)), ""),
        pledged=_pledged(material, setting),
        basis_catch_all=bool(cited) and all(each.catch_all for each in cited),
    )


def _with_relations(fact: MaterialFact, material: Material, setting: _Setting) -> MaterialFact:
    """What it has to do with the other materials and guides."""
    twin = setting.twins[material.id]
    return replace(
        fact,
        choice_open=_choice_open(material, setting),
        paper_key=twin.key,
        occurrence=twin.occurrence,
        twin_doubt=twin.doubt,
        asked_already=twin.asked_already,
        listed_proof=_listed_proof(material, setting),
        circular_with=setting.circles.get(material.id, ""),
    )


def _twins(kind: Kind | None, setting: _Setting) -> frozenset[str]:
    """The kind, and the licence it is a copy of or its copies: laws name the one, offices ask for the other."""
    if kind is None:
        return frozenset()
    pairs = setting.lexicon.twins.items()
    return frozenset({kind.id, *(b for a, b in pairs if a == kind.id), *(a for a, b in pairs if b == kind.id)})


def _own_result(kind: Kind, setting: _Setting) -> bool:
    """Issued by the department's own class of offices: 公安机关, 某县公安局治安大队. A proof only if by no others."""
    source = setting.lexicon.get(setting.lexicon.twins.get(kind.id, kind.id)) or kind
    department, offices = setting.guide.head.department or "", setting.words.guide.offices
    own = [office for office in offices if office.in_(department)]
    issuers = re.split(r"[/、]", source.usual_issuer or "")
    of_ours = [any(office.in_(issuer) for office in own) for issuer in issuers]
    return any(of_ours) if source.id.startswith("L") else all(of_ours)


def _up_to_name(material: Material) -> str:
    """经公证的授权委托书, whose name is 授权委托书; what stands behind the name is not about the paper itself."""
    place = material.written.find(material.name)
    return material.written[: place + len(material.name)] if place >= 0 else material.name


def _pledged(material: Material, setting: _Setting) -> bool:
    """（灵活就业证明或承诺书）, or one of the alternatives is the applicant's own pledge."""
    same = [m for m in setting.guide.materials if material.choice is not None and m.choice == material.choice]
    return bool(_PLEDGE.search(material.written)) or any(core(m.name).endswith(_PLEDGES) for m in same)


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
