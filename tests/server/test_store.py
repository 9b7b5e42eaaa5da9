from contextlib import suppress
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from assistant.server.store.blobs import Blobs
from assistant.server.store.connect import StoreError, connect
from assistant.server.store.migrate import migrate, newest
from assistant.server.store.tables import metadata


def test_the_migrations_make_the_tables_of_the_program(tmp_path: Path) -> None:
    store = connect(f"sqlite:///{tmp_path / 'x.sqlite'}")
    migrate(store)
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_every_row_of_peoples_work_has_an_owner_and_an_actor() -> None:
    without = {name for name, table in metadata.tables.items() if not {"owner", "actor"} <= set(table.c.keys())}
    assert without == {"settings"}


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    store = connect(f"sqlite:///{tmp_path / 'x.sqlite'}")
    migrate(store)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="更新版本"):
        migrate(store)
    store.close()


def test_the_newest_version_is_known() -> None:
    assert newest() == "0001"


@pytest.mark.parametrize("url", ["nonsense", "nosuch://x", "sqlite:////nowhere/at/all/x.sqlite"])
def test_a_wrong_address_is_one_sentence(url: str) -> None:
    with pytest.raises(StoreError):
        connect(url)


def test_a_failed_writer_leaves_nothing(tmp_path: Path) -> None:
    store = connect(f"sqlite:///{tmp_path / 'x.sqlite'}")
    migrate(store)
    with suppress(ZeroDivisionError), store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('a', 'b')")
        _ = 1 / 0
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM settings").scalar() == 0
    store.close()


def test_a_blob_is_kept_once_and_swept_when_nobody_names_it(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    name = blobs.put(b"x")
    assert blobs.put(b"x") == name
    assert blobs.sweep({name}) == 0
    assert blobs.sweep(set()) == 1


@pytest.mark.parametrize("name", ["../x", "a" * 63, "A" * 64, ""])
def test_what_is_no_hash_is_no_blob(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name of a blob"):
        Blobs(tmp_path).path(name)
