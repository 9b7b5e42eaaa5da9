"""jianzheng serve"""

import os
import socket
from importlib.util import find_spec
from pathlib import Path

import click

from assistant.cli.baseline_file import BASELINE
from assistant.cli.local import lexicons_option, rules_option
from assistant.errors import JianzhengError
from assistant.resources import home

EXTRA = ("fastapi", "uvicorn", "sqlalchemy", "alembic", "jinja2", "python_multipart")
FOLDER = click.Path(file_okay=False, path_type=Path)


class MissingExtraError(JianzhengError):
    """The packages of an extra are not installed."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址，默认只有本机能访问；别的地址需要口令")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="端口，0 为任一空闲端口")
@click.option("--data", metavar="DIR", type=FOLDER, help="数据文件夹，默认在用户数据目录")
@click.option("--database", metavar="URL", help="PostgreSQL 地址，默认用数据文件夹里的 SQLite")
@click.option("--workers", type=click.IntRange(1, 64), default=min(4, os.cpu_count() or 1), help="审查上传文件的进程数")
@click.option("--baseline", metavar="LIST", type=BASELINE, help="基础事项清单：文件，或已导入清单的名称")
@click.option("--library", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="法规库文件")
@rules_option
@lexicons_option
@click.option("--folder", "folders", multiple=True, type=FOLDER, help="允许读取的文件夹（可重复），子文件夹名作部门名")
@click.option("--name", "names", multiple=True, help="本服务在内网的主机名（可重复）")
@click.option("--embed", "embedders", multiple=True, help="可以嵌入侧边栏 /panel 的网站（可重复），默认不限")
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True, help="每个文件最多几秒")
@click.option("--memory", type=click.IntRange(0), default=4096, show_default=True, help="每个进程最多几MB内存，0 不限")
@click.option("--token/--no-token", default=None, help="访问要不要口令，默认只在本机访问时不要")
@click.option("--new-token", is_flag=True, help="重新生成访问口令，旧口令失效")
def serve(
    host: str, port: int, data: Path | None, database: str | None, workers: int, baseline: Path | None,
    library: Path | None, rules: tuple[Path, ...], lexicons: tuple[Path, ...], folders: tuple[Path, ...],
    names: tuple[str, ...], embedders: tuple[str, ...], timeout: float, memory: int,
    token: bool | None, new_token: bool,
) -> None:  # fmt: skip
    """启动工作台：在浏览器里上传、审查、下载；程序可用 /api/v1。

    不访问外部网络，全部数据留在本机。
    """
    need_extra()
    from assistant.server.settings import MB, Settings, is_loopback
    from assistant.server.start import serve as run

    if token is False and not is_loopback(host):
        raise click.UsageError(f"--host {host} 能从网络访问，不能不要口令；请去掉 --no-token")
    settings = Settings(
        data=data or data_folder(), host=host, port=port, database=database, workers=workers,
        baseline=baseline, library=library, task_seconds=timeout, task_bytes=memory * MB,
        names=(socket.gethostname(), *names), folders=folders, embedders=embedders or ("*",), token=token,
        rules=rules, lexicons=lexicons,
    )  # fmt: skip
    run(settings, click.echo, new_token)


def data_folder() -> Path:
    """Beside the law library in the user's data folder; JIANZHENG_DATA names another."""
    if named := os.environ.get("JIANZHENG_DATA"):
        return Path(named)
    return home() / "server"


def need_extra() -> None:
    """Raises MissingExtraError."""
    missing = [name for name in EXTRA if find_spec(name) is None]
    if missing:
        raise MissingExtraError(
            f"工作台还需要安装几个软件包（缺 {'、'.join(missing)}），请运行：pip install 'jianzheng-assistant[server]'"
        )
