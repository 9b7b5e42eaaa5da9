"""Brings a database to the form this program works with; runs at every start. The only caller of Alembic."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError

from assistant.server.store.connect import Store, StoreError


def migrate(store: Store) -> None:
    """Raises StoreError for a database that a newer program has written."""
    with as_file(files("assistant.server.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        with store.writing() as connection:
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except (CommandError, ResolutionError) as cause:
                raise StoreError("数据库是用更新版本的程序建立的，请升级本程序后再启动") from cause


def newest() -> str:
    """The version a new database gets."""
    with as_file(files("assistant.server.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        return ScriptDirectory.from_config(config).get_current_head() or ""
