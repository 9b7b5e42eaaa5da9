"""Why it was judged so: the facts, the kind and its candidates, the rules that fired and those that nearly did."""

from dataclasses import replace

from assistant.explaining.conditions import condition_words, field_words, missing_words
from assistant.explaining.slots import name_slots
from assistant.knowledge import Knowledge
from assistant.lexicon.explain_words import ExplainWords
from assistant.lexicon.rule_words import load_rule_words
from assistant.model.explanation import Explanation, FiredRule, Known, NearRule
from assistant.model.finding import Finding, Target
from assistant.model.guide import Guide
from assistant.model.material import BaselineMatch, KindMatch, Material
from assistant.model.review import Review
from assistant.rules.facts import Fact, fields
from assistant.rules.gather import gather
from assistant.rules.nearly import nearly

# What says nothing to people, or is said elsewhere
_UNSAID = frozenset({"id", "guide", "name", "item", "kind_id", "paper_key", "occurrence", "baseline", "baseline_name"})


def explain(review: Review, knowledge: Knowledge, guide: Guide, about: Material | Finding) -> Explanation:
    """``review`` is of the same ``knowledge``; ``guide`` is the guide that the material or finding is of."""
    target = about.target if isinstance(about, Finding) else Target("material", about.id)
    facts = gather(review.guides, review.document, knowledge.kinds, load_rule_words(*knowledge.kinds.folders))
    fact = next(
        (each for each in facts if (each.guide, each.TYPE, each.id) == (guide.id, target.type, target.id)), None
    )
    material = next((each for each in guide.materials if target == Target("material", each.id)), None)
    words = field_words(*knowledge.kinds.folders)
    fired = tuple(
        _fired(f, review, knowledge, words) for f in review.findings if (f.guide, f.target) == (guide.id, target)
    )
    near = nearly(knowledge.rules.rules, facts, fact, review.as_of) if fact else ()
    shown = Explanation(
        file=review.document.name,
        item=guide.head.item_name,
        target=target,
        name=material.name if material else _name(fact, guide),
        written=_written(material, about, review),
        facts=_facts(fact, words) if fact else (),
        fired=fired,
        nearly=tuple(
            NearRule(
                each.rule.id,
                each.rule.title,
                tuple(condition_words(test, target.type, words) for test in each.held),
                missing_words(each, target.type, words),
            )
            for each in near
        ),
    )
    return _of_material(shown, material, review, knowledge, guide) if material else shown


def _of_material(
    shown: Explanation, material: Material, review: Review, knowledge: Knowledge, guide: Guide
) -> Explanation:
    cut = next((cut for cut in review.plan.cuts if (cut.guide, cut.material) == (guide.id, material.id)), None)
    return replace(
        shown,
        slots=name_slots(material, knowledge.kinds),
        kind=_kind_words(material.kind),
        candidates=material.kind.candidates,
        policy=knowledge.kinds.get(material.kind.id) if material.kind.id else None,
        baseline=_baseline_words(material.baseline),
        decision=cut.decision if cut else None,
    )


def _fired(finding: Finding, review: Review, knowledge: Knowledge, words: ExplainWords) -> FiredRule:
    rule = knowledge.rules.named(finding.rule)
    assert rule is not None  # the review is of the same knowledge
    pattern = next(each for each in rule.patterns if each.variable == rule.point_at)
    return FiredRule(
        finding=finding.id,
        rule=rule.id,
        title=rule.title,
        message=finding.message,
        held=tuple(condition_words(test, pattern.fact, words) for test in pattern.tests),
        weight=_weight(finding, rule.severity),
        decision=dict(review.decided).get(finding.id),
    )


def _weight(finding: Finding, severity: str) -> str:
    if finding.severity != "hint":
        return ""
    if severity == "hint":
        return "这条规则只作提醒，不计入精简"
    return "把握不足（材料单列了法律法规依据，或替代办法把握低），只作提醒，不计入精简"


def _facts(fact: Fact, words: ExplainWords) -> tuple[Known, ...]:
    """What is known of it: fields that are empty, 0 or false say nothing."""
    names = [name for name in fields(fact.TYPE) if name not in _UNSAID and getattr(fact, name)]
    return tuple(Known(words.label(fact.TYPE, n), words.value(fact.TYPE, n, getattr(fact, n))) for n in names)


def _name(fact: Fact | None, guide: Guide) -> str:
    return next(
        (str(getattr(fact, key)) for key in ("name", "label", "title") if hasattr(fact, key)), guide.head.item_name
    )


def _written(material: Material | None, about: Material | Finding, review: Review) -> str:
    span = material.entry if material else about.span
    return " ".join(span.of(review.document.text).split())


def _kind_words(match: KindMatch) -> str:
    if match.decision == "same":
        return f"认定为{match.name}（{match.id}）"
    if match.decision == "unsure":
        return "不能确定是哪一种，请人工选定；规则按没有种类处理"
    return "词表里没有这一种材料；规则只看它写明的内容"


def _baseline_words(match: BaselineMatch) -> str | None:
    if match.decision is None:
        return None
    words = {
        "same": "与清单一致",
        "renamed": "清单上叫法不同",
        "extra": "清单里没有",
        "unsure": "不能确定是清单里的哪一份",
    }
    return words[match.decision] + (f"：{match.name}" if match.name else "")
