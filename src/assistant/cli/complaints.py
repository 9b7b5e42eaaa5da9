"""What is wrong with a command, in one Chinese sentence; click's own words are English and for programmers."""

import errno
import re
from pathlib import Path

import click

from assistant.export.files import TEMPORARY

_CHINESE = re.compile(r"[一-鿿]")
_PATHS = (  # click's words -> ours
    ("does not exist", "没有这个文件或文件夹"),
    ("is a directory", "这是文件夹，应为文件"),
    ("is a file", "这是文件，应为文件夹"),
    ("is not readable", "没有读取的权限"),
    ("is not writable", "没有写入的权限"),
)


_TROUBLES = {
    errno.EACCES: "没有权限，请换一个文件夹或向管理员要权限",
    errno.EPERM: "不允许这样做，请换一个文件夹",
    errno.EROFS: "磁盘是只读的，请换一个文件夹",
    errno.ENOSPC: "磁盘已满，请腾出空间",
    errno.EFBIG: "文件超过系统允许的大小",
    errno.ENOENT: "找不到，请检查路径",
    errno.ENOTDIR: "路径里有一段是文件而不是文件夹，请检查路径",
    errno.EISDIR: "这是文件夹，应为文件",
    errno.ENAMETOOLONG: "名称太长，请改短",
}


class Complaint(click.ClickException):
    """Shown as its sentence, with the command whose --help tells more."""

    exit_code = 2

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(sentence(error))
        self.help = error.ctx.command_path if error.ctx else "jianzheng"

    def show(self, file: object = None) -> None:
        click.echo(f"{self.message}\n用法见 {self.help} --help", err=True)


def trouble(error: OSError) -> str:
    """没有权限 and its like, with the path; what the system says where we have no words for it."""
    words = _TROUBLES.get(error.errno or 0, error.strerror or str(error))
    path = Path(str(error.filename2 or error.filename))
    return f"{path.parent if path.name.startswith(TEMPORARY) else path}：{words}"


def complaint(error: click.UsageError) -> click.ClickException:
    """A group without a command shows its help, which is no complaint."""
    return error if isinstance(error, click.exceptions.NoArgsIsHelpError) else Complaint(error)


def sentence(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadOptionUsage):
        needs = "后面不能写值" if "does not take" in error.message else "后面要写值"
        return f"选项 {error.option_name} {needs}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_named(error)}"
    if isinstance(error, click.BadParameter):
        return _bad(error)
    if _CHINESE.search(error.message) and not error.message.startswith(("No such", "Got unexpected")):
        return error.message
    return _told(error)


def _told(error: click.UsageError) -> str:
    """No such command 'x'. -> 没有“x”这个命令，可用的：review、explain …"""
    quoted = re.search(r"'(.*?)'|\((.*)\)", error.message)
    word = (quoted[1] or quoted[2]) if quoted else ""
    if error.message.startswith("No such command"):
        group = error.ctx.command if error.ctx else None
        known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []
        return f"没有“{word}”这个命令，可用的：{'、'.join(known)}"
    if error.message.startswith("Got unexpected"):
        return f"多写了“{word}”"
    if error.message.startswith("Missing command"):
        return "还要写明做什么"
    return f"命令写得不对：{error.message}"


def _bad(error: click.BadParameter) -> str:
    """A value that does not fit: by the kind of its option where click says it in English."""
    if _CHINESE.search(re.sub(r"'.*?'", "", error.message)):
        return f"{_named(error)}：{error.message}"
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"{_named(error)} 应为 {'、'.join(map(str, kind.choices))} 之一"
    if isinstance(kind, click.DateTime):
        return f"{_named(error)} 应为日期，如 2026-11-24"
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        most = f"到{kind.max}" if kind.max is not None else "以上"
        return f"{_named(error)} 应为{kind.min}{most}的数"
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return f"{_named(error)} 应为数字"
    value = re.search(r"'(.*)'", error.message)
    words = next((ours for theirs, ours in _PATHS if theirs in error.message), error.message)
    return f"{_named(error)}：{words}{f'：{value[1]}' if value else ''}"


def _named(error: click.BadParameter) -> str:
    """--format, FILE"""
    if error.param_hint:
        hint = error.param_hint if isinstance(error.param_hint, str) else " / ".join(error.param_hint)
        return hint.strip("'")
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    name = error.param.make_metavar(error.ctx).strip("[]") if error.param and error.ctx else "{"
    return "参数" if name.startswith("{") else name  # {review|cite}: the choices are told anyway
