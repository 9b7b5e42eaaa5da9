"""Opening zip packages (.docx, .xlsx, .odt, .zip) without being blown up by them."""

import io
import zipfile
import zlib

from assistant.errors import BrokenFileError, EncryptedError, TooLargeError
from assistant.reading.limits import Limits


def open_package(data: bytes, name: str, limits: Limits) -> zipfile.ZipFile:
    """Raises BrokenFileError for a damaged zip and TooLargeError for one that would unpack beyond the limits."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as cause:
        raise BrokenFileError(name, "文件不完整或已损坏，无法解压，请重新下载或另存后再读") from cause
    entries = package.infolist()
    if len(entries) > limits.members * 10:
        raise TooLargeError(name, f"压缩包内文件超过{limits.members * 10}个的上限")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.unpacked or (unpacked > 20_000_000 and unpacked > packed * limits.ratio):
        raise TooLargeError(name, f"解压后有{unpacked // 1_000_000}MB，压缩比异常（疑似压缩炸弹），未读取")
    return package


def member(package: zipfile.ZipFile, path: str, name: str) -> bytes | None:
    """The bytes of one member; None if there is none. A part that cannot be unpacked is a BrokenFileError."""
    try:
        return package.read(path)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, MemoryError) as cause:
        raise BrokenFileError(name, f"文件中的“{path}”已损坏，请重新下载或另存后再读") from cause
    except RuntimeError as cause:  # zipfile says so when a member needs a password
        raise EncryptedError(name, "文件加了密码，请先去掉密码再读") from cause
