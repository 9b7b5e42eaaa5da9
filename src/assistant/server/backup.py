"""One archive of everything: the database as it is at one moment, and the blobs that it names."""

import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assistant.errors import JianzhengError
from assistant.server.start import claimed
from assistant.server.store.baselines import baseline_blobs
from assistant.server.store.blobs import Blobs
from assistant.server.store.connect import connect
from assistant.server.store.documents import blobs_wanted
from assistant.server.store.migrate import migrate

DATABASE = "jianzheng.sqlite"
_BLOB = re.compile(r"blobs/([0-9a-f]{2})/(\1[0-9a-f]{62})")


class BackupError(JianzhengError):
    """Nothing to save, or an archive that is none of ours or damaged; says what to do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """``database`` False: it is PostgreSQL, which has a program of its own for this."""

    files: int
    bytes: int
    database: bool


def back_up(data: Path, target: Path) -> Saved:
    """The server may go on working meanwhile. Written whole or not at all. Raises BackupError."""
    database, blobs = data / DATABASE, Blobs(data / "blobs")
    if not database.is_file() and not blobs.root.is_dir():
        raise BackupError(f"{data}：这里没有减证的数据，请用 --data 指明数据文件夹")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".jianzheng-", dir=target.parent) as scratch:
        copy, made = Path(scratch) / DATABASE, Path(scratch) / "made.zip"
        names = _names(database, copy, blobs)
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            if copy.is_file():
                package.write(copy, DATABASE)
            for name in names:
                package.write(blobs.path(name), f"blobs/{name[:2]}/{name}")
        made.replace(target)
    return Saved(len(names), target.stat().st_size, database.is_file())


def _names(database: Path, copy: Path, blobs: Blobs) -> list[str]:
    """Takes the copy first: a blob is there before any row names it, so all that the copy names are there."""
    if not database.is_file():
        return sorted(path.name for path in blobs.root.glob("*/*") if re.fullmatch(r"[0-9a-f]{64}", path.name))
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    store = connect(f"sqlite:///{copy}")
    try:
        migrate(store)
        with store.reading() as connection:
            found = sorted(blobs_wanted(connection) | baseline_blobs(connection))
    finally:
        store.close()
    with closing(sqlite3.connect(copy)) as single:  # one file, no write-ahead log beside it
        single.execute("PRAGMA journal_mode = DELETE")
    return found


def restore(source: Path, data: Path) -> Saved:
    """Into an empty data folder; everything is checked before anything is put in place. Raises BackupError."""
    with claimed(data):
        if (data / DATABASE).exists() or (data / "blobs").exists():
            raise BackupError(f"{data}：已有数据，不会覆盖；请用 --data 指定一个空文件夹，或先移走原来的数据")
        with tempfile.TemporaryDirectory(prefix=".jianzheng-", dir=data) as scratch:
            files = _unpacked(source, Path(scratch))
            database = (Path(scratch) / DATABASE).is_file()
            if database:
                _sound(Path(scratch) / DATABASE, source)
            (Path(scratch) / "blobs").mkdir(exist_ok=True)
            (Path(scratch) / "blobs").replace(data / "blobs")
            if database:
                (Path(scratch) / DATABASE).replace(data / DATABASE)
    return Saved(files, source.stat().st_size, database)


def _unpacked(source: Path, scratch: Path) -> int:
    count = 0
    try:
        with zipfile.ZipFile(source) as package:
            for name in package.namelist():
                found = _BLOB.fullmatch(name)
                if found is None and name != DATABASE:
                    raise BackupError(f"{source.name}：不是减证的备份文件（其中有 {name[:60]}）")
                content = package.read(name)
                if found and sha256(content).hexdigest() != found[2]:
                    raise BackupError(f"{source.name}：备份已损坏（{name[:20]}… 的内容不对），请换一份备份")
                path = scratch / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                count += found is not None
    except FileNotFoundError as cause:
        raise BackupError(f"{source}：找不到这个备份文件，请检查路径") from cause
    except (zipfile.BadZipFile, EOFError, OSError) as cause:
        raise BackupError(f"{source.name}：备份已损坏或不是减证的备份文件，请换一份备份") from cause
    return count


def _sound(database: Path, source: Path) -> None:
    try:
        with closing(sqlite3.connect(database)) as connection:
            answer = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as cause:
        raise BackupError(f"{source.name}：备份中的数据库已损坏，请换一份备份") from cause
    if answer != ("ok",):
        raise BackupError(f"{source.name}：备份中的数据库已损坏，请换一份备份")
