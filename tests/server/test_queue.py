"""What the queue does with a file that ends its worker."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from serving import DAY, LOW_INCOME

from assistant.server.bench import open_store
from assistant.server.jobs.runner import MAX_ATTEMPTS, Runner
from assistant.server.settings import Settings
from assistant.server.store.blobs import Blobs
from assistant.server.store.documents import LOCAL, Upload, put_document
from assistant.server.store.jobs import Task, add_job, claim, recover, tasks_of
from assistant.server.work.reviewing import Reviewed, Stored, review_stored


def ends_the_c_engine(stored: Stored) -> Reviewed:
    """As a fault of the C engine would: the process ends, unless the plain evaluator is asked."""
    if "崩" in stored.name and stored.book.engine != "reference":
        os.kill(os.getpid(), signal.SIGSEGV)
    return review_stored(stored)


def ends_always(stored: Stored) -> Reviewed:
    if "崩" in stored.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return review_stored(stored)


def never_ends(stored: Stored) -> Reviewed:
    if "慢" in stored.name:
        time.sleep(600)
    return review_stored(stored)


def states(tmp_path: Path, work: Callable[[Stored], Reviewed], *names: str, **more: float) -> dict[str, list[str]]:
    """State and message by name, where the workers do ``work`` with each file."""
    settings = Settings(tmp_path, workers=1, **more)  # type: ignore[arg-type]  # numbers alone are given
    store, blobs = open_store(settings), Blobs(tmp_path / "blobs")
    queue = Runner(store, blobs, settings, nothing, work)
    with store.writing() as connection:
        uploads = [Upload(name, blobs.put(LOW_INCOME.encode()), 1, "txt", DAY) for name in names]
        job = add_job(connection, LOCAL, [put_document(connection, LOCAL, upload) for upload in uploads], None)
    queue.start()
    end = time.monotonic() + 60
    rows: list[tuple[Task, str]] = []
    while time.monotonic() < end and (not rows or any(task.state in ("queued", "running") for task, _ in rows)):
        time.sleep(0.05)
        with store.reading() as connection:
            rows = tasks_of(connection, job.id)
    queue.stop()
    store.close()
    return {name: [task.state, task.message or ""] for task, name in rows}


def nothing() -> None:
    pass


def test_a_file_that_ends_its_worker_is_reviewed_by_the_plain_evaluator(tmp_path: Path) -> None:
    found = states(tmp_path, ends_the_c_engine, "崩.txt", "好.txt")
    assert found == {"崩.txt": ["done", ""], "好.txt": ["done", ""]}


def test_a_file_that_ends_two_workers_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    found = states(tmp_path, ends_always, "崩.txt", "好.txt")
    assert found["崩.txt"][0] == "failed"
    assert "两次异常退出" in found["崩.txt"][1]
    assert found["好.txt"][0] == "done"


def test_a_file_that_takes_too_long_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    found = states(tmp_path, never_ends, "慢.txt", "好.txt", task_seconds=5)
    assert found["慢.txt"] == ["failed", "5秒内没有处理完，已停止；请拆分文件后再上传"]
    assert found["好.txt"][0] == "done"


def test_a_file_that_took_the_server_down_every_time_is_given_up(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    store = open_store(settings)
    with store.writing() as connection:
        document = put_document(connection, LOCAL, Upload("崩.txt", "0" * 64, 1, "txt", DAY))
        add_job(connection, LOCAL, [document], None)
    for _ in range(MAX_ATTEMPTS + 1):
        with store.writing() as connection:
            recover(connection)
            task = claim(connection)
    store.close()
    assert task is not None
    assert task.attempts > MAX_ATTEMPTS


def test_a_folder_of_files_does_not_hold_up_one_file(tmp_path: Path) -> None:
    store = open_store(Settings(tmp_path))
    with store.writing() as connection:
        many = [put_document(connection, LOCAL, Upload(f"{n}.txt", "0" * 64, 1, "txt", DAY)) for n in range(5)]
        add_job(connection, LOCAL, many, None)
        one = put_document(connection, LOCAL, Upload("急.txt", "0" * 64, 1, "txt", DAY))
        add_job(connection, LOCAL, [one], None)
        taken = [claim(connection), claim(connection)]
    store.close()
    assert one.id in [task.document for task in taken if task]
