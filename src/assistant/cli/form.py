"""jianzheng form"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

import click

from assistant.batch import Source
from assistant.batch.reviews import read_source
from assistant.cli.inputs import sources_of
from assistant.errors import JianzhengError
from assistant.export.files import write_whole
from assistant.export.one_form import WRITERS, FormFormat
from assistant.model.document import Document
from assistant.model.plan import OneForm

Choice = Literal["text", "json", "all"]
_CHOICES = (*get_args(Choice), *get_args(FormFormat))


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "format_", type=click.Choice(_CHOICES), default="text", show_default=True, help="输出格式")
@click.option("--title", metavar="NAME", help="新表的名称，默认取自第一张表")
@click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="结果写入此文件夹")
def form(paths: tuple[Path, ...], format_: FormFormat | Choice, title: str | None, out: Path | None) -> None:
    """把几张申请表合并成一张（一表式）。FILE 是办事指南或单独的表格，可以是文件夹、.zip 或 -（标准输入）。

    几个事项的指南和表格一起给出时，相同的内容只问一次（一件事）。form 是可填写的 Word 表，form-html 网页表，
    form-sample 样表，form-schema 数据结构，form-map 新旧栏目对照表；all 全部写出。
    """
    from assistant.forming import merge_files
    from assistant.knowledge import load_knowledge

    documents, failed = _read(sources_of(paths))
    merged = merge_files(documents, load_knowledge(), title)
    for notice in merged.notices:
        click.echo(notice.message, err=True)
    formats = tuple(each for each in WRITERS if format_ in (each, "all"))
    if formats:
        _write(merged.one_form, formats, out or Path())
    else:
        _print(merged.one_form, json=format_ == "json", folder=out)
    sys.exit(2 if failed else 0)


def _read(sources: Sequence[Source]) -> tuple[list[Document], bool]:
    """What can be read; a file that cannot is a sentence and the others go on."""
    documents, failed = [], False
    for source in sources:
        try:
            documents.append(read_source(source))
        except JianzhengError as error:
            click.echo(str(error), err=True)
            failed = True
    return documents, failed


def _print(one: OneForm, json: bool, folder: Path | None) -> None:
    from assistant.export.one_form.report import rows, text

    data = rows(one) if json else text(one).encode()
    if folder:
        write_whole(folder / f"{one.title}{'.json' if json else '.txt'}", data)
    elif json:
        sys.stdout.buffer.write(data)
    else:
        click.echo(data.decode(), nl=False)


def _write(one: OneForm, formats: Sequence[FormFormat], folder: Path) -> None:
    name = one.title.replace("/", "／").replace("\\", "＼").replace(":", "：")
    for each in formats:
        suffix, writer = WRITERS[each]
        path = folder / f"{name}{suffix}"
        write_whole(path, writer(one))
        click.echo(f"已写出 {path}", err=True)
