"""Works through the queue: a thread and a worker process for each place, results written whole or not at all."""

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Condition, Event, Thread

from sqlalchemy import Connection

from assistant.batch.outcome import failure
from assistant.errors import JianzhengError
from assistant.model.review import Engine
from assistant.server.jobs.process import CrashError, TimeLimitError, UnwantedError, Worker
from assistant.server.jobs.request import basis, request
from assistant.server.settings import Settings
from assistant.server.store import jobs
from assistant.server.store.blobs import Blobs
from assistant.server.store.connect import Store
from assistant.server.store.documents import Who, set_reviewed, set_state, the_document
from assistant.server.store.jobs import Job, Task
from assistant.server.store.reviews import StoredReview, save_review
from assistant.server.work.reviewing import Reviewed, Stored, review_stored

_LOG = logging.getLogger(__name__)
MAX_ATTEMPTS = 5  # a file that takes the whole server down with it is given up in the end
_NAP = 5.0  # seconds between looks into the queue when nobody calls


class Runner:
    """``review`` is what a worker does with a task."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        settings: Settings,
        warm: Callable[[], None],
        review: Callable[[Stored], Reviewed] = review_stored,
    ) -> None:
        self._store, self._blobs, self._settings, self._review = store, blobs, settings, review
        self._workers = [Worker(settings.task_bytes, warm) for _ in range(settings.workers)]
        self._threads: list[Thread] = []
        self._stopping = Event()
        self._work = Condition()
        self._cancelled: set[str] = set()

    def start(self) -> None:
        """Takes up what a killed server left; the workers start with their first task."""
        with self._store.writing() as connection:
            jobs.recover(connection)
        for worker in self._workers:
            thread = Thread(target=self._run, args=(worker,), daemon=True)
            thread.start()
            self._threads.append(thread)

    def wake(self) -> None:
        """There is something new in the queue."""
        with self._work:
            self._work.notify_all()

    def cancel(self, job: Job) -> None:
        with self._store.writing() as connection:
            self._cancelled.update(task.id for task in jobs.cancel(connection, job))

    def stop(self) -> None:
        """At once; what was running is done again after the next start."""
        self._stopping.set()
        self.wake()
        for thread in self._threads:
            thread.join()
        for worker in self._workers:
            worker.stop()

    def _run(self, worker: Worker) -> None:
        while not self._stopping.is_set():
            try:
                with self._store.writing() as connection:
                    task = jobs.claim(connection)
                if task is not None:
                    self._do(task, worker)
                    continue
            except Exception:  # a database that is away for a moment must not end the queue
                _LOG.exception("the queue stumbled")
            with self._work:
                if not self._stopping.is_set():
                    self._work.wait(_NAP)

    def _do(self, task: Task, worker: Worker) -> None:
        stored = self._stored(task)
        if stored is None:
            return
        try:
            result = worker.call(self._review, stored, self._settings.task_seconds, lambda: self._wanted(task))
        except UnwantedError:
            if self._stopping.is_set():
                self._again(task, task.engine)
        except TimeLimitError:
            seconds = f"{self._settings.task_seconds:g}"
            self._failed(task, "timeout", f"{seconds}秒内没有处理完，已停止；请拆分文件后再上传")
        except CrashError:
            self._crashed(task)
        except JianzhengError as error:
            self._failed(task, failure(error).code, str(error))
        except Exception as fault:  # our bug in one file must not cost the others theirs
            _LOG.exception("a review failed")
            self._failed(task, "fault", f"程序内部错误（{type(fault).__name__}），请反馈给维护人员")
        else:
            self._done(task, stored, result)
        self._cancelled.discard(task.id)

    def _wanted(self, task: Task) -> bool:
        return not self._stopping.is_set() and task.id not in self._cancelled

    def _stored(self, task: Task) -> Stored | None:
        """None where there is nothing to do any more: a newer version was uploaded, or it was tried too often."""
        with self._store.writing() as connection:
            if not jobs.is_running(connection, task.id):  # cancelled or removed since it was claimed
                return None
            document = the_document(connection, task.document)
            if document.sha256 != task.sha256:
                jobs.finish(connection, task, "done", "已有更新的版本")
                return None
            if task.attempts > MAX_ATTEMPTS:
                _fail(connection, task, "crash", "处理时多次中断，已跳过，请反馈给维护人员")
                return None
            engine: Engine = "reference" if task.engine == "reference" else "auto"
            return request(connection, document, self._settings, self._blobs, engine)

    def _again(self, task: Task, engine: str) -> None:
        with self._store.writing() as connection:
            if jobs.is_running(connection, task.id):
                jobs.again(connection, task, engine)

    def _crashed(self, task: Task) -> None:
        """A crash is most likely the C rule engine's: once more on the plain evaluator."""
        if task.engine == "reference":
            self._failed(task, "crash", "处理进程两次异常退出，已跳过，请反馈给维护人员")
        else:
            self._again(task, "reference")

    def _failed(self, task: Task, code: str, message: str) -> None:
        with self._store.writing() as connection:
            if jobs.is_running(connection, task.id):
                _fail(connection, task, code, message)

    def _done(self, task: Task, stored: Stored, result: Reviewed) -> None:
        """Review and state in one transaction: a kill before it leaves the task to do, after it the task done."""
        with self._store.writing() as connection:
            if not jobs.is_running(connection, task.id):
                return
            document = the_document(connection, task.document)
            if document.sha256 == task.sha256:
                review = StoredReview(document.id, "", result.contract, result.summary, result.cited)
                review = replace(review, basis=basis(stored, review))
                save_review(connection, Who(task.owner, task.actor), review)
                set_reviewed(connection, document.id, result.format)
            jobs.finish(connection, task, "done")


def _fail(connection: Connection, task: Task, code: str, message: str) -> None:
    jobs.finish(connection, task, "failed", message)
    set_state(connection, task.document, "failed", code, message)
