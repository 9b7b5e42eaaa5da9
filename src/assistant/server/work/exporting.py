"""Files made of a review, in a worker process: always from the bytes as uploaded and what was decided."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.errors import UnsupportedError
from assistant.export import KINDS, Extras, Format, render
from assistant.export.marked import mark_up
from assistant.lexicon.layouts import own_layouts
from assistant.model.document import Document
from assistant.model.review import Review
from assistant.reading.office import CONVERTED, docx_of
from assistant.server.work.reviewing import Stored, review_of, stored_again


@dataclass(frozen=True, slots=True)
class Export:
    """``all``: of the marked-up file, every cut that the plan proposes, not only those that people accepted."""

    stored: Stored
    format: Format
    all: bool = False


def export_again(export: Export) -> Export:
    return replace(export, stored=stored_again(export.stored))


def export(wanted: Export) -> bytes:
    """Raises ReadError."""
    review = review_of(wanted.stored)
    source = wanted.stored.path.read_bytes()
    if wanted.format == "marked":
        chosen = None if wanted.all else accepted(review)
        return mark_up(*_in_word(wanted.stored, review), chosen)
    given = source if KINDS[wanted.format].of_source else None
    return render(review, wanted.format, Extras(given, lexicons=own_layouts(wanted.stored.book.lexicons)))


def view(stored: Stored) -> bytes:
    """The document as a .docx for the page: as it looks, with the cuts that people accepted. Raises ReadError."""
    review = review_of(stored)
    if review.document.format not in ("docx", *CONVERTED):
        raise UnsupportedError(stored.name, "不是 Word 文档，没有可以显示的 .docx")
    return mark_up(*_in_word(stored, review), accepted(review), comments=False)


def _in_word(stored: Stored, review: Review) -> tuple[bytes, Review]:
    """Of an old Word file the .docx that was read of it: its places are those of the review."""
    if review.document.format not in CONVERTED:
        return stored.path.read_bytes(), review
    return as_docx(stored, review.document), replace(review, document=replace(review.document, format="docx"))


def accepted(review: Review) -> frozenset[str]:
    """Ids of the materials that people said are to go."""
    return frozenset(cut.material for cut in review.plan.cuts if cut.decision and cut.decision.choice == "cut")


@lru_cache(maxsize=8)
def _converted(path: Path, name: str, format: str) -> bytes:
    return docx_of(path.read_bytes(), name, format)


def as_docx(stored: Stored, document: Document) -> bytes:
    """The bytes that places of the document are in. Raises UnsupportedError where it is no Word document."""
    if document.format == "docx":
        return stored.path.read_bytes()
    if document.format in CONVERTED:
        return _converted(stored.path, stored.name, document.format)
    raise UnsupportedError(stored.name, "不是 Word 文档，没有可以显示的 .docx")
