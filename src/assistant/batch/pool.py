"""Worker processes: a crash or a hang costs one task. The only importer of pebble."""

import multiprocessing
import re
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from assistant.errors import KnowledgeError

T = TypeVar("T")
R = TypeVar("R")
WAITING_PER_WORKER = 4  # tasks handed out ahead: enough to keep workers busy, few enough to keep memory flat
TASKS_PER_WORKER = 500  # then a fresh process: what third-party C code leaks goes with the old one
# '  File ".../assistant/matching/kinds.py", line 120, in match' -> matching/kinds.py 120
TRACE_LINE = re.compile(r'File ".*?([^/\\"]+[/\\][^/\\"]+)", line (\d+)')


@dataclass(frozen=True, slots=True)
class Failure:
    """``code`` is for programs (empty, encrypted …, timeout, crash, fault), ``message`` for people."""

    code: str
    message: str


def run(
    function: Callable[[T], R], tasks: Iterable[T], workers: int, timeout: float, again: Callable[[T], T]
) -> Iterator[R | Failure]:
    """Results in the order of ``tasks``; ``timeout`` is seconds a task, ``again`` gives the task to try after a crash.

    Raises KnowledgeError, which concerns all tasks alike.
    """
    # Spawned, not forked: pebble runs threads, and a fork of a process with threads can hang.
    context = multiprocessing.get_context("spawn")
    waiting: deque[tuple[T, ProcessFuture[R]]] = deque()
    with ProcessPool(max_workers=workers, max_tasks=TASKS_PER_WORKER, context=context) as pool:

        def result(task: T, future: ProcessFuture[R]) -> R | Failure:
            found = _result(future, timeout)
            if isinstance(found, Failure) and found.code == "crash":
                return _result(pool.schedule(function, args=[again(task)], timeout=timeout), timeout)
            return found

        try:
            for task in tasks:
                waiting.append((task, pool.schedule(function, args=[task], timeout=timeout)))
                if len(waiting) >= workers * WAITING_PER_WORKER:
                    yield result(*waiting.popleft())
            while waiting:
                yield result(*waiting.popleft())
        finally:
            pool.stop()  # type: ignore[no-untyped-call]  # after an error or Ctrl-C nobody waits for the rest


def _result(future: ProcessFuture[R], timeout: float) -> R | Failure:
    try:
        return future.result()
    except TimeoutError:
        return Failure("timeout", f"{timeout:g}秒内没有处理完，已停止；请拆分文件，或用 --timeout 放宽")
    except ProcessExpired:
        return Failure("crash", "处理进程两次异常退出，已跳过，请反馈给维护人员")
    except KnowledgeError:
        raise
    except Exception as fault:  # our bug in one task must not cost the others theirs
        return Failure("fault", f"程序内部错误（{_where(fault)}），请反馈给维护人员")


def _where(fault: Exception) -> str:
    """KeyError: 'x', matching/kinds.py:120"""
    trace = str(fault.__cause__ or "".join(traceback.format_tb(fault.__traceback__)))  # the worker's, as text
    places = TRACE_LINE.findall(trace)
    place = f"，{places[-1][0]}:{places[-1][1]}" if places else ""
    return f"{type(fault).__name__}: {fault}{place}"
