"""Edits of a document's own bytes, in a worker process."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.errors import ReadError, UnsupportedError
from assistant.export.marked.retyping import retype
from assistant.reading.charset import decode
from assistant.server.work.reviewing import Stored, document_of

_LINE = re.compile(r"[^\n]*\n|[^\n]+$")


@dataclass(frozen=True, slots=True)
class Edit:
    """``texts``: number of the paragraph from 0 -> its new text. ``person`` is the author of tracked changes.

    ``stored`` has the bytes to start from: of a Word document those that were uploaded, with all edits since then in
    ``texts``, so that the revisions are always those from the original to now.
    """

    stored: Stored
    texts: Mapping[int, str]
    person: str
    day: date


def edited(edit: Edit) -> bytes:
    """The document's bytes with the changes. Raises ReadError: no such paragraph, or a format that is not edited."""
    data, name = edit.stored.path.read_bytes(), edit.stored.name
    document = document_of(edit.stored.path, name)
    if document.format in ("txt", "md"):
        return _lines(decode(data, name)[0], edit)
    if document.format == "docx":
        return retype(data, document, edit.texts, edit.person, edit.day)
    raise UnsupportedError(name, "这种格式不能在这里修改，请改好原文件后重新上传")


def _lines(text: str, edit: Edit) -> bytes:
    lines = _LINE.findall(text)
    for number, words in edit.texts.items():
        if number >= len(lines):
            raise ReadError(edit.stored.name, f"没有第{number + 1}行，共{len(lines)}行")
        ending = lines[number][len(lines[number].rstrip("\r\n")) :]
        lines[number] = words.rstrip("\r\n") + ending
    return "".join(lines).encode()
