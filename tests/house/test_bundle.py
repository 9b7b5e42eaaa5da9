"""The archive for machines without internet: installed with no index into an empty environment."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="install.sh 需要 sh"),
]


@pytest.fixture(scope="module")
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bundle")
    subprocess.run([sys.executable, root / "deploy/bundle.py", "--out", out], check=True, capture_output=True)
    (archive,) = out.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(out, filter="data")
    archive.unlink()
    return out / "jianzheng"


def install(bundle: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """As on a machine without any index: pip is told to ask nobody."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(target.parent),
        "PIP_NO_INDEX": "1",
        "PYTHON": sys.executable,
    }
    command = ["sh", str(bundle / "install.sh"), str(target)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_the_bundle_installs_without_an_index_and_reviews_a_guide(unpacked: Path, root: Path, tmp_path: Path) -> None:
    done = install(unpacked, tmp_path / "app")
    assert done.returncode == 0, done.stderr
    guide = root / "corpus/guides/户籍三项/户籍业务三项.txt"
    command = [str(tmp_path / "app/bin/jianzheng"), "review", str(guide)]
    review = subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": "", "LANG": "C.UTF-8"})
    assert "死亡注销" in review.stdout


def test_a_damaged_bundle_is_refused_with_what_to_do(unpacked: Path, tmp_path: Path) -> None:
    sums = unpacked / "SHA256SUMS"
    whole = sums.read_text("utf-8")
    sums.write_text(whole.replace("a", "b"), "utf-8")
    done = install(unpacked, tmp_path / "app")
    sums.write_text(whole, "utf-8")
    assert done.returncode != 0
    assert "重新拷贝" in done.stderr
