"""Paragraphs of a .docx that somebody retyped, as tracked changes of the words that differ."""

from collections.abc import Mapping
from datetime import date

from assistant.errors import ReadError
from assistant.export.marked.parts import open_word
from assistant.export.marked.passages import Strike
from assistant.export.marked.wanted import Swap, Wanted
from assistant.export.marked.writing import Task, write_marks
from assistant.model.document import Document
from assistant.model.place import DocxPlace
from assistant.model.span import Span
from assistant.office.markup import MarkupError


def retype(source: bytes, document: Document, texts: Mapping[int, str], author: str, day: date) -> bytes:
    """``document`` is what was read of ``source``; ``texts``: number of the ``w:p`` -> its words now, no list number.

    Raises ReadError for a paragraph without words, and for one that cannot be changed in its place.
    """
    changes = [change for number, words in sorted(texts.items()) if (change := _change(document, number, words))]
    wanted = Wanted(
        tuple(each for each in changes if isinstance(each, Strike)),
        tuple(each for each in changes if isinstance(each, Swap)),
    )
    try:
        word = open_word(source)
        data, unmarked = write_marks(source, word, document, Task(wanted, (), author, day))
    except MarkupError as cause:
        raise ReadError(document.name, "文件的 XML 有损坏，不能在这里修改，请用 Word 打开后另存再试") from cause
    if unmarked:
        raise ReadError(document.name, f"这一段不能在这里修改（{unmarked[0]}），请在 Word 中修改后重新上传")
    return data


def _change(document: Document, number: int, words: str) -> Strike | Swap | None:
    """What differs, as one stretch; None where nothing does."""
    places = _characters(document, number)
    if not places:
        raise ReadError(document.name, f"第{number + 1}段没有可以修改的文字")
    old, new = "".join(document.text[at] for at in places), " ".join(words.splitlines())
    if old == new:
        return None
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    start, end = head, len(old) - tail
    subject = f"第{number + 1}段"
    if start == end and start == 0:  # before the first character: it is written anew behind what is put in
        return Swap(subject, Span(places[0], places[0] + 1), new[: len(new) - tail] + old[0])
    if start == end:
        return Swap(subject, Span(places[start - 1] + 1, places[start - 1] + 1), new[head : len(new) - tail])
    span = Span(places[start], places[end - 1] + 1)
    inserted = new[head : len(new) - tail]
    return Swap(subject, span, inserted) if inserted else Strike((subject,), span)


def _characters(document: Document, number: int) -> list[int]:
    """Offsets of the paragraph's own characters in the reading text."""
    return [
        at
        for segment in document.segments
        if isinstance(segment.place, DocxPlace)
        and segment.place.paragraph == number
        and segment.place.run is not None
        and segment.place.part.endswith("document.xml")
        for at in range(*segment.span)
    ]


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
