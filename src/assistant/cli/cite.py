"""jianzheng cite"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from assistant.batch import Source
from assistant.batch.citings import CiteTask, citings
from assistant.cli.inputs import STDIN, sources_of, width
from assistant.cli.local import lexicons_option
from assistant.cli.progress import shown
from assistant.errors import KnowledgeError
from assistant.export.cite import CITE_FILES, CITE_FORMATS, CiteFormat, render_cite
from assistant.export.files import write_whole
from assistant.export.watch import WATCH_FORMATS, render_watch
from assistant.model.cited import CitedDocument, CiteReport, UnreadFile

Results = list[CitedDocument | UnreadFile]


@dataclass(frozen=True, slots=True)
class Run:
    """``timeout`` is seconds a file; ``library`` None the user's own."""

    as_of: date
    library: Path | None
    jobs: int
    timeout: float
    lexicons: tuple[Path, ...] = ()

    def over(self, sources: Sequence[Source], as_of: date) -> Results:
        tasks = [CiteTask(source, as_of, self.library, self.lexicons) for source in sources]
        return list(shown(citings(tasks, self.jobs, self.timeout), len(tasks), _name))


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--as-of", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天的法律判断，默认今天")
@click.option(
    "--format", "format_", type=click.Choice(CITE_FORMATS), default="text", show_default=True, help="输出格式"
)
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="结果写入此文件")
@click.option("--watch-list", is_flag=True, help="法规变动清单：哪些指南引用了这些法、哪些须改（先写法名，后写文件夹）")
@click.option("--library", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="法规库文件")
@lexicons_option
@click.option("--jobs", type=click.IntRange(1, 64), default=min(4, os.cpu_count() or 1), help="并行进程数")
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True, help="每个文件最多几秒")
def cite(
    paths: tuple[Path, ...],
    as_of: datetime | None,
    format_: CiteFormat,
    out: Path | None,
    watch_list: bool,
    library: Path | None,
    lexicons: tuple[Path, ...],
    jobs: int,
    timeout: float,
) -> None:
    """核查引用的法律条文：条款是否存在、是否有效、引文是否相符。

    FILE 可以是文件、文件夹、.zip，或 -（标准输入）。任何一个文件读不了，其余照常核查，退出码为 2。

    jianzheng cite --watch-list 商标法 guides/　列出引用了商标法的指南，以及法律一改哪些引用须改。
    """
    day = as_of.date() if as_of else date.today()
    run = Run(day, library, jobs, timeout, lexicons)
    if watch_list:
        data, failed = _watch(paths, run, format_, _colored(out))
    else:
        data, failed = _report(paths, run, format_, _colored(out))
    target = out or (Path(CITE_FILES[format_]) if format_ in CITE_FILES else None)
    if target:
        write_whole(target, data)
        click.echo(f"已写入{target}", err=True)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    sys.exit(2 if failed else 0)


def _report(paths: Sequence[Path], run: Run, format: CiteFormat, color: bool) -> tuple[bytes, bool]:
    from assistant.laws.library import default_library

    results = run.over(sources_of(paths), run.as_of)
    files, unread = _parted(results)
    for file in unread:
        click.echo(file.message, err=True)
    report = CiteReport(run.as_of, files, unread, (run.library or default_library()).is_file())
    return render_cite(report, format, width(), color), bool(unread)


def _watch(paths: Sequence[Path], run: Run, format: CiteFormat, color: bool) -> tuple[bytes, bool]:
    """Judges the files twice where a law changes on a later day: today, and on that day."""
    from assistant.laws.facts import load_facts
    from assistant.laws.texts import open_texts
    from assistant.model.watched import WatchList
    from assistant.watching import find_law, law_change, watched

    if format not in WATCH_FORMATS:
        raise click.UsageError(f"--watch-list 的输出格式：{'、'.join(WATCH_FORMATS)}")
    names, folders = _names_and_folders(paths)
    facts, texts = load_facts(), open_texts(run.library)
    laws = [find_law(name, facts) for name in names]
    changes = [law_change(law, run.as_of, facts, texts) for law in laws]
    sources = sources_of(folders)
    now, unread = _parted(run.over(sources, run.as_of))
    days = {date.fromisoformat(change.change.on) for change in changes if change}
    later = {day: _parted(run.over(sources, day))[0] for day in days if day > run.as_of}
    provisions = tuple(
        provision
        for law, change in zip(laws, changes, strict=True)
        for provision in watched(
            change, law, now, later.get(date.fromisoformat(change.change.on), now) if change else now
        )
    )
    known = tuple(change.change for change in changes if change)
    watch = WatchList(run.as_of, tuple(law.title for law in laws), known, provisions, len(now) + len(unread), unread)
    for file in unread:
        click.echo(file.message, err=True)
    return render_watch(watch, format, width(), color), bool(unread)


def _names_and_folders(paths: Sequence[Path]) -> tuple[list[str], list[Path]]:
    """What exists on disk is a file or folder; the rest are names of laws."""
    folders = [path for path in paths if path == STDIN or path.exists()]
    names = [str(path) for path in paths if path not in folders]
    for name in names:
        if "/" in name or "\\" in name or "." in name:
            raise KnowledgeError(name, "找不到这个文件或文件夹，请检查路径")
    if not names or not folders:
        raise click.UsageError("写法：jianzheng cite --watch-list 法名… 文件夹")
    return names, folders


def _parted(results: Results) -> tuple[tuple[CitedDocument, ...], tuple[UnreadFile, ...]]:
    files = tuple(result for result in results if isinstance(result, CitedDocument))
    return files, tuple(result for result in results if isinstance(result, UnreadFile))


def _name(result: CitedDocument | UnreadFile) -> str:
    return result.document.name if isinstance(result, CitedDocument) else result.name


def _colored(out: Path | None) -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and out is None
