import asyncio
import socket
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from serving import serving
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive

from assistant.server.app import create_app
from assistant.server.gate import _counted
from assistant.server.settings import Settings, is_loopback
from assistant.server.start import first_token

T = TypeVar("T")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, str]]:
    data = tmp_path_factory.mktemp("guarded")
    token = first_token(Settings(data))
    assert token is not None
    with serving(data, token=True) as client:
        yield client, token


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_a_request_under_a_strange_name_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]"])
def test_the_machines_own_names_are_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_site_cannot_write(client: httpx.Client, headers: dict[str, str]) -> None:
    answer = client.post("/api/v1/reviews", json={"text": "x"}, headers=headers)
    assert answer.status_code == 403


def test_our_own_page_can_write(client: httpx.Client) -> None:
    own = str(client.base_url).rstrip("/")
    answer = client.post(
        "/api/v1/reviews", json={"text": "申请材料"}, headers={"Origin": own, "Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/", "/panel", "/api/v1/health", "/nowhere", "/static/css/base.css"])
def test_every_answer_has_the_strict_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_only_the_panel_may_be_embedded_elsewhere(client: httpx.Client) -> None:
    assert "frame-ancestors 'self'" in client.get("/").headers["content-security-policy"]
    assert "frame-ancestors *" in client.get("/panel").headers["content-security-policy"]


def test_without_the_token_nothing_is_told(guarded: tuple[httpx.Client, str]) -> None:
    answer = guarded[0].get("/api/v1/health")
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "no_token"


def test_the_api_takes_the_token_as_bearer(guarded: tuple[httpx.Client, str]) -> None:
    client, token = guarded
    assert client.get("/api/v1/health", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert client.get("/api/v1/health", headers={"Authorization": "Bearer no"}).status_code == 401


def test_a_browser_is_sent_to_the_login_page(guarded: tuple[httpx.Client, str]) -> None:
    answer = guarded[0].get("/documents/0123456789abcdef")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=/documents/0123456789abcdef"
    assert guarded[0].get("/login").status_code == 200


def test_the_panel_in_a_frame_is_not_sent_to_the_login_page(guarded: tuple[httpx.Client, str]) -> None:
    client, _ = guarded
    assert client.get("/panel").status_code == 200
    assert client.get("/panel/demo").status_code == 303
    body = {"name": "a", "paragraphs": [{"text": "申请材料"}]}
    assert client.post("/api/v1/panel/reviews", json=body).status_code == 401


def test_a_browser_shows_the_token_once_and_logs_out(guarded: tuple[httpx.Client, str]) -> None:
    shared, token = guarded
    with httpx.Client(base_url=shared.base_url, trust_env=False) as browser:
        answer = browser.post("/login", data={"token": token, "next": "/new"})
        assert answer.headers["location"] == "/new"
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert browser.get("/api/v1/health").status_code == 200
        browser.get("/logout")
        assert browser.get("/api/v1/health").status_code == 401


def test_a_session_ends_on_the_server_too(guarded: tuple[httpx.Client, str]) -> None:
    shared, token = guarded
    with httpx.Client(base_url=shared.base_url, trust_env=False) as browser:
        cookie = browser.post("/login", data={"token": token}).cookies["jianzheng"]
        browser.get("/logout")
        assert browser.get("/api/v1/health", headers={"Cookie": f"jianzheng={cookie}"}).status_code == 401


def test_a_wrong_token_does_not_log_in(guarded: tuple[httpx.Client, str]) -> None:
    answer = guarded[0].post("/login", data={"token": "wrong"})
    assert answer.headers["location"].startswith("/login?wrong=1")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_the_login_leads_nowhere_else(guarded: tuple[httpx.Client, str], target: str) -> None:
    client, token = guarded
    with httpx.Client(base_url=client.base_url, trust_env=False) as browser:
        assert browser.post("/login", data={"token": token, "next": target}).headers["location"] == "/"


def test_only_a_hash_of_the_token_is_stored(
    guarded: tuple[httpx.Client, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    token = guarded[1].encode()
    files = [path for path in tmp_path_factory.getbasetemp().rglob("*") if path.is_file()]
    assert not any(token in path.read_bytes() for path in files)


def test_a_body_over_the_limit_is_refused_before_it_is_read(client: httpx.Client) -> None:
    head = b"POST /api/v1/panel/reviews HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000000000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", client.base_url.port or 0)) as line:
        line.sendall(head)
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_a_body_of_unknown_length_ends_at_the_limit(tmp_path: Path) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    pieces = (piece for piece in [head, *[b"x" * 65536] * 32])
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    with serving(tmp_path, request_bytes=100_000) as client:
        answer = client.post("/api/v1/documents", content=pieces, headers=kind)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("10.0.0.5", False), ("::", False)],
)
def test_what_is_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) is own
    assert Settings(Path(), host=host).guarded is not own


def test_a_strangers_endless_token_is_not_read(guarded: tuple[httpx.Client, str]) -> None:
    answer = guarded[0].post("/login", data={"token": "x" * 100_000})
    assert answer.status_code == 413


def test_a_fault_of_the_program_is_answered_with_the_gates_headers(tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path, workers=1))

    @app.get("/api/v1/fault")
    def fault() -> None:
        raise ZeroDivisionError

    answer = _run(_asked(app, "/api/v1/fault"))
    assert answer.status_code == 500
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_body_that_stops_in_the_middle_is_given_up() -> None:
    async def silent() -> Message:
        await asyncio.sleep(30)
        raise AssertionError

    with pytest.raises(HTTPException) as given_up:
        _run(_awaited(_counted(silent, 10, silence=0.01)))
    assert given_up.value.status_code == 408


def _run(work: Coroutine[Any, Any, T]) -> T:
    """On a thread of its own: a browser of other tests keeps a loop on this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _asked(app: ASGIApp, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.get(path)


async def _awaited(receive: Receive) -> Message:
    return await receive()
