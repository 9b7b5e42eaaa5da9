"""A real server on a free loopback port, in a thread of the test's own process."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from assistant.server.app import create_app
from assistant.server.settings import Settings
from assistant.server.start import bound

DAY = "2026-11-24"
_NUMBERS = count(1)
LOW_INCOME = """最低生活保障办事指南
事项名称：最低生活保障
设定依据：《社会救助暂行办法》第九条
申请材料
1.居民身份证复印件
2.无犯罪记录证明
3.村委会出具的贫困证明
"""


@contextmanager
def serving(data: Path, **settings: Any) -> Iterator[httpx.Client]:
    """A client of a server over ``data``; ``settings`` are those of Settings."""
    given = Settings(data, **({"workers": 1} | settings))
    app = create_app(given)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2, ws="none"))
    with bound("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            _wait(lambda: server.started or not thread.is_alive())
            port = listener.getsockname()[1]
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
                yield client
        finally:
            app.state.bench.closing.set()
            server.should_exit = True
            thread.join()


def upload(client: httpx.Client, *files: tuple[str, bytes], **fields: str) -> dict[str, Any]:
    """The answer to POST /documents."""
    named = [("files", (name, data)) for name, data in files]
    answer = client.post("/api/v1/documents", files=named, data={"as_of": DAY} | fields)
    assert answer.status_code == 202, answer.text
    accepted: dict[str, Any] = answer.json()
    return accepted


def finished(client: httpx.Client, job: str, seconds: float = 60) -> dict[str, Any]:
    """The job when it has ended."""
    state: dict[str, Any] = {}

    def ended() -> bool:
        state.update(client.get(f"/api/v1/jobs/{job}").json())
        return state["state"] in ("done", "failed", "cancelled")

    _wait(ended, seconds)
    return state


def reviewed(client: httpx.Client, name: str | None = None, text: str = LOW_INCOME, **fields: str) -> str:
    """The id of an uploaded document whose review has ended; without a name it has one that no other has."""
    accepted = upload(client, (name or f"低保{next(_NUMBERS)}.txt", text.encode()), **fields)
    assert finished(client, accepted["job"])["state"] == "done"
    key: str = accepted["documents"][0]
    return key


def _wait(ready: Any, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)
