"""Circular proofs over the guides of a department, in a worker process: what no single file can show."""

import json
from typing import Any

from assistant.lexicon.rule_words import load_rule_words
from assistant.model.review import Review
from assistant.rules.circles import Links, Need, closings, links_of


def links(review: Review) -> list[dict[str, Any]]:
    """Of each guide what it asks for and what it ends in; kept with the summary, so that nothing is read again."""
    found = (links_of(guide, review.document, load_rule_words()) for guide in review.guides)
    return [
        {"item": each.item, "results": each.results, "needs": [[need.material, need.name] for need in each.needs]}
        for each in found
    ]


def rings(documents: tuple[tuple[str, list[dict[str, Any]]], ...]) -> str:
    """JSON rows for the documents' ids and links: ``item`` asks for ``material``, which ``giver`` hands out, which
    in its turn needs what comes of ``item``.
    """
    known = [(key, _links(each)) for key, rows in documents for each in rows]
    found = closings([each for _, each in known])
    rows = [
        {
            "document": known[each.guide][0],
            "item": known[each.guide][1].item,
            "material": each.need.name,
            "giver_document": known[each.giver][0],
            "giver": known[each.giver][1].item,
        }
        for each in found
    ]
    return json.dumps(rows, ensure_ascii=False)


def _links(row: dict[str, Any]) -> Links:
    return Links("", row["item"], tuple(row["results"]), tuple(Need(*need) for need in row["needs"]))
