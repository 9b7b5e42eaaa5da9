"""What a worker process can do wrong. A module of its own: the spawned process must be able to import it."""

import os
import time

from assistant.errors import RuleError


def double(task: int) -> int:
    return 2 * task


def slow_first(task: int) -> int:
    time.sleep(0.3 if task == 0 else 0)
    return task


def crash_on_two(task: int) -> int:
    if task == 2:
        os._exit(139)
    return task


def crash_on_two_and_again(task: int) -> int:
    if abs(task) == 2:
        os._exit(139)
    return task


def hang_on_two(task: int) -> int:
    time.sleep(60 if task == 2 else 0)
    return task


def fail_on_two(task: int) -> int:
    return task // (task - 2)


def refuse(task: int) -> int:
    raise RuleError("rules/x.yaml:3", "没有这个字段")
