"""The zip package of an office file: its main part, and a copy of it with some parts changed."""

import io
import re
import zipfile
from collections.abc import Collection, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)  # the clock must not be in a file: same input, same bytes
# <Relationship … Type=".../officeDocument" … Target="word/document.xml"/>, attributes in any order
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_TARGET = re.compile(rb'Target="([^"]*)"')
_MAIN = re.compile(r"word/document\d*\.xml")


def main_part(names: Collection[str], relations: bytes) -> str | None:
    """The path of a .docx's main part by _rels/.rels, else by its usual name; None where there is none."""
    for relation in _RELATION.findall(relations):
        target = _TARGET.search(relation)
        if b'/officeDocument"' in relation and target:
            path: str = target.group(1).decode("utf-8", "replace").lstrip("/")
            if path in names:
                return path
    return next((path for path in names if _MAIN.fullmatch(path)), None)


def with_parts(source: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with parts replaced in their place, new ones at the end; order, dates and all other parts stay."""
    out = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = left.pop(entry.filename, None)
            new.writestr(_like(entry), old.read(entry) if content is None else content)
        for path, content in left.items():
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return out.getvalue()


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(entry.filename, entry.date_time)
    copy.compress_type = zipfile.ZIP_STORED if entry.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    copy.external_attr, copy.create_system = entry.external_attr, entry.create_system
    return copy
