"""Builds the sample guides whose format cannot be written by hand, from the source.yaml beside each of them.

    .venv/bin/python corpus/make_samples.py

A source says which file to build and what stands in it, block by block:

    file: 公租房申请.pdf
    blocks:
      - title: 公共租赁住房申请办事指南
      - heading: 一、办理依据
      - text: 一段话
      - list: [第一项, 第二项]              # numbered by Word itself in .docx
      - table: {widths: [1, 4], rows: [[序号, 材料], [1, 身份证]]}   # "^" and "<": see builders/grid.py

The same source always gives the same bytes.
"""

from pathlib import Path

import yaml
from builders import docx, html, pdf, xlsx

HERE = Path(__file__).parent
BUILDERS = {".docx": docx.build, ".pdf": pdf.build, ".html": html.build, ".xlsx": xlsx.build}


def build(source: Path) -> tuple[Path, bytes]:
    """The file that ``source`` describes and its bytes."""
    made = yaml.safe_load(source.read_text("utf-8"))
    path = source.with_name(made["file"])
    return path, BUILDERS[path.suffix](made["blocks"])


def main() -> None:
    for source in sorted((HERE / "guides").glob("*/source.yaml")):
        path, data = build(source)
        path.write_bytes(data)
        print(f"{path.relative_to(HERE)}  {len(data)}")


if __name__ == "__main__":
    main()
