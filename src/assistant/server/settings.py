"""What the server is told at its start."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

MB = 1024 * 1024
LOOPBACK_NAMES = frozenset({"localhost", "localhost.localdomain", "ip6-localhost"})


@dataclass(frozen=True, slots=True)
class Settings:
    """``database`` None: SQLite in ``data``. ``workers`` are processes for uploads, ``desks`` those that answer people.

    ``task_seconds`` and ``task_bytes`` bound one file (0: no bound on memory), ``upload_bytes`` one file,
    ``request_bytes`` one request with all its files, ``unpacked_bytes`` what comes out of one archive, and
    ``upload_files`` the files of one upload, members of archives included. ``embedders`` are the origins that may show
    /panel in a frame, as in a Content-Security-Policy. ``names`` are further host names the server is called by.
    ``folders`` may be read on request (departments' folders); ``rules`` and ``lexicons`` are the user's own.
    ``token``: callers must show one; None: unless loopback.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8765
    database: str | None = None
    workers: int = 2
    desks: int = 2
    baseline: Path | None = None
    library: Path | None = None
    task_seconds: float = 120.0
    task_bytes: int = 4096 * MB
    upload_bytes: int = 100 * MB
    request_bytes: int = 1024 * MB
    unpacked_bytes: int = 2048 * MB
    upload_files: int = 2000
    embedders: tuple[str, ...] = ("*",)
    names: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()
    token: bool | None = None

    @property
    def guarded(self) -> bool:
        """Whether a token is asked for."""
        return not is_loopback(self.host) if self.token is None else self.token

    @property
    def database_url(self) -> str:
        """SQLAlchemy's URL; a bare postgresql:// goes to psycopg, the driver that is installed."""
        if self.database is None:
            return f"sqlite:///{self.data / 'jianzheng.sqlite'}"
        for scheme in ("postgresql://", "postgres://"):
            if self.database.startswith(scheme):
                return "postgresql+psycopg://" + self.database.removeprefix(scheme)
        return self.database


def is_loopback(host: str) -> bool:
    bare = host.strip("[]").lower()
    if bare in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False
