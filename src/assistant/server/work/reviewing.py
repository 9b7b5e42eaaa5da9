"""Reviews, in a worker process. What a worker has read and judged it remembers for a while: people come back to it."""

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from assistant.decisions import about
from assistant.export.json import review_text
from assistant.knowledge import Knowledge, load_knowledge
from assistant.model.decision import Decision
from assistant.model.document import Document
from assistant.model.review import Engine, Review
from assistant.reading import read_bytes, read_text
from assistant.review import review_document, settle
from assistant.server.work.summary import summary


@dataclass(frozen=True, slots=True)
class Guidebook:
    """What a document is reviewed with: list of basic items (None: without), law library, evaluator, local files."""

    as_of: date
    baseline: Path | None = None
    library: Path | None = None
    engine: Engine = "auto"
    rules: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()

    def knowledge(self) -> Knowledge:
        return load_knowledge(self.baseline, self.engine, self.library, self.rules, self.lexicons)


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of the store: ``path`` is its blob, named after what is in it; ``name`` is what people call it."""

    path: Path
    name: str
    sha256: str
    book: Guidebook
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """Something to review that is not stored: a file's bytes or a text."""

    content: bytes | str
    name: str
    book: Guidebook
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """``contract`` is review/1, ``summary`` and ``cited`` as store/reviews.py says; all JSON."""

    contract: str
    format: str
    summary: str
    cited: str


def review_stored(stored: Stored) -> Reviewed:
    """Raises ReadError, KnowledgeError."""
    return reviewed(review_of(stored))


def review_sent(sent: Sent) -> Reviewed:
    """Raises ReadError, KnowledgeError."""
    content = sent.content
    document = read_bytes(content, sent.name) if isinstance(content, bytes) else read_text(content, sent.name)
    return reviewed(judged(document, sent.book, sent.decisions))


def stored_again(stored: Stored) -> Stored:
    """After a crash: the same with the plain evaluator."""
    return replace(stored, book=replace(stored.book, engine="reference"))


def sent_again(sent: Sent) -> Sent:
    return replace(sent, book=replace(sent.book, engine="reference"))


def review_of(stored: Stored) -> Review:
    """With what people decided about its items; decisions about other guides of the department are none of its own."""
    return _settled(_judged(stored.path, stored.name, stored.book), stored.decisions)


def judged(document: Document, book: Guidebook, decisions: tuple[Decision, ...] = ()) -> Review:
    return _settled(review_document(document, book.as_of, book.knowledge()), decisions)


@lru_cache(maxsize=8)
def _judged(path: Path, name: str, book: Guidebook) -> Review:
    return review_document(document_of(path, name), book.as_of, book.knowledge())


@lru_cache(maxsize=8)
def document_of(path: Path, name: str) -> Document:
    """A blob's path names what is in it, so what was read stays true."""
    return read_bytes(path.read_bytes(), name)


def _settled(review: Review, decisions: tuple[Decision, ...]) -> Review:
    own = about(decisions, review.guides)
    return settle(review, own) if own else review


def reviewed(review: Review) -> Reviewed:
    cited = {citation.title for guide in review.guides for citation in guide.citations if citation.title}
    return Reviewed(
        review_text(review),
        review.document.format,
        json.dumps(summary(review), ensure_ascii=False),
        json.dumps(sorted(cited), ensure_ascii=False),
    )
