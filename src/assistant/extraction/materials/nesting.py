"""Brackets: what stands inside them and what does not."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["round", "square", "title", "quote"]

# Half and full width may be mixed in real guides: （…) counts as a pair.
_OPEN: dict[str, Shape] = {
    "（": "round", "(": "round", "[": "square", "［": "square", "【": "square", "〔": "square",
    "《": "title", "〈": "title", "“": "quote",
}  # fmt: skip
_CLOSE: dict[str, Shape] = {
    "）": "round", ")": "round", "]": "square", "］": "square", "】": "square", "〕": "square",
    "》": "title", "〉": "title", "”": "quote",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """A bracket that stands in no other: ``[start, end)`` with its two signs."""

    start: int
    end: int
    shape: Shape


def groups(text: str) -> tuple[Group, ...]:
    """The outermost brackets of ``text``, in order. A bracket that is never closed is no bracket."""
    found: list[Group] = []
    stack: list[tuple[Shape, int]] = []
    for place, sign in enumerate(text):
        if sign in _OPEN:
            stack.append((_OPEN[sign], place))
        elif sign in _CLOSE:
            depth = _matching(stack, _CLOSE[sign])
            if depth is not None:
                start = stack[depth][1]
                del stack[depth:]
                found = [group for group in found if group.start < start]
                found.append(Group(start, place + 1, _CLOSE[sign]))
    return tuple(found)


def _matching(stack: list[tuple[Shape, int]], shape: Shape) -> int | None:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth][0] == shape:
            return depth
    return None


def outside(text: str) -> str:
    """``text`` with everything inside brackets, signs included, made NUL: offsets stay, separators inside are gone."""
    signs = list(text)
    for group in groups(text):
        signs[group.start : group.end] = "\0" * (group.end - group.start)
    return "".join(signs)
