"""Rules as data, applied by an engine or by plain Python, with the same findings."""

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.rule_words import load_rule_words
from assistant.model.document import Document, Notice
from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.review import Engine
from assistant.rules import engine as durable
from assistant.rules import reference
from assistant.rules.facts import Fact
from assistant.rules.findings import Setting, find
from assistant.rules.gather import gather
from assistant.rules.loader import load_only, load_rules
from assistant.rules.reference import Match
from assistant.rules.schema import Rule, RuleSet

__all__ = ["RuleSet", "apply", "load_only", "load_rules"]

_NO_ENGINE = Notice(
    "rules",
    "reference-evaluator",
    "未安装规则引擎 durable-rules（需要 C 编译器和 Python 3.12 及以下），已改用内置的等效实现，结论相同",
)
_ENGINE_FAILED = Notice("rules", "engine-failed", "规则引擎在本文件上出错，已改用内置的等效实现，结论相同")


def apply(
    rules: RuleSet,
    guides: tuple[Guide, ...],
    document: Document,
    kinds: Kinds,
    as_of: date,
    engine: Engine = "auto",
) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    """The findings of the rules in force on ``as_of``, in the order of the text, ids still to be given.

    ``auto`` takes the engine where it can be imported, else the reference evaluator, and says so in a notice.
    """
    words = load_rule_words(*kinds.folders)
    facts = gather(guides, document, kinds, words)
    matches, notices = _matches(rules.rules, facts, engine)
    by_id = {rule.id: rule for rule in rules.rules}
    setting = Setting({guide.id: guide for guide in guides}, document, kinds, words, as_of)
    found = [
        find(match, by_id[match.rule], facts, setting)
        for match in matches
        if by_id[match.rule].in_force(as_of) and by_id[match.rule].grounds(as_of)
    ]
    return tuple(sorted(found, key=lambda f: (f.span, f.rule, f.target.id, f.others))), notices


def _matches(
    rules: Iterable[Rule], facts: Sequence[Fact], engine: Engine
) -> tuple[frozenset[Match], tuple[Notice, ...]]:
    if engine == "reference":
        return reference.evaluate(rules, facts), ()
    if engine == "auto" and not durable.available():
        return reference.evaluate(rules, facts), (_NO_ENGINE,)
    try:
        return durable.evaluate(rules, facts), ()
    except durable.EngineError:
        if engine == "durable":
            raise
        return reference.evaluate(rules, facts), (_ENGINE_FAILED,)
