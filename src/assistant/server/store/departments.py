"""The departments that uploads name."""

from sqlalchemy import Connection, select

from assistant.server.store.connect import now
from assistant.server.store.documents import Who
from assistant.server.store.tables import departments


def remember(connection: Connection, who: Who, name: str) -> None:
    known = select(departments.c.name).where(departments.c.owner == who.owner, departments.c.name == name)
    if connection.execute(known).first() is None:
        row = {"owner": who.owner, "name": name, "actor": who.actor, "created": now()}
        connection.execute(departments.insert().values(row))


def names(connection: Connection, who: Who) -> list[str]:
    query = select(departments.c.name).where(departments.c.owner == who.owner).order_by(departments.c.name)
    return list(connection.execute(query).scalars())
