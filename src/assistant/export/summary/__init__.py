"""Before and after on one page: counts, goals, a picture of every item, and why the papers go."""

from assistant.export import Extras
from assistant.export.drawing.emf import emf
from assistant.export.drawing.svg import svg
from assistant.export.summary.chart import chart
from assistant.export.summary.page import page
from assistant.export.summary.sheet import sheet
from assistant.model.review import Review


def write(review: Review, extras: Extras) -> bytes:
    drawing = chart(review)
    return sheet(review, drawing, emf(drawing))


def write_html(review: Review, extras: Extras) -> bytes:
    return page(review, chart_svg(review)).encode()


def chart_svg(review: Review) -> str:
    """The picture alone, for a page of one's own."""
    return svg(chart(review))
