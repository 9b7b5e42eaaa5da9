"""The comments part of a .docx: extended where there is one, else added with what must name it."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.export.marked.pen import Pen, pen_for
from assistant.office.markup import MarkupError, Node, attribute, decode, parse
from assistant.office.names import RELATIONS_URI, STRICT_URI, TYPES_URI, W_URI
from assistant.office.package import main_part

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Word:
    """A .docx in parts, by path; ``main`` is the path of its text."""

    parts: Mapping[str, bytes]
    main: str

    @property
    def relations(self) -> str:
        folder, name = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{name}.rels")


def open_word(source: bytes) -> Word:
    """Raises MarkupError where it is no package with a text."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as package:
            main = main_part(package.NameToInfo, _read(package, "_rels/.rels"))
            if main is None:
                raise MarkupError("no main part")
            folder, name = posixpath.split(main)
            relations = posixpath.join(folder, "_rels", f"{name}.rels")
            parts = {path: _read(package, path) for path in (main, relations, _TYPES)}
            comments = _comments_part(Word(parts, main))
            parts |= {comments: _read(package, comments)} if comments else {}
    except zipfile.BadZipFile as cause:
        raise MarkupError("no package") from cause
    return Word(parts, main)


def _read(package: zipfile.ZipFile, path: str) -> bytes:
    return package.read(path) if path in package.NameToInfo else b""


def _comments_part(word: Word) -> str | None:
    """The path its relations name, whether or not the part is there."""
    text, root = _relations(word)
    for relation in root.children if root is not None else ():
        if attribute(text, relation, "Type") in {_KIND, _STRICT_KIND}:
            target = attribute(text, relation, "Target") or ""
            return posixpath.normpath(posixpath.join(posixpath.dirname(word.main), target)).lstrip("/")
    return None


def _relations(word: Word) -> tuple[str, Node | None]:
    content = word.parts.get(word.relations)
    if not content:
        return "", None
    text = decode(content)[0]
    return text, parse(text)


def first_comment(word: Word) -> int:
    """The lowest id that no comment has yet."""
    path = _comments_part(word)
    content = word.parts.get(path or "")
    used = re.findall(r"[\s:]id\s*=\s*[\"'](\d{1,9})[\"']", decode(content)[0]) if content else ()
    return max(map(int, used), default=-1) + 1


def with_comments(word: Word, comments: Mapping[int, tuple[str, ...]], author: str, day: date) -> dict[str, bytes]:
    """The parts that change, by path; ``comments`` are the new ones' lines by id."""
    path = _comments_part(word)
    content = word.parts.get(path or "")
    if path and content:
        text, encoding = decode(content)
        root = parse(text)
        pen = pen_for(text, root, author, day, 0)
        added = "".join(pen.comment(number, lines) for number, lines in comments.items())
        return {path: _inside(text, root, added).encode(encoding)} | _typed(word, path)
    strict = STRICT_URI.encode() in word.parts[word.main][:4000]
    uri = STRICT_URI if strict else W_URI
    pen = Pen(author, day, "w", "", 0)
    added = "".join(pen.comment(number, lines) for number, lines in comments.items())
    new = path or posixpath.join(posixpath.dirname(word.main), "comments.xml")
    body = f'{_HEAD}<w:comments xmlns:w="{uri}">{added}</w:comments>'
    related = {} if path else _related(word, new, _STRICT_KIND if strict else _KIND)
    return {new: body.encode()} | related | _typed(word, new)


def _related(word: Word, path: str, kind: str) -> dict[str, bytes]:
    text, root = _relations(word)
    if root is None:
        text = f'{_HEAD}<Relationships xmlns="{RELATIONS_URI}"></Relationships>'
        root = parse(text)
    ids = {attribute(text, each, "Id") for each in root.children}
    free = next(name for number in range(len(ids) + 1) if (name := f"rIdJianzheng{number or ''}") not in ids)
    own = f'Id="{free}" Type="{kind}" Target="{posixpath.basename(path)}"'
    return {word.relations: _inside(text, root, f"<{_prefix(text, root)}Relationship {own}/>").encode()}


def _typed(word: Word, path: str) -> dict[str, bytes]:
    """[Content_Types].xml with the comments part in it, if it is not yet."""
    content = word.parts.get(_TYPES)
    text = decode(content)[0] if content else f'{_HEAD}<Types xmlns="{TYPES_URI}"></Types>'
    root = parse(text)
    if any(attribute(text, each, "PartName") == f"/{path}" for each in root.children):
        return {}
    tag = f'<{_prefix(text, root)}Override PartName="/{path}" ContentType="{_CONTENT}"/>'
    return {_TYPES: _inside(text, root, tag).encode()}


def _prefix(text: str, root: Node) -> str:
    """ "ns0:" where the root has a prefix, else nothing."""
    prefix, colon, _ = text[root.start + 1 : root.inner].split(maxsplit=1)[0].rstrip("/>").rpartition(":")
    return prefix + colon


def _inside(text: str, root: Node, words: str) -> str:
    """At the root's end, also where it is empty: <w:comments/>."""
    if root.inner < root.end:
        return text[: root.close] + words + text[root.close :]
    tag = text[root.start : root.end]
    return f"{text[: root.start]}{tag[:-2]}>{words}</{tag[1:-2].split(maxsplit=1)[0]}>{text[root.end :]}"
