"""Lists of basic items (基础事项清单), and how guides compare with one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.model.material import Candidate, Necessity

# What the sheets of a comparison say of an item or a material.
Result = Literal["一致", "名称不同", "类型不同", "本级多出", "本级缺少", "需拆分合并"]
RESULTS: tuple[Result, ...] = get_args(Result)
PaperForm = Literal["原件", "复印件"]
ChangeKind = Literal["新增", "取消", "变更名称", "变更类型", "变更编码", "变更材料"]


@dataclass(frozen=True, slots=True)
class ListedMaterial:
    """``necessity`` and ``form`` None: the list does not say."""

    name: str
    necessity: Necessity | None = None
    form: PaperForm | None = None


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A row a person would call an item: the most specific of 主项, 子项 and 业务办理项. ``main`` is the level above.

    ``where`` is its place in the list's file (``清单.csv:12``).
    """

    code: str | None
    name: str
    type: str | None
    level: str | None
    materials: tuple[ListedMaterial, ...]
    where: str
    main: str | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """``ids`` are the guide's materials ("m3") whose names ``local`` has. Several names on one side: 需拆分合并.

    ``sure`` False: a person should look; ``note`` says what differs, or what it may be. ``candidates`` are listed
    names that it may be, their ids the places (from 1) in the item's list.
    """

    result: Result
    ids: tuple[str, ...]
    local: tuple[str, ...]
    listed: tuple[str, ...]
    sure: bool = True
    note: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalItem:
    """An item of ours. ``place`` is the number of its guide (from 0) among those that were compared."""

    place: int
    name: str
    code: str | None
    type: str | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Several items on one side: 需拆分合并. ``materials`` is empty where items are not one to one."""

    result: Result
    local: tuple[LocalItem, ...]
    listed: tuple[ListedItem, ...]
    materials: tuple[MaterialRow, ...] = ()
    sure: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``rows`` in the order of the guides, then what the list has and no guide is. ``baseline`` is the list's name."""

    baseline: str
    rows: tuple[ItemRow, ...]

    def items(self) -> dict[Result, int]:
        """How many rows of items have each result."""
        return _counted(row.result for row in self.rows)

    def materials(self) -> dict[Result, int]:
        """How many rows of materials, over all items, have each result."""
        return _counted(material.result for row in self.rows for material in row.materials)


@dataclass(frozen=True, slots=True)
class Change:
    """What a newer list changes. ``before`` and ``after`` are what is shown for the item, or its materials' names."""

    kind: ChangeKind
    item: str
    code: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]


def _counted(results: Iterable[Result]) -> dict[Result, int]:
    found = dict.fromkeys(RESULTS, 0)
    for result in results:
        found[result] += 1
    return found
