"""Small things the server remembers, by name: results that are costly to make again."""

from sqlalchemy import Connection, delete, select

from assistant.server.store.tables import settings


def recall(connection: Connection, name: str) -> str | None:
    return connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar()


def remember_value(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(settings.insert().values(name=name, value=value))
