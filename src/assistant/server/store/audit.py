"""Who did what and when. Rows are only ever added."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from assistant.server.store.connect import now
from assistant.server.store.documents import Who
from assistant.server.store.tables import audit


@dataclass(frozen=True, slots=True)
class Entry:
    """``detail`` is a JSON object; ``document`` None where the act concerns none."""

    id: int
    owner: str
    actor: str
    created: str
    action: str
    document: str | None
    detail: str


def note(connection: Connection, who: Who, action: str, document: str | None = None, **detail: object) -> None:
    words = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    row = {"owner": who.owner, "actor": who.actor, "created": now(), "action": action}
    connection.execute(audit.insert().values(row | {"document": document, "detail": words}))


def trail(connection: Connection, who: Who, document: str | None = None) -> list[Entry]:
    query = select(audit).where(audit.c.owner == who.owner)
    if document is not None:
        query = query.where(audit.c.document == document)
    return [Entry(*row) for row in connection.execute(query.order_by(audit.c.id))]
