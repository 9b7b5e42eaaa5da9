"""The three notices of acceptance, filled from the item: 受理、不予受理、一次性补正补齐通知书 (行政许可法 32)."""

from assistant.errors import NoGuideError
from assistant.export import Extras
from assistant.export.notices.accepted import accepted
from assistant.export.notices.correction import correction
from assistant.export.notices.refused import refused
from assistant.export.official_docx import official, saved
from assistant.export.paper import margins
from assistant.model.review import Review


def write(review: Review, extras: Extras) -> bytes:
    """Three papers an item, each on a page of its own; blanks are underlined. Raises NoGuideError."""
    if not review.guides:
        raise NoGuideError(review.document.name)
    word = official("受理环节通知书")
    margins(word, 25, 20, 26, 24)  # a notice should fit its page
    first = True
    for guide in review.guides:
        for paper in (accepted, refused, correction):
            paper(word, guide, review, new_page=not first)
            first = False
    return saved(word)
