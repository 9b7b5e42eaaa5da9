"""What a stored document is to be reviewed with, and a digest that tells whether a review we hold is still true."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from assistant import __version__
from assistant.model.decision import Decision
from assistant.model.review import Engine
from assistant.server.settings import Settings
from assistant.server.store.baselines import active_baseline
from assistant.server.store.blobs import Blobs
from assistant.server.store.decisions import standing
from assistant.server.store.documents import StoredDocument, Who
from assistant.server.store.reviews import StoredReview
from assistant.server.work.reviewing import Guidebook, Stored


def book(
    connection: Connection, who: Who, as_of: date, settings: Settings, blobs: Blobs, engine: Engine = "auto"
) -> Guidebook:
    """The list of basic items is the one that was uploaded last, else the one the server was started with."""
    stored = active_baseline(connection, who)
    baseline = blobs.named(stored.sha256, stored.name) if stored else settings.baseline
    return Guidebook(as_of, baseline, settings.library, engine, settings.rules, settings.lexicons)


def request(
    connection: Connection, document: StoredDocument, settings: Settings, blobs: Blobs, engine: Engine = "auto"
) -> Stored:
    who = Who(document.owner, document.actor)
    decisions = tuple(each.decision for each in standing(connection, who, document))
    guidebook = book(connection, who, date.fromisoformat(document.as_of), settings, blobs, engine)
    return Stored(blobs.path(document.sha256), document.name, document.sha256, guidebook, decisions)


def basis(wanted: Stored, held: StoredReview | None) -> str:
    """Decisions count only as far as they are about items of the document, where those are known."""
    decisions = wanted.decisions
    if held is not None:
        decisions = tuple(each for each in decisions if concerns(each, json.loads(held.summary)))
    book = replace(wanted.book, engine="auto")
    parts = (wanted.sha256, wanted.name, book, decisions, __version__)
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def concerns(decision: Decision, summary: Mapping[str, Any]) -> bool:
    words = decision.anchor.item.split()
    return not words or any(word in summary.get("anchors", ()) for word in words)
