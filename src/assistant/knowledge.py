"""Everything a review needs besides the file and the day, read once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.baselines import load_baseline
from assistant.laws.facts import LawFacts, load_facts
from assistant.laws.texts import LawTexts, open_texts
from assistant.lexicon.chains import load_chains
from assistant.lexicon.citations import load_citation_words
from assistant.lexicon.explain_words import load_explain_words
from assistant.lexicon.fields import FieldWords, load_fields
from assistant.lexicon.kinds import Kinds, load_kinds
from assistant.lexicon.layers import check_folders
from assistant.lexicon.materials import MaterialWords, load_material_words
from assistant.lexicon.relations import load_relations
from assistant.lexicon.rule_words import load_rule_words
from assistant.lexicon.sections import Sections, load_sections
from assistant.lexicon.slots import load_patterns, load_slots
from assistant.lexicon.steps import StepWords, load_step_words
from assistant.matching.baseline import Baseline
from assistant.model.review import Engine
from assistant.rules import RuleSet, load_rules

# What is asked for where it is needed.
_LATER: tuple[Callable[..., object], ...] = (
    load_chains,
    load_citation_words,
    load_explain_words,
    load_patterns,
    load_relations,
    load_rule_words,
    load_slots,
)


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
def load_knowledge(
    baseline: Path | None = None,
    engine: Engine = "auto",
    library: Path | None = None,
    rules: tuple[Path, ...] = (),
    lexicons: tuple[Path, ...] = (),
) -> Knowledge:
    """``library`` holds the laws' texts, for comparing quotations; None: the installed one, if there is one.

    ``rules`` and ``lexicons`` are the user's own folders: they extend what comes with the program and override it by
    id, later ones those before them. Raises KnowledgeError with path:line for a wrong lexicon, rule, law or baseline
    file.
    """
    check_folders(lexicons)
    for load in _LATER if lexicons else ():  # nothing is judged with half the knowledge
        load(*lexicons)
    return Knowledge(
        sections=load_sections(*lexicons),
        materials=load_material_words(*lexicons),
        steps=load_step_words(*lexicons),
        fields=load_fields(*lexicons),
        kinds=load_kinds(*lexicons),
        facts=load_facts(),
        rules=load_rules(*rules, lexicons=lexicons),
        baseline=load_baseline(baseline, load_kinds(*lexicons)) if baseline else None,
        texts=open_texts(library),
        engine=engine,
    )
