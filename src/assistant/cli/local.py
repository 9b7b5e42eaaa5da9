"""The options for a user's own rules and lexicons."""

from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_DATA = frozenset({".yaml", ".yml", ".jsonl"})


def _filled(ctx: click.Context, param: click.Parameter, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Most likely another folder was meant: nobody names one to add nothing. Raises click.BadParameter."""
    for folder in folders:
        if not any(path.suffix in _DATA for path in folder.rglob("*")):
            raise click.BadParameter(f"“{folder}”里没有 .yaml 文件，请检查路径", ctx, param)
    return folders


rules_option = click.option(
    "--rules",
    metavar="DIR",
    multiple=True,
    type=_FOLDER,
    callback=_filled,
    help="本地规则的文件夹：增补随附的规则，同名的代替；可多次",
)
lexicons_option = click.option(
    "--lexicons",
    metavar="DIR",
    multiple=True,
    type=_FOLDER,
    callback=_filled,
    help="本地词表的文件夹：增补、改写随附的同名词表；可多次",
)
