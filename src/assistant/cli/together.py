"""What a folder gives besides a paper for each guide: one over all of them."""

from collections.abc import Sequence
from pathlib import Path

from assistant.batch import Outcome, Task
from assistant.batch.sources import ATTACHMENTS, SUMMARY
from assistant.export.files import write_whole


def write_together(done: Sequence[Outcome], task: Task, folder: Path) -> None:
    """``task`` says the format, the day and the user's lexicons. Nothing for fewer than two files, or other formats."""
    read = [outcome for outcome in done if outcome.summary is not None]
    if len(read) < 2:
        return
    if task.format == "attachments":
        write_whole(folder / ATTACHMENTS, _attachments(read, task))
    if task.format == "summary":
        write_whole(folder / f"{SUMMARY}.docx", _summary(read, task))
    if task.format == "summary-html":
        write_whole(folder / f"{SUMMARY}.html", _summary(read, task))


def _attachments(read: Sequence[Outcome], task: Task) -> bytes:
    from assistant.export.attachments import write_all
    from assistant.lexicon.layouts import own_layouts

    return write_all([outcome.filing for outcome in read if outcome.filing], own_layouts(task.lexicons))


def _summary(read: Sequence[Outcome], task: Task) -> bytes:
    from assistant.export.summary import summary, summary_page
    from assistant.export.summary.figures import about
    from assistant.planning.overview import overview

    whole = overview(item for outcome in read if outcome.summary for item in outcome.summary.plans)
    write = summary if task.format == "summary" else summary_page
    return write(whole, [outcome.grounds for outcome in read], about(whole.items, task.as_of))
