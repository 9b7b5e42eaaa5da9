"""What the comments say."""

from assistant.export.labels import ACTIONS, CATEGORIES, CONFIDENCES, ground_text
from assistant.model.decision import Decision
from assistant.model.finding import Finding


def comment_lines(finding: Finding, decision: Decision | None, hindered: str | None, away: str = "") -> tuple[str, ...]:
    """What is wrong, why, by which law, what comes instead, how sure that is.

    ``hindered``: why nothing is marked; ``away``: the words it is about, where no comment can stand at them.
    """
    sure = CONFIDENCES[finding.confidence]
    head = f"【{CATEGORIES[finding.category]}】建议：{ACTIONS[finding.action]}（置信度：{sure}）"
    grounds = "；".join(ground_text(ground) for ground in finding.basis)
    return tuple(
        line
        for line in (
            head,
            finding.message,
            f"位置：“{away}”（在脚注、公式等处，批注放在附近）" if away else "",
            f"理由：{finding.reason}" if finding.reason else "",
            f"依据：{grounds}" if grounds else "",
            f"替代：{finding.replacement}" if finding.replacement else "",
            _decided(decision),
            f"注意：{hindered}，没有直接修订，请手工修改" if hindered else "",
        )
        if line
    )


def _decided(decision: Decision | None) -> str:
    if decision is None:
        return ""
    reason = f"，{decision.reason}" if decision.reason else ""
    return f"处理：已采纳（{decision.person}，{decision.day.isoformat()}{reason}）"
