"""Ruled tables on a PDF page: from lines and boxes drawn to a grid of cells.

pdfium gives the drawn paths (20 times faster than pdfminer), pdfplumber's table geometry finds the cells in them.
"""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from assistant.reading.pdf_boxes import Box, Frame

_THIN = 3.0  # points: a box no thicker than this is a line
_FEW, _MANY = 4, 6000  # lines: fewer make no table, more are a drawing


@dataclass(frozen=True, slots=True)
class GridCell:
    box: Box
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """``columns`` are the x of the vertical lines."""

    box: Box
    columns: tuple[float, ...]
    rows: int
    cells: tuple[GridCell, ...]


def find_grids(page: Any, frame: Frame) -> list[Grid]:
    """Tables with at least two cells, from top to bottom."""
    return grids_of(_lines(page, frame))


def grids_of(lines: list[Box]) -> list[Grid]:
    """The tables that lines, upright or level, make up."""
    upright = sum(1 for x0, _, x1, _ in lines if x1 - x0 <= _THIN)
    if upright < 2 or len(lines) - upright < 2 or not _FEW <= len(lines) <= _MANY:
        return []
    from pdfplumber import table as geometry

    edges = geometry.merge_edges([_edge(line) for line in lines], 3, 3, 3, 3)
    cells = geometry.intersections_to_cells(geometry.edges_to_intersections(edges, 3, 3))
    grids = [_grid([tuple(map(float, cell)) for cell in cells]) for cells in geometry.cells_to_tables(cells)]  # type: ignore[misc]
    return sorted((grid for grid in grids if len(grid.cells) > 1), key=lambda grid: grid.box[1])


def _edge(line: Box) -> dict[str, Any]:
    x0, top, x1, bottom = line
    if x1 - x0 <= _THIN and bottom - top > x1 - x0:
        middle = (x0 + x1) / 2
        return {
            "x0": middle,
            "x1": middle,
            "top": top,
            "bottom": bottom,
            "height": bottom - top,
            "width": 0,
            "orientation": "v",
        }
    middle = (top + bottom) / 2
    return {"x0": x0, "x1": x1, "top": middle, "bottom": middle, "width": x1 - x0, "height": 0, "orientation": "h"}


def _lines(page: Any, frame: Frame) -> list[Box]:
    found: list[Box] = []
    values = [ctypes.c_float() for _ in range(4)]
    references = [ctypes.byref(value) for value in values]
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
            pdfium.FPDFPageObj_GetBounds(item, *references)
            left, bottom, right, top = (value.value for value in values)
            _path(item, frame.box(left, bottom, right, top), frame, found)
            if len(found) > _MANY:
                return []
    return found or _in_forms(page, frame)


def _path(item: Any, box: Box, frame: Frame, found: list[Box]) -> None:
    x0, top, x1, bottom = box
    if x1 - x0 <= _THIN or bottom - top <= _THIN:
        found.append(box)
    elif pdfium.FPDFPath_CountSegments(item) > 6:
        _strokes(item, frame, found)
    elif (x1 - x0) * (bottom - top) < 0.9 * frame.width * frame.height:
        found += [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _strokes(item: Any, frame: Frame, found: list[Box]) -> None:
    """A whole grid drawn as one path: its straight segments."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MANY)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and before:
            box = frame.box(
                min(before[0], point[0]), min(before[1], point[1]), max(before[0], point[0]), max(before[1], point[1])
            )
            if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
                found.append(box)
        before = point


def _in_forms(page: Any, frame: Frame) -> list[Box]:
    """Lines inside form objects have coordinates of their own: pypdfium2 walks them; the matrices are applied here."""
    found: list[Box] = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        container = getattr(item, "container", None)
        if container is not None:
            m = container.get_matrix()
            (left, bottom), (right, top) = m.on_point(left, bottom), m.on_point(right, top)
        _path(item.raw, frame.box(min(left, right), min(bottom, top), max(left, right), max(bottom, top)), frame, found)
        if len(found) > _MANY:
            return []
    return found


def _grid(boxes: list[Box]) -> Grid:
    xs = _stops([x for box in boxes for x in (box[0], box[2])])
    ys = _stops([y for box in boxes for y in (box[1], box[3])])
    cells = []
    for box in boxes:
        column, right = _nearest(xs, box[0]), _nearest(xs, box[2])
        row, below = _nearest(ys, box[1]), _nearest(ys, box[3])
        cells.append(GridCell(box, row, column, max(below - row, 1), max(right - column, 1)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), max(len(ys) - 1, 1), tuple(cells))


def _stops(values: list[float]) -> list[float]:
    """Distinct positions; those within 3 points are one line."""
    stops: list[float] = []
    for value in sorted(values):
        if not stops or value - stops[-1] > _THIN:
            stops.append(value)
    return stops


def _nearest(stops: list[float], value: float) -> int:
    return min(range(len(stops)), key=lambda index: abs(stops[index] - value))
