"""Files to Documents: one file a format, and the table of formats here."""

from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import cast

from assistant.errors import BrokenFileError, EmptyFileError, NoTextError, ReadError, TooLargeError
from assistant.model.document import Document, Notice
from assistant.reading.archive import read_archive
from assistant.reading.limits import Limits
from assistant.reading.sniff import EXPECTED, extension, sniff

__all__ = ["READABLE", "Limits", "read_archive", "read_bytes", "read_file", "read_text"]

SANE = Limits()
# Format -> the function that reads it, called with (data, name, limits, format); imported when first needed.
_READERS = {
    "docx": "docx:read_docx",
    "pdf": "pdf:read_pdf",
    "html": "html:read_html",
    "mht": "html:read_mht",
    "js": "script:read_script",
    "txt": "text:read_plain",
    "md": "text:read_plain",
    "xlsx": "sheet:read_sheet",
    "xls": "sheet:read_sheet",
    "ods": "sheet:read_sheet",
    "csv": "sheet:read_csv",
    "image": "ocr:read_image",
    "doc": "office:read_office",
    "wps": "office:read_office",
    "rtf": "office:read_office",
    "odt": "office:read_office",
    "wordml": "office:read_office",
    "zip": "archive:refuse",
}
# Extensions that a folder is searched for.
READABLE = frozenset(EXPECTED) - {"xml", "js", "json"}
# Below this share the reader is told that something may be missing.
_ENOUGH = 0.97
_CALLED = {
    "docx": "Word 文档（docx）", "doc": "旧版 Word 文档（doc）", "wps": "WPS 文档", "pdf": "PDF", "html": "网页",
    "txt": "纯文本", "md": "Markdown 文本", "xlsx": "Excel 工作簿", "xls": "旧版 Excel 工作簿", "csv": "CSV 表格",
    "rtf": "RTF 文档", "odt": "ODT 文档", "ods": "ODS 表格", "zip": "压缩包", "image": "图片", "mht": "单文件网页",
    "wordml": "Word XML 文档", "js": "脚本数据",
}  # fmt: skip


def read_file(path: Path, limits: Limits = SANE) -> Document:
    """Raises ReadError: one Chinese sentence with the file's name, the cause and the remedy."""
    try:
        if path.is_dir():
            raise ReadError(path.name, "是文件夹，不是文件")
        if path.stat().st_size > limits.bytes:
            raise _too_large(path.name, path.stat().st_size, limits)
        data = path.read_bytes()
    except FileNotFoundError as cause:
        raise ReadError(path.name, "找不到文件，请检查路径") from cause
    except OSError as cause:
        raise ReadError(path.name, "无法打开文件，请检查是否有读取权限或被其他程序占用") from cause
    return read_bytes(data, path.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = SANE) -> Document:
    """``name`` is the file's name without folder; it is read by what it is, not by its extension. Raises ReadError."""
    if len(data) > limits.bytes:
        raise _too_large(name, len(data), limits)
    format = sniff(data, name)
    module, function = _READERS[format].split(":")
    read = getattr(import_module(f"assistant.reading.{module}"), function)
    try:
        document = cast(Document, read(data, name, limits, format))
    except RecursionError as cause:
        raise BrokenFileError(name, "文件内嵌套过深，无法读取，请另存后再读") from cause
    except MemoryError as cause:
        raise TooLargeError(name, "文件过大，内存不足，请拆分后再读") from cause
    if not document.text.strip():
        raise _no_text(name, format)
    notices = (*_name_notice(name, format), *document.notices, *_coverage_notice(document))
    return replace(document, sha256=sha256(data).hexdigest(), notices=notices)


def read_text(text: str, name: str = "文本", format: str = "txt") -> Document:
    """A Document over ``text`` unchanged (standard input, tests). ``format`` is txt or md."""
    from assistant.reading.text import read_lines

    document = read_lines(text, name, SANE, format)
    return replace(document, sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _too_large(name: str, size: int, limits: Limits) -> TooLargeError:
    return TooLargeError(name, f"文件有{size // 1_000_000}MB，超过{limits.bytes // 1_000_000}MB的上限，请拆分后再读")


def _no_text(name: str, format: str) -> ReadError:
    if format in ("pdf", "image"):
        return NoTextError(name, "文件中没有文字，识别也没有得到文字，请检查是否为空白页或扫描不清")
    return EmptyFileError(name, "文件中没有文字，请检查是否存了空白文件")


def _name_notice(name: str, format: str) -> tuple[Notice, ...]:
    known = EXPECTED.get(extension(name))
    if known is None or format in known:
        return ()
    message = f"文件名的扩展名是 .{extension(name)}，内容实为{_CALLED[format]}，已按内容读取"
    return (Notice("read", "wrong_name", message),)


def _coverage_notice(document: Document) -> tuple[Notice, ...]:
    share = document.coverage
    if share is None:
        return ()
    figures = (("文字", share.characters), ("表格单元格", share.cells), ("列表项", share.list_items))
    low = [f"{what}读到{figure:.0%}" for what, figure in figures if figure is not None and figure < _ENOUGH]
    if not low:
        return ()
    where = "；未读到的位置：" + "、".join(share.missing) if share.missing else ""
    return (Notice("read", "incomplete", f"本文件可能未读全（{'，'.join(low)}）{where}，请与原件核对"),)
