"""What comes in becomes blobs, documents and a job."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import IO

from assistant.batch.sources import Source, expand, member_bytes
from assistant.errors import ReadError, TooLargeError
from assistant.reading.sniff import EXPECTED, extension
from assistant.server.bench import Bench
from assistant.server.naming import shown_name
from assistant.server.problems import Problem
from assistant.server.settings import MB
from assistant.server.store.audit import note
from assistant.server.store.departments import remember
from assistant.server.store.documents import StoredDocument, Upload, Who, put_document, set_state, the_document
from assistant.server.store.jobs import Job, add_job

ENDINGS = frozenset(f".{ending}" for ending in EXPECTED) - {".xml", ".js", ".json", ".zip"}


@dataclass(frozen=True, slots=True)
class Item:
    """One document to be: its bytes, or why there are none (``problem``; then ``data`` is what was uploaded)."""

    name: str
    data: bytes
    problem: ReadError | None = None


def from_upload(bench: Bench, file: IO[bytes], name: str) -> Iterator[Item]:
    """The documents of an uploaded file: itself, or the members of an archive."""
    most = bench.settings.upload_bytes
    data = file.read(most + 1)
    if len(data) > most:
        raise Problem(413, "too_large", f"{name}：超过{most // MB}MB的上限，请拆分后再传")
    if extension(name) != "zip":
        yield Item(name, data)
        return
    yield from _members(bench, data, name)


def _members(bench: Bench, data: bytes, name: str) -> Iterator[Item]:
    """A broken archive is a document that failed; names inside are kept, without that of the archive."""
    archive = bench.blobs.named(bench.blobs.put(data), "x.zip")
    left = bench.settings.unpacked_bytes
    for source in expand([archive], ENDINGS):
        item = _member(replace(source, name=shown_name(source.name.partition("/")[2], name)), data)
        left -= len(item.data)
        if left < 0:
            problem = TooLargeError(
                name, f"解压后超过{bench.settings.unpacked_bytes // MB}MB，其余文件没有读取，请分开打包"
            )
            yield Item(name, data, problem)
            return
        yield item


def _member(source: Source, archive: bytes) -> Item:
    try:
        if source.problem is not None:
            raise type(source.problem)(source.name, source.problem.args[-1])
        return Item(source.name, member_bytes(source))
    except ReadError as problem:
        return Item(source.name, archive, problem)


def from_folder(folder: Path) -> Iterator[tuple[str | None, Item]]:
    """Every document below a folder of the server, with its department: the first folder on the way, or None."""
    for source in expand([folder], ENDINGS):
        first, _, rest = source.name.partition("/")
        try:
            if source.problem is not None:
                raise source.problem
            data = member_bytes(source) if source.member else (source.path or folder).read_bytes()
            yield (first if rest else None), Item(rest or first, data)
        except (ReadError, OSError):
            continue


def take_in(
    bench: Bench, who: Who, items: Sequence[Item], department: str | None, as_of: date
) -> tuple[Job, list[StoredDocument]]:
    """All in one transaction: after a crash the whole upload is there or nothing of it."""
    if len(items) > bench.settings.upload_files:
        raise Problem(413, "too_many", f"一次最多{bench.settings.upload_files}个文件，收到{len(items)}个，请分批上传")
    uploads = [_upload(bench, item, department, as_of) for item in items]
    with bench.store.writing() as connection:
        if department:
            remember(connection, who, department)
        documents = [put_document(connection, who, upload) for upload in _apart(uploads)]
        for item, document in zip(items, documents, strict=True):
            if item.problem is not None:
                set_state(connection, document.id, "failed", "unreadable", str(item.problem))
        documents = [the_document(connection, document.id) for document in documents]
        job = add_job(connection, who, documents, department)
        for document in documents:
            note(connection, who, "upload", document.id, name=document.name, sha256=document.sha256)
    bench.runner.wake()
    return job, documents


def _upload(bench: Bench, item: Item, department: str | None, as_of: date) -> Upload:
    sha256 = bench.blobs.put(item.data)
    return Upload(item.name, sha256, len(item.data), extension(item.name), as_of.isoformat(), department)


def _apart(uploads: Sequence[Upload]) -> Iterator[Upload]:
    """Two files of one upload with one name are two documents, not a document and its new version."""
    seen: dict[str, int] = {}
    for upload in uploads:
        seen[upload.name] = seen.get(upload.name, 0) + 1
        number = seen[upload.name]
        yield upload if number == 1 else replace(upload, name=_numbered(upload.name, number))


def _numbered(name: str, number: int) -> str:
    """指南.docx -> 指南（2）.docx"""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}（{number}）.{ending}" if dot else f"{name}（{number}）"
