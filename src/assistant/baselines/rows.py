"""A list of basic items as rows: the tables of any file that reading knows, or the objects of a data file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.baselines.objects import DATA_SUFFIXES, read_objects
from assistant.errors import BaselineError, ReadError
from assistant.lexicon.baseline import BaselineWords
from assistant.model.document import Cell, Document, Table
from assistant.model.place import SheetPlace
from assistant.reading import read_bytes
from assistant.text.names import tidy, without_asides

_LOOKED_AT = 15
_NAMED_BY = frozenset({"main", "sub", "name", "handling"})
Grid = Sequence[Sequence[Cell | None]]


@dataclass(frozen=True, slots=True)
class Row:
    """``where`` is ``file:line``, or names the table. ``cells``: column -> text, blank ones left out.

    ``whole``: it says all of its item, nothing is carried down from the row above.
    """

    where: str
    cells: Mapping[str, str]
    whole: bool = False


def read_rows(path: Path, words: BaselineWords) -> list[Row]:
    """Rows below the header, in order. Raises BaselineError for a file that is no list or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise BaselineError(f"{path.name}:1", f"打不开：{cause.strerror}") from cause
    if path.suffix.lower() in DATA_SUFFIXES:
        return [Row(where, cells, whole=True) for where, cells in read_objects(data, path.name, words)]
    try:
        document = read_bytes(data, path.name)
    except ReadError as cause:
        raise BaselineError(f"{path.name}:1", str(cause.args[-1])) from cause
    tables = [block for block in document.blocks if isinstance(block, Table)]
    found = [_below_header(document, table, number, words) for number, table in enumerate(tables, 1)]
    headed = [rows for rows in found if rows is not None]
    if not headed:
        raise BaselineError(f"{path.name}:1", _no_header(tables))
    return [row for rows in headed for row in rows]


def _no_header(tables: Sequence[Table]) -> str:
    if not tables:
        return "里面没有表格，基础清单应为表格（.xlsx、.csv、.docx 等）或 .json、.yaml 数据"
    return "找不到表头，应有“事项名称”一列（可另有事项编码、事项类型、行使层级、材料名称）"


def _below_header(document: Document, table: Table, number: int, words: BaselineWords) -> list[Row] | None:
    """None for a table without a header, such as a title or notes laid out as a table."""
    grid = table.grid()
    for at in range(min(_LOOKED_AT, len(grid))):
        columns, end = _header(document, grid, at, words)
        if _names_items(columns, [_words(document, cell) for cell in grid[at]], words):
            places = [place for place in range(end, len(grid)) if not _is_note(grid[place])]
            return [_row(document, grid[place], columns, _where(document, grid, place, number)) for place in places]
    return None


def _names_items(columns: Mapping[int, str], heads: Sequence[str], words: BaselineWords) -> bool:
    """名称 alone heads a list of anything; beside 设定依据 or 事项类型 it heads one of items."""
    named = {at for at, column in columns.items() if column in _NAMED_BY}
    clear = any(without_asides(heads[at]) not in words.vague for at in named)
    return bool(named) and (clear or len(columns) > len(named))


def _is_note(cells: Sequence[Cell | None]) -> bool:
    """One cell over the whole width: 二、行政确认（12项）, 注：…"""
    return len(cells) > 1 and all(cell is cells[0] for cell in cells)


def _header(document: Document, grid: Grid, at: int, words: BaselineWords) -> tuple[dict[int, str], int]:
    """The columns and the row where the data begin: below one row, or two where the second names parts of the first."""
    upper = [_words(document, cell) for cell in grid[at]]
    single = _columns([(name, "") for name in upper], words)
    if at + 1 < len(grid) and single:
        lower = [_words(document, cell) for cell in grid[at + 1]]
        same = [one is other for one, other in zip(grid[at], grid[at + 1], strict=True)]
        double = _columns(list(zip(upper, lower, strict=True)), words)
        heads = all(
            merged or not name or name in words.columns or _joined(above, name) in words.columns
            for merged, above, name in zip(same, upper, lower, strict=True)
        )
        if heads and any(lower) and (any(same) or len(double) >= len(single)):
            return double, at + 2
    return single, at + 1


def _words(document: Document, cell: Cell | None) -> str:
    return "".join(tidy(cell.span.of(document.text)).split()) if cell else ""


def _joined(upper: str, lower: str) -> str:
    return without_asides(upper) + without_asides(lower)


def _columns(heads: Sequence[tuple[str, str]], words: BaselineWords) -> dict[int, str]:
    """The first of several columns of one sort wins: a list may have 基本编码 and 实施编码."""
    found: dict[int, str] = {}
    for at, (upper, lower) in enumerate(heads):
        names = [_joined(upper, lower) if lower and lower != upper else "", lower, without_asides(lower)]
        # 事项名称（主项）: what stands in brackets may tell
        names += [_opened(upper), without_asides(upper)]
        column = next((words.columns[name] for name in names if name in words.columns), None)
        if column and column not in found.values():
            found[at] = column
    return found


def _opened(name: str) -> str:
    return name.translate(str.maketrans("", "", "()（）[]【】"))


def _row(document: Document, cells: Sequence[Cell | None], columns: Mapping[int, str], where: str) -> Row:
    texts = {
        column: cell.span.of(document.text).strip()
        for at, column in columns.items()
        if at < len(cells) and (cell := cells[at])
    }
    return Row(where, {column: text for column, text in texts.items() if text})


def _where(document: Document, grid: Grid, at: int, number: int) -> str:
    cell = next((cell for cell in grid[at] if cell and cell.row == at and cell.span.start < cell.span.end), None)
    place = document.place(cell.span.start) if cell else None
    if isinstance(place, SheetPlace):
        return f"{document.name}:{place.row}"
    return f"{document.name}:表{number}第{at + 1}行"
