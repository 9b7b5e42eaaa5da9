"""What a material's (or a step's) own basis cell amounts to."""

from collections.abc import Mapping, Sequence

from assistant.laws.named_papers import NamedPapers
from assistant.lexicon.rule_words import RuleWords
from assistant.model.citation import Citation, Level
from assistant.model.guide import Guide, Step
from assistant.model.material import Material
from assistant.rules.papers import bare

# 优化营商环境条例第四十四条第一款: a proof needs a law, a regulation (also a local one) or a State Council decision.
_LAWS: frozenset[Level] = frozenset({"宪法", "法律", "行政法规", "国务院决定", "地方性法规"})
_RULES: frozenset[Level] = frozenset({"部门规章", "地方政府规章"})


def own_basis(material: Material, citations: Mapping[str, Citation], words: RuleWords) -> str:
    """none, habit, law, rule, document, unknown; "" where the guide gives none (a blank cell too)."""
    cited = [citations[each] for each in material.basis if each in citations]
    if cited and not all(_of_the_office(each, words) for each in cited):
        return _best(cited)
    if cited:
        return "habit"
    if material.basis_written is None:
        return ""
    return without_law(material.basis_written, words)


def without_law(written: str, words: RuleWords) -> str:
    """A basis cell that cites nothing: none, habit, unknown, or "" for a blank one."""
    text = bare(written)
    if words.no_basis.fullmatch(text):
        return "none"
    own = words.own_rule.match(text) or words.own_number.search(written)
    if own or any(word in text for word in words.habits):
        return "habit"
    return "unknown" if text else ""


def _of_the_office(citation: Citation, words: RuleWords) -> bool:
    """《某旗民政局临时救助工作规程》, 某局发〔2015〕12号: a document of a local office that no list of laws has."""
    own = words.own_rule.match(citation.title or "") or words.own_number.search(citation.number or "")
    return not citation.resolved and bool(own)


def _best(cited: Sequence[Citation]) -> str:
    levels = {each.level for each in cited if each.verdict not in {"unknown_law", "ambiguous_name", "no_such_article"}}
    if levels & _LAWS:
        return "law"
    if levels & _RULES:
        return "rule"
    return "document" if levels - {None} else "unknown"


def named_by_law(
    material: Material, kinds: frozenset[str], guide: Guide, citations: Mapping[str, Citation], papers: NamedPapers
) -> bool:
    """Its own basis is an article of a law or regulation that names it. ``kinds``: its kind and that kind's twin.

    What the articles name is known for the laws that were read. For a licence that is the answer, and where the law was
    not read, an article cited for it alone and not for the item as a whole is taken at its word. A proof goes by many
    names in laws, so its own article is always taken at its word: people look before a proof that a law lists is cut.
    """
    general = {_provision(each) for each in general_citations(guide)}
    own = [citations[each] for each in material.basis if each in citations]
    licence = any(kind.startswith("L") for kind in kinds)
    for each in own:
        if each.level not in _LAWS or each.article is None:
            continue
        known = papers.names(each.title, each.article, kinds)
        if known or not licence or (known is None and _provision(each) not in general):
            return True
    return False


def law_names(
    material: Material, kinds: frozenset[str], citations: Mapping[str, Citation], papers: NamedPapers
) -> bool:
    """An article of a law or regulation that the guide cites for it is known to name it."""
    own = [citations[each] for each in material.basis if each in citations]
    return any(each.level in _LAWS and papers.names(each.title, each.article, kinds) for each in own)


def general_citations(guide: Guide) -> tuple[Citation, ...]:
    """The citations that stand for the item itself, not for one material or step."""
    special = {each for material in guide.materials for each in material.basis}
    special |= {each for step in guide.steps for each in step.basis}
    return tuple(each for each in guide.citations if each.id not in special)


def _provision(citation: Citation) -> tuple[str | None, int | None]:
    return citation.title, citation.article


def step_basis(step: Step, guide: Guide, words: RuleWords) -> str:
    """none, blank, cited; "" where the guide gives most steps no basis, and for a blank one of the law's own steps."""
    if step.basis:
        return "cited"
    written = without_law(step.basis_written or "", words)
    if written:
        return "none" if written in {"none", "habit"} else "cited"
    by_law = words.steps["by_law"].words
    given = sum(bool(each.basis) for each in guide.steps) * 2 >= len(guide.steps)
    return "blank" if given and step.name not in by_law else ""
