"""A progress bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Iterator

from assistant.batch import Outcome


def shown(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    if total < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("审查"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total)
        for outcome in outcomes:
            progress.update(bar, advance=1, description=outcome.source.name)
            yield outcome
