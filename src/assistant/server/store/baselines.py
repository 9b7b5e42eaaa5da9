"""Lists of basic items that were uploaded; one is active."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from assistant.server.store.connect import now
from assistant.server.store.documents import Who, new_id
from assistant.server.store.tables import baselines


@dataclass(frozen=True, slots=True)
class StoredBaseline:
    """``items`` counts its rows; the file is the blob ``sha256``."""

    id: str
    owner: str
    actor: str
    created: str
    name: str
    sha256: str
    items: int
    active: bool


def add_baseline(connection: Connection, who: Who, name: str, sha256: str, items: int) -> StoredBaseline:
    """The new list is the active one."""
    connection.execute(update(baselines).where(baselines.c.owner == who.owner).values(active=False))
    row = StoredBaseline(new_id(), who.owner, who.actor, now(), name, sha256, items, True)
    connection.execute(baselines.insert().values({name: getattr(row, name) for name in StoredBaseline.__slots__}))
    return row


def active_baseline(connection: Connection, who: Who) -> StoredBaseline | None:
    query = select(baselines).where(baselines.c.owner == who.owner, baselines.c.active)
    row = connection.execute(query).first()
    return StoredBaseline(*row) if row else None


def drop_baseline(connection: Connection, who: Who) -> None:
    """Reviews go on without a list."""
    connection.execute(update(baselines).where(baselines.c.owner == who.owner).values(active=False))


def baseline_blobs(connection: Connection) -> set[str]:
    return set(connection.execute(select(baselines.c.sha256)).scalars())
