"""Where runs begin inside their paragraph: a viewer knows paragraphs and the characters in them, but no runs."""

from collections.abc import Mapping
from typing import Any

from assistant.reading.docx_package import open_docx
from assistant.reading.docx_tags import BR, CR, HYPHEN, TAB, P, R, T
from assistant.reading.limits import Limits

_SANE = Limits()
# (paragraph, run) -> for each character of the run as reading counts them: how many ``w:t`` characters of the paragraph
# stand before it
Starts = Mapping[tuple[int, int], list[int]]


def run_starts(data: bytes, name: str, limits: Limits = _SANE) -> Starts:
    """Paragraphs are the ``w:p`` of the main part in document order, runs the ``w:r`` in each. Raises ReadError."""
    root = open_docx(data, name, limits).document
    found: dict[tuple[int, int], list[int]] = {}
    for number, paragraph in enumerate(root.iter(P)):
        at = 0
        for index, run in enumerate(paragraph.iter(R)):
            if next(run.iterancestors(P)) is not paragraph:  # of a text box anchored here
                continue
            found[number, index], at = _run(run, at)
    return found


def _run(run: Any, at: int) -> tuple[list[int], int]:
    """Breaks, tabs and hyphens are characters of the run, but none of its ``w:t``: they are -1."""
    starts: list[int] = []
    for node in run:
        if node.tag == T:
            size = len(node.text or "")
            starts += range(at, at + size)
            at += size
        elif node.tag in (BR, CR, TAB, HYPHEN):
            starts.append(-1)
    return starts, at
