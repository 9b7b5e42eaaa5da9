"""How much of a .docx was read, counted without the walker."""

from collections.abc import Sequence
from typing import Any

from assistant.model.document import Coverage
from assistant.model.place import DocxPlace, Segment
from assistant.reading.docx_package import DocxParts
from assistant.reading.docx_tags import FALLBACK, MOVE_FROM, NUMID, NUMPR, SDT, TC, VAL, P, T, w


def coverage(parts: DocxParts, text: str, segments: Sequence[Segment], cells: int, numbers: int) -> Coverage:
    """``cells`` and ``numbers`` are what the walker met; all in the XML is counted here once more."""
    root = parts.document
    expected = _characters(root) + sum(_characters(note) for _, note in parts.notes) - _left_out(parts)
    read = len("".join(text.split()))
    all_cells = sum(1 for _ in root.iter(TC))
    listed = sum(1 for number in root.iter(NUMPR) if _is_list_item(number)) if parts.numbering is not None else 0
    share = min(1.0, read / expected) if expected > 0 else 1.0
    return Coverage(
        share,
        min(1.0, cells / all_cells) if all_cells else None,
        min(1.0, numbers / listed) if listed else None,
        _missing(parts, segments) if share < 0.98 else (),
    )


def _characters(root: Any) -> int:
    return len("".join("".join(root.itertext(T, with_tail=False)).split()))


def _left_out(parts: DocxParts) -> int:
    """What is rightly not read: second versions, moved and removed text, the table of contents, placeholders."""
    tags = [tag for tag, sign in _REMOVED.items() if sign in parts.raw]
    return sum(_characters(element) for element in parts.document.iter(*tags) if _counts(element)) if tags else 0


_REMOVED = {FALLBACK: b"Fallback", MOVE_FROM: b":moveFrom ", SDT: b"showingPlcHdr", w("del"): b":del "}


def _counts(element: Any) -> bool:
    return element.tag != SDT or element.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


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
