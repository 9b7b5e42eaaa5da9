"""Papers that show the goals: what planning counts, handed to what export lays out."""

from assistant.export import Extras
from assistant.export.summary import grounds, summary, summary_page
from assistant.export.summary.figures import about
from assistant.export.workbook import workbook
from assistant.lexicon.chains import load_chains
from assistant.model.overview import Overview
from assistant.model.review import Review
from assistant.planning.items import item_summaries
from assistant.planning.overview import overview


def write_workbook(review: Review, extras: Extras) -> bytes:
    return workbook(review, counted(review, extras), extras.lexicons)


def write_summary(review: Review, extras: Extras) -> bytes:
    shown = counted(review, extras)
    return summary(shown, [grounds(review)], about(shown.items, review.as_of))


def write_summary_page(review: Review, extras: Extras) -> bytes:
    shown = counted(review, extras)
    return summary_page(shown, [grounds(review)], about(shown.items, review.as_of))


def counted(review: Review, extras: Extras) -> Overview:
    """The goals of this file's items alone. Raises LexiconError."""
    folders = (extras.lexicons,) if extras.lexicons else ()
    return overview(item_summaries(review, load_chains(*folders)))
