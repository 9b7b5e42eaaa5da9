"""The parts of a .docx that reading needs, as parsed XML."""

import posixpath
from collections import Counter
from dataclasses import dataclass
from typing import Any

from lxml import etree

from assistant.errors import BrokenFileError
from assistant.office.names import STRICT_URI, W_URI
from assistant.office.package import main_part
from assistant.reading.docx_tags import (
    BODY,
    DEL,
    ENDNOTE_REF,
    FALLBACK,
    FOOTNOTE_REF,
    MOVE_FROM,
    NUMPR,
    SDT,
    TC,
    VANISH,
)
from assistant.reading.limits import Limits
from assistant.reading.package import member, open_package

# A part that nothing in the text refers to need not be opened.
_NOTES = (("footnotes.xml", FOOTNOTE_REF), ("endnotes.xml", ENDNOTE_REF))
_COUNTED = (TC, NUMPR, SDT, FALLBACK, MOVE_FROM, DEL, VANISH, FOOTNOTE_REF, ENDNOTE_REF)


@dataclass(frozen=True, slots=True)
class DocxParts:
    """``notes`` are footnotes and endnotes as (part name, root); ``raw`` the bytes of the main part.

    ``damaged``: the main part's XML had to be mended. ``counts``: how many there are of the elements that ask for care.
    """

    main: str
    document: Any
    raw: bytes
    styles: Any | None
    numbering: Any | None
    notes: tuple[tuple[str, Any], ...]
    damaged: bool
    counts: Counter[str]


def open_docx(data: bytes, name: str, limits: Limits) -> DocxParts:
    package = open_package(data, name, limits)
    main = main_part(package.NameToInfo, member(package, "_rels/.rels", name) or b"")
    raw = member(package, main, name) if main else None
    if not main or raw is None:
        raise BrokenFileError(name, "不是完整的 Word 文档（缺少正文），请用 Word 或 WPS 打开后另存为 .docx")
    document, damaged = _parse(raw)
    if document is None or document.find(BODY) is None:
        raise BrokenFileError(name, "Word 文档的正文已损坏，请用 Word 或 WPS 打开后另存为 .docx")
    folder = posixpath.dirname(main)

    def part(file: str) -> Any | None:
        content = member(package, posixpath.join(folder, file), name)
        return _parse(content)[0] if content else None

    counts = Counter(element.tag for element in document.iter(*_COUNTED))
    wanted = [file for file, reference in _NOTES if counts[reference]]
    notes = [(posixpath.join(folder, file), part(file)) for file in wanted]
    found = tuple((path, root) for path, root in notes if root is not None)
    styles = _styles(member(package, posixpath.join(folder, "styles.xml"), name) or b"")
    listed = counts[NUMPR] > 0 or (styles is not None and next(styles.iter(NUMPR), None) is not None)
    return DocxParts(main, document, raw, styles, part("numbering.xml") if listed else None, found, damaged, counts)


def _styles(content: bytes) -> Any | None:
    """Styles no paragraph can have, hundreds of them and most of the part, are not parsed."""
    start, end = content.find(b"<w:latentStyles"), content.find(b"</w:latentStyles>")
    if 0 < start < end:
        content = content[:start] + content[end + len(b"</w:latentStyles>") :]
    return _parse(content)[0] if content else None


def _parse(content: bytes) -> tuple[Any | None, bool]:
    """The root, and whether the XML was broken and had to be mended. Entities are not expanded, nothing is fetched."""
    if STRICT_URI.encode() in content[:4000]:
        content = content.replace(STRICT_URI.encode(), W_URI.encode())
    for recover in (False, True):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)
        try:
            return etree.fromstring(content, parser), recover
        except (etree.XMLSyntaxError, ValueError):
            continue
    return None, True
