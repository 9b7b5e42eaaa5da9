"""Worker processes: crashes, limits, second tries."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import BrokenFileError
from assistant.server.jobs.desk import Desk, WorkError
from assistant.server.jobs.process import CrashError, TimeLimitError, UnwantedError, Worker

MB = 1024 * 1024


def nothing() -> None:
    pass


def double(number: int) -> int:
    return 2 * number


def die(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: Path) -> str:
    """Ends the process unless ``mark`` is the second try's."""
    if mark.name != "second":
        die(None)
    return mark.name


def sleep(seconds: float) -> None:
    import time

    time.sleep(seconds)


def refuse(name: str) -> None:
    raise BrokenFileError(name, "已损坏")


def take(megabytes: int) -> int:
    return len(bytearray(megabytes * MB))


@pytest.fixture
def worker() -> Iterator[Worker]:
    found = Worker(0, nothing)
    yield found
    found.stop()


def test_a_worker_answers(worker: Worker) -> None:
    assert [worker.call(double, number, 20) for number in range(3)] == [0, 2, 4]


def test_a_crash_is_told_and_the_next_call_is_answered(worker: Worker) -> None:
    with pytest.raises(CrashError):
        worker.call(die, None, 20)
    assert worker.call(double, 2, 20) == 4


def test_a_call_that_takes_too_long_is_stopped(worker: Worker) -> None:
    with pytest.raises(TimeLimitError):
        worker.call(sleep, 60, 0.5)


def test_a_call_that_nobody_wants_any_more_is_stopped(worker: Worker) -> None:
    with pytest.raises(UnwantedError):
        worker.call(sleep, 60, 20, lambda: False)


def test_an_error_comes_back_as_it_is(worker: Worker) -> None:
    with pytest.raises(BrokenFileError, match=r"a\.docx：已损坏"):
        worker.call(refuse, "a.docx", 20)


@pytest.mark.skipif(os.name == "nt", reason="no limits of memory on Windows")
def test_memory_beyond_the_limit_is_refused_to_one_call() -> None:
    worker = Worker(1024 * MB, nothing)
    with pytest.raises(MemoryError):
        worker.call(take, 2048, 20)
    assert worker.call(double, 2, 20) == 4
    worker.stop()


def test_the_second_try_after_a_crash_is_the_plain_one(tmp_path: Path) -> None:
    desk = Desk(1, 0, nothing, 20)
    assert desk.ask(die_once, tmp_path / "first", lambda path: path.with_name("second")) == "second"
    desk.stop()


def test_two_crashes_are_reported() -> None:
    desk = Desk(1, 0, nothing, 20)
    with pytest.raises(WorkError, match="两次异常退出"):
        desk.ask(die, None)
    desk.stop()
