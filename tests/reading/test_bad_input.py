"""Whatever is wrong with a file: one Chinese sentence that names it, and no traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import BrokenFileError, EmptyFileError, EncryptedError, ReadError, TooLargeError, UnsupportedError
from assistant.reading import Limits, read_bytes, read_file

Make = Callable[..., bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARAGRAPH = "<w:p><w:r><w:t>正文</w:t></w:r></w:p>"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"没有\.docx：找不到文件"):
        read_file(tmp_path / "没有.docx")
    with pytest.raises(ReadError, match="是文件夹"):
        read_file(tmp_path)


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\xef\xbb\xbf\n", b"\0" * 100])
def test_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match=r"a\.docx：文件是空的"):
        read_bytes(data, "a.docx")


def test_a_document_without_a_word_in_it(docx: Make) -> None:
    with pytest.raises(EmptyFileError, match="没有文字"):
        read_bytes(docx("<w:p/>"), "a.docx")


def test_a_docx_with_a_password() -> None:
    with pytest.raises(EncryptedError, match="密码"):
        read_bytes(OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "a.docx")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_docx(docx: Make, share: float) -> None:
    data = docx(PARAGRAPH * 500)
    with pytest.raises(BrokenFileError, match="损坏"):
        read_bytes(data[: int(len(data) * share)], "a.docx")


def test_a_truncated_pdf(pdf: Make) -> None:
    with pytest.raises(ReadError):
        read_bytes(pdf(([(72, 700, "正文")], []))[:100], "a.pdf")


@pytest.mark.parametrize("ending", ["docx", "doc", "wps", "xlsx", "xls", "pdf", "zip", "png", "rtf", "odt"])
@pytest.mark.parametrize("data", ["申请材料：身份证".encode(), b"\x07\x81rubbish\xfe" * 50])
def test_text_or_rubbish_under_the_name_of_another_format_is_refused(ending: str, data: bytes) -> None:
    with pytest.raises(BrokenFileError, match=rf"a\.{ending}：扩展名是 \.{ending}，内容却不是这种文件.*请"):
        read_bytes(data, f"a.{ending}")


@pytest.mark.parametrize("ending", ["doc", "xls", "docx", "pdf"])
def test_a_page_saved_under_the_name_of_an_office_file_is_read_and_said(ending: str) -> None:
    document = read_bytes("<html><body><p>申请材料</p><p>身份证</p></body></html>".encode(), f"a.{ending}")
    assert (document.format, document.text) == ("html", "申请材料\n身份证")
    assert document.notices[0].message == f"文件名的扩展名是 .{ending}，内容实为网页，已按内容读取"


def test_a_new_word_file_under_the_old_name_is_read_and_said(docx: Make) -> None:
    document = read_bytes(docx(PARAGRAPH), "a.doc")
    assert (document.text, document.notices[0].code) == ("正文", "wrong_name")


def test_a_pdf_named_docx_is_read_and_said(pdf: Make) -> None:
    document = read_bytes(pdf(([(72, 700, "正文")], [])), "a.docx")
    assert (document.format, document.notices[0].code) == ("pdf", "wrong_name")


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 100, b"\0\xff\x13\0\7\x80" * 99, b"a\0b\0c\0" * 90, b"\1\2\3\4\5" * 99])
@pytest.mark.parametrize("name", ["未知.xyz", "a.txt", "a", "a.md", "a.csv"])
def test_binary_rubbish_is_no_text_under_any_name(name: str, data: bytes) -> None:
    with pytest.raises(BrokenFileError, match="不是文本文件"):
        read_bytes(data, name)


def test_a_zip_named_docx_is_no_word_document(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("readme.txt", "x")
    with pytest.raises(BrokenFileError, match="不是完整的 Word 文档"):
        read_file(tmp_path / "a.docx")


def test_a_docx_that_would_unpack_without_end(docx: Make) -> None:
    with pytest.raises(TooLargeError, match="压缩炸弹"):
        read_bytes(docx(f"<w:p><w:r><w:t>{'a' * 30_000_000}</w:t></w:r></w:p>"), "a.docx")


def test_binary_data_is_no_text() -> None:
    with pytest.raises(BrokenFileError, match="不是文本文件"):
        read_bytes(bytes(range(256)) * 10, "a.txt")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(bytes=10), "超过"),
        (Limits(characters=3), "文字超过3字"),
        (Limits(cells=2), "单元格超过2个"),
    ],
)
def test_limits_are_kept(docx: Make, limits: Limits, reason: str) -> None:
    cell = f"<w:tc>{PARAGRAPH}</w:tc>"
    with pytest.raises(TooLargeError, match=reason):
        read_bytes(docx(f"<w:tbl><w:tr>{cell * 3}</w:tr></w:tbl>"), "a.docx", limits)


def test_too_many_pages(pdf: Make) -> None:
    page: tuple[list[tuple[float, float, str]], list[object]] = ([(72, 700, "正文")], [])
    with pytest.raises(TooLargeError, match="有2页"):
        read_bytes(pdf(page, page), "a.pdf", Limits(pages=1))


def test_an_entity_bomb_is_not_expanded(docx: Make) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = docx("<w:p><w:r><w:t>字&b;</w:t></w:r></w:p>")
    import io
    import zipfile

    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            content = source.read(name).decode()
            package.writestr(name, bomb + content if name.endswith("document.xml") else content)
    assert "aaaa" not in read_bytes(target.getvalue(), "a.docx").text


@pytest.mark.parametrize("head", [b"Rar!\x1a\x07\0xxxx", b"7z\xbc\xaf\x27\x1cxxxx"])
def test_other_archives_are_named(head: bytes) -> None:
    with pytest.raises(UnsupportedError, match="压缩包"):
        read_bytes(head, "a.rar")


def test_a_message_is_one_sentence_without_a_path(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "a.docx")
    assert "\n" not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_a_slide_show_is_named() -> None:
    with pytest.raises(UnsupportedError, match="演示文稿"):
        read_bytes(OLE + "PowerPoint Document".encode("utf-16-le"), "a.doc")


def test_a_damaged_workbook(xlsx: Make) -> None:
    data = xlsx({"s": [["身份证"]]})
    with pytest.raises(BrokenFileError, match="损坏"):
        read_bytes(data[: len(data) // 2], "a.xlsx")
    with pytest.raises(BrokenFileError, match="工作簿"):
        read_bytes(OLE + "Workbook\0".encode("utf-16-le") + b"\0" * 600, "a.xls")


def test_a_limit_on_the_file_applies_before_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 100)
    with pytest.raises(TooLargeError):
        read_file(tmp_path / "a.txt", Limits(bytes=10))


def test_a_pdf_with_a_password(pdf: Make) -> None:
    key = b"<" + b"41" * 32 + b">"
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O %s/U %s>>/ID[<41><41>]>>" % (key, key)
    data = pdf(([(72, 700, "正文")], [])).replace(b"/Root 1 0 R>>", b"/Root 1 0 R" + lock)
    with pytest.raises(EncryptedError, match="密码"):
        read_bytes(data, "a.pdf")


def test_a_zip_with_a_password_is_no_crash(docx: Make) -> None:
    data = bytearray(docx(PARAGRAPH))
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):  # the flag "encrypted" of every member
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    with pytest.raises(EncryptedError, match="密码"):
        read_bytes(bytes(data), "a.docx")
