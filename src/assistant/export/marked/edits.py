"""Strings to be put into a text at offsets, and stretches of it to be replaced, all at once."""

from dataclasses import dataclass, field

# What goes first where several strings are put in at one offset.
AFTER_RUN, PROPERTIES, BEFORE_RUN = 0, 1, 2


@dataclass(slots=True)
class Edits:
    """Offsets are those of the text as it was."""

    _puts: list[tuple[int, int, int, int, str]] = field(default_factory=list)

    def put(self, at: int, order: int, words: str) -> None:
        self._puts.append((at, order, len(self._puts), at, words))

    def replace(self, start: int, end: int, words: str) -> None:
        self._puts.append((start, BEFORE_RUN + 1, len(self._puts), end, words))

    def applied(self, text: str) -> str:
        parts: list[str] = []
        at = 0
        for start, _, _, end, words in sorted(self._puts):
            assert start >= at, "edits overlap"
            parts += (text[at:start], words)
            at = end
        parts.append(text[at:])
        return "".join(parts)
