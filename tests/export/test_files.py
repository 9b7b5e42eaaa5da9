from pathlib import Path

import pytest

from assistant.export.files import write_whole


def test_folders_are_made_on_the_way(tmp_path: Path) -> None:
    write_whole(tmp_path / "甲/乙/结果.json", b"{}")
    assert (tmp_path / "甲/乙/结果.json").read_bytes() == b"{}"


def test_nothing_else_is_left_beside_the_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"1")
    write_whole(tmp_path / "a.txt", b"2")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt/child").touch()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "a.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
