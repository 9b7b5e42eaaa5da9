"""Packs the extension: python editors/libreoffice/build.py [OUT.oxt]. The same sources give the same bytes."""

import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EPOCH = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = {"build.py", "README.md"}


def build(out: Path) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(HERE.rglob("*")):
            name = path.relative_to(HERE).as_posix()
            if path.is_file() and name not in LEFT_OUT and "__pycache__" not in name:
                archive.writestr(zipfile.ZipInfo(name, EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return out


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1] / "dist" / "jianzheng.oxt"))
