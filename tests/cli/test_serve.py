import socket
from pathlib import Path

import pytest
from click.testing import CliRunner
from running import running

from assistant.cli import serve
from assistant.cli.main import jianzheng


def refused(*arguments: str) -> str:
    done = CliRunner().invoke(jianzheng, ["serve", *arguments])
    assert done.exit_code == 2
    return done.output


def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"端口 {port} 已被占用" in refused("--port", str(port), "--data", str(tmp_path))


def test_an_address_of_another_machine_is_one_sentence(tmp_path: Path) -> None:
    assert "不是本机的地址" in refused("--host", "192.0.2.1", "--port", "0", "--data", str(tmp_path))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(serve, "EXTRA", ("not_installed_here",))
    assert "pip install 'jianzheng-assistant[server]'" in refused("--data", str(tmp_path))


def test_the_network_is_never_served_without_a_token(tmp_path: Path) -> None:
    assert "不能不要口令" in refused("--host", "0.0.0.0", "--no-token", "--data", str(tmp_path))


@pytest.mark.slow
def test_on_loopback_it_asks_nothing_and_says_where_it_is(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        assert "只有本机能够访问，不需要口令" in server.said
        assert server.client.get("/api/v1/health").status_code == 200


@pytest.mark.slow
def test_on_the_network_the_token_is_shown_once(tmp_path: Path) -> None:
    with running(tmp_path / "data", "--host", "0.0.0.0") as server:
        token = next(line.rpartition("：")[2] for line in server.said.splitlines() if "访问口令" in line)
        assert server.client.get("/api/v1/health").status_code == 401
        bearer = {"Authorization": f"Bearer {token}"}
        assert server.client.get("/api/v1/health", headers=bearer).status_code == 200
    with running(tmp_path / "data", "--host", "0.0.0.0") as again:
        assert token not in again.said
        assert again.client.get("/api/v1/health", headers=bearer).status_code == 200
