"""Decisions meet the findings of a review."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.decisions.anchors import Lost, names_item, spots
from assistant.decisions.files import latest
from assistant.model.decision import Decision
from assistant.model.document import Notice
from assistant.model.finding import Finding
from assistant.model.guide import Guide

_LOST: Mapping[Lost, tuple[str, str]] = {
    "item": ("decision-other-item", "这个事项不在本文件里，决定没有套用；如事项改了名称或编码，请重新决定"),
    "gone": ("decision-gone", "现在的指南里已没有它，这条决定不再对应任何内容；如只是改了名称，请重新决定"),
    "several": ("decision-several", "现在的指南里有不止一处与它相符，不能确定是哪一处，决定没有套用；请重新决定"),
}
_SETTLED_BY_ITSELF = ("decision-moot", "这个问题现在已不再提示，决定用不上了；不再需要时可以撤销")


@dataclass(frozen=True, slots=True)
class Applied:
    """``findings`` pairs finding ids with what people said; ``materials`` (guide id, material id) likewise.

    A material stands in ``materials`` when people decided about it as a whole.
    """

    findings: Mapping[str, Decision]
    materials: Mapping[tuple[str, str], Decision]
    notices: tuple[Notice, ...]


def apply_decisions(decisions: Iterable[Decision], guides: Sequence[Guide], findings: Sequence[Finding]) -> Applied:
    """Of two decisions about the same thing the later in the order given holds; what fits nothing is a notice."""
    decided: dict[str, Decision] = {}
    materials: dict[tuple[str, str], Decision] = {}
    notices: list[Notice] = []
    for decision in latest(decisions):
        found = spots(decision.anchor, guides)
        if isinstance(found, str):
            notices.append(_notice(decision, *_LOST[found]))
            continue
        places = {(spot.guide, spot.target) for spot in found}
        hit = [each for each in findings if (each.guide, each.target) in places and _by_rule(each, decision)]
        whole = decision.anchor.type == "material" and decision.anchor.rule is None
        for spot in found if decision.anchor.type == "material" else ():
            if whole:
                materials[spot.guide, spot.target.id] = decision
            elif hit:
                materials.pop((spot.guide, spot.target.id), None)
        decided |= dict.fromkeys((finding.id for finding in hit), decision)
        if not hit and not whole:
            notices.append(_notice(decision, *_SETTLED_BY_ITSELF))
    return Applied(decided, materials, tuple(notices))


def about(decisions: Iterable[Decision], guides: Sequence[Guide]) -> tuple[Decision, ...]:
    """Those about an item of ``guides``: a file beside a folder of guides holds those of all of them."""
    return tuple(each for each in decisions if any(names_item(each.anchor, guide) for guide in guides))


def _by_rule(finding: Finding, decision: Decision) -> bool:
    """A rule that moved to another topic is still the rule."""
    rule = decision.anchor.rule
    return rule is None or finding.rule.rpartition("/")[2] == rule.rpartition("/")[2]


def _notice(decision: Decision, code: str, words: str) -> Notice:
    anchor = decision.anchor
    thing = f"“{anchor.key}”" if anchor.key else ""
    choice = "取消" if decision.choice == "cut" else "保留"
    who = f"{decision.person}{decision.day.isoformat()}关于“{anchor.item}”{thing}的决定（{choice}）"
    return Notice("plan", code, f"{who}：{words}")
