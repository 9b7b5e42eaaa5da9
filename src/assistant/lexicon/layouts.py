"""The columns and fixed words of workbooks (lexicons/layouts), which an office may change."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from assistant.lexicon.loading import Key, MappingFile, load_mapping
from assistant.resources import data

LayoutName = Literal["workbook", "attachments"]
Paper = Literal["A4", "A3"]
BLANK: Final = "blank"
# What a column of each sheet can hold besides the running number and nothing at all (for people to fill in).
VALUES: Mapping[LayoutName, Mapping[str, str]] = {
    "workbook": {
        "cuts": "item material advice reason grounds instead confidence choice note",
        "citations": "item written title level verdict because",
        "baseline": "item subject own listed code result because",
        "targets": "scope target before after certain chosen possible share goal met note",
        "others": "item category message grounds",
        "notices": "message",
    },
    "attachments": {
        "letter": "type items materials_before materials_after",
        "adjustments": "listed code type own change before after grounds reason",
        "items": "unit main item type code grounds level audience handling statutory promised materials_before "
        "materials_after steps_before steps_after fee visits online place consult complaint note",
        "proofs": "proof purpose grounds rank unit issuer guide level type reason note",
    },
}
# A filled-in workbook is read back by the name of its sheet and the heads of these columns.
NAMES: Mapping[str, str] = {"cuts": "精简清单"}
HEADS: Mapping[str, Mapping[str, str]] = {
    "cuts": {"item": "事项", "material": "材料", "choice": "采纳", "note": "备注"}
}
PLACEHOLDERS: Final = frozenset({"unit", "total", "counts", "comparison", "materials"})
# "填报单位：{unit}"
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# What no program accepts in the name of a sheet.
_BAD_NAME = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Column:
    """``value`` names what stands in it; ``width`` is in characters, of which a Han character takes two."""

    title: str
    value: str
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """``title`` stands above the table, ``lead`` between, ``tail`` below; "" and () where there is none."""

    id: str
    name: str
    columns: tuple[Column, ...]
    title: str = ""
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    paper: Paper = "A4"
    portrait: bool = False


@cache
def load_layouts(name: LayoutName, folder: Path | None = None) -> Mapping[str, Layout]:
    """By the sheet's id. ``folder`` is the user's lexicons; what it lacks is the program's own.

    Raises LexiconError with path:line.
    """
    own = folder / "layouts" / f"{name}.yaml" if folder else None
    if own is not None and own.is_file():
        return read_layouts(name, MappingFile(own, str(own), load_mapping(own, str(own))))
    where = f"lexicons/layouts/{name}.yaml"
    source = data(where)
    return read_layouts(name, MappingFile(source, where, load_mapping(source, where)))


def own_layouts(folders: Sequence[Path]) -> Path | None:
    """The last of the user's folders of lexicons that says how workbooks are laid out."""
    return next((folder for folder in reversed(folders) if (folder / "layouts").is_dir()), None)


def read_layouts(name: LayoutName, file: MappingFile) -> Mapping[str, Layout]:
    """Every sheet once. Raises LexiconError for a missing or unknown sheet, value or placeholder."""
    known = VALUES[name]
    for id in file.content:
        if id not in known:
            raise file.wrong(f"没有“{id}”这张表，只有 {'、'.join(known)}", id)
    for id in known:
        if id not in file.content:
            raise file.wrong(f"缺少“{id}”这张表")
    return {id: _layout(id, file, frozenset({"number", BLANK, *known[id].split()})) for id in known}


def _layout(id: str, file: MappingFile, values: frozenset[str]) -> Layout:
    row = file.content[id]
    if not isinstance(row, dict):
        raise file.wrong("应为 {name, columns, …}", id)
    paper = row.get("paper", "A4")
    if paper not in get_args(Paper):
        raise file.wrong("paper 应为 A4 或 A3", id, "paper")
    columns = _columns(id, row.get("columns"), file, values)
    return Layout(
        id,
        _name(id, row.get("name"), file),
        columns,
        _text(row.get("title", ""), file, id, "title"),
        _lines(id, "lead", row, file),
        _lines(id, "tail", row, file),
        paper,
        row.get("portrait") is True,
    )


def _name(id: str, value: object, file: MappingFile) -> str:
    name = _text(value, file, id, "name")
    if not name or len(name) > 31 or _BAD_NAME.search(name):
        raise file.wrong("表名应为1至31个字，不含 [ ] : * ? / \\", id, "name")
    if name != NAMES.get(id, name):
        raise file.wrong(f"表名须为“{NAMES[id]}”，填好的工作簿才能读回", id, "name")
    return name


def _columns(id: str, value: object, file: MappingFile, values: frozenset[str]) -> tuple[Column, ...]:
    if not isinstance(value, list) or not value:
        raise file.wrong("columns 应为列的列表", id, "columns")
    columns = tuple(_column(row, file, values, id, "columns", at) for at, row in enumerate(value))
    for needed, head in HEADS.get(id, {}).items():
        if Counter((column.value, column.title) for column in columns)[needed, head] != 1:
            raise file.wrong(f"须有一列 title 为 {head}、value 为 {needed}，填好的工作簿才能读回", id, "columns")
    return columns


def _column(row: Any, file: MappingFile, values: frozenset[str], *path: Key) -> Column:
    if not isinstance(row, dict):
        raise file.wrong("列应为 {title, value, width}", *path)
    value, width = row.get("value"), row.get("width")
    if value not in values:
        raise file.wrong(f"没有“{value}”这个值，只有 {'、'.join(sorted(values))}", *path)
    if not isinstance(width, int) or not 3 <= width <= 200:
        raise file.wrong("width 应为 3 至 200 的整数（字符数）", *path)
    return Column(_text(row.get("title"), file, *path), value, width)


def _lines(id: str, key: str, row: Mapping[str, Any], file: MappingFile) -> tuple[str, ...]:
    lines = row.get(key, [])
    if not isinstance(lines, list):
        raise file.wrong(f"{key} 应为文字的列表", id, key)
    for at, line in enumerate(lines):
        unknown = [name for name in PLACEHOLDER.findall(_text(line, file, id, key, at)) if name not in PLACEHOLDERS]
        if unknown:
            raise file.wrong(f"没有 {{{unknown[0]}}}，只有 {'、'.join(sorted(PLACEHOLDERS))}", id, key, at)
    return tuple(lines)


def _text(value: object, file: MappingFile, *path: Key) -> str:
    if not isinstance(value, str):
        raise file.wrong("应为文字", *path)
    return value
