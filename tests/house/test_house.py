"""The rules of the house that a program can check."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli.main import COMMANDS

MAX_FUNCTION, MAX_FILE = 40, 300


def modules(root: Path) -> Iterator[Path]:
    yield from sorted((root / "src").rglob("*.py"))


def test_imports_run_downward_only(root: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_is_long(root: Path) -> None:
    long = [path.name for path in modules(root) if len(path.read_text("utf-8").splitlines()) > MAX_FILE]
    assert long == []


def test_no_function_is_long(root: Path) -> None:
    long = [
        f"{path.name}:{node.lineno} {node.name}"
        for path in modules(root)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION
    ]
    assert long == []


def test_no_module_is_a_drawer_for_odds_and_ends(root: Path) -> None:
    drawers = {"utils", "helpers", "common", "misc", "util", "helper"}
    assert [path for path in modules(root) if path.stem in drawers] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_shows_every_command(root: Path, name: str) -> None:
    assert f"jianzheng {name}" in (root / "README.md").read_text("utf-8")


def test_every_package_of_the_program_is_in_the_picture_of_the_house(root: Path) -> None:
    picture = (root / "docs/architecture.md").read_text("utf-8")
    children = (root / "src/assistant").iterdir()
    names = [path.stem for path in children if not path.name.startswith("_") and path.suffix in ("", ".py")]
    assert [name for name in names if f"    {name}" not in picture] == []


def test_every_decision_has_its_own_number(root: Path) -> None:
    numbers = [path.name[:3] for path in (root / "docs/decisions").glob("*.md")]
    assert sorted(set(numbers)) == sorted(numbers)


def test_every_library_is_behind_the_files_the_picture_names(root: Path) -> None:
    """A place of the table that ends in / stands for all files below."""
    source = root / "src/assistant"
    used = {(name, path.relative_to(source).as_posix()) for path in modules(root) for name in libraries(path)}
    rows = re.findall(
        r"^\| ([\w, ]+) \| (\S+(?:, \S+)*) \|", (root / "docs/architecture.md").read_text("utf-8"), re.MULTILINE
    )
    told = {(name, place) for names, places in rows for name in names.split(", ") for place in places.split(", ")}

    def stands_for(row: tuple[str, str], use: tuple[str, str]) -> bool:
        return row[0] == use[0] and (row[1] == use[1] or (row[1].endswith("/") and use[1].startswith(row[1])))

    assert [use for use in sorted(used) if not any(stands_for(row, use) for row in told)] == []
    assert [row for row in sorted(told) if not any(stands_for(row, use) for use in used)] == []


def libraries(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        roots = {name.partition(".")[0] for name in names}
        yield from roots - sys.stdlib_module_names - {"assistant", ""}
