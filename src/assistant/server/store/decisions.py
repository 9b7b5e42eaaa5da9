"""What people decided, by anchors that outlive a new version of the guide."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select, update

from assistant.model.decision import Anchor, Decision
from assistant.server.store.connect import now
from assistant.server.store.documents import StoredDocument, Who, new_id
from assistant.server.store.tables import decisions


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """``document`` is where it was taken. It holds for every guide of the item in the department.

    Without a department it holds for guides of the same file name: two offices may have guides of one item.
    """

    id: str
    document: str
    scope: tuple[str | None, str | None]
    decision: Decision


def add_decision(connection: Connection, who: Who, document: StoredDocument, decision: Decision) -> StoredDecision:
    """A new decision about the same thing takes the place of the one before."""
    anchor = decision.anchor
    for before in standing(connection, who, document):
        if before.decision.anchor == anchor:
            undo(connection, before.id)
    key = new_id()
    where = {"id": key, "owner": who.owner, "actor": who.actor, "created": now(), "document": document.id}
    about = {
        "department": document.department,
        "name": document.name,
        "item": anchor.item,
        "type": anchor.type,
        "key": anchor.key,
    }
    said = {"rule": anchor.rule, "choice": decision.choice, "reason": decision.reason, "person": decision.person}
    connection.execute(decisions.insert().values(where | about | said | {"day": decision.day.isoformat()}))
    return StoredDecision(key, document.id, scope_of(document), decision)


def scope_of(document: StoredDocument) -> tuple[str | None, str | None]:
    """The department, or the name of a file without one."""
    return document.department, None if document.department else document.name


def standing(connection: Connection, who: Who, document: StoredDocument) -> list[StoredDecision]:
    """Those that hold for the document and that nobody has taken back, oldest first."""
    department, name = scope_of(document)
    query = select(decisions).where(
        decisions.c.owner == who.owner, decisions.c.department == department, decisions.c.undone.is_(None)
    )
    if name is not None:
        query = query.where(decisions.c.name == name)
    rows = connection.execute(query.order_by(decisions.c.created, decisions.c.id))
    return [_decision(row) for row in rows]


def find_decision(connection: Connection, who: Who, key: str) -> StoredDecision | None:
    query = select(decisions).where(decisions.c.id == key, decisions.c.owner == who.owner, decisions.c.undone.is_(None))
    row = connection.execute(query).first()
    return _decision(row) if row else None


def undo(connection: Connection, key: str) -> None:
    connection.execute(update(decisions).where(decisions.c.id == key).values(undone=now()))


def _decision(row: Row[Any]) -> StoredDecision:
    anchor = Anchor(row.item, row.type, row.key, row.rule)
    decision = Decision(anchor, row.choice, row.reason, row.person, date.fromisoformat(row.day))
    scope = (row.department, None if row.department else row.name)
    return StoredDecision(row.id, row.document, scope, decision)
