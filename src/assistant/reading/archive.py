"""A .zip of guides: its members, one after the other."""

import posixpath
from collections.abc import Iterator

from assistant.errors import EncryptedError, TooLargeError, UnsupportedError
from assistant.model.document import Document
from assistant.reading.limits import Limits
from assistant.reading.package import member, open_package


def read_archive(data: bytes, name: str, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """(path inside the zip, bytes) of every file worth a try, sorted; zips inside are left as they are.

    Raises BrokenFileError, EncryptedError, TooLargeError.
    """
    package = open_package(data, name, limits)
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > limits.members:
        raise TooLargeError(name, f"压缩包内有{len(entries)}个文件，超过{limits.members}个的上限，请拆分后再读")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise EncryptedError(name, "压缩包加了密码，请先解压再读")
    named = sorted((_real_name(entry.filename, entry.flag_bits), entry.filename) for entry in entries)
    for shown, stored in named:
        base = posixpath.basename(shown)
        if base.startswith((".", "~$")) or shown.startswith("__MACOSX/"):
            continue
        content = member(package, stored, name)
        if content is not None:
            yield shown, content


def _real_name(stored: str, flags: int) -> str:
    """Chinese Windows writes names in GBK without saying so; zipfile then shows them in code page 437."""
    if flags & 0x800:
        return stored
    try:
        return stored.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return stored


def refuse(_data: bytes, name: str, _limits: Limits, _format: str) -> Document:
    """A zip is many documents: whoever reads folders reads it with ``read_archive``."""
    raise UnsupportedError(name, "是压缩包，请用批量方式读取其中的文件，或先解压")
