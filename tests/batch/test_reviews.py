import json
import zipfile
from datetime import date
from pathlib import Path

from assistant.batch import Outcome, Source, Task
from assistant.batch.reviews import review_one
from assistant.errors import EmptyFileError

GUIDE = "高龄津贴办事指南\n申请材料\n1.居民身份证\n2.健在证明"


def reviewed(source: Source) -> Outcome:
    return review_one(Task(source, date(2026, 11, 24)))


def name_of(outcome: Outcome) -> str:
    assert outcome.output is not None
    return str(json.loads(outcome.output)["source"]["name"])


def test_a_member_of_an_archive_keeps_the_name_of_both(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/a.txt", GUIDE)
    assert name_of(reviewed(Source("a.zip/x/a.txt", tmp_path / "a.zip", "x/a.txt"))) == "a.zip/x/a.txt"


def test_standard_input_is_reviewed_from_its_bytes() -> None:
    assert name_of(reviewed(Source("标准输入", data=GUIDE.encode("gbk")))) == "标准输入"


def test_a_source_with_a_problem_is_a_failure_with_its_code() -> None:
    failure = reviewed(Source("空", problem=EmptyFileError("空", "没有内容"))).failure
    assert failure is not None
    assert (failure.code, failure.message) == ("empty", "空：没有内容")


def test_the_summary_counts_what_the_overview_shows() -> None:
    summary = reviewed(Source("标准输入", data=GUIDE.encode())).summary
    assert summary is not None
    assert (summary.items, summary.materials, summary.citations) == (("高龄津贴",), 2, 0)


def test_nothing_to_merge_is_said_and_no_fault_of_the_program() -> None:
    failure = review_one(Task(Source("标准输入", data=GUIDE.encode()), date(2026, 11, 24), "form")).failure
    assert failure is not None
    assert failure.code == "no_form"
    assert "不足两张" in failure.message
