"""What to review: files, folders, archives and standard input, as a flat list in a fixed order."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from assistant.errors import BrokenFileError, EncryptedError, ReadError, TooLargeError, UnsupportedError
from assistant.export import KINDS

MAX_MEMBERS = 2_000
MAX_MEMBER_BYTES = 100 * 1024 * 1024
PACKED = frozenset({".zip", ".rar", ".7z"})  # may hold guides: what is not opened is said
# Windows and macOS leave these beside documents: lock files, thumbnails, resource forks.
LITTER = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")

# What a review of a folder writes besides a paper for each guide.
ATTACHMENTS, SUMMARY = "附件汇总.xlsx", "精简前后对比汇总"


@dataclass(frozen=True, slots=True)
class Source:
    """One document to come. ``name`` is relative to what the user named, with / as separator.

    ``member`` is its name inside the archive ``path``; ``data`` is set for standard input alone; ``problem`` is why
    there is nothing to read (an empty folder, a broken archive), raised when it is read.
    """

    name: str
    path: Path | None = None
    member: str | None = None
    data: bytes | None = None
    problem: ReadError | None = None


def expand(paths: Sequence[Path], readable: frozenset[str]) -> tuple[Source, ...]:
    """All documents below ``paths``.

    In folders and archives only files whose ending is in ``readable`` (".docx") are taken, in folders none that an
    earlier review wrote there (指南.docx.xlsx, of 指南.docx); a file that the user names always is.
    """
    return tuple(source for path in paths for source in _documents(path, readable))


def _documents(path: Path, readable: frozenset[str]) -> list[Source]:
    if path.is_dir():
        files = _files(path)
        names = frozenset(child.name for child in files)
        own = [child for child in files if not _written(child.name, names)]
        found = [source for child in own for source in _in_folder(path, child, readable)]
        name = path.name or str(path)
        return found or [_refused(UnsupportedError(name, "文件夹里没有可以读取的文件，请检查路径或文件格式"))]
    if path.suffix.lower() == ".zip":
        return _members(path, path.name, readable)
    return [Source(path.name, path)]


def _refused(problem: ReadError) -> Source:
    return Source(problem.name, problem=problem)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not _litter(path.relative_to(folder).parts))


def _written(name: str, names: frozenset[str]) -> bool:
    """Is it a result of ours? Then the file it is about is among ``names``."""
    if name == ATTACHMENTS or name.startswith(f"{SUMMARY}."):
        return True
    return any(name.endswith(kind.suffix) and name.removesuffix(kind.suffix) in names for kind in KINDS.values())


def _in_folder(folder: Path, path: Path, readable: frozenset[str]) -> list[Source]:
    name = path.relative_to(folder).as_posix()
    if path.suffix.lower() == ".zip":
        return _members(path, name, readable)
    if path.suffix.lower() in PACKED:
        return [_refused(UnsupportedError(name, "只能打开 .zip 压缩包，请解压后再审查"))]
    return [Source(name, path)] if path.suffix.lower() in readable else []


def _members(path: Path, name: str, readable: frozenset[str]) -> list[Source]:
    """The documents of an archive, sorted by name; archives inside it are not opened, which is a problem of its own."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = sorted(archive.infolist(), key=_member_name)
    except FileNotFoundError:
        return [_refused(BrokenFileError(name, "找不到这个文件，请检查路径"))]
    except (zipfile.BadZipFile, OSError, ValueError):
        return [_refused(BrokenFileError(name, "不是完好的 zip 压缩包，请重新打包后再试"))]
    if len(infos) > MAX_MEMBERS:
        return [_refused(TooLargeError(name, f"压缩包里有{len(infos)}个文件，超过上限{MAX_MEMBERS}个，请分开打包"))]
    shown = [(PurePosixPath(_member_name(info)), info.filename) for info in infos if not info.is_dir()]
    named = [
        (PurePosixPath(*(part for part in inside.parts if part not in ("/", "..", "."))), member)
        for inside, member in shown
    ]
    wanted = [pair for pair in named if not _litter(pair[0].parts) and pair[0].suffix.lower() in readable | PACKED]
    found = [_member(f"{name}/{inside}", path, member) for inside, member in wanted]
    return found or [_refused(UnsupportedError(name, "压缩包里没有可以读取的文件"))]


def _member(name: str, path: Path, member: str) -> Source:
    if PurePosixPath(name).suffix.lower() in PACKED:
        return _refused(UnsupportedError(name, "压缩包里的压缩包没有打开，请解压后再审查"))
    return Source(name, path, member)


def _member_name(info: zipfile.ZipInfo) -> str:
    """Chinese Windows writes GBK names without the UTF-8 flag; zipfile then decodes them as cp437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return info.filename


def _litter(parts: Sequence[str]) -> bool:
    return any(part.startswith(LITTER) for part in parts)


def member_bytes(source: Source) -> bytes:
    """The unpacked bytes of an archive's member. Raises ReadError for bombs, passwords and damage."""
    assert source.path is not None
    assert source.member is not None
    try:
        with zipfile.ZipFile(source.path) as archive, archive.open(source.member) as file:
            data = file.read(MAX_MEMBER_BYTES + 1)
    except RuntimeError as cause:  # what zipfile raises for a missing password
        raise EncryptedError(source.name, "压缩包设有密码，请解压后再审查") from cause
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, KeyError) as cause:
        raise BrokenFileError(source.name, "在压缩包里已损坏或压缩方式不受支持，请解压后再审查") from cause
    if len(data) > MAX_MEMBER_BYTES:
        raise TooLargeError(source.name, f"解压后超过{MAX_MEMBER_BYTES // 1024**2}MB，可能是压缩炸弹，已停止读取")
    return data
