"""Workers that answer people at once: edits, decisions, downloads. The queue of uploads never holds them up."""

from collections.abc import Callable
from queue import Empty, LifoQueue
from typing import TypeVar

from assistant.errors import JianzhengError
from assistant.server.jobs.process import CrashError, TimeLimitError, Worker

T = TypeVar("T")
R = TypeVar("R")


class BusyError(JianzhengError):
    """All desks are taken for longer than anybody should wait."""


class WorkError(JianzhengError):
    """The work on one document crashed or took too long."""


class Desk:
    """The worker that was used last is asked first: it remembers the document."""

    def __init__(self, workers: int, bytes: int, warm: Callable[[], None], seconds: float) -> None:
        self._workers = [Worker(bytes, warm) for _ in range(workers)]
        self._free: LifoQueue[Worker] = LifoQueue()
        self._seconds = seconds
        for worker in self._workers:
            self._free.put(worker)

    def start(self) -> None:
        """The one that is asked first; the others start when two people ask at once."""
        self._workers[-1].start()

    def ask(self, function: Callable[[T], R], argument: T, plain: Callable[[T], T] | None = None) -> R:
        """After a crash once more with ``plain(argument)``. Raises BusyError, WorkError, what ``function`` raises."""
        try:
            worker = self._free.get(timeout=self._seconds)
        except Empty as cause:
            raise BusyError("正在处理的请求太多，请稍后再试") from cause
        try:
            return self._ask(worker, function, argument, plain)
        finally:
            self._free.put(worker)

    def _ask(self, worker: Worker, function: Callable[[T], R], argument: T, plain: Callable[[T], T] | None) -> R:
        try:
            return worker.call(function, argument, self._seconds)
        except TimeLimitError as cause:
            raise WorkError(f"{self._seconds:g}秒内没有处理完，已停止；请拆分文件后再试") from cause
        except CrashError:
            again = plain(argument) if plain else argument
        try:
            return worker.call(function, again, self._seconds)
        except (CrashError, TimeLimitError) as cause:
            raise WorkError("处理进程两次异常退出，请反馈给维护人员") from cause

    def stop(self) -> None:
        for worker in self._workers:
            worker.stop()
