import json

from rich.cells import cell_len

from assistant.batch import Failure, Outcome, Source, Summary
from assistant.cli.output import failure_row, file_names, overview


def names(*sources: str) -> list[str]:
    return list(file_names([Source(name) for name in sources], ".json"))


def test_the_folder_of_a_source_is_kept() -> None:
    assert names("民政局/guide.docx") == ["民政局/guide.docx.json"]


def test_two_sources_of_one_name_do_not_overwrite_each_other() -> None:
    assert names("a.docx", "a.docx", "a.pdf") == ["a.docx.json", "a.docx-2.json", "a.pdf.json"]


def test_a_name_in_an_archive_never_leads_out_of_the_folder() -> None:
    assert names("a.zip/../../evil.txt", "/etc/evil.txt", "..\\evil.txt") == [
        "a.zip/evil.txt.json",
        "etc/evil.txt.json",
        "evil.txt.json",
    ]


def test_a_failure_is_a_row_of_jsonl() -> None:
    row = json.loads(failure_row("a.docx", Failure("empty", "a.docx：文件是空的")))
    assert (row["schema"], row["source"]["name"], row["error"]["code"]) == ("failure/1", "a.docx", "empty")


def test_the_overview_shows_counts_and_reasons_at_80_columns() -> None:
    done = Outcome(Source("a.docx"), summary=Summary(("高龄津贴",), 6, 3, 2, 1))
    bad = Outcome(Source("b.docx"), failure=Failure("empty", "b.docx：文件是空的"))
    text = overview([done, bad], 80)
    assert "6 → 3" in text
    assert "未审查：文件是空的" in text
    assert max(map(cell_len, text.splitlines())) <= 80
