"""Killed without warning and started again: nothing is lost, nothing done twice, nothing half."""

import os
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from running import Running, running
from serving import DAY, LOW_INCOME, finished

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads the processes' table of Linux")
FILES = 16


def send(server: Running, count: int = FILES) -> str:
    named = [("files", (f"{number}.txt", f"{LOW_INCOME}{number}\n".encode())) for number in range(count)]
    job: str = server.client.post("/api/v1/documents", files=named, data={"as_of": DAY}).json()["job"]
    return job


def some_done(server: Running, job: str) -> int:
    while True:
        state = server.client.get(f"/api/v1/jobs/{job}").json()
        if state["done"] or state["state"] == "done":
            return int(state["done"])
        time.sleep(0.005)


def reviews(data: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(data / "jianzheng.sqlite")) as database:
        return database.execute("SELECT document, created FROM reviews ORDER BY document").fetchall()


@pytest.mark.slow
def test_a_server_killed_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = Running(data, ())
    job = send(first)
    some_done(first, job)
    first.kill()
    first.close()
    before = reviews(data)
    with running(data) as second:
        state = finished(second.client, job)
    after = reviews(data)
    assert state["state"] == "done"
    assert [each["state"] for each in state["documents"]] == ["done"] * FILES
    assert 0 < len(before) < len(after) == FILES
    assert set(before) <= set(after)  # what was done before the kill was not done again


@pytest.mark.slow
def test_an_accepted_upload_outlives_a_kill_right_after_it(tmp_path: Path) -> None:
    first = Running(tmp_path / "data", ())
    job = send(first, 3)
    first.kill()
    first.close()
    with running(tmp_path / "data") as second:
        assert finished(second.client, job)["done"] == 3
    assert not list((tmp_path / "data/blobs").rglob(".jianzheng-*"))  # no half files either


@linux
@pytest.mark.slow
def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        job = send(server)
        some_done(server, job)
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)
        state = finished(server.client, job)
        assert state["state"] == "done"
        assert {each["state"] for each in state["documents"]} == {"done"}
        assert server.client.post("/api/v1/reviews", json={"text": LOW_INCOME}).status_code == 200


@linux
@pytest.mark.slow
def test_idle_workers_that_are_killed_are_replaced(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        finished(server.client, send(server, 1))
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.3)
        assert server.client.post("/api/v1/reviews", json={"text": LOW_INCOME}).status_code == 200
        assert finished(server.client, send(server, 1))["state"] == "done"


@linux
@pytest.mark.slow
def test_workers_end_with_a_killed_server(tmp_path: Path) -> None:
    server = Running(tmp_path / "data", ())
    finished(server.client, send(server, 1))
    workers = server.workers()
    server.kill()
    server.close()
    end = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.slow
def test_a_stream_of_events_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        job = send(server)
        with server.client.stream("GET", f"/api/v1/jobs/{job}/events") as stream:
            lines = stream.iter_lines()
            next(lines)
            begun = time.monotonic()
            server.process.terminate()
            server.process.wait(20)
        assert server.process.returncode in (0, -signal.SIGTERM)
        assert time.monotonic() - begun < 10
