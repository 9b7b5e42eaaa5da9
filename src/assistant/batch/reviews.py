"""Reviews of many documents. The pipeline is imported in the workers alone, so that the parent stays light."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.batch.outcome import Outcome, Task, failure, summary
from assistant.batch.pool import Failure, run
from assistant.batch.sources import Source, member_bytes
from assistant.errors import NoFormError, NoGuideError, ReadError
from assistant.export import Format
from assistant.model.document import Document, Notice
from assistant.model.review import Review

if TYPE_CHECKING:
    from assistant.export.attachments import Filing


def reviews(tasks: Sequence[Task], workers: int, timeout: float) -> Iterator[Outcome]:
    """One outcome a task, in their order. Raises KnowledgeError: then no file can be judged."""
    found: Iterable[Outcome | Failure] = run(review_one, tasks, max(1, min(workers, len(tasks))), timeout, _plain)
    for task, result in zip(tasks, found, strict=True):
        if isinstance(result, Failure):
            message = f"{task.source.name}：{result.message}"
            yield Outcome(task.source, failure=replace(result, message=message))
        else:
            yield result


def _plain(task: Task) -> Task:
    """A crash is most likely the C rule engine's: once more on the plain evaluator."""
    return replace(task, engine="reference")


def review_one(task: Task) -> Outcome:
    """Runs in a worker. Raises KnowledgeError; a document that cannot be read is an outcome."""
    from assistant.decisions import about
    from assistant.export import KINDS, Extras, render
    from assistant.export.summary.reasons import grounds
    from assistant.knowledge import load_knowledge
    from assistant.lexicon.layouts import own_layouts
    from assistant.review import review_document, settle

    knowledge = load_knowledge(task.baseline, task.engine, rules=task.rules, lexicons=task.lexicons)
    try:
        document = replace(read_source(task.source), name=task.source.name)
    except ReadError as error:
        return Outcome(task.source, failure=failure(error))
    review = review_document(document, task.as_of, knowledge)
    decided = about(task.decisions, review.guides)
    review = _told(settle(review, decided), len(decided), task.beside)
    data = source_bytes(task.source) if KINDS[task.format].of_source else None
    extras = Extras(data, task.width, task.color, own_layouts(task.lexicons))
    try:
        output = render(review, task.format, extras)
    except (NoFormError, NoGuideError) as error:  # nothing to write is no fault of ours
        return Outcome(task.source, failure=failure(error))
    told = summary(review, decided, task.lexicons)
    return Outcome(task.source, output, told, filing=_filing(review, task.format), grounds=grounds(review))


def _filing(review: Review, format: Format) -> "Filing | None":
    if format != "attachments":
        return None
    from assistant.export.attachments import filing_of

    return filing_of(review)


def _told(review: Review, count: int, beside: bool) -> Review:
    """Nobody asked for the file beside the guides: say that it was used."""
    if not (beside and count):
        return review
    used = Notice("plan", "decisions-used", f"已按同一文件夹里的“减证决定.jsonl”处理，其中关于本文件的决定{count}条")
    return replace(review, notices=(*review.notices, used))


def read_source(source: Source) -> Document:
    """A file, a member of an archive or standard input. Raises ReadError."""
    from assistant.reading import read_bytes, read_file

    if source.problem is not None:
        raise source.problem
    if source.data is not None:
        return read_bytes(source.data, source.name)
    if source.member is not None:
        return read_bytes(member_bytes(source), source.name)
    assert source.path is not None
    return read_file(source.path)


def source_bytes(source: Source) -> bytes:
    """The file itself, for writers that hand it back marked up. Raises ReadError as read_source does."""
    if source.data is not None:
        return source.data
    if source.member is not None:
        return member_bytes(source)
    assert source.path is not None
    return source.path.read_bytes()
