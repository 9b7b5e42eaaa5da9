"""The citation desk over many documents, in worker processes like reviews."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.batch.outcome import failure
from assistant.batch.pool import Failure, run
from assistant.batch.reviews import read_source
from assistant.batch.sources import Source
from assistant.errors import ReadError
from assistant.model.cited import CitedDocument, UnreadFile

if TYPE_CHECKING:
    from assistant.citing import Desk


@dataclass(frozen=True, slots=True)
class CiteTask:
    """``library`` None: the user's own law library, if there is one."""

    source: Source
    as_of: date
    library: Path | None = None
    lexicons: tuple[Path, ...] = ()


def citings(tasks: Sequence[CiteTask], workers: int, timeout: float) -> Iterator[CitedDocument | UnreadFile]:
    """One result a task, in their order. Raises KnowledgeError: then no file can be judged."""
    found = run(cite_one, tasks, max(1, min(workers, len(tasks))), timeout, lambda task: task)
    for task, result in zip(tasks, found, strict=True):
        if isinstance(result, Failure):
            yield UnreadFile(task.source.name, result.code, f"{task.source.name}：{result.message}")
        else:
            yield result


def cite_one(task: CiteTask) -> CitedDocument | UnreadFile:
    """Runs in a worker. Raises KnowledgeError; a document that cannot be read is a result."""
    from assistant.citing import cite_document

    try:
        document = replace(read_source(task.source), name=task.source.name)
    except ReadError as error:
        problem = failure(error)
        return UnreadFile(task.source.name, problem.code, problem.message)
    # Where text stands in the source is needed no longer: places are in words now, and the way back is long.
    return _without_segments(cite_document(document, task.as_of, _desk(task.library, task.lexicons)))


def _without_segments(cited: CitedDocument) -> CitedDocument:
    return replace(cited, document=replace(cited.document, segments=(), blocks=()))


@cache
def _desk(library: Path | None, lexicons: tuple[Path, ...]) -> "Desk":
    from assistant.citing import load_desk

    return load_desk(library, lexicons)
