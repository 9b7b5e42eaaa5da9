"""A guide as the facts that the rules can ask about."""

from collections.abc import Sequence

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.rule_words import RuleWords
from assistant.model.document import Document
from assistant.model.guide import Guide
from assistant.rules.circles import circles
from assistant.rules.facts import Fact
from assistant.rules.guide_facts import citation_facts, guide_fact, step_facts
from assistant.rules.material_facts import material_facts
from assistant.rules.sections import section_facts


def gather(guides: Sequence[Guide], document: Document, kinds: Kinds, words: RuleWords) -> tuple[Fact, ...]:
    """All facts of a file, in the order of the guides."""
    around = circles(guides, document, words)
    facts: list[Fact] = []
    for guide in guides:
        materials = material_facts(guide, kinds, around, words)
        facts += materials
        facts += step_facts(guide, document, words)
        facts += citation_facts(guide, materials)
        sections = section_facts(guide, document, words)
        facts += sections
        facts.append(guide_fact(guide, document, materials, sections, words))
    return tuple(facts)
