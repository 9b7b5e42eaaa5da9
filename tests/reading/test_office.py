import os
import stat
import time
from pathlib import Path

import pytest

from assistant.errors import ReadError, TooLargeError, UnsupportedError
from assistant.reading import Limits, office, read_bytes

RTF = rb"{\rtf1\ansi\ansicpg936 \'c9\'ea\'c7\'eb\'b2\'c4\'c1\'cf\par 1.ID\par}"
needs_libreoffice = pytest.mark.skipif(office.find_program() is None, reason="LibreOffice is not installed")


@needs_libreoffice
def test_rtf_is_read_through_libreoffice() -> None:
    document = read_bytes(RTF, "a.rtf")
    assert document.text == "申请材料\n1.ID"
    assert (document.format, document.notices[0].code) == ("rtf", "converted")


def test_without_libreoffice_the_message_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(UnsupportedError, match="apt install libreoffice-writer"):
        read_bytes(RTF, "a.rtf")


@pytest.mark.skipif(os.name == "nt", reason="process groups are a POSIX thing")
def test_a_hanging_converter_is_ended_with_all_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! >> {tmp_path}/children\nwait\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    with pytest.raises(TooLargeError, match="已中止"):
        read_bytes(RTF, "a.rtf", Limits(seconds=0.3))
    children = [int(line) for line in (tmp_path / "children").read_text().split()]
    assert len(children) == 2  # tried once more
    time.sleep(0.1)
    assert not any(_runs(child) for child in children)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_converter_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    with pytest.raises(ReadError, match="无法转换"):
        read_bytes(RTF, "a.rtf")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().split()[2] == "Z")
