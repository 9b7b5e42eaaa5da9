"""What many reviews add up to: by item, by department, for the whole list. Small values that pickle."""

from dataclasses import dataclass
from typing import Literal

# certain: reached with what is certain alone; chosen: with what is proposed (of at least medium confidence); open: only
# with hints that people decide on; never: not with anything the rules propose; nothing: nothing to count.
Reach = Literal["certain", "chosen", "open", "never", "nothing"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows ``before``, and how many of them go: for ``certain``, as ``chosen`` in the plan, at most ``possible``.

    Each of the three holds the one before it.
    """

    before: int = 0
    certain: int = 0
    chosen: int = 0
    possible: int = 0


@dataclass(frozen=True, slots=True)
class Further:
    """A cut that would help to reach a goal and is not certain: of a ``material`` (its name) of an item.

    ``choice`` is shared by the papers of which one is enough: only all of them together spare the applicant one.
    """

    file: str
    item: str
    material: str
    chosen: bool
    choice: str | None = None


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """Of one guide. ``materials`` are the necessary rows; ``apart`` those for some cases only, optional or deferrable.

    ``names``: distinct names of the necessary rows. ``merged``: rows that go because they are merged with another,
    counted nowhere else; ``verified``: chosen rows that the office checks itself, counted as cuts for the applicant.
    ``posts``: people who sign (岗位). ``days``: promised working days before and after; None where none are promised.
    ``set_by_law``: no program can cut the item; None where the guide cites nothing that would tell.
    ``open``: the cuts that are not certain, the surer first.
    """

    file: str
    guide: str
    item_name: str
    item_code: str | None
    department: str | None
    chain: str | None
    set_by_law: bool | None
    materials: Tally
    apart: Tally
    names: Tally
    merged: int
    verified: int
    steps: Tally
    posts: int
    forms: tuple[int, int]
    days: tuple[int, int] | None
    instant: tuple[bool, bool]
    reach: Reach
    further: tuple[Further, ...]
    open: tuple[Further, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Items added up: of a department (``name`` None: the guides name none), or of the whole list.

    ``reached``: how many items reach the third of their materials in which way. ``further``: the smallest set of
    cuts that are not certain and would bring the group to the third, the surer first; () where it is reached or never.
    """

    name: str | None
    items: int
    set_by_law: int
    materials: Tally
    apart: Tally
    names: Tally
    merged: int
    verified: int
    steps: Tally
    posts: int
    forms: tuple[int, int]
    instant: tuple[int, int]
    reach: Reach
    steps_reach: Reach
    reached: tuple[tuple[Reach, int], ...]
    further: tuple[Further, ...]


@dataclass(frozen=True, slots=True)
class ChainTimes:
    """Promised working days on a chain: one after the other (``serial``), side by side (``longest``).

    ``silent``: items that promise no working days and are in neither sum.
    """

    name: str
    items: int
    silent: int
    serial: tuple[int, int]
    longest: tuple[int, int]
    met: bool


@dataclass(frozen=True, slots=True)
class Overview:
    total: Group
    departments: tuple[Group, ...]
    chains: tuple[ChainTimes, ...]
    items: tuple[ItemSummary, ...]
