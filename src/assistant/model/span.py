"""A stretch of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in characters of the document's reading text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end
