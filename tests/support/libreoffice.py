"""The real LibreOffice, asked through its own Python what it sees in Word files."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LOOK = Path(__file__).with_name("uno_look.py")
_PYTHON = Path("/usr/bin/python3")


def missing() -> str | None:
    """What is not installed; None where all is there."""
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed"
    asked = [str(_PYTHON), "-c", "import uno"]
    if not _PYTHON.exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        return "python3-uno is not installed"
    return None


def look(paths: Sequence[Path], seconds: float = 120) -> list[dict[str, Any]]:
    """Revisions, comments and texts of each file (uno_look.py), in one LibreOffice with a profile of its own."""
    with tempfile.TemporaryDirectory(prefix="jianzheng-look-") as folder:
        name = f"jianzheng-{os.getpid()}-{time.monotonic_ns()}"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--norestore",
             "--nolockcheck", "--nodefault", f"--accept=pipe,name={name};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            seen = subprocess.run(
                [_PYTHON, LOOK, name, *paths], capture_output=True, text=True, timeout=seconds, check=True
            )
            office.wait(30)  # it is asked to end
        finally:
            office.kill()
            office.wait()
    return [json.loads(line) for line in seen.stdout.splitlines()]
