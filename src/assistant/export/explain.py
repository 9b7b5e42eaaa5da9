"""An explanation as text for people and as explain/1 for programs."""

import json
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from assistant.export.labels import ACTIONS, ground_text
from assistant.model.decision import Decision, decision_row
from assistant.model.explanation import Explanation, Known
from assistant.model.kind import Kind

ExplainFormat = Literal["text", "json"]
EXPLAIN_FORMATS: tuple[ExplainFormat, ...] = get_args(ExplainFormat)
_KEEP = "保留"


def render_explanation(shown: Explanation, format: ExplainFormat) -> str:
    if format == "json":
        return json.dumps(explanation_object(shown), ensure_ascii=False) + "\n"
    return "".join(f"{line}\n" for line in _lines(shown))


def _lines(shown: Explanation) -> Iterator[str]:
    yield f"{shown.name}（{shown.target.id}）"
    yield f"  {shown.file} · {shown.item}"
    yield f"  原文：{shown.written}"
    yield from _part("名称的构成", [f"{each.label}：{each.words}" for each in shown.slots])
    if shown.kind:
        yield from _part("材料种类", [shown.kind, *_candidates(shown)])
    if shown.policy:
        yield from _part("这一种材料的政策", _policy(shown.policy))
    yield from _part("规则看到的事实", [f"{each.label}：{each.words}" for each in shown.facts])
    if shown.baseline:
        yield from _part("与基础事项清单比对", [shown.baseline])
    yield from _part("提示了的规则", list(_fired(shown)) or ["没有规则提示"])
    yield from _part("差一点就提示的规则", list(_nearly(shown)) or ["没有"])
    if shown.decision:
        yield from _part("人的决定", [_decided(shown.decision)])


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def _candidates(shown: Explanation) -> list[str]:
    return [f"· {each.name}（{each.id}）{each.score:.2f}：{each.because}" for each in shown.candidates]


def _policy(kind: Kind) -> list[str]:
    action = "证照，可核验" if kind.action is None else _KEEP if kind.action == "keep" else ACTIONS[kind.action]
    rows = [
        ("处理", action),
        ("六个一律取消", "、".join(kind.grounds)),
        ("替代办法", kind.alternative),
        ("核验渠道", kind.verify_source),
        ("通常由谁开具", kind.usual_issuer),
        ("依据", "；".join(ground_text(ground) for ground in kind.basis)),
        ("说明", kind.note),
    ]
    return [f"{label}：{words}" for label, words in rows if words]


def _fired(shown: Explanation) -> Iterator[str]:
    for rule in shown.fired:
        yield f"· {rule.finding} {rule.title}（{rule.rule}）"
        yield f"  {rule.message}"
        yield f"  因为：{'；'.join(rule.held)}"
        if rule.weight:
            yield f"  {rule.weight}"
        if rule.decision:
            yield f"  {_decided(rule.decision)}"


def _nearly(shown: Explanation) -> Iterator[str]:
    for rule in shown.nearly:
        yield f"· {rule.title}（{rule.rule}）"
        yield f"  符合：{'；'.join(rule.held)}"
        yield f"  不符：{rule.missing}"


def _decided(decision: Decision) -> str:
    choice = "采纳" if decision.choice == "cut" else _KEEP
    why = f"：{decision.reason}" if decision.reason else ""
    return f"{decision.person}{decision.day.isoformat()}决定{choice}{why}"


def explanation_object(shown: Explanation) -> dict[str, object]:
    return {
        "schema": "explain/1",
        "file": shown.file,
        "item_name": shown.item,
        "target": {"type": shown.target.type, "id": shown.target.id},
        "name": shown.name,
        "written": shown.written,
        "slots": _known(shown.slots),
        "facts": _known(shown.facts),
        "kind": shown.kind or None,
        "candidates": [
            {"id": each.id, "name": each.name, "score": round(each.score, 4), "because": each.because}
            for each in shown.candidates
        ],
        "policy": {"id": shown.policy.id, "name": shown.policy.name, "words": _policy(shown.policy)}
        if shown.policy
        else None,
        "baseline": shown.baseline,
        "fired": [
            {
                "finding": rule.finding,
                "rule": rule.rule,
                "title": rule.title,
                "message": rule.message,
                "held": list(rule.held),
                "weight": rule.weight or None,
                "decided": decision_row(rule.decision) if rule.decision else None,
            }
            for rule in shown.fired
        ],
        "nearly": [
            {"rule": rule.rule, "title": rule.title, "held": list(rule.held), "missing": rule.missing}
            for rule in shown.nearly
        ],
        "decision": decision_row(shown.decision) if shown.decision else None,
    }


def _known(rows: Sequence[Known]) -> list[dict[str, str]]:
    return [{"label": each.label, "words": each.words} for each in rows]
