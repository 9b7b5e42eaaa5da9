"""A page's fragments to what stands on it in reading order: lines of text and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.reading.pdf_columns import in_reading_order
from assistant.reading.pdf_lines import Row, rows_of
from assistant.reading.pdf_page import Fragment
from assistant.reading.pdf_table import PdfTable, aligned


@dataclass(frozen=True, slots=True)
class Line:
    """A visual line. ``right``: where the lines of its column end; ``indent``: where paragraphs begin if inset."""

    page: int
    row: Row
    right: float
    indent: float | None

    @property
    def top(self) -> float:
        return self.row.top


Item = Line | PdfTable


def page_items(fragments: Sequence[Fragment], tables: Sequence[PdfTable], page: int, width: float) -> list[Item]:
    found: list[Item] = []
    if fragments:
        regions = in_reading_order(fragments, width)
        for region in regions:
            found += _region(rows_of(region), page, width, len(regions) > 1)
    for table in tables:  # a table stands before the first line below its top
        place = next((n for n, item in enumerate(found) if item.top > table.top), len(found))
        found.insert(place, table)
    return found


def _region(rows: list[Row], page: int, width: float, in_column: bool) -> list[Item]:
    right = _right(rows, width, in_column)
    indent = _indent(rows, right)
    found: list[Item] = []
    index = 0
    while index < len(rows):
        end, stops = _table_from(rows, index)
        if stops:
            found.append(aligned(rows[index:end], stops, page))
            index = end
        else:
            found.append(Line(page, rows[index], right, indent))
            index += 1
    return found


def _right(rows: list[Row], width: float, in_column: bool) -> float:
    """Where full lines end. Some hang over by a punctuation mark, so the furthest end is not it.

    Text on the left that stays far from a right margin of the same width has no full lines at all.
    """
    furthest = max(row.x1 for row in rows)
    ends = sorted(row.x1 for row in rows if row.x1 > furthest - 2.2 * row.size)
    right = ends[len(ends) // 2] if len(ends) >= 3 else furthest
    left = min(row.x0 for row in rows)
    full = len(ends) > max(2, 0.3 * len(rows)) and furthest - left > 12 * rows[0].size
    narrow = furthest < 0.55 * width and full  # beside a picture
    mirrored = width - left - 2 * rows[0].size
    return max(right, mirrored) if left < 0.25 * width and not in_column and not narrow else right


def _indent(rows: list[Row], right: float) -> float | None:
    """Where first lines begin, if the lines that follow full ones mostly go back to the left."""
    left = min(row.x0 for row in rows)
    inset = [row.x0 for row in rows if 1.5 * row.size < row.x0 - left < 2.6 * row.size]
    after_full = [b for a, b in pairwise(rows) if right - a.x1 < 1.2 * a.size]
    back = sum(1 for row in after_full if row.x0 - left < 0.6 * row.size)
    if len(inset) < 2 or 2 * back < len(after_full):
        return None
    return sorted(inset)[len(inset) // 2]


def _table_from(rows: list[Row], index: int) -> tuple[int, list[tuple[float, float]]]:
    """The end of an unruled table that begins at ``index`` and its columns; no columns where there is none."""
    end = index
    while end < len(rows) and (len(rows[end].parts) > 1 or _inside(rows, index, end)):
        end += 1
    while end > index and len(rows[end - 1].parts) == 1 and rows[end - 1].x0 <= rows[index].x0 + rows[index].size:
        end -= 1
    several = [row for row in rows[index:end] if len(row.parts) > 1]
    if len(several) < 3:
        return index, []
    stops = _stops(several)
    most = max(len(row.parts) for row in several)
    return (end, stops) if len(stops) == most and len(stops) >= 2 else (index, [])


def _inside(rows: list[Row], index: int, at: int) -> bool:
    """A single word group between rows of several: a wrapped cell, if it stands close and right of the first column."""
    return (
        at > index
        and len(rows[index].parts) > 1
        and rows[at].top - rows[at - 1].bottom < 1.2 * rows[at].size
        and rows[at].x0 >= rows[index].parts[1].x0 - rows[at].size
    )


def _stops(rows: list[Row]) -> list[tuple[float, float]]:
    """Stretches of x that words stand in, over all rows."""
    stops: list[tuple[float, float]] = []
    for start, end in sorted((part.x0, part.x1) for row in rows for part in row.parts):
        if stops and start < stops[-1][1]:
            stops[-1] = (stops[-1][0], max(stops[-1][1], end))
        else:
            stops.append((start, end))
    return stops
