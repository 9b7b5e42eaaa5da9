"""Uploaded documents: one row a document, its bytes in a blob."""

import secrets
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, func, select, update

from assistant.server.store.connect import now
from assistant.server.store.tables import documents, reviews

State = Literal["queued", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Who:
    """``owner`` is whose a row is, ``actor`` who acts: a person, or the name of an access token."""

    owner: str
    actor: str


LOCAL = Who("local", "本机用户")


@dataclass(frozen=True, slots=True)
class Upload:
    """``name`` is only ever shown; the bytes are in the blob ``sha256``. ``as_of`` is an ISO day."""

    name: str
    sha256: str
    size: int
    format: str
    as_of: str
    department: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A row of ``documents``; ``code`` and ``message`` say why there is no review, ``edits`` as in tables.py."""

    id: str
    owner: str
    actor: str
    created: str
    name: str
    department: str | None
    sha256: str
    original: str
    size: int
    format: str
    as_of: str
    state: State
    code: str | None
    message: str | None
    version: int
    updated: str
    edits: str | None


def new_id() -> str:
    return secrets.token_hex(8)


def put_document(connection: Connection, who: Who, upload: Upload) -> StoredDocument:
    """A new document; within a department the same name is a new version of the guide that is there."""
    before = _same(connection, who, upload) if upload.department else None
    at = now()
    values = {
        "name": upload.name,
        "department": upload.department,
        "sha256": upload.sha256,
        "original": upload.sha256,
        "size": upload.size,
        "format": upload.format,
        "as_of": upload.as_of,
        "state": "queued",
        "code": None,
        "message": None,
        "updated": at,
        "edits": None,
    }
    if before is None:
        key = new_id()
        fixed = {"id": key, "owner": who.owner, "actor": who.actor, "created": at, "version": 1}
        connection.execute(documents.insert().values(fixed | values))
    else:
        key = before.id
        values["version"] = before.version + 1
        connection.execute(update(documents).where(documents.c.id == key).values(values))
    return the_document(connection, key)


def _same(connection: Connection, who: Who, upload: Upload) -> StoredDocument | None:
    query = select(documents).where(
        documents.c.owner == who.owner,
        documents.c.department == upload.department,
        documents.c.name == upload.name,
    )
    row = connection.execute(query.order_by(documents.c.created)).first()
    return _document(row) if row else None


def the_document(connection: Connection, key: str) -> StoredDocument:
    """One that is known to be there."""
    return _document(connection.execute(select(documents).where(documents.c.id == key)).one())


def find_document(connection: Connection, who: Who, key: str) -> StoredDocument | None:
    query = select(documents).where(documents.c.id == key, documents.c.owner == who.owner)
    row = connection.execute(query).first()
    return _document(row) if row else None


def listed(
    connection: Connection, who: Who, department: str | None = None, limit: int | None = None
) -> list[tuple[StoredDocument, str | None]]:
    """Every document with its summary (JSON; None until it is reviewed), the newest first."""
    query = select(documents, reviews.c.summary).join(reviews, isouter=True).where(documents.c.owner == who.owner)
    if department is not None:
        query = query.where(documents.c.department == department)
    order = (documents.c.created.desc(), documents.c.name, documents.c.id)
    rows = connection.execute(query.order_by(*order).limit(limit))
    return [(_document(row[:-1]), row[-1]) for row in rows]


def with_citations(connection: Connection, who: Who) -> list[tuple[StoredDocument, str]]:
    """Every reviewed document with the titles of the laws it cites (JSON), by name."""
    query = select(documents, reviews.c.cited).join(reviews).where(documents.c.owner == who.owner)
    return [(_document(row[:-1]), row[-1]) for row in connection.execute(query.order_by(documents.c.name))]


def set_state(
    connection: Connection, key: str, state: State, code: str | None = None, words: str | None = None
) -> None:
    values = {"state": state, "code": code, "message": words, "updated": now()}
    connection.execute(update(documents).where(documents.c.id == key).values(values))


def set_reviewed(connection: Connection, key: str, format: str) -> None:
    """There is a review now; ``format`` is what the file turned out to be."""
    set_state(connection, key, "done")
    connection.execute(update(documents).where(documents.c.id == key).values(format=format))


def set_bytes(connection: Connection, key: str, sha256: str, size: int, edits: str | None = None) -> StoredDocument:
    """The document was edited here."""
    version = documents.c.version + 1
    values = {"sha256": sha256, "size": size, "version": version, "updated": now(), "edits": edits}
    connection.execute(update(documents).where(documents.c.id == key).values(values))
    return the_document(connection, key)


def touch(connection: Connection, key: str) -> StoredDocument:
    """Something was decided about it: views made before are out of date."""
    values = {"version": documents.c.version + 1, "updated": now()}
    connection.execute(update(documents).where(documents.c.id == key).values(values))
    return the_document(connection, key)


def remove_document(connection: Connection, key: str) -> None:
    connection.execute(delete(documents).where(documents.c.id == key))


def count_documents(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(documents)).scalar_one())


def blobs_wanted(connection: Connection) -> set[str]:
    """The blobs that rows of documents name."""
    rows = connection.execute(select(documents.c.sha256, documents.c.original))
    return {name for row in rows for name in row}


def _document(row: Row[Any] | Any) -> StoredDocument:
    return StoredDocument(*row)
