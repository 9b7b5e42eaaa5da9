"""A PostgreSQL server of its own on a free loopback port, for one test run."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

# initdb and postgres refuse root.
_USERS = ("postgres", "nobody")


def binaries() -> Path | None:
    """The folder with initdb and postgres; None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    folders = [str(Path(found).resolve().parent)] if found else []
    folders += sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)
    return next((Path(folder) for folder in folders if (Path(folder) / "postgres").exists()), None)


@contextmanager
def postgres() -> Iterator[str]:
    """Its URL; the database is empty."""
    folder = binaries()
    assert folder is not None
    home = Path(tempfile.mkdtemp(prefix="jianzheng-pg-", dir="/tmp" if Path("/tmp").is_dir() else None))
    try:
        prefix = _other_user(home)
        data = home / "data"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": home}
        initialise = [*prefix, folder / "initdb", "-D", data, "-U", "jianzheng", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*initialise, "--no-locale", "--no-sync"], check=True, **quiet)  # type: ignore[call-overload]
        port = _free_port()
        control = [*prefix, folder / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", home / "log"]
        options = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off"
        subprocess.run([*control, "-o", options, "start"], check=True, **quiet)  # type: ignore[call-overload]
        try:
            yield f"postgresql://jianzheng@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([*control, "-m", "fast", "stop"], check=False, **quiet)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _other_user(home: Path) -> list[str]:
    """How to run a program as somebody who is not root; ``home`` becomes theirs."""
    if os.geteuid() != 0:
        return []
    import pwd

    user = next(pwd.getpwnam(name) for name in _USERS if _known(name))
    os.chown(home, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _known(name: str) -> bool:
    import pwd

    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
