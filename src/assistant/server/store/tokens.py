"""Access tokens and browsers' sessions; only hashes are stored, the token itself is shown once."""

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, delete, func, select

from assistant.server.store.connect import now
from assistant.server.store.documents import Who
from assistant.server.store.tables import tokens

SESSION = timedelta(days=14)
Kind = Literal["access", "session"]


def make_token(connection: Connection, who: Who, kind: Kind) -> str:
    """256 bits of chance: no salt and no slow hash are needed, nobody can guess or list them."""
    token = secrets.token_urlsafe(32)
    expires = (datetime.now(UTC) + SESSION).isoformat(timespec="milliseconds") if kind == "session" else None
    row = {"hash": _hash(token), "owner": who.owner, "actor": who.actor, "created": now(), "kind": kind}
    connection.execute(tokens.insert().values(row | {"expires": expires}))
    return token


def whose(connection: Connection, token: str, kind: Kind) -> Who | None:
    """None for an unknown or expired token."""
    query = select(tokens.c.owner, tokens.c.actor, tokens.c.expires).where(tokens.c.hash == _hash(token))
    row = connection.execute(query.where(tokens.c.kind == kind)).first()
    if row is None or (row.expires is not None and row.expires < now()):
        return None
    return Who(row.owner, row.actor)


def any_access(connection: Connection) -> bool:
    query = select(func.count()).select_from(tokens).where(tokens.c.kind == "access")
    return bool(connection.execute(query).scalar_one())


def forget(connection: Connection, token: str) -> None:
    connection.execute(delete(tokens).where(tokens.c.hash == _hash(token)))


def forget_all(connection: Connection) -> None:
    """Before a new access token is made: who held the old one is out."""
    connection.execute(delete(tokens))


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
