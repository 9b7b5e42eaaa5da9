"""Packs everything an intranet machine needs into one archive: every wheel, an install script, sums.

    python deploy/bundle.py [--platform win_amd64] [--python 3.11] [--out dist]

Without --platform the wheels are for this machine and this Python, built where the registry has sources only. With it
they are for another machine: packages of C sources without a wheel for it are left out (durable-rules: the plain
evaluator serves, the same findings), pure Python is built here.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = "server,postgres"
# Sources only in the registry, but pure Python: a wheel built anywhere serves everywhere.
PURE_SOURCES = ("jieba",)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--platform", help="win_amd64, manylinux2014_x86_64, manylinux2014_aarch64 ...; 默认本机")
    parser.add_argument("--python", default=f"{sys.version_info.major}.{sys.version_info.minor}")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jianzheng"
        wheels = home / "wheels"
        wheels.mkdir(parents=True)
        collect(wheels, wish.platform, wish.python)
        for name in ("install.sh", "install.bat", "jianzheng.service", "README.md"):
            shutil.copy2(ROOT / "deploy" / name, home / name)
        shutil.copy2(ROOT / "LICENSE", home / "LICENSE")
        extension = ROOT / "editors/libreoffice/build.py"
        subprocess.run([sys.executable, extension, home / "jianzheng.oxt"], check=True, stdout=subprocess.DEVNULL)
        (home / "PYTHON").write_text(f"{wish.python}\n", "utf-8")
        (home / "SHA256SUMS").write_text("".join(sums(home)), "utf-8")
        print(packed(home, wish.out, wish.platform, wish.python))


def collect(wheels: Path, platform: str | None, python: str) -> None:
    """Fills ``wheels`` with the project's wheel and all it needs."""
    pip("wheel", "--no-deps", "--wheel-dir", wheels, ROOT)
    (own,) = wheels.glob("*.whl")
    if platform is None:
        pip("wheel", "--wheel-dir", wheels, f"{own}[{EXTRAS}]")
        try:
            pip("wheel", "--wheel-dir", wheels, f"{own}[durable]")
        except subprocess.CalledProcessError:
            print("提示：durable-rules 没有编译成功（需要 C 编译器），安装后由内置的等效实现执行规则", file=sys.stderr)
        return
    pip("wheel", "--no-deps", "--wheel-dir", wheels, *PURE_SOURCES)
    target = ("--only-binary=:all:", "--platform", platform, "--python-version", python, "--find-links", wheels)
    pip("download", *target, "--dest", wheels, f"{own}[{EXTRAS}]")


def pip(command: str, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", command, "--quiet", *map(str, arguments)], check=True)


def sums(home: Path) -> Iterable[str]:
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(home).as_posix()}\n"


def packed(home: Path, out: Path, platform: str | None, python: str) -> Path:
    """A .zip for Windows, a .tar.gz for the rest."""
    out.mkdir(parents=True, exist_ok=True)
    version = next(path.name.split("-")[1] for path in (home / "wheels").glob("jianzheng_assistant-*.whl"))
    name = f"jianzheng-{version}-{platform or sys.platform}-py{python}"
    if platform and platform.startswith("win"):
        archive = out / f"{name}.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
            for path in sorted(path for path in home.rglob("*") if path.is_file()):
                zipped.write(path, f"jianzheng/{path.relative_to(home).as_posix()}")
        return archive
    archive = out / f"{name}.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(home, "jianzheng")
    return archive


if __name__ == "__main__":
    main()
