"""The tree of a web page to blocks: lines, headings, lists, tables; noise is left out and counted."""

import re
from typing import Any

from assistant.model.document import Block, Control
from assistant.reading.html_controls import CONTROLS, control_of
from assistant.reading.html_lines import collapsed
from assistant.reading.html_noise import SKIPPED, is_count, is_folded, is_furniture, is_hidden, names_label
from assistant.reading.html_source import Source
from assistant.reading.html_tables import is_layout, read_table
from assistant.reading.layout import Layout, typed_number
from assistant.reading.numerals_out import formatted

_BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "header",
        "main",
        "footer",
        "aside",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "center",
        "form",
        "fieldset",
        "legend",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
        "hr",
        "details",
        "summary",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "view",
        "template",
    ]
)
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# style="list-style-type:cjk-ideographic"
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_LIST_STYLES = {
    "decimal": "decimal",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
# style='… mso-outline-level:2 …' of Word HTML
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-9])")
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)


class HtmlWalker:
    """Goes through the tree once. ``used``: numbers of the chunks met, ``noise``: characters left out on purpose.

    ``folded``: something was read that the page shows only after a click. ``controls``: where people answer.
    """

    def __init__(self, source: Source, layout: Layout) -> None:
        self.layout = layout
        self.used: set[int] = set()
        self.noise = 0
        self.folded = False
        self.controls: list[Control] = []
        self._source = source
        self._line: list[tuple[str, int]] = []
        self._level: int | None = None
        self._number: str | None = None
        self._bold = 0
        self._plain = False
        self._pre = 0
        self._counts: dict[Any, int] = {}

    def flow(self, element: Any) -> list[Block]:
        """The blocks inside ``element``; a line that was open before it is the caller's to close."""
        found: list[Block] = []
        self._walk(element, found)
        self.close_line(found)
        return found

    def _walk(self, element: Any, found: list[Block]) -> None:
        self._text(element.text, found)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, child.tag, found)
            self._text(child.tail, found)

    def _child(self, child: Any, tag: str, found: list[Block]) -> None:
        if tag in CONTROLS:
            self._control(child)
        if tag in SKIPPED or self._is_hidden(child) or is_furniture(child, self._said):
            self._skip(child)
        elif tag == "br":
            self.close_line(found)
        elif tag == "table":
            self._table(child, found)
        elif tag in _BLOCKS or "-" in tag:
            self._block(child, tag, found)
        else:
            self._inline(child, tag, found)

    def _control(self, child: Any) -> None:
        pending = "".join(words for words, _ in collapsed(self._line)) if self._line else ""
        control = control_of(child, self.layout.upcoming() + len(pending), self._said)
        if control:
            self.controls.append(control)

    def _inline(self, child: Any, tag: str, found: list[Block]) -> None:
        style = child.get("style")
        bold = tag in ("b", "strong") or bool(style and _BOLD.search(style))
        self._bold += bold
        first = not self._line
        self._walk(child, found)
        self._bold -= bold
        if names_label(child) or (first and is_count(child, "".join(words for words, _ in self._line))):
            self._line.append((" ", -1))

    def _block(self, child: Any, tag: str, found: list[Block]) -> None:
        self.close_line(found)
        style = child.get("style") or ""
        outline = _OUTLINE.search(style) if style else None
        before, bold = self._level, bool(style and _BOLD.search(style))
        if tag[0] == "h" and tag[1:].isdigit():
            self._level = int(tag[1:])
        elif outline:
            self._level = int(outline.group(1))
        self._bold += bold
        self._pre += tag == "pre"
        if tag == "li":
            self._number = self._list_number(child)
        self._walk(child, found)
        self.close_line(found)
        self._level, self._number = before, None
        self._bold -= bold
        self._pre -= tag == "pre"

    def _table(self, table: Any, found: list[Block]) -> None:
        self.close_line(found)
        if is_layout(table):
            self._walk(table, found)
            self.close_line(found)
            return
        for caption in table.findall("caption"):
            found += self.flow(caption)
        block = read_table(table, self)
        if block:
            found.append(block)

    def leaves_out(self, element: Any) -> bool:
        """Drop a hidden row or cell and say so."""
        if is_hidden(element):
            self._skip(element)
            return True
        return False

    def close_line(self, found: list[Block]) -> None:
        if self._line:
            pieces = collapsed(self._line)
            number = self._number
            text = "".join(words for words, _ in pieces).strip()
            number = number if number and text and not typed_number(text) else None
            generated = (number + " ", None) if number else None
            block = self.layout.line(pieces, number, self._level, not self._plain, generated)
            if block:
                found.append(block)
                self._number = None
        self._line = []
        self._plain = False

    def _text(self, text: str | None, found: list[Block]) -> None:
        for number, pieces in self._source.pieces(text):
            self.used.add(number)
            if self._pre:
                self._preformatted(pieces, found)
            else:
                self._line += pieces
            if not self._bold and number >= 0 and not all(words.isspace() for words, _ in pieces):
                self._plain = True

    def _preformatted(self, pieces: list[tuple[str, int]], found: list[Block]) -> None:
        for words, offset in pieces:
            at = offset
            for line in re.split(r"(\r\n|\r|\n)", words):
                if line in ("\r\n", "\r", "\n"):
                    self.close_line(found)
                elif line:
                    self._line.append((line, at))
                at += len(line)

    def _skip(self, element: Any) -> None:
        for node in element.iter():
            self._drop(node.text)
            if node is not element:
                self._drop(node.tail)

    def _drop(self, text: str | None) -> None:
        for number, pieces in self._source.pieces(text):
            self.used.add(number)
            self.noise += sum(len(words) for words, _ in pieces) if number >= 0 else 0

    def _is_hidden(self, element: Any) -> bool:
        if not is_hidden(element):
            return False
        folded = is_folded(element, self._said(element))
        self.folded = self.folded or folded
        return not folded

    def _said(self, element: Any) -> str:
        return self._source.words("".join(element.itertext()))

    def _list_number(self, item: Any) -> str | None:
        """What a browser writes before an item of an ordered list; None in other lists and where a style says no."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return None
        styled = _LIST_STYLE.search(parent.get("style") or "")
        if styled and styled.group(1).lower() not in _LIST_STYLES:
            return None
        start, own = parent.get("start") or "1", item.get("value") or ""
        following = self._counts.get(parent, int(start) if start.isdigit() else 1)
        number = int(own[:9]) if own.isdigit() else following
        self._counts[parent] = number + 1
        form = (
            _LIST_STYLES[styled.group(1).lower()] if styled else _LIST_FORMATS.get(parent.get("type") or "", "decimal")
        )
        return formatted(number, form) + ("、" if form == "chineseCounting" else ".")
