"""What must not stand in any file of the repository."""

import re
import subprocess
from pathlib import Path

import pytest

# A folder of a home or a scratch disk, not the same words inside a web address; spelt so as not to find itself.
MACHINE = re.compile(r"(?<![\w.<>])/(?:" + "work|root|home|tmp|Users" + r")/\w")
REGISTRY = re.compile(r"(?:py" + r"pi|python" + r"hosted)\.org|registry\.npm" + "js", re.IGNORECASE)
BINARY = {".docx", ".pdf", ".xlsx", ".png"}


@pytest.fixture(scope="module")
def tracked(root: Path) -> tuple[Path, ...]:
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [root / name for name in listed.stdout.split("\0") if name]
    return tuple(path for path in paths if path.is_file() and path.suffix not in BINARY)


def found(paths: tuple[Path, ...], pattern: re.Pattern[str]) -> list[str]:
    texts = ((path, path.read_text("utf-8", errors="replace")) for path in paths)
    return [f"{path}: {match.group()}" for path, text in texts if (match := pattern.search(text))]


def test_no_file_names_a_path_of_somebodys_machine(tracked: tuple[Path, ...]) -> None:
    assert found(tracked, MACHINE) == []


def test_no_file_names_a_package_registry(tracked: tuple[Path, ...]) -> None:
    assert found(tracked, REGISTRY) == []


def test_every_text_is_utf8_but_the_samples_that_are_meant_otherwise(tracked: tuple[Path, ...]) -> None:
    other = {path.name for path in tracked if "\ufffd" in path.read_text("utf-8", errors="replace")}
    assert other == {"林木采伐许可.txt", "个体工商户注销.html"}
