"""One clear sentence with name, cause and remedy; exit code 2; no traceback; the rest goes on."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.main import jianzheng


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def pdf_page_without_text() -> bytes:
    from builders.pdf import build

    return build([{"text": ""}]).replace(b"Tj", b"  ")


DOCX = archive(word__document=b"<w:document/>")
BAD: dict[str, bytes] = {
    "空.docx": b"",
    "空白.txt": b" \r\n\t\n",
    "截断.docx": DOCX[: len(DOCX) // 2],
    "没有正文.docx": archive(a__b=b"x"),
    "坏的XML.docx": archive(**{"word__document.xml": b"<w:document><w:body>", "[Content_Types].xml": b"<Types/>"}),
    "截断.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "扫描.pdf": pdf_page_without_text(),
    "加密.docx": bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") + bytes(4096),
    "二进制.txt": bytes(range(256)) * 40,
    "压缩炸弹.docx": archive(**{"word__document.xml": bytes(400 * 1024 * 1024)}),
    "未知.xyz": b"\x00\xff\x13\x00\x07\x80" * 100,
    "假的.docx": "高龄津贴办事指南\n申请材料\n1.居民身份证".encode(),
    "假的.xlsx": "序号,材料名称\n1,居民身份证\n".encode("gb18030"),
    "假的.pdf": b"\x13\x80\xfe\x07" * 100,
    "假的.zip": b"rubbish",
    "假的.png": b"rubbish",
    "序列.dat": b"\0\1\2\3" * 100,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_exit_code_2(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    result = CliRunner().invoke(jianzheng, ["review", str(path), "--out", str(tmp_path / "out")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{name}：")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert "程序内部错误" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_wrongly_named_file_is_read_by_what_it_is_and_says_so(tmp_path: Path) -> None:
    page = "<html><body><h1>高龄津贴办事指南</h1><h2>申请材料</h2><p>1.居民身份证</p></body></html>"
    (tmp_path / "a.doc").write_text(page, "utf-8")
    result = CliRunner().invoke(jianzheng, ["review", str(tmp_path / "a.doc")])
    assert result.exit_code == 0
    assert "内容实为网页" in result.stdout


def test_a_wrong_baseline_is_refused_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "清单.csv").write_text("甲,乙\n1,2\n", "utf-8")
    (tmp_path / "a.txt").write_text("高龄津贴办事指南\n申请材料\n1.身份证", "utf-8")
    result = CliRunner().invoke(
        jianzheng, ["review", str(tmp_path / "a.txt"), "--baseline", str(tmp_path / "清单.csv")]
    )
    assert result.exit_code == 2
    assert result.stderr.startswith("清单.csv:1")
