"""The command line: a table of names; a command's module is imported only when it is called."""

import sys
from importlib import import_module
from typing import Any

import click

from assistant import __version__
from assistant.cli.complaints import complaint, trouble
from assistant.errors import JianzhengError

# name -> (module:function, what --help says of it)
COMMANDS = {
    "review": ("assistant.cli.review:review", "审查办事指南：材料精简清单、依据核查、前后对比"),
    "explain": ("assistant.cli.explain:explain", "解释一份材料或一个问题：事实、种类、哪些规则提示了、哪些差一点"),
    "decide": ("assistant.cli.decide:decide", "记下人的决定：保留或取消，连同理由"),
    "decisions": ("assistant.cli.decide:decisions", "列出、撤销记下的决定"),
    "baseline": ("assistant.cli.baseline:baseline", "市级基础事项清单：导入、查看、与本级指南比对"),
    "cite": ("assistant.cli.cite:cite", "只核查引用的法律条文"),
    "laws": ("assistant.cli.laws:laws", "法律库：导入、查看、检索"),
    "rules": ("assistant.cli.rules:rules", "规则：列出、查看、试验、新建"),
    "form": ("assistant.cli.form:form", "一表式：把几张申请表合成一张，可填写、有样表"),
    "eval": ("assistant.cli.eval:evaluate", "在评测集上运行并打分"),
    "serve": ("assistant.cli.serve:serve", "启动工作台：在浏览器里上传、审查、下载"),
    "backup": ("assistant.cli.backup:backup", "备份工作台的全部数据"),
    "restore": ("assistant.cli.backup:restore", "从备份恢复工作台的数据"),
    "schema": ("assistant.cli.schema:schema", "打印 JSON 输出的结构（JSON Schema）"),
}


class LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Without this click would import every command to print its first line of help.
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*args, **more)
        except click.UsageError as error:
            raise complaint(error) from error

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except JianzhengError as error:
            raise Refusal(str(error)) from error
        except click.UsageError as error:
            raise complaint(error) from error
        except OSError as error:
            if error.filename is None:  # such as a closed pipe, which click knows
                raise
            raise Refusal(trouble(error)) from error
        except (KeyboardInterrupt, click.Abort):
            raise Stopped from None


class Refusal(click.ClickException):
    """An error of ours, shown as its one sentence without a traceback."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


class Stopped(click.ClickException):
    """Ctrl+C; the exit code is a shell's for it."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("已中止；已经写完的结果文件是完整的")

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jianzheng")
def jianzheng() -> None:
    """减证：读办事指南，给出可以取消的材料、引用核查和精简前后对比。"""


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that lacks a character shows "?" and does not fail
            stream.reconfigure(errors="replace")
    jianzheng(prog_name="jianzheng")
