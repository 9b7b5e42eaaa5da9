"""Broken files, many of them, in child processes with limits of time and memory.

`JIANZHENG_FUZZ=3000 pytest tests/reading/test_fuzz.py` for more; the default is what fits into a test run.
`JIANZHENG_FUZZ_FILES=FOLDER` takes real .docx, .pdf and .htm files instead of our samples.
A mutant may be read or refused with a ReadError; it must not hang, crash, eat memory or raise anything else.
"""

import io
import os
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[..., bytes]
KINDS = ("docx-bytes", "docx-structure", "pdf", "html-bytes", "html-structure", "xlsx-bytes", "xlsx-structure")
COUNT = int(os.environ.get("JIANZHENG_FUZZ", "40"))
SECONDS = 20 + COUNT * 0.5
# Reads every mutant in the folder; a mutant that takes over ten seconds is a hang. Memory: 2 GB of address space.
CHILD = """
import faulthandler, resource, sys
from pathlib import Path
from assistant.errors import ReadError
from assistant.reading import Limits, ocr, read_file
ocr.can_recognise = lambda: False  # it would take seconds a page
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
for path in sorted(Path(sys.argv[1]).iterdir()):
    faulthandler.dump_traceback_later(10, exit=True)
    print(path.name, flush=True)
    try:
        read_file(path, Limits(seconds=5))
    except ReadError as error:
        assert "\\n" not in str(error), str(error)
"""
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>身份证</w:t><w:br/><w:tab/></w:r></w:p>"
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc></w:tr>'
    '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    "<w:sdt><w:sdtContent><w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p></w:sdtContent></w:sdt>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
HTML = (
    '<!DOCTYPE html><html><head><meta charset="gbk"><style>p{}</style></head><body class="a"><!--[if mso]>x<![endif]-->'
    '<table border=1><tr><td rowspan=2 colspan="2">序号<td>材料</tr><tr><td>&nbsp;&#36523;份证</td></tr></table>'
    "<ol start=3><li>甲<li>乙</ol><% x %>{{ y }}<p style='mso-outline-level:1'>办理<b>依据</b><br>丙</p></body></html>"
)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut out, doubled, or the end cut off."""
    mutant = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.randrange(len(mutant) + 1)
        end = min(len(mutant), at + chance.choice((1, 4, 40, 400)))
        kind = chance.randrange(5)
        if kind == 0:
            mutant[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        elif kind == 1:
            del mutant[at:end]
        elif kind == 2:
            mutant[at:at] = mutant[at:end] * chance.choice((1, 2, 50))
        elif kind == 3:
            mutant[at:end] = chance.choice((b"\0", b"\xff", b"<", b">", b'"', b"99999999", b"-1")) * (end - at)
        elif chance.random() < 0.2:
            del mutant[at:]
    return bytes(mutant)


def mutate_markup(text: str, chance: random.Random) -> str:
    """Tags and attribute values swapped, doubled, dropped, nested deep."""
    parts = re.split(r"(<[^>]*>)", text)
    for _ in range(chance.choice((1, 2, 5))):
        at = chance.randrange(len(parts))
        kind = chance.randrange(5)
        if kind == 0:
            del parts[at]
        elif kind == 1:
            parts.insert(at, chance.choice(parts))
        elif kind == 2:
            parts[at] = re.sub(r'"[^"]*"', lambda _: f'"{chance.choice(("-1", "99999999", "", "x", "0"))}"', parts[at])
        elif kind == 3:
            parts[at] = parts[at] * chance.choice((2, 300, 3000))
        else:
            other = chance.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]
    return "".join(parts)


def mutate_package(data: bytes, chance: random.Random) -> bytes:
    """The zip stays sound, what is inside does not."""
    target = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            content = source.read(name)
            if chance.random() < 0.5:
                markup = mutate_markup(content.decode("utf-8", "replace"), chance).encode()
                content = markup if chance.random() < 0.7 else mutate(content, chance)
            package.writestr(name, content)
    return target.getvalue()


def survives(folder: Path) -> None:
    # The child needs its own path to the sources: it is not a test and has no conftest.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        env=environment, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    last = done.stdout.split()[-1:]
    assert done.returncode == 0, f"mutant {last}: {done.stderr[-2000:]}"
    assert len(done.stdout.split()) == COUNT


@pytest.mark.skipif(os.name == "nt", reason="limits of memory are set the POSIX way")
@pytest.mark.parametrize("kind", KINDS)
def test_no_mutant_hangs_or_crashes(kind: str, tmp_path: Path, docx: Make, pdf: Make, grid: Make, xlsx: Make) -> None:
    chance = random.Random(kind)
    word = docx(BODY * 3, numbering=NUMBERING, styles=STYLES)
    page = pdf(([(72, 750, "办事指南"), (72, 735, "一、材料")], []), grid([[["序号"], ["材料"]], [["1"], ["身份证"]]]))
    format = kind.partition("-")[0]
    book = xlsx({"s": [["序号", "材料"], [1, "身份证"], [2.5, "户口簿"]]}, merged=["A5:B6"])
    ours = {"docx": word, "pdf": page, "html": HTML.encode("gbk"), "xlsx": book}
    sources = _real(format) or [ours[format]]
    change = {"docx-structure": mutate_package, "html-structure": mutate_page, "xlsx-structure": mutate_package}.get(
        kind, mutate
    )
    for number in range(COUNT):
        (tmp_path / f"{number:05}.{format}").write_bytes(change(chance.choice(sources), chance))
    survives(tmp_path)


def mutate_page(data: bytes, chance: random.Random) -> bytes:
    return mutate_markup(data.decode("gbk", "replace"), chance).encode("gbk", "replace")


def _real(format: str) -> list[bytes]:
    folder = os.environ.get("JIANZHENG_FUZZ_FILES")
    found = sorted(Path(folder).rglob(f"*.{'htm' if format == 'html' else format}")) if folder else []
    return [path.read_bytes() for path in found if path.stat().st_size < 1_000_000]
