"""Bytes to text: byte order marks, what the file says of itself, and what the bytes look like."""

import codecs
import re

from assistant.errors import BrokenFileError

# <meta charset="gb2312">, content="text/html; charset=gbk", pageEncoding="UTF-8", <?xml encoding="gbk"?>
_DECLARED = re.compile(rb"(?:charset|pageEncoding|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Chinese text: ideographs, Chinese and full-width marks, letters, digits, line breaks
_TEXT = re.compile(
    "[\t\r\n -~\u00a0-\u00ff\u2000-\u206f\u2460-\u27bf\u3000-\u33ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f]")
# The national standard is a superset of both older names.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252"}


def decode(data: bytes, name: str, declared: bool = False) -> tuple[str, str]:
    """The text and its encoding. ``declared``: believe a charset written inside, where the bytes do not contradict it.

    Line breaks stay as they are; a byte order mark is dropped. Raises BrokenFileError for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, "replace"), wide
    if b"\0" in data[:4096]:
        raise BrokenFileError(name, "不是文本文件（含有二进制内容），请确认文件格式")
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding == "gb18030" and _is_strange(text):
            break
        return _sane(text, name), encoding
    text, encoding = _best(data, name)
    return _sane(text, name), encoding


def _sane(text: str, name: str) -> str:
    """Raises BrokenFileError where one character in twenty is no character: bytes that merely happen to decode."""
    if len(_CONTROL.findall(text[:20_000])) * 20 > len(text[:20_000]):
        raise BrokenFileError(name, "不是文本文件（含有二进制内容），请确认文件格式")
    return text


def _candidates(data: bytes, declared: bool) -> list[str]:
    """UTF-8 first whatever the file says: other text hardly ever happens to be valid UTF-8."""
    found = _DECLARED.findall(data[:4096]) if declared else []
    named = [_WIDER.get(n.decode("ascii").lower(), n.decode("ascii").lower()) for n in found]
    return ["utf-8", *(n for n in named if n not in ("utf-8", "utf8", "cp1252")), "gb18030"]


def _is_strange(text: str) -> bool:
    """Big5 often happens to be valid GB 18030, but then it is full of characters nobody has: the private use area."""
    return len(_PRIVATE.findall(text[:20_000])) * 50 > len(text[:20_000])


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin and line breaks leave a zero in every second byte, and the rest is Chinese.

    Without Chinese in it such zeros are binary data: counters, pixels, samples.
    """
    head = data[:2000]
    if len(head) < 4 or head.count(0) < len(head) * 0.02:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) * 10 >= max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    readable = len(_TEXT.findall(text)) >= 0.9 * len(text) and _IDEOGRAPH.search(text)
    return encoding if readable else None


def _best(data: bytes, name: str) -> tuple[str, str]:
    """Nothing decodes cleanly: a few damaged bytes become U+FFFD; if there are many, charset-normalizer decides."""
    traditional = _decoded_or_none(data, "big5hkscs")
    if traditional is not None and not _is_strange(traditional):
        return traditional, "big5hkscs"
    utf, national = data.decode("utf-8", "replace"), data.decode("gb18030", "replace")
    text, encoding = min(((utf, "utf-8"), (national, "gb18030")), key=lambda pair: pair[0].count("\ufffd"))
    if text.count("\ufffd") <= max(3, len(text) // 50):
        return text, encoding
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:200_000]).best()
    if guess is None:
        raise BrokenFileError(name, "无法识别文字编码，请用记事本另存为 UTF-8 后再读")
    return data.decode(guess.encoding, "replace"), guess.encoding


def _decoded_or_none(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
