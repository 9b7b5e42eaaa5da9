"""jianzheng backup, jianzheng restore"""

from pathlib import Path

import click

from assistant.cli.serve import FOLDER, data_folder, need_extra

data_option = click.option("--data", metavar="DIR", type=FOLDER, help="数据文件夹，默认在用户数据目录")


@click.command()
@data_option
@click.option(
    "--to",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="备份写入此文件（.zip）",
)
def backup(data: Path | None, target: Path) -> None:
    """备份工作台的全部数据：数据库和上传的文件，一个压缩包。工作台可以继续运行。"""
    need_extra()
    from assistant.server.backup import back_up

    saved = back_up(data or data_folder(), target)
    click.echo(f"已备份到{target}：{saved.files}份文件，{saved.bytes / 1_000_000:.1f}MB")
    if not saved.database:
        click.echo("这里没有 SQLite 数据库；用 PostgreSQL 的，请另用 pg_dump 备份数据库", err=True)


@click.command()
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@data_option
def restore(source: Path, data: Path | None) -> None:
    """从备份恢复到一个空的数据文件夹。先停掉工作台。"""
    need_extra()
    from assistant.server.backup import restore as put_back

    folder = data or data_folder()
    saved = put_back(source, folder)
    click.echo(f"已恢复到{folder}：{saved.files}份文件")
    if not saved.database:
        click.echo("备份里没有数据库；用 PostgreSQL 的，请另用 pg_restore 或 psql 恢复数据库", err=True)
