"""How much of a .docx was read, counted without the walker: in the bytes of the XML where that is possible."""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from assistant.model.document import Coverage
from assistant.model.place import DocxPlace, Segment
from assistant.reading.docx_package import DocxParts
from assistant.reading.docx_tags import DEL, FALLBACK, GALLERY, MOVE_FROM, NUMID, NUMPR, PLACEHOLDER, SDT, TC, VAL, P, T

_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_ENTITY = re.compile(rb"&#?\w+;")
# What holds text that is rightly not read
_REMOVED = (FALLBACK, MOVE_FROM, SDT, DEL)


class Met(Protocol):
    """What the walker met; ``contents`` are characters of a table of contents, left out on purpose."""

    cells: int
    numbers: int
    contents: int


def coverage(parts: DocxParts, read: int, segments: Sequence[Segment], met: Met) -> Coverage:
    """``read``: characters of the source in the reading text, blanks not counted."""
    root = parts.document
    plain = b"<w:body" in parts.raw and b"<![CDATA[" not in parts.raw
    expected = _in_bytes(parts.raw) if plain else _characters(root)
    expected += sum(_characters(note) for _, note in parts.notes) - _left_out(parts) - met.contents
    all_cells = parts.counts[TC]
    listed = sum(1 for number in root.iter(NUMPR) if _is_list_item(number)) if parts.numbering is not None else 0
    share = min(1.0, read / expected) if expected > 0 else 1.0
    return Coverage(
        share,
        min(1.0, met.cells / all_cells) if all_cells else None,
        min(1.0, met.numbers / listed) if listed else None,
        _missing(parts, segments) if share < 0.98 else (),
    )


def _in_bytes(raw: bytes) -> int:
    return len("".join(_ENTITY.sub(b"x", b"".join(_TEXT.findall(raw))).decode("utf-8", "replace").split()))


def _characters(root: Any) -> int:
    return len("".join("".join(root.itertext(T, with_tail=False)).split()))


def _left_out(parts: DocxParts) -> int:
    """Second versions, moved and removed text, placeholders and the table of contents."""
    tags = [tag for tag in _REMOVED if parts.counts[tag]]
    return sum(_characters(element) for element in parts.document.iter(*tags) if _counts(element)) if tags else 0


def _counts(element: Any) -> bool:
    if element.tag != SDT:
        return True
    galleries = (gallery.get(VAL) == "Table of Contents" for gallery in element.iter(GALLERY))
    return next(element.iter(PLACEHOLDER), None) is not None or any(galleries)


def _is_list_item(number: Any) -> bool:
    identity = number.find(NUMID)
    paragraph = number.getparent().getparent()
    return (
        identity is not None
        and identity.get(VAL) not in (None, "", "0")
        and paragraph is not None
        and paragraph.tag == P
        and any((t.text or "").strip() for t in paragraph.iter(T))
    )


def _missing(parts: DocxParts, segments: Sequence[Segment]) -> tuple[str, ...]:
    places = {s.place.paragraph for s in segments if isinstance(s.place, DocxPlace) and s.place.part == parts.main}
    lost = [
        (index, "".join(t.text or "" for t in paragraph.iter(T)).strip())
        for index, paragraph in enumerate(parts.document.iter(P))
        if index not in places
    ]
    return tuple(f"第{index + 1}段“{text[:20]}”" for index, text in lost if text)[:5]
