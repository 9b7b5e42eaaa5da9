"""The reviewed document with the review in it: tracked changes to accept or reject, and comments that say why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.export import Extras
from assistant.export.marked.fresh import fresh_docx
from assistant.export.marked.parts import open_word
from assistant.export.marked.wanted import open_findings, wanted
from assistant.export.marked.writing import Remark, Task, write_marks
from assistant.model.review import Review
from assistant.office.markup import MarkupError

AUTHOR = "减证"


@dataclass(frozen=True, slots=True)
class Marked:
    """``data`` is a .docx. ``unmarked`` says for people what could not be revised in its place and why; those findings
    have a comment all the same. ``original``: the marks are in the reviewed file itself, not in a copy of its text.
    """

    data: bytes
    unmarked: tuple[str, ...]
    original: bool


def write(review: Review, extras: Extras) -> bytes:
    assert extras.source is not None  # the table of formats asks for it
    return mark_up(extras.source, review)


def mark_up(
    source: bytes,
    review: Review,
    chosen: frozenset[str] | None = None,
    comments: bool = True,
    author: str = AUTHOR,
    day: date | None = None,
) -> bytes:
    return marked(source, review, chosen, comments, author, day).data


def marked(
    source: bytes,
    review: Review,
    chosen: frozenset[str] | None = None,
    comments: bool = True,
    author: str = AUTHOR,
    day: date | None = None,
) -> Marked:
    """``source`` is the reviewed file as it was. ``chosen``: ids of the materials to go, None for the plan's choice.

    ``day`` stands at the revisions, the review's day when None. A .docx is marked itself; of every other file, and of
    a .docx whose XML is damaged, a new .docx is made from the reading text and marked.
    """
    task = Task(wanted(review, chosen), _remarks(review) if comments else (), author, day or review.as_of)
    if review.document.format == "docx":
        try:
            word = open_word(source)
            return Marked(*write_marks(source, word, review.document, task), True)
        except MarkupError:
            pass
    copy, document = fresh_docx(review.document)
    return Marked(*write_marks(copy, open_word(copy), document, task), False)


def _remarks(review: Review) -> Sequence[Remark]:
    decisions = dict(review.decided)
    return tuple(Remark(finding, decisions.get(finding.id)) for finding in open_findings(review))


__all__ = ["AUTHOR", "Marked", "mark_up", "marked", "write"]
