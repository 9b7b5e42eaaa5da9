"""The same store over PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import binaries, postgres
from serving import LOW_INCOME, finished, reviewed, serving, upload
from sqlalchemy import text

from assistant.server.store.connect import StoreError, connect

pytestmark = pytest.mark.skipif(
    binaries() is None and not os.environ.get("CI"), reason="PostgreSQL is not installed (apt install postgresql)"
)


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with postgres() as url:
        yield url


def test_uploads_decisions_and_departments_work(database: str, tmp_path: Path) -> None:
    with serving(tmp_path, database=database) as client:
        assert client.get("/api/v1/health").json()["database"] == "postgresql"
        key = reviewed(client, department="民政局")
        answer = client.post(f"/api/v1/documents/{key}/decisions", json={"material": "m2", "choice": "cut"})
        assert answer.json()["decisions"][0]["material"] == "m2"
        assert client.get("/api/v1/departments/民政局").json()["guides"] == 1


def test_many_uploads_at_once_lose_nothing(database: str, tmp_path: Path) -> None:
    with serving(tmp_path, database=database, workers=2) as client:
        jobs = [upload(client, (f"{number}.txt", LOW_INCOME.encode()))["job"] for number in range(12)]
        assert {finished(client, job)["state"] for job in jobs} == {"done"}


def test_what_was_stored_is_there_after_a_restart(database: str, tmp_path: Path) -> None:
    with serving(tmp_path, database=database) as client:
        key = reviewed(client)
    with serving(tmp_path, database=database) as client:
        assert client.get(f"/api/v1/documents/{key}/review").status_code == 200


def test_the_tables_are_those_of_the_migrations(database: str) -> None:
    store = connect(database.replace("postgresql://", "postgresql+psycopg://"))
    with store.reading() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    store.close()
    assert version == "0001"


def test_a_server_that_is_not_there_says_so() -> None:
    with pytest.raises(StoreError, match="数据库打不开"):
        connect("postgresql+psycopg://nobody@127.0.0.1:1/none")
