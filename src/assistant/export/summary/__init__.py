"""Before and after on one page: counts, goals, a picture of every item, and why the papers go."""

from collections.abc import Sequence

from assistant.export.drawing.emf import emf
from assistant.export.drawing.svg import svg
from assistant.export.summary.chart import chart
from assistant.export.summary.page import page
from assistant.export.summary.reasons import Grounds, grounds, reasons
from assistant.export.summary.sheet import sheet
from assistant.model.overview import Overview

__all__ = ["Grounds", "chart_svg", "grounds", "summary", "summary_page"]


def summary(shown: Overview, why: Sequence[Grounds], about: str) -> bytes:
    """A Word document of one page over the items of one file or many; ``about`` is the line below its title."""
    drawing = chart(shown.items)
    return sheet(shown, reasons(why), about, drawing, emf(drawing))


def summary_page(shown: Overview, why: Sequence[Grounds], about: str) -> bytes:
    return page(shown, reasons(why), about, chart_svg(shown)).encode()


def chart_svg(shown: Overview) -> str:
    """The picture alone, for a page of one's own."""
    return svg(chart(shown.items))
