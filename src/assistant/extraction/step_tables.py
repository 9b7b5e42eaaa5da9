"""Steps in a table: 环节 | 办理人 | 时限 | 依据, one a row or one a column."""

from collections.abc import Iterator, Sequence

from assistant.extraction.durations import find_durations
from assistant.lexicon.steps import StepWords
from assistant.model.document import Cell, Table
from assistant.model.guide import Step
from assistant.model.span import Span
from assistant.text.tables import plain

Line = Sequence[Cell | None]
_HEADER_WITHIN = 3
_MAX_NAME = 40


def step_columns(text: str, table: Table, words: StepWords) -> dict[str, int] | None:
    """Which column holds what; None if the table is none of steps. Needs the steps' names and one thing about them."""
    found = _header(text, table.grid(), words) or _header(text, _turned(table), words)
    return found[1] if found else None


def steps_in_table(text: str, table: Table, words: StepWords) -> Iterator[Step]:
    """A step for each row with a name; rows that go on with the step above only widen its span."""
    grid: Sequence[Line] = table.grid()
    found = _header(text, grid, words)
    if found is None:
        grid = _turned(table)
        found = _header(text, grid, words)
    if found is None:
        return
    first, columns = found
    last: Cell | None = None
    for line in grid[first:]:
        name = line[columns["name"]]
        if name is None or name is last or not 2 <= len(plain(text, name)) <= _MAX_NAME:
            continue
        last = name
        yield _step(text, line, columns)


def _turned(table: Table) -> list[tuple[Cell | None, ...]]:
    return list(zip(*table.grid(), strict=True))


def _header(text: str, grid: Sequence[Line], words: StepWords) -> tuple[int, dict[str, int]] | None:
    for index, line in enumerate(grid[:_HEADER_WITHIN]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(line):
            kind = words.columns.get(plain(text, cell)) if cell else None
            if kind:
                columns.setdefault(kind, column)
        if "name" in columns and len(columns) >= 2 and index + 1 < len(grid):
            return index + 1, columns
    return None


def _step(text: str, line: Line, columns: dict[str, int]) -> Step:
    cells = {kind: line[column] for kind, column in columns.items()}
    name, post, time, basis = (cells.get(kind) for kind in ("name", "post", "time", "basis"))
    own = [cell.span for cell in line if cell is not None and cell.row_span == 1] or [name.span if name else Span(0, 0)]
    durations = find_durations(text, time.span) if time else ()
    written = basis.span.of(text).strip() if basis else ("" if "basis" in columns else None)
    return Step(
        id="",
        name=plain(text, name) if name else "",
        span=Span(min(span.start for span in own), max(span.end for span in own)),
        post=(post.span.of(text).strip() or None) if post else None,
        time=durations[0] if durations else None,
        basis_written=written,
        basis_span=basis.span if basis and written else None,
    )
