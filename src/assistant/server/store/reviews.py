"""The last review of each document, as the contract that callers get."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from assistant.server.store.connect import now
from assistant.server.store.documents import Who
from assistant.server.store.tables import reviews


@dataclass(frozen=True, slots=True)
class StoredReview:
    """``contract`` is review/1 as JSON, ``summary`` counts as JSON, ``cited`` a JSON list of the laws' titles.

    ``basis`` is a digest of all it was made from; another basis means another review.
    """

    document: str
    basis: str
    contract: str
    summary: str
    cited: str


def save_review(connection: Connection, who: Who, review: StoredReview) -> None:
    connection.execute(delete(reviews).where(reviews.c.document == review.document))
    values = {name: getattr(review, name) for name in StoredReview.__slots__}
    connection.execute(reviews.insert().values(values | {"owner": who.owner, "actor": who.actor, "created": now()}))


def find_review(connection: Connection, document: str) -> StoredReview | None:
    columns = [reviews.c[name] for name in StoredReview.__slots__]
    row = connection.execute(select(*columns).where(reviews.c.document == document)).first()
    return StoredReview(*row) if row else None
