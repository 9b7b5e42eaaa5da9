"""jianzheng schema"""

from importlib.resources import files

import click


@click.command()
@click.argument("name", type=click.Choice(["review", "cite", "watch", "overview", "explain"]))
def schema(name: str) -> None:
    """打印 JSON 输出的结构。

    review（审查结果）、cite（引用核查）、watch（法规变动清单）、overview（多份合计）、explain（解释）。
    """
    text = (files("assistant.export") / "schema" / f"{name}.json").read_text("utf-8")
    click.echo(text, nl=False)
