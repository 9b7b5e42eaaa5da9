"""Where outcomes go: standard output or files; failures are rows and sentences."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import click

from assistant.batch import Failure, Outcome, Source
from assistant.export import Format
from assistant.export.files import write_whole


def file_names(sources: Sequence[Source], suffix: str) -> tuple[str, ...]:
    """A file name for each source: a/guide.docx -> a/guide.docx.json; never one twice, never outside the folder."""
    taken: set[str] = set()
    names: list[str] = []
    for source in sources:
        parts = [part for part in PurePosixPath(source.name.replace("\\", "/")).parts if part not in ("/", "..")]
        stem = "/".join(part.replace(":", "：") for part in parts)
        name, count = stem, 1
        while name in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name)
        names.append(name + suffix)
    return tuple(names)


def print_outcome(outcome: Outcome, format: Format, several: bool) -> None:
    """JSON is UTF-8, a report has the encoding of the terminal. Among several files a failure is a row of its own."""
    if outcome.output is not None:
        _print(outcome.output, format)
    if outcome.failure is not None:
        click.echo(outcome.failure.message, err=True)
        if format == "json" and several:
            _print(failure_row(outcome.source.name, outcome.failure), format)


def _print(data: bytes, format: Format) -> None:
    if format == "json":
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(data.decode())
    sys.stdout.flush()


def write_outcome(outcome: Outcome, path: Path) -> None:
    if outcome.output is not None:
        write_whole(path, outcome.output)
    if outcome.failure is not None:
        click.echo(outcome.failure.message, err=True)


def failure_row(name: str, failure: Failure) -> bytes:
    row = {"schema": "failure/1", "source": {"name": name}, "error": {"code": failure.code, "message": failure.message}}
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def overview(outcomes: Sequence[Outcome], width: int) -> str:
    """The table over many files: items, materials before and after, faulty citations, or why there is nothing."""
    from rich.box import HORIZONTALS
    from rich.console import Console
    from rich.table import Table

    from assistant.export.wrapped import Chinese

    table = Table(box=HORIZONTALS, show_edge=False, pad_edge=False, expand=True)
    table.add_column("文件", ratio=3, overflow="fold")
    table.add_column("事项", ratio=3, overflow="fold")
    table.add_column("材料", width=9)
    table.add_column("引用有误", width=8)
    for outcome in outcomes:
        table.add_row(*map(Chinese, (outcome.source.name, *_cells(outcome))))
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=False, emoji=False, markup=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _cells(outcome: Outcome) -> tuple[str, str, str]:
    summary = outcome.summary
    if summary is None:
        words = outcome.failure.message if outcome.failure else ""
        return f"未审查：{words.partition('：')[2]}", "", ""
    if not summary.items:
        return "没有认出办事指南", "", ""
    items = summary.items[0] if len(summary.items) == 1 else f"{len(summary.items)}个事项"
    return items, f"{summary.materials} → {summary.materials_after}", f"{summary.faulty_citations}/{summary.citations}"
