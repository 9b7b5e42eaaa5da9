"""Starts the server: takes the data folder for itself, opens the port, makes the first access token, serves."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import uvicorn

from assistant.errors import JianzhengError
from assistant.server.app import create_app
from assistant.server.bench import open_store
from assistant.server.settings import Settings, is_loopback
from assistant.server.store.documents import Who
from assistant.server.store.tokens import any_access, forget_all, make_token

_LAST_WORDS = 3  # seconds that open requests get at the end


class StartError(JianzhengError):
    """The server cannot start; says what to do."""


class Server(uvicorn.Server):
    """``ending`` is called at the first signal: streams of events end then, and nobody waits for them."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._ending()
        super().handle_exit(sig, frame)


def serve(settings: Settings, say: Callable[[str], None], new_token: bool = False) -> None:
    """Runs until a signal. Raises StartError, StoreError."""
    settings = replace(settings, data=settings.data.resolve())
    with claimed(settings.data), bound(settings.host, settings.port) as listener:
        token = first_token(settings, new_token) if settings.guarded else None
        for line in greeting(settings, listener.getsockname()[1], token):
            say(line)
        app = create_app(settings)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_LAST_WORDS,
            proxy_headers=False, ws="none",
        )  # fmt: skip
        Server(config, lambda: app.state.bench.closing.set()).run([listener])  # noqa: PLW0108 - there is no bench yet


@contextmanager
def claimed(data: Path) -> Iterator[None]:
    """Two servers over one folder would both take up the queue. The lock goes with the process, whatever kills it."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "lock").open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError as cause:
            raise StartError(
                f"{data}：已有一个减证服务在使用这个数据文件夹，请先停掉它，或用 --data 另指定一个"
            ) from cause
        yield


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows alone has it
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def bound(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket; port 0 is any free one. Raises StartError."""
    bare = host.strip("[]")
    try:
        family, _, _, _, address = socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError as cause:
        raise StartError(f"--host {host}：不是本机的地址，请写 127.0.0.1 或本机在内网的地址") from cause
    with listener:
        if os.name != "nt":  # there it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as cause:
            raise StartError(_unbound(host, port, cause)) from cause
        listener.listen(1024)
        listener.set_inheritable(False)
        yield listener


def _unbound(host: str, port: int, cause: OSError) -> str:
    if isinstance(cause, PermissionError):
        return f"没有权限使用端口 {port}，请用 --port 换一个 1024 以上的端口"
    if "assign" in str(cause):
        return f"--host {host}：不是本机的地址，请写 127.0.0.1 或本机在内网的地址"
    return f"端口 {port} 已被占用，可能减证已经启动；请打开 http://{host}:{port}，或用 --port 换一个端口"


def first_token(settings: Settings, again: bool = False) -> str | None:
    """The access token where none was made before (or ``again``); only its hash is kept. Raises StoreError."""
    store = open_store(settings)
    try:
        with store.writing() as connection:
            if any_access(connection) and not again:
                return None
            forget_all(connection)
            return make_token(connection, Who("local", "持口令者"), "access")
    finally:
        store.close()


def greeting(settings: Settings, port: int, token: str | None) -> Iterator[str]:
    host = settings.host.strip("[]")
    shown = f"[{host}]" if ":" in host else host
    yield f"减证工作台已启动：http://{shown}:{port}　（按 Ctrl+C 停止）"
    yield f"数据在 {settings.data}"
    if not settings.guarded:
        yield "只有本机能够访问，不需要口令。"
        return
    if is_loopback(settings.host):
        yield "访问需要口令。"
    else:
        yield "网络上的其他机器也能访问，因此需要口令；传输没有加密，只应在可信的内网使用。"
    if token:
        yield f"访问口令（只显示这一次，请妥善保存）：{token}"
        yield "浏览器打开网址后填写口令；程序在请求头写 Authorization: Bearer 口令"
    else:
        yield "口令是第一次启动时显示的那一个；忘记了请用 --new-token 重新生成，旧口令随即失效。"
