"""A real server in a process of its own, and a browser whose every request is witnessed."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=zh-CN",
]
DESK: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 340, "height": 800}
_PROGRAM = "from assistant.cli.main import main; main()"
_ADDRESS = re.compile(r"http://[^\s　]+")
_TOKEN = re.compile(r"访问口令（[^）]*）：(\S+)")


def chromium() -> str | None:
    """Debian's browser, or one under another name; nothing is downloaded."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def browsing(program: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def until(page: Page, expression: str, seconds: float = 15) -> None:
    """Waits for a JavaScript expression to be true. The pages' policy lets no waiting function evaluate words."""
    for _ in range(int(seconds * 20)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


@dataclass(frozen=True, slots=True)
class Served:
    """``token`` is the one shown at the start, None where none is asked for."""

    address: str
    token: str | None


@contextmanager
def serving(data: Path, *options: str) -> Iterator[Served]:
    command = [sys.executable, "-c", _PROGRAM, "serve", "--port", "0", "--data", str(data), *options]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, encoding="utf-8") as process:
        assert process.stdout is not None
        try:
            yield _greeted(process.stdout, "--token" in options)
        finally:
            process.terminate()


def _greeted(said: IO[str], with_token: bool) -> Served:
    address = token = None
    for line in said:
        address = address or next(iter(_ADDRESS.findall(line)), None)
        token = token or next(iter(_TOKEN.findall(line)), None)
        if address and (token or not with_token):
            return Served(address, token)
    raise AssertionError("the server ended before it said its address")


@dataclass  # no slots: playwright hangs its wrappers on it
class Witness:
    """``strangers``: requests to anybody but ``host``; ``faults``: what the browser complained of."""

    host: str
    strangers: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.strangers.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.text} ({message.location.get('url', '')})")
