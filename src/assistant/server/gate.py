"""The gate before every request: whom it is addressed to, where it comes from, who sends it, how much it brings.

Three attacks are meant. A stranger's page in the clerk's browser writes to us (its Origin is not ours); it reads us
under a name of its own that it points at this machine (the Host is none of ours); and anybody on the network comes in
where the server is not on loopback (no token).
"""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.server.bench import Bench
from assistant.server.problems import answer
from assistant.server.settings import LOOPBACK_NAMES, MB, Settings
from assistant.server.store.documents import LOCAL, Who
from assistant.server.store.tokens import whose

COOKIE = "jianzheng"
_OPEN = ("/login", "/static/", "/favicon.ico")
_EMBEDDED = "/panel"  # the empty frame: what fills it is asked for with the token behind its "#"
_UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_FILES = ("/api/v1/documents", "/api/v1/reviews", "/api/v1/citations", "/api/v1/baseline")
_SMALL = 64 * MB  # of a request that brings no files
_LOGIN = 16 * 1024  # bytes: anybody may send these
_SILENCE = 60.0  # seconds without a byte of an unfinished body, then the request is given up
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; font-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors {}"
)


@dataclass(frozen=True, slots=True)
class Gate:
    """ASGI middleware; ``bench`` gives the open bench while the server runs."""

    app: ASGIApp
    settings: Settings
    bench: Callable[[], Bench]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = self._with_headers(scope["path"], send)
        refusal = await self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self.app(scope, _counted(receive, self._most(scope["path"])), send)

    async def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not host_allowed(host, self.settings):
            return answer(421, "host", f"本服务不以“{host[:80]}”这个名称对外，请用启动时显示的地址访问")
        if scope["method"] in _UNSAFE and not same_origin(headers, host):
            return answer(403, "origin", "请求来自别的网站，已拒绝")
        if _length(headers) > self._most(scope["path"]):
            return answer(413, "too_large", "内容超过允许的大小，请拆分后再传")
        who = await self._who(scope["path"], headers)
        if who is None:
            return _stranger(scope)
        scope.setdefault("state", {})["who"] = who
        return None

    async def _who(self, path: str, headers: Headers) -> Who | None:
        if not self.settings.guarded or path == _EMBEDDED or path.startswith(_OPEN):
            return LOCAL
        return await run_in_threadpool(self._known, headers)

    def _known(self, headers: Headers) -> Who | None:
        kind, _, token = headers.get("authorization", "").partition(" ")
        session = session_cookie(headers)
        with self.bench().store.reading() as connection:
            if kind.lower() == "bearer" and token:
                return whose(connection, token.strip(), "access")
            return whose(connection, session, "session") if session else None

    def _most(self, path: str) -> int:
        if path == "/login":
            return _LOGIN
        return self.settings.request_bytes if path.startswith(_FILES) else _SMALL

    def _with_headers(self, path: str, send: Send) -> Send:
        frames = " ".join(self.settings.embedders) if path == _EMBEDDED else "'self'"
        extra = {
            "content-security-policy": _POLICY.format(frames or "'self'"),
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",  # with no-referrer a form is sent with "Origin: null"
            "cross-origin-resource-policy": "same-origin",
        }
        if not path.startswith("/static/"):
            extra["cache-control"] = "no-store"
        raw = [(name.encode(), value.encode("latin-1")) for name, value in extra.items()]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message.get("headers", ())}
                message["headers"] = [*message.get("headers", ()), *(pair for pair in raw if pair[0] not in present)]
            await send(message)

        return sending


def host_allowed(host: str, settings: Settings) -> bool:
    """An address in digits always is: to point a name at this machine an attacker needs a name."""
    name = (urlsplit(f"//{host}").hostname or "") if "@" not in host and "/" not in host else ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name in LOOPBACK_NAMES or name in {each.lower() for each in (settings.host, *settings.names)}
    return True


def same_origin(headers: Headers, host: str) -> bool:
    """Programs send neither header, browsers always do."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def _stranger(scope: Scope) -> Response:
    path = scope["path"]
    if path.startswith("/api/") or scope["method"] not in ("GET", "HEAD"):
        words = "需要访问口令：请在请求头写 Authorization: Bearer 口令"
        return answer(401, "no_token", words, {"www-authenticate": "Bearer"})
    return RedirectResponse(f"/login?next={quote(path)}", 303)


def session_cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _length(headers: Headers) -> int:
    written = headers.get("content-length", "0")
    return int(written) if written.isdecimal() else 0


def _counted(receive: Receive, most: int, silence: float = _SILENCE) -> Callable[[], Awaitable[Message]]:
    """For bodies whose length is not announced, or that never end; what reads the body gets the exception."""
    taken, whole = 0, False

    async def receiving() -> Message:
        nonlocal taken, whole
        if whole:  # only the end of the connection is waited for now, and a stream may be long
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), silence)
        except TimeoutError as cause:
            raise HTTPException(408) from cause
        taken += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if taken > most:
            raise HTTPException(413)
        return message

    return receiving
