"""What a file is, by its bytes; its name decides only between kinds of text."""

import io
import re
import zipfile

from assistant.errors import BrokenFileError, EmptyFileError, EncryptedError, UnsupportedError

# Extension -> the formats its bytes may be without anybody having to be told.
EXPECTED: dict[str, tuple[str, ...]] = {
    "docx": ("docx",), "docm": ("docx",), "dotx": ("docx",), "doc": ("doc",), "dot": ("doc",), "wps": ("wps",),
    "rtf": ("rtf",), "odt": ("odt",), "pdf": ("pdf",), "xlsx": ("xlsx",), "xlsm": ("xlsx",), "xls": ("xls",),
    "et": ("xls",), "ods": ("ods",), "csv": ("csv",), "tsv": ("csv",), "txt": ("txt",), "text": ("txt",), "md": ("md",),
    "markdown": ("md",), "html": ("html",), "htm": ("html",), "xhtml": ("html",), "jsp": ("html",), "vue": ("html",),
    "php": ("html",), "asp": ("html",), "aspx": ("html",), "shtml": ("html",), "ftl": ("html",),
    "wxml": ("html",), "tpl": ("html",), "ejs": ("html",), "cshtml": ("html",), "mht": ("mht",),
    "mhtml": ("mht",), "zip": ("zip",), "png": ("image",), "jpg": ("image",), "jpeg": ("image",), "bmp": ("image",),
    "tif": ("image",), "tiff": ("image",), "xml": ("xml", "wordml"),
    "js": ("js",), "json": ("js",),
}  # fmt: skip
# Formats that plain text is never a part of; a clerk who has text under such a name has not the file he thinks.
_NO_TEXT = frozenset({"docx", "doc", "wps", "rtf", "odt", "pdf", "xlsx", "xls", "ods", "mht", "zip", "image"})
_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
)
# The beginnings of markup that is a page or part of one
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|div|section|template|meta|title|center|h[1-6]|p|ul|ol|span|view|pre)[\s>]|<%[@=-]",
    re.IGNORECASE,
)
_TAG = re.compile(rb"</?(?:p|div|td|tr|li|br|span|h[1-6]|table|view|pre)\b", re.IGNORECASE)


def extension(name: str) -> str:
    return name.rsplit(".", 1)[1].lower() if "." in name else ""


def sniff(data: bytes, name: str) -> str:
    """The format of ``data``. A page or a Word file under another name is read by what it is (offices have them);
    what has no structure at all must be called text to be read as text.

    Raises BrokenFileError, EmptyFileError, EncryptedError, UnsupportedError.
    """
    if data[:4] in (b"PK\3\4", b"PK\5\6", b"PK\7\x08"):
        return _zip(data, name)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EmptyFileError(name, "文件是空的，没有可读的内容")
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _ole(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, format in _MAGIC:
        if data.startswith(magic) and (format != "image" or b"\0" in data[:64]):
            return format
    if data[:4] in (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x08"):
        raise UnsupportedError(name, "是压缩包（rar、7z 或 gz），请解压或改存为 zip 后再读")
    format = _text(data, name)
    if format == "txt" and _NO_TEXT.intersection(EXPECTED.get(extension(name), ())):
        raise BrokenFileError(name, _not_what_it_says(extension(name)))
    return format


def _not_what_it_says(ending: str) -> str:
    return (
        f"扩展名是 .{ending}，内容却不是这种文件（可能已损坏，或只是改了扩展名），"
        f"请重新下载或用原来的软件另存；若确是纯文本，请把扩展名改为 .txt 再读"
    )


def _zip(data: bytes, name: str) -> str:
    if extension(name) == "docx" and b"word/document.xml" in data[-100_000:]:  # as good as always, and no second unzip
        return "docx"
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        names = []
    if any(member.startswith("word/") for member in names):
        return "docx"
    if any(member.startswith("xl/") for member in names):
        return "xlsx"
    if any(member.startswith("ppt/") for member in names):
        raise UnsupportedError(name, "是演示文稿（PowerPoint），请把办事指南存为 Word 或 PDF 后再读")
    if b"application/vnd.oasis.opendocument." in data[:200]:
        return "ods" if b"spreadsheet" in data[:200] else "odt"
    known = EXPECTED.get(extension(name), ())
    return known[0] if known and known[0] in ("docx", "xlsx", "odt", "ods") else "zip"


def _ole(data: bytes, name: str) -> str:
    """Microsoft's old container: names of its streams stand in UTF-16 in the directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedError(name, "文件加了密码，请先去掉密码再读")
    if "WordDocument".encode("utf-16-le") in data:
        return "wps" if extension(name) == "wps" else "doc"
    if any(stream.encode("utf-16-le") in data for stream in ("Workbook\0", "Book\0")):
        return "xls"
    if "PowerPoint Document".encode("utf-16-le") in data:
        raise UnsupportedError(name, "是演示文稿（PowerPoint），请把办事指南存为 Word 或 PDF 后再读")
    return "wps" if extension(name) == "wps" else "doc"


def _text(data: bytes, name: str) -> str:
    head = data[:8192]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    named = EXPECTED.get(extension(name), ("txt",))[0]
    if b"MIME-Version:" in head[:2000] and re.search(rb"Content-Type:\s*multipart/related", head, re.IGNORECASE):
        return "mht"
    if b'progid="Word.Document"' in head or b"<pkg:package" in head:
        return "wordml"
    if named in ("md", "csv", "js"):
        return named
    if _MARKUP.search(head) and (named == "html" or len(_TAG.findall(data[:200_000])) >= 3):
        return "html"
    return "html" if named == "html" and _TAG.search(data) else "txt"
