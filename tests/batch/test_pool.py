import pickle
from collections.abc import Callable

import pytest
from troubles import crash_on_two, crash_on_two_and_again, double, fail_on_two, hang_on_two, refuse, slow_first

from assistant.batch import Failure, run
from assistant.errors import BrokenFileError, RuleError


def results(function: Callable[[int], int], tasks: list[int], timeout: float = 30) -> list[int | str]:
    """Codes of failures in place of them; after a crash the task is tried again as its negative."""
    found = run(function, tasks, 2, timeout, lambda task: -task)
    return [one.code if isinstance(one, Failure) else one for one in found]


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert results(slow_first, [0, 1, 2]) == [0, 1, 2]


def test_more_tasks_than_wait_at_once_are_all_done() -> None:
    assert results(double, list(range(40))) == list(range(0, 80, 2))


def test_a_crash_is_tried_once_more_in_the_other_way() -> None:
    assert results(crash_on_two, [1, 2, 3]) == [1, -2, 3]


def test_a_second_crash_costs_that_task_alone() -> None:
    assert results(crash_on_two_and_again, [1, 2, 3]) == [1, "crash", 3]


def test_a_hang_is_stopped_and_the_rest_goes_on() -> None:
    assert results(hang_on_two, [1, 2, 3], timeout=6) == [1, "timeout", 3]


def test_our_own_bug_costs_one_task_and_says_where() -> None:
    (failure,) = run(fail_on_two, [2], 1, 30, lambda task: task)
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError" in failure.message
    assert "support/troubles.py" in failure.message


def test_a_wrong_rule_stops_everything() -> None:
    with pytest.raises(RuleError, match=r"rules/x.yaml:3: 没有这个字段"):
        list(run(refuse, [1, 2], 1, 30, lambda task: task))


def test_errors_keep_their_words_on_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(BrokenFileError("a.docx", "已损坏")))
    assert (str(error), error.name) == ("a.docx：已损坏", "a.docx")
