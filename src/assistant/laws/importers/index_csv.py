"""Index files (CSV) of the national databases: flk.npc.gov.cn 国家法律法规数据库 and 国家规章库. Facts, no texts.

Known heads: ``title,gbrq,sxrq,sxx,zdjgName,flxz`` (flk; ``sxx`` 1 已废止, 2 已修改, 3 有效, 4 尚未生效),
``title,publication_date,category,publisher`` (国家规章库, which lists only rules in force), and the same in Chinese.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast, get_args

from assistant.laws.history import iso
from assistant.laws.importers.files import clean_title, decode, digest
from assistant.laws.law_text import IndexEntry, SourceItem
from assistant.model.citation import Level

NAME = "index"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "标题", "名称", "法规名称", "法律名称", "规章名称"),
    "promulgated": ("gbrq", "publication_date", "publish_date", "公布日期", "公布日"),
    "effective": ("sxrq", "effective_date", "施行日期", "生效日期"),
    "status": ("sxx", "status", "时效性", "状态"),
    "issuer": ("zdjgName", "publisher", "制定机关", "公布机关", "发布机关"),
    "level": ("flxz", "category", "法律性质", "效力级别", "类别"),
}
_STATUS = {"1": "已废止", "2": "已被修改", "3": "现行有效", "4": "尚未生效"}
_STATUS |= {"有效": "现行有效", "已修改": "已被修改", "尚未施行": "尚未生效", "失效": "已废止"}
_RULES_IN_FORCE = "national_rules_database"
_DAY = re.compile(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})")
# 内蒙古自治区人民代表大会常务委员会 -> 内蒙古自治区, 赤峰市人大常务委员会 -> 赤峰市
_COUNCIL = re.compile(r"^(.+?)(?:人民代表大会|人大)(?:常务委员会)?$")


def recognises(path: Path) -> bool:
    if path.suffix.lower() != ".csv" or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(4096).splitlines()
    return bool(head) and "title" in _columns(next(csv.reader([head[0].decode("utf-8-sig", "replace")]), []))


def items(path: Path) -> Iterator[SourceItem]:
    data = path.read_bytes()
    yield SourceItem(path.name, digest(data), _reader(path.name, data))


def _reader(name: str, data: bytes) -> Callable[[], tuple[IndexEntry, ...]]:
    return lambda: tuple(_entries(name, decode(data)))


def _entries(name: str, text: str) -> Iterator[IndexEntry]:
    csv.field_size_limit(10_000_000)
    rows = csv.reader(io.StringIO(text, newline=""))
    columns = _columns(next(rows, []))
    for row in rows:
        cells = {field: row[at].strip() for field, at in columns.items() if at < len(row)}
        if cells.get("title"):
            yield _entry(name, cells, in_force=_RULES_IN_FORCE in row[:1])


def _entry(name: str, cells: Mapping[str, str], in_force: bool) -> IndexEntry:
    # 国家规章库 writes a list: "['国家发展和改革委员会', '财政部']"
    issuer = "、".join(re.findall(r"[^\[\]'\",\s、]+", cells.get("issuer", ""))) or None
    status = cells.get("status", "")
    return IndexEntry(
        title=clean_title(cells["title"]),
        source=f"{NAME}:{name}",
        level=_level(cells.get("level", "")),
        region=_region(issuer or ""),
        issuer=issuer,
        promulgated=_day(cells.get("promulgated", "")),
        effective=_day(cells.get("effective", "")),
        status=_STATUS.get(status, status) or ("现行有效" if in_force else None),
    )


def _columns(head: list[str]) -> dict[str, int]:
    names = [cell.strip() for cell in head]
    return {
        field: names.index(known)
        for field, spellings in _COLUMNS.items()
        for known in [next((name for name in spellings if name in names), None)]
        if known
    }


def _day(written: str) -> str | None:
    match = _DAY.search(written)
    return iso(*match.groups()) if match else None


def _level(written: str) -> Level | None:
    """地方法规 is the database's word for 地方性法规; decisions and the like have no level of ours."""
    written = {"地方法规": "地方性法规", "法律解释": "法律"}.get(written, written)
    return cast(Level, written) if written in get_args(Level) else None


def _region(issuer: str) -> str | None:
    match = _COUNCIL.match(issuer)
    return None if not match or match.group(1) in ("全国", "") else match.group(1)
