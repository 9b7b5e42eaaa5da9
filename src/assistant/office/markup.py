"""XML as a tree of places in its own text, so that it can be changed without being written anew.

A parser that writes XML again changes quotes, line ends and empty elements: then nobody can tell
what else was changed. Here an edit is a string put in at an offset, and all other characters stay as they were.
"""

import re
from dataclasses import dataclass, field

from assistant.office.names import PREFIXES

# <!-- … -->, <![CDATA[ … ]]>, <?xml … ?>, <w:t xml:space="preserve">, </w:t>, <w:br/>
_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([^\s/>!?]+)((?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>", re.DOTALL
)
_XMLNS = re.compile(r"xmlns(?::([^\s=]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


class MarkupError(ValueError):
    """XML that cannot be edited in place: damaged, with a document type, or in an encoding that cannot be kept."""


@dataclass(slots=True, eq=False)
class Node:
    """An element; offsets into the text: ``start`` of its start tag, ``inner`` after it, ``close`` before its end tag,
    ``end`` after that. Of an empty element (``<w:p/>``) the last three are equal.

    ``name`` has the usual prefix (office/names.py) for the namespaces known there, ``?:`` for others.
    """

    name: str
    start: int
    inner: int
    close: int = -1
    end: int = -1
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    def child(self, name: str) -> "Node | None":
        return next((child for child in self.children if child.name == name), None)

    def up(self) -> list["Node"]:
        """The elements it stands in, the innermost first."""
        found: list[Node] = []
        node = self.parent
        while node is not None:
            found.append(node)
            node = node.parent
        return found

    def within(self, name: str) -> "Node | None":
        """The innermost element called ``name`` that it stands in."""
        return next((node for node in self.up() if node.name == name), None)

    def all(self, *names: str) -> list["Node"]:
        """The elements below it called so, in the order of the text."""
        found: list[Node] = []
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if node.name in names:
                found.append(node)
            stack += node.children[::-1]
        return found


def decode(content: bytes) -> tuple[str, str]:
    """The text and the encoding that gives the same bytes again. Raises MarkupError."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
        if text.encode(encoding) == content:
            return text, encoding
    except (UnicodeError, LookupError) as cause:
        raise MarkupError(f"not {encoding}") from cause
    raise MarkupError(f"{encoding} does not give the same bytes again")


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"<\x00")):
        return "utf-16-le"
    if content.startswith((b"\xfe\xff", b"\x00<")):
        return "utf-16-be"
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    return declared[1].decode() if declared else "utf-8"


def parse(text: str) -> Node:
    """The root element. Raises MarkupError where tags do not match; entities other than XML's own are left alone."""
    top = Node("", 0, 0)
    open_ = top
    scopes = [_Scope({})]
    for tag in _TAG.finditer(text):
        closing, raw, rest = tag.groups()
        if raw is None:
            continue
        if closing:
            open_ = _close(open_, raw, tag.span(), text)
            scopes.pop()
            continue
        scope = scopes[-1].opened(rest) if "xmlns" in rest else scopes[-1]
        node = Node(scope.name(raw), tag.start(), tag.end(), parent=open_)
        open_.children.append(node)
        if rest.endswith("/"):
            node.close = node.end = tag.end()
        else:
            open_ = node
            scopes.append(scope)
    if open_ is not top or len(top.children) != 1 or "<!DOCTYPE" in text[: top.children[0].start]:
        raise MarkupError("no document of matching tags, or one with a document type")
    root = top.children[0]
    root.parent = None
    return root


def _close(open_: Node, raw: str, place: tuple[int, int], text: str) -> Node:
    begun = text[open_.start + 1 : open_.start + 1 + len(raw)]
    if open_.parent is None or begun != raw:
        raise MarkupError(f"</{raw}> closes nothing")
    open_.close, open_.end = place
    return open_.parent


@dataclass(slots=True)
class _Scope:
    """Prefixes in force, and the names met under them."""

    prefixes: dict[str, str]
    names: dict[str, str] = field(default_factory=dict)

    def opened(self, attributes: str) -> "_Scope":
        bound = {prefix: one or other for prefix, one, other in _XMLNS.findall(attributes)}
        return _Scope(self.prefixes | bound)

    def name(self, raw: str) -> str:
        found = self.names.get(raw)
        if found is None:
            prefix, _, local = raw.rpartition(":")
            found = self.names[raw] = f"{PREFIXES.get(self.prefixes.get(prefix, ''), '?')}:{local}"
        return found


def prefix_of(text: str, root: Node, uri: str) -> str | None:
    """The prefix (never empty) that ``root`` binds to ``uri``; None where it binds none."""
    bound = _XMLNS.findall(text[root.start : root.inner])
    return next((prefix for prefix, one, other in bound if prefix and (one or other) == uri), None)


def attribute(text: str, node: Node, name: str) -> str | None:
    """The value of the attribute with this local name, entities left as they are; None without it."""
    found = re.search(rf"[\s:]{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", text[node.start : node.inner])
    return None if found is None else (found[1] if found[1] is not None else found[2])
