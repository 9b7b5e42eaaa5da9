"""The running flow charts of a file's items as one SVG, one below the other."""

from assistant.drafting import new_guides
from assistant.export import Extras
from assistant.export.drawing.flow_layout import lay_out
from assistant.export.drawing.shapes import Drawing
from assistant.export.drawing.svg import stacked
from assistant.model.new_guide import NewGuide
from assistant.model.review import Review


def write(review: Review, extras: Extras) -> bytes:
    return stacked([chart(guide) for guide in new_guides(review)]).encode()


def chart(guide: NewGuide) -> Drawing:
    return lay_out(guide.flow, f"{guide.head.item_name}运行流程图")
