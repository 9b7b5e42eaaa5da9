"""Everything a review needs besides the file and the day, read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.baselines import load_baseline
from assistant.laws.facts import LawFacts, load_facts
from assistant.laws.texts import LawTexts, open_texts
from assistant.lexicon.fields import FieldWords, load_fields
from assistant.lexicon.kinds import Kinds, load_kinds
from assistant.lexicon.materials import MaterialWords, load_material_words
from assistant.lexicon.sections import Sections, load_sections
from assistant.lexicon.steps import StepWords, load_step_words
from assistant.matching.baseline import Baseline
from assistant.model.review import Engine
from assistant.rules import RuleSet, load_rules


@dataclass(frozen=True, slots=True)
class Knowledge:
    sections: Sections
    materials: MaterialWords
    steps: StepWords
    fields: FieldWords
    kinds: Kinds
    facts: LawFacts
    rules: RuleSet
    baseline: Baseline | None
    texts: LawTexts | None
    engine: Engine


@cache
def load_knowledge(baseline: Path | None = None, engine: Engine = "auto", library: Path | None = None) -> Knowledge:
    """``library`` holds the laws' texts, for comparing quotations; None: the installed one, if there is one.

    Raises KnowledgeError with path:line for a wrong lexicon, rule, law or baseline file.
    """
    return Knowledge(
        sections=load_sections(),
        materials=load_material_words(),
        steps=load_step_words(),
        fields=load_fields(),
        kinds=load_kinds(),
        facts=load_facts(),
        rules=load_rules(),
        baseline=load_baseline(baseline) if baseline else None,
        texts=open_texts(library),
        engine=engine,
    )
