"""The new guide as one web page for a portal: nothing is fetched from elsewhere, it prints well, gaps are red."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from assistant.drafting import new_guides
from assistant.drafting.picture import chart
from assistant.drafting.tables import NECESSITY
from assistant.export import Extras
from assistant.export.drawing.svg import svg
from assistant.model.new_guide import GAP, Chapter, Grid, NewGuide
from assistant.model.review import Review
from assistant.reading.numerals_out import formatted
from assistant.text.durations import duration_text


def write(review: Review, extras: Extras) -> bytes:
    guides = new_guides(review)
    style = files("assistant.drafting").joinpath("portal.css").read_text("utf-8")
    title = guides[0].head.item_name if len(guides) == 1 else review.document.name
    body = "\n".join([*_contents(guides), *(line for guide in guides for line in _guide(guide))])
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} 办事指南</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode()


def _contents(guides: Sequence[NewGuide]) -> Iterator[str]:
    if len(guides) > 1:
        links = "　".join(f'<a href="#{guide.guide}">{escape(guide.head.item_name)}</a>' for guide in guides)
        yield f"<nav>{links}</nav>"


def _guide(guide: NewGuide) -> Iterator[str]:
    yield f'<article id="{guide.guide}">'
    yield f"<h1>{escape(guide.head.item_name)}</h1>"
    yield f'<p class="office">{escape(guide.head.department or "")}</p>'
    yield from _facts(guide)
    for number, chapter in enumerate(guide.chapters, 1):
        yield f"<h2>{formatted(number, 'chineseCounting')}、{escape(chapter.title)}</h2>"
        yield from _chapter(chapter, guide)
    yield from _gaps(guide)
    yield "</article>"


def _facts(guide: NewGuide) -> Iterator[str]:
    """What people look for first: how many papers, how long, how often they must come, what it costs."""
    head = guide.head
    facts = [("申请材料", _papers(guide))]
    facts += [("承诺时限", duration_text(head.promised_time))] if head.promised_time else []
    facts += [("到现场次数", f"{head.visits}次")] if head.visits is not None else []
    facts += [("收费", "收费" if head.fee.charged else "不收费")] if head.fee and head.fee.charged is not None else []
    yield '<ul class="facts">'
    yield from (f"<li>{name}<b>{escape(value)}</b></li>" for name, value in facts)
    yield "</ul>"


def _papers(guide: NewGuide) -> str:
    """5份; 3份，按情形另交2份; 新办11份、补证2份 where it depends on the case."""
    grids = [grid for chapter in guide.chapters if chapter.element == "materials" for grid in chapter.grids]
    return "、".join(f"{grid.caption}{_count(grid)}" for grid in grids) or "0份"


def _count(grid: Grid) -> str:
    always = sum(row[grid.head.index("必要性")] == NECESSITY["required"] for row in grid.rows)
    rest = len(grid.rows) - always
    return f"{always}份，按情形另交{rest}份" if always and rest else f"按情形{rest}份" if rest else f"{always}份"


def _chapter(chapter: Chapter, guide: NewGuide) -> Iterator[str]:
    yield from (f"<p>{escape(line)}</p>" for line in chapter.lines)
    for grid in chapter.grids:
        if grid.caption:
            yield f"<h3>{escape(grid.caption)}</h3>"
        yield _table(grid)
    if chapter.asked:
        yield f'<p class="gap">{GAP}{escape(chapter.asked)}</p>'
    if chapter.element == "materials" and guide.relieved:
        yield "<p>以下材料不必再提交，由本机关核验或者不再要求：</p>"
        rows = tuple((relief.name, relief.how, "；".join(relief.grounds)) for relief in guide.relieved)
        yield _table(Grid(("材料", "改由", "依据"), rows))
    if chapter.element == "process":
        yield f"<figure>{svg(chart(guide))}</figure>"


def _table(grid: Grid) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in grid.head)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cell(words: str) -> str:
    return f'<td class="gap">{escape(words)}</td>' if GAP in words else f"<td>{escape(words)}</td>"


def _gaps(guide: NewGuide) -> Iterator[str]:
    if guide.gaps:
        yield '<section class="gaps"><h2>发布前还要补充或核对</h2><ol>'
        yield from (f"<li>{escape(gap)}</li>" for gap in guide.gaps)
        yield "</ol></section>"
