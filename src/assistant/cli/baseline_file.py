"""How commands name a list of basic items: a file, or a stored list."""

from pathlib import Path

import click

from assistant.errors import BaselineError


class BaselineFile(click.ParamType[Path]):
    """The path of the list's file; refuses what is neither a file nor stored."""

    name = "baseline"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from assistant.baselines import find_list

        if isinstance(value, Path):
            return value
        try:
            return find_list(str(value))
        except BaselineError as error:
            raise click.BadParameter(str(error), ctx, param) from error


BASELINE = BaselineFile()
