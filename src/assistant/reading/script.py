"""Data in JavaScript and JSON to lines: what a page's script writes into the page, or a file of such data.

    {"事项名称": "高龄津贴", "申请材料": ["身份证", "户口簿"]}   ->   事项名称：高龄津贴 | 申请材料： | 身份证 | 户口簿

Nothing is run: string literals with Chinese words are read in their order, with the keys that are Chinese.
"""

import re
from collections.abc import Iterator
from html import unescape

from assistant.errors import UnsupportedError
from assistant.model.document import Block, Coverage, Document, Notice
from assistant.model.place import TextPlace
from assistant.reading.charset import decode
from assistant.reading.layout import Layout
from assistant.reading.limits import Limits

_TOKEN = re.compile(
    r"//[^\n]*|/\*(?:.*?\*/|.*)"
    # A string that never ends ends with its line: a match that fails would be tried from every quotation mark.
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|`(?:[^`\\]|\\.)*+`?)"
    r"|(?P<mark>[{}\[\],:;])|(?P<word>[^\s{}\[\],:;\"'`/]+)|/",
    re.DOTALL,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
# \n, \u4e2d, \"
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": "\n"}
# Tags inside a string: those that end a line, and all others
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENOUGH = 20  # Chinese characters
# Words and the offset in the source of what they are from
Line = tuple[str, int]


def read_script(data: bytes, name: str, limits: Limits, format: str) -> Document:
    """A .js or .json file. Raises UnsupportedError where it holds no Chinese words."""
    text, _ = decode(data, name)
    layout = Layout(TextPlace, limits, name, 0)
    blocks = script_blocks([(text, 0)], layout)
    if not blocks:
        raise UnsupportedError(name, "是程序或数据文件（js、json），其中没有可读的中文内容")
    return Document(name, "", format, layout.text(), tuple(blocks), layout.segments(), None, (NOTICE,), Coverage(1.0))


NOTICE = Notice("read", "script", "内容取自脚本或数据文件中的文字，次序和层次可能与网页所示不同，请与网页核对")


def scripts_of(page: str) -> list[Line]:
    """The scripts of a page."""
    end = page.lower().rfind("</script") + 10
    return [(match.group(1), match.start(1)) for match in _SCRIPT.finditer(page, 0, end)]


def script_blocks(scripts: list[Line], layout: Layout) -> list[Block]:
    """Nothing where all of it has only a few Chinese characters: messages of a program, not a guide."""
    lines = [line for source, start in scripts for line in _lines(source, start)]
    if sum(len(_HAN.findall(words)) for words, _ in lines) < _ENOUGH:
        return []
    blocks = (layout.line([(words, (offset,))]) for words, offset in lines)
    return [block for block in blocks if block]


def _lines(source: str, start: int) -> Iterator[Line]:
    """``key`` is the Chinese key whose value is awaited, and its offset."""
    key: Line | None = None
    held: Line | None = None
    for token in _TOKEN.finditer(source):
        mark, literal = token.group("mark"), token.group("string") or token.group("word")
        if literal:
            if held and key is None:
                yield from _value(*held, None)
            held = _read(literal), start + token.start()
            if key:
                yield from _value(*held, key)
                key = held = None
        elif mark == ":" and held:
            key, held = (held if _HAN.search(held[0]) else None), None
        elif mark in ("[", "{") and key:
            yield f"{key[0]}：", key[1]
            key = None
        elif mark and held:
            yield from _value(*held, None)
            held = None
    if held:
        yield from _value(*held, None)


def _value(words: str, offset: int, key: Line | None) -> Iterator[Line]:
    """The lines of a value; without a Chinese key only Chinese words are worth reading."""
    lines = [line.strip() for line in unescape(_TAG.sub("", _BREAK.sub("\n", words))).split("\n")]
    lines = [line for line in lines if line]
    if key and len(lines) == 1:
        yield f"{key[0]}：{lines[0]}", key[1]
        return
    if key and lines:
        yield f"{key[0]}：", key[1]
    if key or _HAN.search(words):
        yield from ((line, offset) for line in lines)


def _read(literal: str) -> str:
    if literal[0] not in "\"'`":
        return literal

    def character(match: re.Match[str]) -> str:
        code, sign = match.groups()
        return chr(int(code, 16)) if code else _ESCAPED.get(sign, sign)

    return _ESCAPE.sub(character, literal[1:].removesuffix(literal[0]))
