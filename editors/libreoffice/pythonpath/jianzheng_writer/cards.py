"""From the server's answer to what the panel shows: one card for everything a clerk decides about."""

from dataclasses import dataclass
from typing import Any

ACTIONS = {
    "cut": "取消",
    "replace": "替换",
    "verify": "自行核验",
    "commit": "告知承诺",
    "internal": "内部共享",
    "merge": "合并",
    "rewrite": "改写",
    "shorten": "缩短",
    "review": "请核对",
}
WEIGHT = {"high": 0, "medium": 1, "low": 2}
KEPT, TAKEN = "已保留", "已采纳"


@dataclass(frozen=True)
class Place:
    """Where the card's words stand: paragraph, offset in characters, the words; ``about`` anchors a decision."""

    paragraph: int
    offset: int
    quote: str
    about: dict[str, Any] | None = None


@dataclass(frozen=True)
class Card:
    """``findings`` are all grounds for it, the weightiest first. ``place`` None: it cannot be shown in the text.

    ``alone``: no other material stands in the same entry; ``entry`` are that entry's words, ``before`` how many
    characters of it stand before the material.
    """

    key: str
    target: str
    action: str
    title: str
    findings: tuple[dict[str, Any], ...]
    place: Place | None
    instead: str | None
    decision: dict[str, Any] | None
    alone: bool = False
    entry: str = ""
    before: int = 0

    def line(self) -> str:
        """取消 · 户籍证明"""
        state = {"cut": f"（{TAKEN}）", "keep": f"（{KEPT}）"}.get((self.decision or {}).get("choice", ""), "")
        return f"{ACTIONS.get(self.action, self.action)} · {self.title}{state}"

    def details(self) -> str:
        """What was found, what takes its place, on which ground; one finding a paragraph."""
        said = [_said(finding) for finding in self.findings]
        instead = [f"改为：{self.instead}"] if self.instead else []
        decided = self.decision or {}
        kept = [f"保留的理由：{decided['reason']}"] if decided.get("choice") == "keep" else []
        return "\n\n".join([*kept, *said, *instead])


def cards_of(answer: dict[str, Any]) -> tuple[Card, ...]:
    """In the order of the text."""
    review = answer["review"]
    places = {a["finding"]: Place(a["paragraph"], a["offset"], a["quote"], a.get("about")) for a in answer["anchors"]}
    groups: dict[str, list[dict[str, Any]]] = {}
    for finding in review["findings"]:
        groups.setdefault(_key(finding), []).append(finding)
    made = [_card(key, found, review, places) for key, found in groups.items()]
    return tuple(sorted(made, key=lambda card: card.findings[0]["span"]))


def summary(review: dict[str, Any]) -> str:
    """申请材料 12 → 8 份（减少 33%）"""
    before, after = review["plan"]["before"]["materials"], review["plan"]["after"]["materials"]
    if not review["guides"]:
        return "没有认出办事指南"
    share = round(100 * (before - after) / before) if before else 0
    return f"申请材料 {before} → {after} 份（减少 {share}%）"


def _key(finding: dict[str, Any]) -> str:
    """Findings about one material or citation are one card; what is said of a whole guide stays apart."""
    target = finding["target"]
    apart = f"/{finding['id']}" if target["type"] in ("guide", "section") else ""
    return f"{finding['guide']}/{target['type']}/{target['id']}{apart}"


def _card(key: str, found: list[dict[str, Any]], review: dict[str, Any], places: dict[str, Place]) -> Card:
    findings = tuple(sorted(found, key=lambda finding: WEIGHT[finding["confidence"]]))
    guide_id, kind, target = key.split("/")[:3]
    guide = next(each for each in review["guides"] if each["id"] == guide_id)
    cuts = review["plan"]["cuts"]
    cut = next((c for c in cuts if kind == "material" and (c["guide"], c["material"]) == (guide_id, target)), None)
    thing = _thing(guide, kind, target)
    action = cut["action"] if cut else findings[0]["action"]
    decided = [finding["decided"] for finding in findings if finding.get("decided")]
    entry, alone, before = _entry(guide, thing, review["text"])
    return Card(
        key=key,
        target=kind,
        action=action,
        title=str((thing.get("name") or thing.get("written")) if thing else guide["item_name"] or "这份指南"),
        findings=findings,
        place=next((places[finding["id"]] for finding in findings if finding["id"] in places), None),
        instead=next((f["replacement"] for f in findings if f["action"] == action and f["replacement"]), None),
        decision=(cut or {}).get("decision") or (decided[0] if decided else None),
        alone=alone,
        entry=entry,
        before=before,
    )


def _thing(guide: dict[str, Any], kind: str, target: str) -> dict[str, Any] | None:
    among = {"material": "materials", "citation": "citations", "step": "steps", "form": "forms"}.get(kind)
    return next((each for each in guide.get(among or "", ()) if each["id"] == target), None)


def _entry(guide: dict[str, Any], thing: dict[str, Any] | None, text: str) -> tuple[str, bool, int]:
    if not thing or "entry" not in thing:
        return "", False, 0
    start, end = thing["entry"]
    beside = [m for m in guide["materials"] if m["entry"][0] < end and start < m["entry"][1]]
    return text[start:end], len(beside) == 1, thing["span"][0] - start


def _said(finding: dict[str, Any]) -> str:
    grounds = "；".join(map(_ground, finding["basis"]))
    return "\n".join(filter(None, (finding["message"], finding["reason"], f"依据：{grounds}" if grounds else "")))


def _ground(ground: dict[str, Any]) -> str:
    if ground["doc"] == ground["number"]:
        return f"{ground['doc']}{ground['article'] or ''}"
    number = f"（{ground['number']}）" if ground["number"] else ""
    return f"《{ground['doc']}》{number}{ground['article'] or ''}"
