"""Old Word, WPS, RTF and ODT through LibreOffice, which writes a .docx of them (docs/decisions/012)."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from assistant.errors import BrokenFileError, TooLargeError, UnsupportedError
from assistant.model.document import Document, Notice
from assistant.reading.docx import read_docx
from assistant.reading.limits import Limits

_PROGRAMS = ("soffice", "libreoffice")
_WINDOWS = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SUFFIX = {"doc": ".doc", "wps": ".wps", "rtf": ".rtf", "odt": ".odt", "wordml": ".xml"}
CONVERTED = frozenset(_SUFFIX)
_SANE = Limits()


def read_office(data: bytes, name: str, limits: Limits, format: str) -> Document:
    """Places are those in the .docx that LibreOffice wrote. Raises UnsupportedError where LibreOffice is missing."""
    document = read_docx(docx_of(data, name, format, limits), name, limits, format)
    notice = Notice("read", "converted", "本文件经 LibreOffice 转换后读取，版式细节请与原件核对")
    return replace(document, notices=(notice, *document.notices))


def docx_of(data: bytes, name: str, format: str, limits: Limits = _SANE) -> bytes:
    """The .docx that LibreOffice makes of the file; ``format`` is one of CONVERTED. Raises ReadError."""
    program = find_program()
    if program is None:
        raise UnsupportedError(
            name,
            "读旧版 Word、WPS、RTF、ODT 需要 LibreOffice：统信、麒麟、Debian、Ubuntu 请运行 "
            "apt install libreoffice-writer，"
            "Windows 与 macOS 请从 libreoffice.org 安装；也可用 Word 或 WPS 另存为 .docx",
        )
    return _converted(program, data, name, limits, _SUFFIX[format])


def find_program() -> str | None:
    for program in _PROGRAMS:
        found = shutil.which(program)
        if found:
            return found
    return next((path for path in _WINDOWS if os.path.exists(path)), None)


def _converted(program: str, data: bytes, name: str, limits: Limits, suffix: str) -> bytes:
    """One more try after a crash or a hang: LibreOffice sometimes needs it."""
    for _ in range(2):
        with tempfile.TemporaryDirectory(prefix="jianzheng-") as folder:
            source = Path(folder) / f"source{suffix}"
            source.write_bytes(data)
            finished = _run(program, Path(folder), source, limits.seconds)
            target = Path(folder) / "out" / "source.docx"
            if finished and target.exists():
                return target.read_bytes()
    if not finished:
        raise TooLargeError(name, f"LibreOffice 转换超过{limits.seconds:.0f}秒，已中止，请用 Word 或 WPS 另存为 .docx")
    raise BrokenFileError(name, "LibreOffice 无法转换该文件（可能已损坏或加密），请用 Word 或 WPS 另存为 .docx")


def _run(program: str, folder: Path, source: Path, seconds: float) -> bool:
    """Whether it ended in time. A profile of its own: a running LibreOffice would swallow the call, macros stay off."""
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "out"), str(source)),
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end_group(process)
    return True


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """soffice is a script that starts soffice.bin: only ending the whole group ends both."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
