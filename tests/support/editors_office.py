"""A real LibreOffice with the extension installed, as a user who is not root (unopkg refuses root)."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from serving import serving

SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno is for


@dataclass(frozen=True)
class Office:
    """``folder`` is one that the office's user may write to."""

    port: int
    folder: Path
    support: Path
    adapters: Path

    def drive(self, script: str, *arguments: str) -> Any:
        command = [SYSTEM_PYTHON, str(self.support / script), str(self.port), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)


def running_office(root: Path) -> Iterator[Office]:
    _needed()
    folder = Path(tempfile.mkdtemp(prefix="jianzheng-office-"))
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    for each in (folder, profile.parent, profile):
        each.chmod(0o777)
    try:
        with serving(folder / "server") as client:
            settings = {"address": str(client.base_url), "token": ""}
            (profile / "jianzheng.json").write_text(json.dumps(settings), "utf-8")
            (profile / "jianzheng.json").chmod(0o666)
            yield from _running(root, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(root: Path, folder: Path) -> Iterator[Office]:
    extension, port = folder / "jianzheng.oxt", _free_port()
    subprocess.run([SYSTEM_PYTHON, root / "editors/libreoffice/build.py", extension], check=True, capture_output=True)
    extension.chmod(0o644)
    installation = f"-env:UserInstallation=file://{folder / 'profile'}"
    as_user = _as_user(folder)
    subprocess.run([*as_user, "unopkg", "add", "-f", installation, str(extension)], check=True, capture_output=True)
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp"
    program = [*as_user, "soffice", installation, "--headless", "--norestore", "--nologo", accept]
    running = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield Office(port, folder, root / "tests/support", root / "editors/libreoffice/pythonpath")
    finally:
        os.killpg(running.pid, 9)
        running.wait()


def _as_user(home: Path) -> list[str]:
    """Nobody instead of root; else whoever runs the tests."""
    environment = ["env", f"HOME={home}", "SAL_USE_VCLPLUGIN=svp"]
    if os.geteuid() != 0:
        return environment
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *environment]


def _needed() -> None:
    """Outside CI such tests are skipped; in CI a missing program is a fault."""
    missing = [name for name in ("soffice", "unopkg") if shutil.which(name) is None]
    probe = [SYSTEM_PYTHON, "-c", "import uno"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(probe, check=False, capture_output=True).returncode:
        missing.append("python3-uno")
    if missing and not os.environ.get("CI"):
        pytest.skip(f"没有 {'、'.join(missing)}，侧边栏没有在 LibreOffice 里试")
    assert not missing


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
