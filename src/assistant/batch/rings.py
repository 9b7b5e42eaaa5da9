"""Circular proofs over the files of a batch: what no single file can show."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.batch.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Ring:
    """``item`` in ``source`` asks for ``material``, the result of ``giver``, which needs what comes of ``item``."""

    source: str
    item: str
    material: str
    giver_source: str
    giver: str

    def sentence(self) -> str:
        return (
            f"{self.source}“{self.item}”要“{self.material}”，这是{self.giver_source}“{self.giver}”的结果，"
            f"而“{self.giver}”又要用到“{self.item}”的结果，互为前置，请取消一头，由部门之间核对"
        )


def rings(outcomes: Iterable[Outcome]) -> tuple[Ring, ...]:
    """Those over two files or more; the circles inside one file are findings of its own review."""
    from assistant.rules.circles import closings  # not needed for one file

    known = [(outcome.source.name, each) for outcome in outcomes if outcome.summary for each in outcome.summary.links]
    sources = [source for source, _ in known]
    links = [each for _, each in known]
    return tuple(
        Ring(
            sources[each.guide],
            links[each.guide].item,
            each.need.name,
            sources[each.giver],
            links[each.giver].item,
        )
        for each in closings(links)
        if sources[each.guide] != sources[each.giver]
    )
