"""The new guide: what a review leaves of the old one, for print, for a portal and for the national platform."""

from assistant.drafting.draft import new_guide
from assistant.errors import NoGuideError
from assistant.lexicon.flow import load_flow_words
from assistant.lexicon.new_guide import load_chapters
from assistant.model.new_guide import NewGuide
from assistant.model.review import Review


def new_guides(review: Review) -> tuple[NewGuide, ...]:
    """One for each guide of the file, after the cuts that are chosen. Raises LexiconError, NoGuideError."""
    if not review.guides:
        raise NoGuideError(review.document.name)
    chapters, flow = load_chapters(), load_flow_words()
    return tuple(new_guide(guide, review, chapters, flow) for guide in review.guides)
