"""The guides of many documents with their materials and kinds, without judging them, in worker processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.batch.outcome import failure
from assistant.batch.pool import Failure, run
from assistant.batch.reviews import read_source
from assistant.batch.sources import Source
from assistant.errors import ReadError
from assistant.model.guide import Guide


@dataclass(frozen=True, slots=True)
class GuideTask:
    source: Source
    as_of: date


def guides_of(
    tasks: Sequence[GuideTask], workers: int, timeout: float
) -> Iterator[tuple[Source, tuple[Guide, ...] | Failure]]:
    """In the order of the tasks. Raises KnowledgeError: then no file can be read."""
    found = run(read_guides, tasks, max(1, min(workers, len(tasks))), timeout, lambda task: task)
    for task, result in zip(tasks, found, strict=True):
        yield task.source, _named(result, task.source.name) if isinstance(result, Failure) else result


def _named(failed: Failure, name: str) -> Failure:
    """What the pool says of a crash does not name the file; what reading says does."""
    return failed if failed.message.startswith(name) else replace(failed, message=f"{name}：{failed.message}")


def read_guides(task: GuideTask) -> tuple[Guide, ...] | Failure:
    """Runs in a worker."""
    from assistant.knowledge import load_knowledge
    from assistant.review import review_document

    try:
        document = read_source(task.source)
    except ReadError as error:
        return failure(error)
    return review_document(document, task.as_of, load_knowledge()).guides
