"""What people install: the wheel, in an environment that holds nothing else."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment. The extra is left out: there need not be a compiler."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    return scripts / "jianzheng"


def test_the_wheel_carries_the_data_and_no_sample_guides(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    folders = {"/".join(name.split("/")[:3]) for name in names if name.startswith("assistant/data/")}
    assert folders == {"assistant/data/lexicons", "assistant/data/rules", "assistant/data/corpus"}
    assert not [name for name in names if "corpus/guides" in name]


def test_the_installed_program_reviews_a_guide(installed: Path, root: Path, tmp_path: Path) -> None:
    guide = root / "corpus/guides/户籍三项/户籍业务三项.txt"
    command = [str(installed), "review", str(guide), "--format", "json", "--as-of", "2026-11-24"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, env={"PATH": "", "LANG": "C.UTF-8"})
    review = json.loads(done.stdout)
    assert [guide["item_name"] for guide in review["guides"]] == ["出生登记", "死亡注销", "姓名变更"]
    assert any(cut["chosen"] for cut in review["plan"]["cuts"])


def test_the_installed_rules_pass_their_own_examples(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run([installed, "rules", "test"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
