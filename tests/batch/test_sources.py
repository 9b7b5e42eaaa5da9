import zipfile
from pathlib import Path

import pytest

from assistant.batch import expand
from assistant.batch.sources import MAX_MEMBERS, Source, member_bytes
from assistant.errors import BrokenFileError, EncryptedError, TooLargeError, UnsupportedError

READABLE = frozenset({".txt", ".docx"})


def names(*paths: Path) -> list[str]:
    return [source.name for source in expand(paths, READABLE)]


def archive(path: Path, *members: str | zipfile.ZipInfo) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for member in members:
            file.writestr(member, "申请材料")
    return path


def test_a_folder_gives_its_documents_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", "部门/c.txt", "photo.psd"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a.docx", "b.txt", "部门/c.txt"]


def test_lock_files_of_office_are_no_documents(tmp_path: Path) -> None:
    for name in ("~$guide.docx", ".hidden.txt", "guide.docx"):
        (tmp_path / name).touch()
    assert names(tmp_path) == ["guide.docx"]


def test_a_file_that_is_named_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    assert names(tmp_path / "guide.xyz") == ["guide.xyz"]


def test_results_of_an_earlier_review_are_no_documents(tmp_path: Path) -> None:
    for name in ("y.docx", "y.docx.xlsx", "结果/y.docx.通知书.docx", "附件汇总.xlsx", "z.docx.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [source.name for source in expand([tmp_path], frozenset({".docx", ".xlsx"}))] == ["y.docx", "z.docx.xlsx"]


def test_an_archive_gives_its_documents(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", "y.txt", "x/guide.docx", "x.psd", "__MACOSX/y.txt")
    assert names(path) == ["a.zip/x/guide.docx", "a.zip/y.txt"]


def test_an_archive_in_a_folder_is_opened(tmp_path: Path) -> None:
    archive(tmp_path / "a.zip", "y.txt")
    assert names(tmp_path) == ["a.zip/y.txt"]


def test_a_member_that_would_leave_the_folder_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", "../y.txt", "/z.txt")
    assert names(path) == ["a.zip/y.txt", "a.zip/z.txt"]


def test_an_archive_that_is_not_opened_is_said(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", "y.txt", "b.zip")
    (tmp_path / "c.rar").write_bytes(b"Rar!")
    problems = [source for source in expand([tmp_path], READABLE) if source.problem]
    assert [source.name for source in problems] == [f"{path.name}/b.zip", "c.rar"]


def test_gbk_names_of_windows_archives_are_read(tmp_path: Path) -> None:
    (source,) = expand([archive(tmp_path / "a.zip", WindowsMember("指南.txt"))], READABLE)
    assert source.name == "a.zip/指南.txt"
    assert member_bytes(source) == "申请材料".encode()


class WindowsMember(zipfile.ZipInfo):
    """Written as Chinese Windows does: a GBK name without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802, the name is zipfile's
        return self.filename.encode("gbk"), 0


def test_a_folder_without_documents_is_a_problem_and_not_silence(tmp_path: Path) -> None:
    (source,) = expand([tmp_path], READABLE)
    assert isinstance(source.problem, UnsupportedError)


def test_a_broken_archive_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 no more")
    (tmp_path / "b.txt").touch()
    broken, fine = expand([tmp_path], READABLE)
    assert isinstance(broken.problem, BrokenFileError)
    assert fine.problem is None


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", *(f"{index}.txt" for index in range(MAX_MEMBERS + 1)))
    (source,) = expand([path], READABLE)
    assert isinstance(source.problem, TooLargeError)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file, file.open("a.txt", "w") as member:
        for _ in range(101):
            member.write(bytes(1024 * 1024))
    with pytest.raises(TooLargeError, match="压缩炸弹"):
        member_bytes(Source("a.zip/a.txt", tmp_path / "a.zip", "a.txt"))


def test_a_member_with_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(archive(tmp_path / "a.zip", "a.txt").read_bytes())
    data[6] |= 1  # the flag "encrypted" of the member's own head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and of the archive's directory
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(EncryptedError, match="密码"):
        member_bytes(Source("a.zip/a.txt", tmp_path / "a.zip", "a.txt"))
