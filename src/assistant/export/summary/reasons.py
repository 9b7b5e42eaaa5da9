"""Why papers go: the grounds of the chosen cuts, the most frequent first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.export.labels import CATEGORIES
from assistant.model.finding import Category
from assistant.model.plan import Cut
from assistant.model.review import Review

# Ground and name of every paper of one file that goes; small, so that workers can hand it back.
Grounds = tuple[tuple[Category, str], ...]
_MOST = 6
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """``papers`` are some of those it holds for, each name once; ``count`` is all of them."""

    words: str
    count: int
    papers: str


def grounds(review: Review) -> Grounds:
    """A paper with several grounds counts for the first that asks for what is done with it."""
    names = {(guide.id, material.id): material.name for guide in review.guides for material in guide.materials}
    return tuple(
        (_category(cut, review), names[cut.guide, cut.material])
        for cut in review.plan.cuts
        if cut.chosen and cut.findings
    )


def reasons(files: Iterable[Grounds]) -> tuple[Reason, ...]:
    found: dict[Category, list[str]] = defaultdict(list)
    for category, paper in (each for file in files for each in file):
        found[category].append(paper)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), CATEGORIES[pair[0]]))
    return tuple(Reason(CATEGORIES[category], len(papers), _some(papers)) for category, papers in ordered[:_MOST])


def _category(cut: Cut, review: Review) -> Category:
    own = [finding for finding in review.findings if finding.id in cut.findings]
    return next((finding for finding in own if finding.action == cut.action), own[0]).category


def _some(papers: list[str]) -> str:
    once = list(dict.fromkeys(papers))
    return "、".join(once[:_NAMED]) + ("等" if len(once) > _NAMED else "")
