"""Web pages to a Document: portal pages, Word and Excel HTML, JSP and Vue templates."""

import email
import email.policy
from email.message import EmailMessage

from assistant.errors import BrokenFileError
from assistant.model.document import Coverage, Document, Notice
from assistant.model.place import TextPlace
from assistant.reading.charset import decode
from assistant.reading.html_source import Source, parse_html
from assistant.reading.html_walker import HtmlWalker
from assistant.reading.layout import Layout
from assistant.reading.limits import Limits
from assistant.reading.script import NOTICE, script_blocks, scripts_of

_FEW = 40  # characters: a page that says less may be written by its script


def read_html(data: bytes, name: str, limits: Limits, format: str = "html") -> Document:
    """Places are offsets into the decoded source. Raises ReadError."""
    text, encoding = decode(data, name, declared=True)
    try:
        return _read(text, encoding, name, limits, format, deep=True)
    except RecursionError:
        document = _read(text, encoding, name, limits, format, deep=False)
        if not document.text:
            raise
        return document


def _read(text: str, encoding: str, name: str, limits: Limits, format: str, deep: bool) -> Document:
    source = parse_html(text, deep)
    if source.root is None:
        raise BrokenFileError(name, "网页源码无法解析，请用浏览器打开后另存为完整网页或复制到文本文件")
    layout = Layout(TextPlace, limits, name, 0)
    walker = HtmlWalker(source, layout)
    blocks = walker.flow(source.root)
    notices = _notices(text.count("\ufffd"), encoding, walker.folded)
    share = _coverage(source, walker)
    if layout.position < _FEW:
        written = script_blocks(scripts_of(text), layout)
        blocks, notices = [*blocks, *written], (*notices, *((NOTICE,) if written else ()))
    title = source.words(source.root.findtext(".//title")) or None
    return Document(
        name, "", format, layout.text(), tuple(blocks), layout.segments(), None, notices, share, title,
        tuple(walker.controls),
    )  # fmt: skip


def _notices(bad: int, encoding: str, folded: bool) -> tuple[Notice, ...]:
    found = []
    if bad:
        found.append(Notice("read", "encoding", f"有{bad}个字无法按{encoding}解码，请与原件核对"))
    if folded:
        found.append(Notice("read", "folded", "网页中有点击后才显示的内容（选项卡、折叠栏），已一并读取"))
    return tuple(found)


def read_mht(data: bytes, name: str, limits: Limits, format: str = "mht") -> Document:
    """A page saved by Word or a browser as one file (.mht, often named .doc)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return read_html(content, name, limits, format)
    raise BrokenFileError(name, "单文件网页中没有正文，请用浏览器打开后另存")


def _coverage(source: Source, walker: HtmlWalker) -> Coverage:
    lost = [raw for n, (raw, _) in enumerate(source.chunks) if n not in walker.used and not raw.isspace()]
    total = sum(len(raw) for raw, _ in source.chunks) - walker.noise
    share = 1.0 - sum(map(len, lost)) / total if total > 0 else 1.0
    missing = tuple(f"“{raw.strip()[:20]}”" for raw in lost[:3]) if share < 0.98 else ()
    return Coverage(max(0.0, share), None, None, missing)
