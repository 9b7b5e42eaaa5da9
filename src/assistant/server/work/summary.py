"""What the lists show of a reviewed document."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from assistant.decisions import plain
from assistant.lexicon.chains import load_chains
from assistant.model.guide import Guide
from assistant.model.overview import Tally
from assistant.model.review import Review
from assistant.planning.items import item_summaries
from assistant.server.work.rings import links


def summary(review: Review) -> dict[str, Any]:
    """``anchors`` are the words its items go by in anchors of decisions; ``open`` what nobody has decided.

    ``links`` is for circles over a department's files. ``necessary`` are the rows that the notice's third is counted
    by, before and after, as the overview has them.
    """
    plan = review.plan
    counted = {each.guide: each.materials for each in item_summaries(review, load_chains())}
    items = [_item(review, guide, counted[guide.id]) for guide in review.guides]
    return {
        "before": asdict(plan.before),
        "after": asdict(plan.after),
        "citations": sum(len(guide.citations) for guide in review.guides),
        "findings": len(review.findings),
        "cuts": sum(cut.chosen for cut in plan.cuts),
        "open": sum(item["open"] for item in items),
        "items": items,
        "anchors": sorted(set(_anchors(review))),
        "links": links(review),
    }


def _item(review: Review, guide: Guide, necessary: Tally) -> dict[str, Any]:
    plan = next((each for each in review.plan.items if each.guide == guide.id), None)
    return {
        "guide": guide.id,
        "item_name": guide.head.item_name,
        "item_code": guide.head.item_code,
        "department": guide.head.department,
        "before": asdict(plan.before) if plan else None,
        "after": asdict(plan.after) if plan else None,
        "targets": {name: asdict(goal) for name, goal in plan.targets} if plan else {},
        "necessary": [necessary.before, necessary.before - necessary.chosen],
        "cuts": sum(cut.chosen for cut in review.plan.cuts if cut.guide == guide.id),
        "open": sum(1 for _ in _open(review, guide)),
    }


def _open(review: Review, guide: Guide) -> Iterator[str]:
    """A material is one question, however many rules have a say on it; hints ask nothing."""
    decided = dict(review.decided)
    yield from (cut.material for cut in review.plan.cuts if cut.guide == guide.id and cut.decision is None)
    for finding in review.findings:
        asks = finding.severity != "hint" and finding.target.type != "material"
        if finding.guide == guide.id and asks and finding.id not in decided:
            yield finding.id


def _anchors(review: Review) -> Iterator[str]:
    for guide in review.guides:
        for word in (plain(guide.head.item_name), "".join((guide.head.item_code or "").split())):
            if word:
                yield word
