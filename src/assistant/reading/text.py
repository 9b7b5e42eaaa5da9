"""Plain text and Markdown: the text is the source, unchanged; blocks point into it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.errors import TooLargeError
from assistant.model.document import Block, Coverage, Document, Notice, Paragraph
from assistant.model.place import Segment, TextPlace
from assistant.model.span import Span
from assistant.reading.charset import decode
from assistant.reading.layout import typed_number
from assistant.reading.limits import Limits
from assistant.reading.pipe_table import is_rule, is_table_row, pipe_table

# ## 二、申请材料
_HEADING = re.compile(r"(#{1,6})[ \t]+\S")
# - item, * item, + item
_BULLET = re.compile(r"[-*+•·●◆■] +(?=\S)")
_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")


def read_plain(data: bytes, name: str, limits: Limits, format: str) -> Document:
    text, encoding = decode(data, name)
    document = read_lines(text, name, limits, format)
    if "\ufffd" not in text:
        return document
    notice = Notice("read", "encoding", f"有{text.count(chr(0xFFFD))}个字无法按{encoding}解码，请与原件核对")
    return replace(document, notices=(notice,))


def read_lines(text: str, name: str, limits: Limits, format: str) -> Document:
    """Blocks over ``text`` as it is: a line a paragraph, pipe tables as tables, ``#`` headings with their level."""
    if len(text) > limits.characters:
        raise TooLargeError(name, f"文字超过{limits.characters}字的上限，请拆分后再读")
    segments = (Segment(Span(0, len(text)), TextPlace(0)),) if text else ()
    return Document(name, "", format, text, tuple(_blocks(text)), segments, None, (), Coverage(1.0))


def _blocks(text: str) -> Iterator[Block]:
    lines = [_bare(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line.end > line.start]
    index = 0
    while index < len(lines):
        rows = _table_at(text, lines, index)
        if rows:
            yield pipe_table(text, rows)
            index += len(rows)
        else:
            yield _paragraph(text, lines[index])
            index += 1


def _table_at(text: str, lines: list[Span], index: int) -> list[Span]:
    """Rows of a pipe table that begins here: two or more rows, or one with a rule under it."""
    end = index
    while end < len(lines) and is_table_row(lines[end].of(text)):
        end += 1
    rows = lines[index:end]
    real = [row for row in rows if not is_rule(row.of(text))]
    return rows if real and len(rows) >= 2 else []


def _bare(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    bare = line.strip()
    lead = len(line) - len(line.lstrip()) if bare else 0
    return Span(start + lead, start + lead + len(bare))


def _paragraph(text: str, span: Span) -> Paragraph:
    line = span.of(text)
    heading = _HEADING.match(line)
    if heading:
        return Paragraph(span, None, len(heading.group(1)), False)
    bullet = _BULLET.match(line)
    number = bullet.group().strip() if bullet else typed_number(line)
    bold = len(line) > 4 and line.startswith("**") and line.endswith("**") and "**" not in line[2:-2]
    return Paragraph(span, number, None, bold)
