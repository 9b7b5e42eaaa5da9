"""Marks on whole paragraphs and rows: the deletion of a paragraph's mark, and of a row."""

from bisect import bisect_left
from collections.abc import Collection

from assistant.export.marked.body import Body
from assistant.export.marked.edits import PROPERTIES, Edits
from assistant.export.marked.pen import Pen
from assistant.office.markup import Node

# What follows a row's or a paragraph's own marks in the order of the schema.
_AFTER_PARAGRAPH_RPR = ("w:sectPr", "w:pPrChange")
_OWN_TO_MARK = frozenset({"w:rPr", "w:pPrChange", "w:sectPr"})
_BLOCKS = frozenset({"w:p", "w:tbl", "w:sdt", "w:customXml"})


def write_blocks(body: Body, paragraphs: Collection[Node], rows: Collection[Node], pen: Pen, edits: Edits) -> None:
    for row in sorted(rows, key=lambda row: row.start):
        _row(body.xml, row, pen, edits)
    for paragraph in sorted(_marks_to_strike(body.xml, paragraphs, rows), key=lambda p: p.start):
        _paragraph(body.xml, paragraph, pen, edits)


def _marks_to_strike(xml: str, paragraphs: Collection[Node], rows: Collection[Node]) -> set[Node]:
    """The marks that end paragraphs which go, also in rows that go. A mark that ends a section always stays.

    The last mark of a cell stays: it goes with the row, and LibreOffice keeps the row where that mark goes by itself.
    """
    in_rows = {p for p in paragraphs if (row := p.within("w:tr")) is not None and row in rows}
    found = {paragraph for paragraph in in_rows if _neighbours(paragraph)[1] is not None}
    for group in _groups(set(paragraphs) - in_rows):
        found |= set(_marks_of(xml, group))
    return {paragraph for paragraph in found if not _ends_section(paragraph)}


def _marks_of(xml: str, group: list[Node]) -> list[Node]:
    """When a mark goes, Word gives the joined paragraph the look of its end, LibreOffice that of its beginning.

    So a mark is taken between paragraphs that look alike, behind the group or before it. The last paragraph of a cell
    or a text has to stay.
    """
    before, after = _neighbours(group[0])[0], _neighbours(group[-1])[1]
    if after is not None and after.name == "w:p" and _look(xml, after) == _look(xml, group[0]):
        return group
    if before is not None and before.name == "w:p" and _look(xml, before) == _look(xml, group[-1]):
        return [before, *group[:-1]]
    return group if after is not None else group[:-1]


def _groups(paragraphs: Collection[Node]) -> list[list[Node]]:
    """Paragraphs that follow each other."""
    found: list[list[Node]] = []
    for paragraph in sorted(paragraphs, key=lambda p: p.start):
        if found and _neighbours(paragraph)[0] is found[-1][-1]:
            found[-1].append(paragraph)
        else:
            found.append([paragraph])
    return found


def _neighbours(paragraph: Node) -> tuple[Node | None, Node | None]:
    """The blocks before and behind. Looked up by place: a text has as many as a long list has rows."""
    assert paragraph.parent is not None
    beside = paragraph.parent.children
    place = bisect_left(beside, paragraph.start, key=lambda node: node.start)
    before = next((beside[at] for at in range(place - 1, -1, -1) if beside[at].name in _BLOCKS), None)
    after = next((beside[at] for at in range(place + 1, len(beside)) if beside[at].name in _BLOCKS), None)
    return before, after


def _look(xml: str, paragraph: Node) -> str:
    """What decides style, list and indents, without the look of the mark itself."""
    own = paragraph.child("w:pPr")
    kept = [child for child in own.children if child.name not in _OWN_TO_MARK] if own is not None else []
    return "".join(xml[child.start : child.end] for child in kept)


def _ends_section(paragraph: Node) -> bool:
    own = paragraph.child("w:pPr")
    return own is not None and own.child("w:sectPr") is not None


def _row(xml: str, row: Node, pen: Pen, edits: Edits) -> None:
    own = row.child("w:trPr")
    if own is None:
        exceptions = row.child("w:tblPrEx")
        at = exceptions.end if exceptions is not None else row.inner
        edits.put(at, PROPERTIES, f"{pen.tag('trPr')}{pen.empty('del')}{pen.close('trPr')}")
    elif own.child("w:del") is None:
        change = own.child("w:trPrChange")
        _into(xml, own, change.start if change is not None else own.close, pen.empty("del"), edits)


def _paragraph(xml: str, paragraph: Node, pen: Pen, edits: Edits) -> None:
    own = paragraph.child("w:pPr")
    runs = own.child("w:rPr") if own is not None else None
    if runs is not None:
        if runs.child("w:del") is None:
            inserted = runs.child("w:ins")
            _into(xml, runs, inserted.end if inserted is not None else runs.inner, pen.empty("del"), edits)
        return
    mark = f"{pen.tag('rPr')}{pen.empty('del')}{pen.close('rPr')}"
    if own is None:
        _into(xml, paragraph, paragraph.inner, f"{pen.tag('pPr')}{mark}{pen.close('pPr')}", edits)
        return
    later = next((child for child in own.children if child.name in _AFTER_PARAGRAPH_RPR), None)
    _into(xml, own, later.start if later is not None else own.close, mark, edits)


def _into(xml: str, node: Node, at: int, words: str, edits: Edits) -> None:
    """Put ``words`` inside of an element, which may be an empty one: <w:p/> becomes <w:p>…</w:p>."""
    if node.inner < node.end:
        edits.put(at, PROPERTIES, words)
        return
    tag = xml[node.start : node.end]
    name = tag[1:-2].split()[0]
    edits.replace(node.start, node.end, f"{tag[:-2]}>{words}</{name}>")
