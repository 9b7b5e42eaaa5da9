"""Lists of items as data: .json (also one object a line), .yaml, and the data a page's .js holds.

Items may stand below their department and their main item, at any depth:
    [{"department": "区教体局", "items": [{"main_item": "教师资格", "sub_items": [{"name": "教师资格认定"}]}]}]
"""

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qs, urlsplit

import yaml

from assistant.errors import BaselineError
from assistant.lexicon.baseline import BaselineWords

DATA_SUFFIXES = (".json", ".jsonl", ".yaml", ".yml", ".js")
_ENCODINGS = ("utf-8-sig", "gb18030")
# "const items = [": what comes before the data of a script
_BEFORE_DATA = re.compile(r"=\s*(?=[\[{])")
# …?areaCode=511602000000&itemCode=511A0138000000-511602000000-000-…: where else the code may stand
_CODE_PARAMETERS = ("itemCode", "taskCode", "TASK_CODE")
_NAMES = ("name", "材料名称", "名称")
_LINE = "\0line"
Found = tuple[str, dict[str, str]]


def read_objects(data: bytes, name: str, words: BaselineWords) -> Iterator[Found]:
    """``file:line`` (of JSON: the number of the item) and cells of every item. Raises BaselineError."""
    text = _decode(data, name)
    value = _yaml(text, name) if name.lower().endswith((".yaml", ".yml")) else _json(text, name)
    if not isinstance(value, list | dict):
        raise BaselineError(f"{name}:1", "应为事项的列表")
    found = list(_items(value, {}, name, words))
    for number, (where, cells) in enumerate(found, 1):
        yield where or f"{name}:第{number}项", cells


def _decode(data: bytes, name: str) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BaselineError(f"{name}:1", "编码不是 UTF-8 也不是 GB18030，请另存为 UTF-8")


def _json(text: str, name: str) -> object:
    start = _BEFORE_DATA.search(text) if name.lower().endswith(".js") else None
    try:
        if start:
            return json.JSONDecoder().raw_decode(text, start.end())[0]
        return json.loads(text)
    except json.JSONDecodeError as cause:
        lines = _lines(text)
        if lines is not None:
            return lines
        raise BaselineError(f"{name}:{cause.lineno}", f"不是合法的 JSON：{cause.msg}") from cause
    except RecursionError as cause:
        raise BaselineError(f"{name}:1", "数据嵌套过深") from cause


def _lines(text: str) -> list[object] | None:
    """One object a line; None for anything else."""
    try:
        rows = [(number, json.loads(line)) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    except json.JSONDecodeError:
        return None
    return [{**row, _LINE: number} if isinstance(row, dict) else row for number, row in rows]


class _Loader(yaml.SafeLoader):
    """Mappings know their line."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        return {**super().construct_mapping(node, deep=True), _LINE: node.start_mark.line + 1}


def _yaml(text: str, name: str) -> object:
    try:
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise BaselineError(f"{name}:{line}", f"YAML 写法有误：{cause.problem}") from cause


def _items(value: object, above: Mapping[str, str], name: str, words: BaselineWords) -> Iterator[Found]:
    """``above`` holds what the levels above say: the department, the main item."""
    if isinstance(value, list):
        for number, child in enumerate(value, 1):
            if not isinstance(child, list | dict):
                raise BaselineError(f"{name}:第{number}项", "每一项应为映射，至少有“事项名称”")
            yield from _items(child, above, name, words)
        return
    assert isinstance(value, dict)
    cells = {**above, **_cells(value, words)}
    nested = [child for key, child in value.items() if _column(key, words) != "materials" and _holds_items(child)]
    for child in nested:
        yield from _items(child, cells, name, words)
    if not nested:
        yield (f"{name}:{value[_LINE]}" if _LINE in value else ""), cells


def _holds_items(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(child, dict) for child in value)


def _cells(value: Mapping[object, object], words: BaselineWords) -> dict[str, str]:
    """The first key of each column that says something; the code also from an address."""
    cells: dict[str, str] = {}
    for key, content in value.items():
        column = _column(key, words)
        if column and (text := _text(content)) and text not in words.blank:
            cells.setdefault(column, text)
    if "code" not in cells and (code := _code(value)):
        cells["code"] = code
    return cells


def _column(key: object, words: BaselineWords) -> str | None:
    return words.columns.get(str(key))


def _text(value: object) -> str:
    """A list of materials as lines; a material may be a text or a mapping with a name."""
    if isinstance(value, list):
        return "\n".join(text for child in value if (text := _text(child)))
    if isinstance(value, dict):
        return next((str(value[key]) for key in _NAMES if value.get(key)), "")
    return "" if value is None else str(value).strip()


def _code(value: Mapping[object, object]) -> str | None:
    for address in value.values():
        if isinstance(address, str) and address.startswith("http"):
            query = parse_qs(urlsplit(address).query)
            if found := next((query[key][0] for key in _CODE_PARAMETERS if key in query), None):
                return found
    return None
