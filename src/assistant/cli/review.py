"""jianzheng review"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from assistant.batch import Outcome, Source, Task, reviews, rings
from assistant.cli.baseline_file import BASELINE
from assistant.cli.decided import decided_for
from assistant.cli.inputs import sources_of, width
from assistant.cli.local import lexicons_option, rules_option
from assistant.cli.output import file_names, overview, print_outcome, write_outcome
from assistant.cli.progress import shown
from assistant.cli.together import write_together
from assistant.export import FORMATS, KINDS, Format
from assistant.export.files import write_whole
from assistant.model.review import Engine

_OVERVIEW = "overview.json"


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--as-of", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天的法律判断，默认今天")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式")
@click.option("--baseline", metavar="LIST", type=BASELINE, help="基础事项清单：文件，或已导入清单的名称")
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="决定文件；默认用指南旁的减证决定.jsonl",
)
@rules_option
@lexicons_option
@click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="结果写入此文件夹")
@click.option("--jobs", type=click.IntRange(1, 64), default=min(4, os.cpu_count() or 1), help="并行进程数")
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True, help="每个文件最多几秒")
@click.option("--engine", type=click.Choice(["auto", "durable", "reference"]), default="auto", help="规则引擎")
def review(
    paths: tuple[Path, ...],
    as_of: datetime | None,
    format_: Format,
    baseline: Path | None,
    decisions: Path | None,
    rules: tuple[Path, ...],
    lexicons: tuple[Path, ...],
    out: Path | None,
    jobs: int,
    timeout: float,
    engine: Engine,
) -> None:
    """审查办事指南。FILE 可以是文件、文件夹、.zip，或 -（标准输入）。

    任何一个文件读不了，其余照常审查，退出码为 2。
    """
    if KINDS[format_].binary and out is None:
        out = Path()  # nothing for a terminal
    sources = sources_of(paths)
    day = as_of.date() if as_of else date.today()
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ and out is None
    decided = decided_for(sources, decisions)
    common = Task(sources[0], day, format_, baseline, engine, width(), color, (), decisions is None, rules, lexicons)
    tasks = [replace(common, source=source, decisions=decided.of(source)) for source in sources]
    outcomes = shown(reviews(tasks, jobs, timeout), len(tasks), lambda outcome: outcome.source.name)
    done = _printed(outcomes, format_, len(tasks)) if out is None else _written(outcomes, sources, common, out)
    if len(done) > 1:
        _overview(done, format_, out)
    if not any(outcome.failure for outcome in done):  # else they may be about what could not be read
        for line in decided.unused(outcome.summary for outcome in done if outcome.summary):
            click.echo(line, err=True)
    sys.exit(2 if any(outcome.failure for outcome in done) else 0)


def _overview(done: Sequence[Outcome], format: Format, folder: Path | None) -> None:
    """File by file, then by department and for the whole list; beside JSON files it is a file too."""
    from assistant.export.overview import overview_json, overview_text
    from assistant.planning.overview import overview as added_up

    whole = added_up(item for outcome in done if outcome.summary for item in outcome.summary.plans)
    if folder and format == "json":
        write_whole(folder / _OVERVIEW, overview_json(whole))
    if folder or format == "text":
        click.echo(overview(done, width()), nl=False)
        click.echo(_circles(done), nl=False)
        if whole.items:
            click.echo("\n" + overview_text(whole, width()), nl=False)


def _circles(done: Sequence[Outcome]) -> str:
    """A line for each material that two guides of different files keep each other waiting with."""
    lines = [ring.sentence() for ring in rings(done)]
    return "\n".join(["", "循环证明（跨文件）：", *lines, ""]) if lines else ""


def _printed(outcomes: Iterator[Outcome], format: Format, count: int) -> list[Outcome]:
    done: list[Outcome] = []
    for outcome in outcomes:
        print_outcome(outcome, format, several=count > 1)
        done.append(replace(outcome, output=None))
    return done


def _written(outcomes: Iterator[Outcome], sources: Sequence[Source], task: Task, folder: Path) -> list[Outcome]:
    done: list[Outcome] = []
    for name, outcome in zip(file_names(sources, KINDS[task.format].suffix), outcomes, strict=True):
        write_outcome(outcome, folder / name)
        done.append(replace(outcome, output=None))
    write_together(done, task, folder)
    return done
