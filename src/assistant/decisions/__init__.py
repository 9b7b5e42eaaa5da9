"""People decide, and the program remembers: decisions in a file, found again when a guide changes."""

from assistant.decisions.anchors import anchor_of, names_item, plain
from assistant.decisions.applying import Applied, about, apply_decisions
from assistant.decisions.files import (
    FILE_NAME,
    load_decisions,
    read_decision,
    save_decisions,
    with_decision,
    without_decision,
)

__all__ = [
    "FILE_NAME",
    "Applied",
    "about",
    "anchor_of",
    "apply_decisions",
    "load_decisions",
    "names_item",
    "plain",
    "read_decision",
    "save_decisions",
    "with_decision",
    "without_decision",
]
