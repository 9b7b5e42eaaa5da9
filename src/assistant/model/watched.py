"""What a change of a law does to the guides that cite it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.model.citation import Citation
from assistant.model.cited import UnreadFile

# breaks: the article is gone, moved or the law repealed; changes: its words or 款/项 differ; unknown: nobody can tell
# from what is installed; stands: the same words as before.
Effect = Literal["breaks", "changes", "unknown", "stands"]
# What the old and the new version were compared by.
Basis = Literal["texts", "shapes", "facts"]


@dataclass(frozen=True, slots=True)
class LawChange:
    """A change of a law: from the version ``old`` to ``new`` on ``on``; days are ISO.

    ``old`` None: no earlier version is known. ``new`` None: the law was repealed, by ``successor`` if one is known.
    """

    title: str
    old: str | None
    new: str | None
    on: str
    successor: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class WatchedProvision:
    """``because`` is one Chinese sentence; ``now_at`` the article's label in the new version where it moved."""

    law: str
    file: str
    department: str | None
    item_name: str
    place: str
    citation: Citation
    effect: Effect
    because: str
    now_at: str | None = None


@dataclass(frozen=True, slots=True)
class WatchList:
    """``changes`` in the order the laws were asked for; a law without a known change has none."""

    as_of: date
    laws: tuple[str, ...]
    changes: tuple[LawChange, ...]
    provisions: tuple[WatchedProvision, ...]
    files: int
    unread: tuple[UnreadFile, ...]
