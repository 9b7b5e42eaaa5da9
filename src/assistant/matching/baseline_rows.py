"""A list of basic items as rows: .xlsx and .xls, .csv, .json, .yaml."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.errors import BaselineError
from assistant.lexicon.baseline import BaselineWords
from assistant.text.names import without_asides

_ENCODINGS = ("utf-8-sig", "gb18030")
_LOOKED_AT = 15


@dataclass(frozen=True, slots=True)
class Row:
    """``where`` is ``path:line`` (of .xlsx: the row). ``cells``: column -> text, blank ones left out."""

    where: str
    cells: Mapping[str, str]


def read_rows(path: Path, words: BaselineWords) -> Iterator[Row]:
    """Rows below the header, in order. Raises BaselineError for a file that is no list or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise BaselineError(f"{path.name}:1", f"打不开：{cause.strerror}") from cause
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xls"):
        for sheet in _sheets(data, path.name):
            yield from _below_header(sheet, path.name, words)
    elif suffix == ".csv":
        yield from _below_header(_csv(data, path.name), path.name, words)
    elif suffix in (".json", ".yaml", ".yml"):
        yield from _objects(data, path.name, words)
    else:
        raise BaselineError(f"{path.name}:1", "基础清单应为 .xlsx、.csv、.json 或 .yaml 文件")


def _sheets(data: bytes, name: str) -> Iterator[list[tuple[int, list[str]]]]:
    # Loaded here: most reviews have no baseline.
    from python_calamine import CalamineError, load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data))
        for sheet in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            yield [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    except (CalamineError, OSError, ValueError) as cause:
        raise BaselineError(f"{name}:1", "工作簿不完整或已加密，请用 Excel 或 WPS 打开后另存为 .xlsx") from cause


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell or "").strip()


def _csv(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(_decode(data, name), newline=""))
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as cause:
        raise BaselineError(f"{name}:{line}", f"CSV 写法有误：{cause}") from cause
    return rows


def _decode(data: bytes, name: str) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BaselineError(f"{name}:1", "编码不是 UTF-8 也不是 GB18030，请另存为 UTF-8")


def _below_header(rows: Sequence[tuple[int, list[str]]], name: str, words: BaselineWords) -> Iterator[Row]:
    """A sheet that holds nothing is passed over; one without a header is a fault."""
    for index, (_, cells) in enumerate(rows[:_LOOKED_AT]):
        columns = _columns(cells, words)
        if "name" in columns.values():
            for number, below in rows[index + 1 :]:
                yield Row(
                    f"{name}:{number}", {c: below[at] for at, c in columns.items() if at < len(below) and below[at]}
                )
            return
    if any(any(cells) for _, cells in rows):
        raise BaselineError(
            f"{name}:{rows[0][0]}", "找不到表头，应有“事项名称”一列（可另有事项编码、事项类型、行使层级、材料名称）"
        )


def _columns(cells: Sequence[str], words: BaselineWords) -> dict[int, str]:
    """The first column that bears a name wins: a list may have 主项名称 and 业务办理项名称."""
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        column = words.columns.get(without_asides(cell))
        if column and column not in found.values():
            found[at] = column
    return found


def _objects(data: bytes, name: str, words: BaselineWords) -> Iterator[Row]:
    """JSON is YAML: one reader gives both their lines."""
    text = _decode(data, name)
    try:
        node = yaml.compose(text, yaml.SafeLoader) if not name.lower().endswith(".json") else _json(text, name)
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise BaselineError(f"{name}:{line}", f"YAML 写法有误：{cause.problem}") from cause
    if isinstance(node, yaml.MappingNode):
        node = next((value for _, value in node.value if isinstance(value, yaml.SequenceNode)), node)
    if not isinstance(node, yaml.SequenceNode):
        raise BaselineError(f"{name}:1", "应为事项的列表")
    for item in node.value:
        yield _object(item, f"{name}:{item.start_mark.line + 1}", words)


def _json(text: str, name: str) -> yaml.Node | None:
    try:
        json.loads(text)
    except json.JSONDecodeError as cause:
        raise BaselineError(f"{name}:{cause.lineno}", f"不是合法的 JSON：{cause.msg}") from cause
    # JSON allows tabs between tokens, YAML does not
    return yaml.compose(text.replace("\t", " "), yaml.SafeLoader)


def _object(node: yaml.Node, where: str, words: BaselineWords) -> Row:
    if not isinstance(node, yaml.MappingNode):
        raise BaselineError(where, "每一项应为映射，至少有“事项名称”")
    cells = {}
    for key, value in node.value:
        column = words.columns.get(str(key.value)) or (key.value if key.value in words.columns.values() else None)
        if column:
            cells[column] = _joined(value)
    return Row(where, cells)


def _joined(node: yaml.Node) -> str:
    """A list of materials as lines; a material may be a text or a mapping with a name."""
    if isinstance(node, yaml.SequenceNode):
        return "\n".join(_joined(child) for child in node.value)
    if isinstance(node, yaml.MappingNode):
        return next((str(v.value) for k, v in node.value if k.value in ("name", "材料名称", "名称")), "")
    return str(node.value)
