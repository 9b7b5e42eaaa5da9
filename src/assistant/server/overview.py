"""A department's figures, from the summaries of its documents."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from assistant.model.plan import Counts, Goal
from assistant.planning.targets import targets
from assistant.server.bench import Bench
from assistant.server.jobs.request import basis, request
from assistant.server.store.documents import StoredDocument, Who, listed
from assistant.server.store.remembered import recall, remember_value
from assistant.server.work.departments import Folder, comparison
from assistant.server.work.reviewing import Stored
from assistant.server.work.rings import rings

Row = tuple[StoredDocument, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Overview:
    """Over all items; ``documents`` counts all, ``guides`` those of reviewed documents."""

    documents: int
    guides: int
    before: Counts
    after: Counts
    targets: tuple[tuple[str, Goal], ...]
    open: int


def rows_of(bench: Bench, who: Who, department: str | None) -> list[Row]:
    with bench.store.reading() as connection:
        rows = listed(connection, who, department)
    return [(document, json.loads(summary) if summary else None) for document, summary in rows]


def overview(rows: Sequence[Row]) -> Overview:
    """Materials are the necessary rows, as planning/overview counts them."""
    summaries = [summary for _, summary in rows if summary]
    items = [counted(item) for summary in summaries for item in summary["items"]]
    before, after = _sum(pair[0] for pair in items), _sum(pair[1] for pair in items)
    return Overview(
        len(rows), len(items), before, after, targets(before, after), sum(each["open"] for each in summaries)
    )


def counted(item: dict[str, Any]) -> tuple[Counts, Counts]:
    """An item's counts before and after, its materials the necessary ones."""
    before, after = item["necessary"]
    return Counts(**item["before"] | {"materials": before}), Counts(**item["after"] | {"materials": after})


def _sum(counts: Iterable[Counts]) -> Counts:
    rows = list(counts)
    days = [row.promised_days for row in rows if row.promised_days is not None]
    materials, steps = sum(row.materials for row in rows), sum(row.steps for row in rows)
    return Counts(materials, steps, sum(row.forms for row in rows), sum(days) if days else None)


def stored_of(bench: Bench, rows: Sequence[Row]) -> tuple[Stored, ...]:
    """Those with a review, in the order of their names."""
    good = sorted((document for document, summary in rows if summary), key=lambda each: (each.name, each.id))
    with bench.store.reading() as connection:
        return tuple(request(connection, document, bench.settings, bench.blobs) for document in good)


def compared(bench: Bench, department: str, rows: Sequence[Row]) -> list[dict[str, Any]] | None:
    """The rows of the comparison with the list of basic items; None without a list. Made again after any change."""
    documents = stored_of(bench, rows)
    if not documents or documents[0].book.baseline is None:
        return None
    digest = sha256("".join(basis(each, None) for each in documents).encode()).hexdigest()
    name = f"comparison:{sha256(department.encode()).hexdigest()[:40]}"
    with bench.store.reading() as connection:
        kept = recall(connection, name)
    if kept is None or not kept.startswith(digest):
        kept = digest + bench.desk.ask(comparison, Folder(documents))
        with bench.store.writing() as connection:
            remember_value(connection, name, kept)
    found: list[dict[str, Any]] = json.loads(kept[len(digest) :])
    return found


def circles(bench: Bench, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Papers of the department that can only be had with each other."""
    known = sorted(((document, summary) for document, summary in rows if summary), key=lambda row: row[0].name)
    links = tuple((document.id, summary.get("links", [])) for document, summary in known)
    if sum(len(each) for _, each in links) < 2:
        return []
    found: list[dict[str, Any]] = json.loads(bench.desk.ask(rings, links))
    return found
