"""The options for a user's own rules and lexicons."""

from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

rules_option = click.option(
    "--rules", metavar="DIR", multiple=True, type=_FOLDER, help="本地规则的文件夹：增补随附的规则，同名的代替；可多次"
)
lexicons_option = click.option(
    "--lexicons", metavar="DIR", multiple=True, type=_FOLDER, help="本地词表的文件夹：增补、改写随附的同名词表；可多次"
)
