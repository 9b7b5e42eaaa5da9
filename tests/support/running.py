"""`jianzheng serve` as a process of its own, to be killed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

_ADDRESS = re.compile(r"http://(\S+?)(?=　|\s|$)")
_MAIN = "from assistant.cli.main import main; main()"


class Running:
    """``client`` speaks to it once it answers; ``said`` is what it printed so far."""

    def __init__(self, data: Path, options: tuple[str, ...]) -> None:
        command = [sys.executable, "-c", _MAIN, "serve", "--port", "0", "--data", str(data), "--workers", "1", *options]
        self._log = (data.parent / f"{data.name}.log").open("w+b")
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(command, stdout=self._log, stderr=self._log, env=environment)
        self.client = httpx.Client(base_url=self._address(), timeout=60, trust_env=False)
        self._wait(self._answers)

    @property
    def said(self) -> str:
        return Path(self._log.name).read_text("utf-8")

    def workers(self) -> list[int]:
        """Process ids of its worker processes."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob(
            "*/children"
        )  # children belong to the thread that made them
        listed = [pid for task in tasks for pid in task.read_text().split()]
        return [int(pid) for pid in listed if b"multiprocessing-fork" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait(20)
        self._log.close()

    def _address(self) -> str:
        self._wait(lambda: _ADDRESS.search(self.said) is not None)
        found = _ADDRESS.search(self.said)
        assert found is not None
        return found[0].replace("0.0.0.0", "127.0.0.1")

    def _answers(self) -> bool:
        try:
            return self.client.get("/api/v1/health").status_code in (200, 401)
        except httpx.TransportError:
            return False

    def _wait(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + 40
        while not ready():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.02)


@contextmanager
def running(data: Path, *options: str) -> Iterator[Running]:
    server = Running(data, options)
    try:
        yield server
    finally:
        server.close()
