"""What callers get after a change: the review as it is now, the decisions in it, the version of the views."""

from fastapi.responses import Response

from assistant.model.decision import anchor_row
from assistant.server.api.calling import json_answer
from assistant.server.api.shapes import AnchorRow, DecisionList, StandingDecision
from assistant.server.bench import Bench
from assistant.server.current import current_review, reviewable, stored
from assistant.server.store.decisions import standing
from assistant.server.store.documents import StoredDocument, Who
from assistant.server.work.deciding import places


def refreshed(bench: Bench, who: Who, key: str) -> Response:
    """A Refreshed; the review is written already and is only put in its place."""
    document = reviewable(bench, who, key)
    contract = current_review(bench, who, document).contract
    rest = DecisionList(decisions=rows(bench, who, document)).model_dump_json()
    return json_answer(f'{{"review": {contract}, "version": {document.version}, {rest[1:]}')


def rows(bench: Bench, who: Who, document: StoredDocument) -> list[StandingDecision]:
    """Those about items of the document, oldest first, with the ids they concern in the present review."""
    with bench.store.reading() as connection:
        known = standing(connection, who, document)
    if not known:
        return []
    found = bench.desk.ask(places, stored(bench, document))
    return [
        StandingDecision(
            id=each.id,
            anchor=AnchorRow.model_validate(anchor_row(each.decision.anchor)),
            findings=list(place.findings),
            material=place.material,
            choice=each.decision.choice,
            reason=each.decision.reason,
            person=each.decision.person,
            day=each.decision.day,
        )
        for each, place in zip(known, found, strict=True)
        if place is not None
    ]
