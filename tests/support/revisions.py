"""Rejecting and accepting of tracked changes, and taking comments out: written apart from what makes them."""

import io
import zipfile
from typing import Any

from lxml import etree

_URIS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def main_xml(data: bytes, path: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(path)


def canonical(xml: bytes) -> bytes:
    """The same for documents that show the same: neighbours of one look are one, empty properties none."""
    written: bytes = etree.tostring(_tidied(etree.fromstring(xml)), method="c14n")
    return written


def reject_all(data: bytes, author: str = "减证", path: str = "word/document.xml") -> bytes:
    """The main part after rejecting the author's changes and removing the comments of ours, canonical."""
    return _settled(data, author, "ins", path)


def accept_all(data: bytes, author: str = "减证") -> bytes:
    return _settled(data, author, "del", "word/document.xml")


def words(xml: bytes) -> list[str]:
    """The text of each paragraph that has any."""
    root = etree.fromstring(xml)
    w = _namespace(root)
    found = ("".join(t.text or "" for t in p.iter(f"{w}t")) for p in root.iter(f"{w}p"))
    return [text for text in found if text]


def comments(data: bytes, author: str = "减证") -> list[str]:
    """The words of our comments, a line a paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/comments.xml" not in package.namelist():
            return []
    root = etree.fromstring(main_xml(data, "word/comments.xml"))
    w = _namespace(root)
    ours = [c for c in root.iter(f"{w}comment") if c.get(f"{w}author") == author]
    return ["\n".join("".join(map(str, p.itertext())) for p in comment.iter(f"{w}p")) for comment in ours]


def commented(data: bytes, author: str = "减证") -> list[str]:
    """The words each of our comments is about."""
    root: Any = etree.fromstring(main_xml(data))
    w = _namespace(root)
    found = []
    for number in sorted(_own_comments(data, author), key=int):
        inside, text = False, ""
        for node in list(root.iter()):
            if node.tag == f"{w}commentRangeStart" and node.get(f"{w}id") == number:
                inside = True
            elif node.tag == f"{w}commentRangeEnd" and node.get(f"{w}id") == number:
                inside = False
            elif inside and node.tag in (f"{w}t", f"{w}delText"):
                text += node.text or ""
        found.append(text)
    return found


def _settled(data: bytes, author: str, gone: str, path: str) -> bytes:
    root: Any = etree.fromstring(main_xml(data, path))
    w = _namespace(root)
    ours = [n for n in root.iter(f"{w}ins", f"{w}del") if n.get(f"{w}author") == author]
    if gone == "del":
        _take_blocks(root, w, author)
    for node in ours:
        if node.getparent() is None:
            continue
        if node.tag == f"{w}{gone}" or node.getparent().tag in (f"{w}rPr", f"{w}trPr"):
            _remove(node)
        else:
            _unwrap(node, w)
    _without_comments(root, w, _own_comments(data, author))
    written: bytes = etree.tostring(_tidied(root), method="c14n")
    return written


def _take_blocks(root: Any, w: str, author: str) -> None:
    """Rows that are deleted, and paragraphs whose mark is, with what is left of them going to the next."""
    for row in [n.getparent().getparent() for n in _deletions(root, w) if n.getparent().tag == f"{w}trPr"]:
        _remove(row)
    for mark in list(root.iter(f"{w}del")):
        if mark.getparent().tag != f"{w}rPr" or mark.getparent().getparent().tag != f"{w}pPr":
            continue
        paragraph = mark.getparent().getparent().getparent()
        following = paragraph.getnext()
        for node in reversed([n for n in paragraph if n.tag != f"{w}pPr"]):
            if following is not None and following.tag == f"{w}p":
                following.insert(1 if len(following) and following[0].tag == f"{w}pPr" else 0, node)
        _remove(paragraph)


def _deletions(root: Any, w: str) -> list[Any]:
    return list(root.iter(f"{w}del"))


def _own_comments(data: bytes, author: str) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/comments.xml" not in package.namelist():
            return set()
        root = etree.fromstring(package.read("word/comments.xml"))
    w = _namespace(root)
    return {c.get(f"{w}id", "") for c in root.iter(f"{w}comment") if c.get(f"{w}author") == author}


def _without_comments(root: Any, w: str, numbers: set[str]) -> None:
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for node in list(root.iter(w + tag)):
            if node.get(f"{w}id") in numbers:
                _remove(node.getparent() if tag == "commentReference" else node)


def _unwrap(node: Any, w: str) -> None:
    for text in [*node.iter(f"{w}delText"), *node.iter(f"{w}delInstrText")]:
        text.tag = f"{w}t" if text.tag == f"{w}delText" else f"{w}instrText"
    parent, place = node.getparent(), node.getparent().index(node)
    for offset, child in enumerate(list(node)):
        parent.insert(place + offset, child)
    _remove(node)


def _remove(node: Any) -> None:
    parent, tail = node.getparent(), node.tail
    if tail:
        previous = node.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(node)


def _tidied(root: Any) -> Any:
    w = _namespace(root)
    texts = (f"{w}t", f"{w}instrText", f"{w}delText")
    for node in root.iter():
        node.attrib.pop(_SPACE, None)
        if node.tag not in texts and not (node.text or "").strip():
            node.text = None
        if not (node.tail or "").strip():
            node.tail = None
    for name in ("rPr", "pPr", "trPr"):
        for properties in list(root.iter(w + name)):
            if not len(properties) and not properties.attrib:
                _remove(properties)
    for run in list(root.iter(f"{w}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _look(before, w) == _look(run, w):
            for node in reversed([node for node in before if node.tag != f"{w}rPr"]):
                run.insert(1 if len(run) and run[0].tag == f"{w}rPr" else 0, node)
            _remove(before)
    for text in list(root.iter(*texts)):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            text.text = (before.text or "") + (text.text or "")
            _remove(before)
    return root


def _look(run: Any, w: str) -> tuple[object, ...]:
    properties = run.find(f"{w}rPr")
    return sorted(run.attrib.items()), b"" if properties is None else etree.tostring(properties, method="c14n")


def _namespace(root: Any) -> str:
    return next("{" + uri + "}" for uri in _URIS if root.tag.startswith("{" + uri + "}"))
