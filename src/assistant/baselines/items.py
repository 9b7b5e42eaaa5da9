"""Rows of a list to its items with their materials."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.baselines.rows import Row
from assistant.errors import BaselineError
from assistant.lexicon.baseline import BaselineWords
from assistant.model.baseline import ListedItem, ListedMaterial, PaperForm
from assistant.model.material import Necessity

# 1.营业执照；2.身份证 in one cell
_BETWEEN = re.compile(r"[\n;；]+|(?<=.)(?=[(（]?\d{1,2}[)）.、．](?!\d))")
_NUMBER = re.compile(r"^\s*[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*")
# 营业执照（容缺）, 身份证复印件（非必要）: the need told behind the name
_NEED = re.compile(r"[(（]((?:非|不)?必[要需须]|容缺[^()（）]{0,6})[)）]\s*$")
_SAID = ("code", "type", "level", "department")
_LEVELS = ("main", "sub", "name", "handling")
# 变更, 新办: too short to be an item's name without the item above
_CASE = 5


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    main: str | None


def items(rows: Iterable[Row], words: BaselineWords) -> Iterator[ListedItem]:
    """Rows of one item follow each other: with its name repeated, or blank below the first. Raises BaselineError."""
    current: ListedItem | None = None
    above: dict[str, str] = {}
    for row in rows:
        cells = {column: text for column, text in row.cells.items() if text not in words.blank}
        if not cells:
            continue
        levels = {level: _one_line(cells[level]) for level in _LEVELS if level in cells}
        ended = row.cells.keys() & set(_LEVELS) - cells.keys()  # 无, 未分类
        above = (
            levels if row.whole else _carried({level: above[level] for level in above if level not in ended}, levels)
        )
        materials = tuple(_materials(cells, words))
        if current and _goes_on(current, levels, above, cells.get("code")):
            current = replace(current, materials=current.materials + materials)
            continue
        if not levels:
            raise BaselineError(row.where, "缺少事项名称")
        if current:
            yield current
        current = _item(cells, above, materials, row.where)
    if current:
        yield current


def _one_line(text: str) -> str:
    return "".join(part.strip() for part in text.splitlines())


def _carried(above: Mapping[str, str], levels: Mapping[str, str]) -> dict[str, str]:
    """A level that a row names ends what stood below it; levels above it go on."""
    first = next((at for at, level in enumerate(_LEVELS) if level in levels), len(_LEVELS))
    return {**{level: above[level] for level in _LEVELS[:first] if level in above}, **levels}


def _goes_on(current: ListedItem, levels: Mapping[str, str], above: Mapping[str, str], code: str | None) -> bool:
    if not levels:
        return True
    return _named(above) == _Named(current.name, current.main) and code in (None, current.code)


def _item(
    cells: Mapping[str, str], above: Mapping[str, str], materials: tuple[ListedMaterial, ...], where: str
) -> ListedItem:
    named = _named(above)
    code, kind, level, department = (_one_line(cells.get(of, "")) or None for of in _SAID)
    return ListedItem(code, named.name, kind, level, materials, where, named.main, department)


def _named(above: Mapping[str, str]) -> _Named:
    """食品经营许可 + 新办 -> 食品经营许可（新办）; a full name of the lowest level stands alone."""
    names = [above[level] for level in _LEVELS if above.get(level)]
    name = names[-1]
    upper = [other for other in names[:-1] if other != name]
    if upper and len(name) < _CASE and not name.startswith(upper[-1]):
        name = f"{upper[-1]}（{name}）"
    return _Named(name, upper[0] if upper else None)


def _materials(cells: Mapping[str, str], words: BaselineWords) -> Iterator[ListedMaterial]:
    need, form = _necessity(cells.get("necessity", ""), words), _form(cells.get("form", ""))
    for part in _BETWEEN.split(cells.get("materials", "")):
        written = _NUMBER.sub("", part).strip(" 。,，")
        told = _NEED.search(written)
        name = written[: told.start()].strip() if told else written
        if name and name not in words.blank:
            own = _necessity(told.group(1), words) if told else None
            # 营业执照复印件: the form may stand at the name's end
            yield ListedMaterial(name, own or need, form or _form(name[-6:]))


def _necessity(cell: str, words: BaselineWords) -> Necessity | None:
    return next((need for word, need in words.necessity if word in cell), None)


def _form(cell: str) -> PaperForm | None:
    """None also where both will do."""
    copy = "复印件" in cell
    original = "原件" in cell
    return None if copy == original else "复印件" if copy else "原件"
