"""HTML source cut into tags and text, so that every character read keeps its offset in the source.

lxml tells the line of an element at best. So each text chunk is replaced by a mark with its number before parsing;
what the walker meets in the tree is the mark, and the words come from the source by that number.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

# What a server or a script fills in: <% … %>, <%-- … --%>, <?php … ?>, <#if a gt b>, {{ … }}, ${ … }
_SERVER = (
    (re.compile(r"<%--.*?--%>|<%.*?%>", re.DOTALL), "%>"),
    (re.compile(r"<\?(?:php\b|=).*?\?>", re.DOTALL), "?>"),
    (re.compile(r"</?[#@]\w[^<>]*>"), ">"),
)
_FILLED_IN = re.compile(r"\{\{[^{}]{0,500}\}\}|\$\{[^{}\n]{0,300}\}")
# Scripts, styles, comments (<!--[if gte mso 9]>…<![endif]-->), declarations, tags with quoted attributes, tags without
_MARKUP = re.compile(
    r"<(script|style|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<[!?][^<>]*>"
    r"|</?[A-Za-z](?>(?:[^<>\"']++|\"[^\"]*\"|'[^']*')*)>|</?[A-Za-z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
# Comments and declarations; and tags of mere looks: old pages never close <font>, and a tree 256 deep is cut off
_LEFT_OUT = re.compile(r"<!--|<!\[|<\?|\]\]>|</?(?:font|o:p|st1:\w+|nobr|wbr|tt|big|small)\b", re.IGNORECASE)
_MARK = re.compile("\ue000(\\d+)\ue001|[ \\n]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
Piece = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """``chunks`` are the stretches of text between tags as (offset in the decoded source, raw characters)."""

    chunks: tuple[Piece, ...]
    root: Any | None

    def pieces(self, text: str | None) -> list[tuple[int, list[Piece]]]:
        """The chunks a text node of the tree stands for: number, and its characters with entities resolved.

        Blanks between tags have the number -1.
        """
        if not text:
            return []
        found = []
        for mark in _MARK.finditer(text):
            number = mark.group(1)
            found.append((int(number), _decoded(*self.chunks[int(number)])) if number else (-1, [(mark.group(), -1)]))
        return found

    def words(self, text: str | None) -> str:
        """What a text node of the tree says, blanks at its ends left out."""
        return "".join(words for _, pieces in self.pieces(text) for words, _ in pieces).strip()


def parse_html(text: str, deep: bool = True) -> Source:
    """``deep``: also what is nested deeper than 256 elements."""
    for server, end in _SERVER:
        closed = text.rfind(end) + len(end)  # what opens after the last end never ends: a search would take for ever
        text = server.sub(_blanks, text[:closed]) + text[closed:]
    blank = _FILLED_IN.sub(_blanks, text)
    chunks: list[Piece] = []
    out: list[str] = []
    at = 0
    for match in _MARKUP.finditer(blank):
        _chunk(blank, at, match.start(), chunks, out)
        if match.group(1) is None and not _LEFT_OUT.match(match.group()):
            out.append(match.group())
        at = match.end()
    _chunk(blank, at, len(blank), chunks, out)
    return Source(tuple(chunks), _tree("".join(out), deep))


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _chunk(text: str, start: int, end: int, chunks: list[Piece], out: list[str]) -> None:
    raw = text[start:end]
    if raw.strip(" \t\r\n\f"):
        out.append(f"\ue000{len(chunks)}\ue001")
        chunks.append((raw, start))
    elif raw:
        out.append("\n" if "\n" in raw else " ")


def _tree(marked: str, deep: bool) -> Any | None:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=deep, remove_comments=True)
    try:
        return etree.fromstring(marked.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _decoded(raw: str, offset: int) -> list[Piece]:
    if "&" not in raw:
        return [(raw, offset)]
    pieces, at = [], 0
    for match in _ENTITY.finditer(raw):
        if match.start() > at:
            pieces.append((raw[at : match.start()], offset + at))
        pieces.append((unescape(match.group()), offset + match.start()))
        at = match.end()
    if at < len(raw):
        pieces.append((raw[at:], offset + at))
    return pieces
