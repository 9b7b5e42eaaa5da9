"""One worker process that answers one call at a time. Whatever happens to it, the caller gets an answer.

Not pebble's pool, which the batch uses: when an idle worker of it is killed, the whole pool gives up, and a server that
runs for months must outlive that.
"""

import multiprocessing
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from assistant.errors import JianzhengError

T = TypeVar("T")
R = TypeVar("R")
CALLS = 500  # then a fresh process: what third-party C code leaks goes with the old one
_START = 120.0  # seconds that a process may take to load what it needs
_TICK = 0.2  # seconds between looks at whether the call is still wanted


class CrashError(Exception):
    """The process ended in the middle of the call."""


class TimeLimitError(Exception):
    pass


class UnwantedError(Exception):
    """The call was cancelled."""


class Worker:
    """``bytes`` bounds the process's memory (0: no bound), ``warm`` is called in it before anything else.

    For one thread at a time.
    """

    def __init__(self, bytes: int, warm: Callable[[], None]) -> None:
        self._bytes, self._warm = bytes, warm
        self._process: Any = None
        self._pipe: Connection | None = None
        self._calls = 0
        self._ready: object = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def call(
        self,
        function: Callable[[T], R],
        argument: T,
        seconds: float,
        wanted: Callable[[], bool] = lambda: True,
    ) -> R:
        """Raises CrashError, TimeLimitError, UnwantedError, or what ``function`` raised."""
        pipe = self._running()
        try:
            if not self._ready:  # its start is no part of the call's time
                self._ready, _ = self._answer(pipe, time.monotonic() + _START, wanted)
            pipe.send((function, argument))
            fault, answer = self._answer(pipe, time.monotonic() + seconds, wanted)
        except (EOFError, OSError) as cause:
            self.stop()
            raise CrashError from cause
        except BaseException:
            self.stop()
            raise
        self._calls += 1
        if self._calls >= CALLS:
            self.stop()
        if fault is not None:
            raise fault
        return answer  # type: ignore[no-any-return]  # what came through the pipe is what ``function`` gave

    def _answer(self, pipe: Connection, end: float, wanted: Callable[[], bool]) -> tuple[Any, Any]:
        while True:
            ready = wait([pipe, self._process.sentinel], _TICK)
            if pipe in ready:
                return pipe.recv()  # type: ignore[no-any-return]
            if ready:
                raise CrashError
            if not wanted():
                raise UnwantedError
            if time.monotonic() > end:
                raise TimeLimitError

    def _running(self) -> Connection:
        if self._pipe is None or not self._process.is_alive():
            self.start()
        assert self._pipe is not None
        return self._pipe

    def start(self) -> None:
        """Spawned, not forked: the server has threads, and a fork of a process with threads can hang."""
        self.stop()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._bytes, self._warm), daemon=True)
        self._process.start()
        theirs.close()
        self._calls, self._ready = 0, None

    def stop(self) -> None:
        """At once; nothing is half written by a worker, for workers only hand back values."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _serve(pipe: Connection, bytes: int, warm: Callable[[], None]) -> None:
    """Ends when the server does: then nobody holds the other end of the pipe."""
    _bound(bytes)
    try:
        with suppress(JianzhengError):  # a wrong lexicon is told to whoever asks for a review
            warm()
        pipe.send(("ready", None))
        while True:
            function, argument = pipe.recv()
            pipe.send(_result(function, argument))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass


def _result(function: Callable[[Any], Any], argument: Any) -> tuple[Exception | None, Any]:
    try:
        return None, function(argument)
    except Exception as fault:  # raised again on the server's side, where the trace of this one is lost
        fault.add_note(traceback.format_exc())
        return fault, None


def _bound(bytes: int) -> None:
    """Beyond it allocations fail, and one file is refused instead of the whole machine swapping."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at the terminal is for the server to act on
    if not bytes:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or most > bytes:
        resource.setrlimit(resource.RLIMIT_AS, (bytes, most))
