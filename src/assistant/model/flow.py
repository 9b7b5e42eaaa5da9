"""The running flow chart (运行流程图) of an item, before anybody draws it."""

from dataclasses import dataclass
from typing import Literal

NodeKind = Literal["start", "end", "step", "decision", "outcome"]
Phase = Literal["apply", "accept", "review", "decide", "deliver"]


@dataclass(frozen=True, slots=True)
class Node:
    """``notes`` are further lines (who, how long); ``gap``: the guide does not tell this one, people must fill it in.

    An ``outcome`` is what a "no" leads to: it stands beside the way, not in it.
    """

    id: str
    kind: NodeKind
    words: str
    notes: tuple[str, ...] = ()
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    start: str
    end: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """Nodes in the order of the way, an outcome directly behind the decision it hangs on."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
