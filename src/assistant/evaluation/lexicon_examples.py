"""Runs the examples that stand in the lexicons: the shipped ones and a user's own on top of them."""

from collections.abc import Iterator
from pathlib import Path

from assistant.evaluation.rule_examples import Failure
from assistant.lexicon.aliases import WHERE as ALIASES
from assistant.lexicon.chains import load_chains
from assistant.lexicon.fields import load_fields
from assistant.lexicon.kinds import Kinds, load_kinds
from assistant.lexicon.materials import load_material_words
from assistant.lexicon.relations import WHERE as RELATIONS
from assistant.lexicon.relations import load_relations
from assistant.lexicon.rule_words import load_rule_words
from assistant.lexicon.sections import PROFILE, Sections, load_sections
from assistant.lexicon.slots import load_patterns
from assistant.matching.fields import form_keys
from assistant.matching.kinds import match_kind
from assistant.matching.pairs import relation

Found = Iterator[tuple[str, str, str]]


def lexicon_failures(folders: tuple[Path, ...] = ()) -> Iterator[Failure]:
    """The examples that do not come out as they say: file, example, what came out. Raises LexiconError."""
    kinds = load_kinds(*folders)
    for checked in (_kinds(kinds), _patterns(kinds), _relations(kinds), _sections(folders), _words(folders)):
        yield from (Failure(where, example, message) for where, example, message in checked)
    yield from (Failure("form_fields.yaml", example, message) for example, message in _forms(folders))


def _kinds(kinds: Kinds) -> Found:
    for name, wanted in kinds.aliases.examples:
        found = match_kind(name, kinds).id
        if found != wanted:
            yield ALIASES, name, f"应为 {wanted or '没有种类'}，得到 {found or '没有种类'}"


def _patterns(kinds: Kinds) -> Found:
    for shape in load_patterns(*kinds.folders):
        for name, wanted in (*((each, True) for each in shape.examples), *((each, False) for each in shape.quiet)):
            found = match_kind(name, kinds).id
            if (found == shape.kind) != wanted:
                yield shape.where, name, f"{'应' if wanted else '不应'}为 {shape.kind}，得到 {found or '没有种类'}"


def _relations(kinds: Kinds) -> Found:
    for one, other, wanted in load_relations(*kinds.folders).examples:
        found = relation(one, other, kinds).value
        if found != wanted:
            yield RELATIONS, f"{one}、{other}", f"应为 {wanted}，得到 {found}"


def _sections(folders: tuple[Path, ...]) -> Found:
    sections = load_sections(*folders)
    for element in sections.elements:
        yield from (
            (PROFILE, word, f"应认作{element.name}") for word in element.examples if not _is(word, element.id, sections)
        )
        yield from (
            (PROFILE, word, f"不应认作{element.name}") for word in element.unlike if _is(word, element.id, sections)
        )


def _is(heading: str, element: str, sections: Sections) -> bool:
    return element in sections.elements_of(heading)


def _words(folders: tuple[Path, ...]) -> Found:
    words = load_material_words(*folders)
    for group, examples in words.examples.items():
        yield from (("materials", each, f"里没有“{group}”的词") for each in examples if not words.holds(group, each))
    rules = load_rule_words(*folders)
    for kind in (*rules.issuers, *rules.steps.values(), rules.grave_items):
        yield from (("rules", each, f"里没有“{kind.name}”的词") for each in kind.examples if not kind.in_(each))
    for chain in load_chains(*folders):
        yield from (
            ("chains.yaml", each, f"应在“{chain.name}”这条链上") for each in chain.examples if not chain.holds(each)
        )
        yield from (
            ("chains.yaml", each, f"不应在“{chain.name}”这条链上") for each in chain.unlike if chain.holds(each)
        )


def _forms(folders: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    words = load_fields(*folders)
    for example in words.examples:
        (found,) = form_keys(((example.form, example.labels),), words)
        if found != example.keys:
            yield example.form, f"应为 {'、'.join(example.keys)}，得到 {'、'.join(found)}"
