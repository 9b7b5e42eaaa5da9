"""Files made of a review, in a worker process: always from the bytes as uploaded and what was decided."""

from dataclasses import dataclass, replace

from assistant.errors import UnsupportedError
from assistant.export import KINDS, Extras, Format, render
from assistant.model.review import Review
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
    if str(wanted.format) == "marked" and not wanted.all:
        return marked(source, review, comments=True)
    return render(review, wanted.format, Extras(source if KINDS[wanted.format].of_source else None))


def view(stored: Stored) -> bytes:
    """The document as a .docx for the page: as it looks, with the cuts that people accepted. Raises ReadError."""
    review = review_of(stored)
    return marked(_as_docx(stored, review), review, comments=False)


def marked(source: bytes, review: Review, comments: bool) -> bytes:
    from assistant.export.marked import mark_up

    return mark_up(source, review, accepted(review), comments)


def accepted(review: Review) -> frozenset[str]:
    """Ids of the materials that people said are to go."""
    return frozenset(cut.material for cut in review.plan.cuts if cut.decision and cut.decision.choice == "cut")


def _as_docx(stored: Stored, review: Review) -> bytes:
    from assistant.reading.office import CONVERTED, docx_of

    data, format = stored.path.read_bytes(), review.document.format
    if format == "docx":
        return data
    if format in CONVERTED:
        return docx_of(data, stored.name, format)
    raise UnsupportedError(stored.name, "不是 Word 文档，没有可以显示的 .docx")
