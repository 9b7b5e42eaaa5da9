"""The database: one file beside the blobs by default, PostgreSQL where a URL is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from assistant.errors import JianzhengError


class StoreError(JianzhengError):
    """A database that cannot be opened; says what to do."""


@dataclass(frozen=True, slots=True)
class Store:
    """One process works with a database (server/start.py sees to it): its threads simply take turns at writing."""

    engine: Engine
    turn: Lock = field(default_factory=Lock)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing. SQLite locks at once: one who has read first and then writes may be refused."""
        with self.turn, self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def connect(url: str) -> Store:
    """Raises StoreError for a wrong URL, a missing driver and a database that does not answer."""
    try:
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _sqlite)
            event.listen(engine, "begin", _begin)
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except (ArgumentError, NoSuchModuleError) as cause:
        raise StoreError("数据库地址写法不对，例如 postgresql://用户:密码@127.0.0.1:5432/jianzheng") from cause
    except ModuleNotFoundError as cause:
        raise StoreError(f"缺少数据库驱动 {cause.name}，请安装：pip install 'jianzheng-assistant[postgres]'") from cause
    except DBAPIError as cause:
        reason = " ".join(str(cause.orig).split())
        raise StoreError(f"数据库打不开（{reason}），请检查地址、权限和数据库服务是否已启动") from cause
    return Store(engine)


def now() -> str:
    """UTC with milliseconds: sorts as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver's own BEGIN would come too late: see _begin
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 15000"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
