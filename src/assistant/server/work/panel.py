"""The panel of an editor: its paragraphs come in, the review and the places of its findings go out. In a worker."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.decisions import anchor_of
from assistant.model.decision import Anchor, Decision
from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.model.place import DocxPlace
from assistant.model.review import Review
from assistant.model.span import Span
from assistant.reading.paragraphs import EditorParagraph, read_paragraphs
from assistant.server.work.reviewing import Guidebook, judged, reviewed

_AROUND = 12  # characters of context on each side


@dataclass(frozen=True, slots=True)
class Edited:
    """What an editor holds at the moment."""

    paragraphs: tuple[EditorParagraph, ...]
    name: str
    book: Guidebook
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelAnchor:
    """Where a finding stands: ``quote`` from character ``offset`` of the paragraph's text on.

    ``about`` is what a decision on it is anchored to: the material as a whole, or the finding.
    """

    finding: str
    paragraph: int
    offset: int
    quote: str
    context: str
    about: Anchor


def edited_again(edited: Edited) -> Edited:
    return replace(edited, book=replace(edited.book, engine="reference"))


def review_edited(edited: Edited) -> tuple[str, tuple[PanelAnchor, ...]]:
    """The contract as JSON, and one place a finding: the first paragraph it touches. Raises ReadError."""
    document = read_paragraphs(edited.paragraphs, edited.name)
    review = judged(document, edited.book, edited.decisions)
    return reviewed(review).contract, tuple(_anchors(review, edited.paragraphs))


def _anchors(review: Review, paragraphs: tuple[EditorParagraph, ...]) -> Iterator[PanelAnchor]:
    guides = {guide.id: guide for guide in review.guides}
    for finding in review.findings:
        place = _place(review, finding.span)
        if place is None:
            continue
        number, start, end = place
        text = paragraphs[number].text
        around = text[max(0, start - _AROUND) : end + _AROUND]
        about = anchor_of(guides[finding.guide], _thing(guides[finding.guide], finding), review.guides)
        yield PanelAnchor(finding.id, number, start, text[start:end], around, about)


def _place(review: Review, span: Span) -> tuple[int, int, int] | None:
    """(paragraph, start, end) of what of the span stands in the first paragraph it touches."""
    found: tuple[int, int, int] | None = None
    for segment in review.document.places(span):
        place = segment.place
        assert isinstance(place, DocxPlace)
        if place.run is None:  # a list's label: it stands in no text
            continue
        if found is not None and place.paragraph != found[0]:
            break
        start = place.offset + max(0, span.start - segment.span.start)
        end = place.offset + min(segment.span.end, span.end) - segment.span.start
        found = (place.paragraph, start if found is None else found[1], end)
    return found


def _thing(guide: Guide, finding: Finding) -> Finding | Material:
    if finding.target.type != "material":
        return finding
    return next(material for material in guide.materials if material.id == finding.target.id)
