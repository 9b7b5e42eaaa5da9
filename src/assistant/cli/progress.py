"""A progress bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


def shown(results: Iterator[T], total: int, name: Callable[[T], str]) -> Iterator[T]:
    """Passes ``results`` on; ``name`` is what the bar says of the last one."""
    if total < 2 or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    last = TextColumn("{task.description}")
    columns = (TextColumn("进度"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), last)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total)
        for result in results:
            progress.update(bar, advance=1, description=name(result))
            yield result
