"""The new guide as a Word document in the official layout: chapters, tables, the flow chart, what is still missing."""

from docx.document import Document as Word

from assistant.drafting import new_guides
from assistant.drafting.picture import chart
from assistant.export import Extras
from assistant.export.drawing.emf import emf
from assistant.export.official_docx import (
    TEXT_WIDTH,
    add_heading,
    add_paragraph,
    add_picture,
    add_row,
    add_table,
    add_title,
    compact,
    official,
    red,
    saved,
)
from assistant.model.new_guide import GAP, Chapter, Grid, NewGuide
from assistant.model.review import Review
from assistant.reading.numerals_out import formatted

_RELIEF_HEAD = ("材料", "改由", "依据")
# What a column needs beside the others; a column that is not named here has 2.
_SHARES = {
    "序号": 1.3,
    "材料名称": 4.0,
    "份数": 1.9,
    "环节": 3.0,
    "设定依据": 3.2,
    "依据": 5.0,
    "备注": 3.0,
    "材料": 3.0,
    "改由": 4.0,
}


def write(review: Review, extras: Extras) -> bytes:
    guides = new_guides(review)
    word = official("办事指南")
    for number, guide in enumerate(guides):
        _guide(word, guide, new_page=number > 0)
    return saved(word)


def _guide(word: Word, guide: NewGuide, new_page: bool) -> None:
    title = add_title(word, f"{guide.head.item_name}办事指南".replace("办事指南办事指南", "办事指南"))
    title.paragraph_format.page_break_before = new_page
    for number, chapter in enumerate(guide.chapters, 1):
        add_heading(word, f"{formatted(number, 'chineseCounting')}、{chapter.title}")
        _chapter(word, chapter)
        if chapter.element == "materials" and guide.relieved:
            _relieved(word, guide)
        if chapter.element == "process":
            drawing = chart(guide)
            add_picture(word, emf(drawing), drawing.width, drawing.height, drawing.title)
    _gaps(word, guide)


def _chapter(word: Word, chapter: Chapter) -> None:
    for line in chapter.lines:
        add_paragraph(word, line)
    for number, grid in enumerate(chapter.grids, 1):
        if grid.caption:
            add_heading(word, f"（{formatted(number, 'chineseCounting')}）{grid.caption}", level=2)
        _table(word, grid)
    if chapter.asked:
        red(add_paragraph(word), f"{GAP}{chapter.asked}")


def _relieved(word: Word, guide: NewGuide) -> None:
    add_paragraph(word, "以下材料不必再提交，由本机关核验或者不再要求：")
    rows = tuple((each.name, each.how, "；".join(each.grounds)) for each in guide.relieved)
    _table(word, Grid(_RELIEF_HEAD, rows))


def _table(word: Word, grid: Grid) -> None:
    widths = _widths(grid)
    table = add_table(word, grid.head, widths)
    for values in grid.rows:
        cells = add_row(table, ["" if GAP in value else value for value in values], widths)
        for cell, value in zip(cells, values, strict=True):
            if GAP in value:
                red(cell.paragraphs[0], value.replace(GAP, GAP.strip("【】")))  # brackets would fill the cell
    compact(table)


def _widths(grid: Grid) -> tuple[float, ...]:
    """In cm. Our own tables have theirs; those of the old guide go by their longest words."""
    if grid.head[0] in _SHARES:
        shares = [_SHARES.get(name, 2.0) for name in grid.head]
    else:
        longest = [max(map(len, column)) for column in zip(grid.head, *grid.rows, strict=True)]
        shares = [min(max(length, 3), 14) for length in longest]
    return tuple(TEXT_WIDTH * share / sum(shares) for share in shares)


def _gaps(word: Word, guide: NewGuide) -> None:
    """A page of its own: it is taken out before the guide is published."""
    if not guide.gaps:
        return
    heading = add_heading(word, "发布前还要补充或核对（发布时删去本页）")
    heading.paragraph_format.page_break_before = True
    for number, gap in enumerate(guide.gaps, 1):
        add_paragraph(word, f"{number}. {gap}")
