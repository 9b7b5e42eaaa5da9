"""jianzheng baseline"""

import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from assistant.cli.baseline_file import BASELINE
from assistant.errors import BaselineError
from assistant.model.guide import Guide


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def baseline() -> None:
    """市级基础事项清单：导入、查看、比较版本，与本级指南比对。

    LIST 是清单文件（.xlsx、.xls、.csv、.docx、网页、.json、.yaml），或已导入清单的名称、名称@版本。
    """


@baseline.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", metavar="NAME", help="清单的名称，默认用文件名")
@click.option("--version", metavar="VERSION", help="版本，默认用今天的日期")
@click.option("--replace", is_flag=True, help="换掉同名同版本的清单")
def import_(file: Path, name: str | None, version: str | None, replace: bool) -> None:
    """把清单文件存到本机，以后用名称引用。"""
    from assistant.baselines import read_items
    from assistant.baselines.store import dumped, place_of
    from assistant.cli.baseline_report import tally
    from assistant.export.files import write_whole

    items = read_items(file)
    name, version = name or file.stem.replace(" ", ""), version or date.today().isoformat()
    path, data = place_of(name, version), dumped(items, name, version, file.name)
    if path.is_file() and path.read_bytes() != data and not replace:
        raise BaselineError(f"{name}@{version}", "已有这个版本，内容不同；请用 --version 另起版本，或用 --replace 换掉")
    write_whole(path, data)
    click.echo(f"已存为{name}@{version}：{tally(items)}")


@baseline.command("list")
def list_() -> None:
    """列出已导入的清单。"""
    from assistant.baselines import read_items
    from assistant.baselines.store import stored_lists
    from assistant.cli.baseline_report import tally

    kept = stored_lists()
    for one in kept:
        click.echo(f"{one.name}@{one.version}\t{tally(read_items(one.path))}")
    if not kept:
        click.echo("还没有导入清单：jianzheng baseline import 清单.xlsx", err=True)


@baseline.command()
@click.argument("list_", metavar="LIST", type=BASELINE)
@click.argument("words", default="")
def show(list_: Path, words: str) -> None:
    """显示清单里名称或编码含 WORDS 的事项及其材料。"""
    from assistant.baselines import read_items
    from assistant.cli.baseline_report import item_lines

    found = [item for item in read_items(list_) if words in item.name or words in (item.code or "")]
    click.echo("\n".join(item_lines(item) for item in found) or f"清单里没有含“{words}”的事项")
    sys.exit(0 if found else 1)


@baseline.command()
@click.argument("old", metavar="OLD", type=BASELINE)
@click.argument("new", metavar="NEW", type=BASELINE)
def diff(old: Path, new: Path) -> None:
    """比较清单的两个版本：新增、取消、改名、换类型、换材料的事项。"""
    from assistant.baselines import load_baseline
    from assistant.cli.baseline_report import change_lines
    from assistant.lexicon.kinds import load_kinds
    from assistant.matching.baseline_diff import changes

    kinds = load_kinds()
    click.echo(change_lines(changes(load_baseline(old, kinds), load_baseline(new, kinds), kinds)))


@baseline.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--baseline", "list_", metavar="LIST", required=True, type=BASELINE, help="与哪一份清单比对")
@click.option("--whole", is_flag=True, help="FILE 是一个部门的全部指南：清单有而这里没有的事项列为本级缺少")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--as-of", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天判断，默认今天")
@click.option("--jobs", type=click.IntRange(1, 64), default=min(4, os.cpu_count() or 1), help="并行进程数")
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True, help="每个文件最多几秒")
def compare(
    paths: tuple[Path, ...],
    list_: Path,
    whole: bool,
    format_: str,
    as_of: datetime | None,
    jobs: int,
    timeout: float,
) -> None:
    """逐项比对本级指南与清单：一致、名称不同、类型不同、本级多出、本级缺少、需拆分合并。

    FILE 可以是文件、文件夹、.zip，或 -（标准输入）。任何一个文件读不了，其余照常比对，退出码为 2。
    """
    from assistant.baselines import load_baseline
    from assistant.export.comparison import comparison_json, comparison_text
    from assistant.lexicon.kinds import load_kinds
    from assistant.matching.baseline_items import compare_items

    kinds = load_kinds()
    listed = load_baseline(list_, kinds)
    guides, files, failed = _read(paths, as_of.date() if as_of else date.today(), jobs, timeout)
    comparison = compare_items(guides, listed, kinds, whole and not failed)
    if format_ == "json":
        sys.stdout.buffer.write(comparison_json(comparison, files))
    else:
        click.echo(comparison_text(comparison, files), nl=False)
    if whole and failed:
        click.echo("有文件读不了，因此没有列出本级缺少的事项", err=True)
    sys.exit(2 if failed else 0)


def _read(paths: Sequence[Path], day: date, jobs: int, timeout: float) -> tuple[list[Guide], list[str], bool]:
    """The guides, the name of the file of each, and whether a file could not be read."""
    from assistant.batch import Failure
    from assistant.batch.guides import GuideTask, guides_of
    from assistant.cli.inputs import sources_of
    from assistant.cli.progress import shown

    tasks = [GuideTask(source, day) for source in sources_of(paths)]
    guides: list[Guide] = []
    files: list[str] = []
    failed = False
    for source, found in shown(guides_of(tasks, jobs, timeout), len(tasks), lambda result: result[0].name):
        if isinstance(found, Failure):
            click.echo(found.message, err=True)
            failed = True
            continue
        if not found:
            click.echo(f"{source.name}：没有认出办事指南", err=True)
        guides += found
        files += [source.name] * len(found)
    return guides, files, failed
