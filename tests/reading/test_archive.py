import io
import zipfile

import pytest

from assistant.errors import BrokenFileError, TooLargeError, UnsupportedError
from assistant.reading import Limits, read_archive, read_bytes


def packed(**files: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("_SLASH_", "/"), content)
    return file.getvalue()


def test_members_come_sorted_without_what_systems_leave_behind() -> None:
    data = packed(**{"b.txt": "乙", "a.txt": "甲", "__MACOSX/a.txt": "x", ".DS_Store": "x", "~$a.docx": "x"})
    assert [(name, content.decode()) for name, content in read_archive(data, "a.zip", Limits())] == [
        ("a.txt", "甲"),
        ("b.txt", "乙"),
    ]


def test_names_written_by_chinese_windows_are_readable() -> None:
    data = packed(**{"AAAA.txt": "x"}).replace(b"AAAA", "指南".encode("gbk"))
    assert [name for name, _ in read_archive(data, "a.zip", Limits())] == ["指南.txt"]


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(TooLargeError, match="压缩炸弹"):
        list(read_archive(packed(a="0" * 30_000_000), "a.zip", Limits()))


def test_too_many_members_are_refused() -> None:
    with pytest.raises(TooLargeError, match="2个的上限"):
        list(read_archive(packed(a="x", b="x", c="x"), "a.zip", Limits(members=2)))


def test_a_damaged_zip_is_said_to_be_damaged() -> None:
    with pytest.raises(BrokenFileError):
        list(read_archive(packed(a="x")[:30], "a.zip", Limits()))


def test_a_zip_is_no_single_document() -> None:
    with pytest.raises(UnsupportedError, match="压缩包"):
        read_bytes(packed(a="x"), "a.zip")
