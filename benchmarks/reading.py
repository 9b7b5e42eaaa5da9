"""How fast reading is, as ratios in one run: `python benchmarks/reading.py FILE…` (.docx and .pdf).

Compared with: bare zip + lxml and MarkItDown (if installed) for .docx; pdfium's text and pdfplumber's tables for .pdf.
"""

import io
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from assistant.reading import read_bytes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROUNDS = 15


def main(paths: Sequence[str]) -> None:
    files = [(Path(path).name, Path(path).read_bytes()) for path in paths]
    words = [file for file in files if file[0].endswith(".docx")]
    pages = [file for file in files if file[0].endswith(".pdf")]
    if words:
        ours = _report("docx", words, ours=_ours, bare=_zip_and_lxml)
        _against_markitdown(words, ours)
    if pages:
        _report("pdf", pages, ours=_ours, pdfium_text=_pdfium_text, pdfplumber_tables=_pdfplumber_tables)


def _report(title: str, files: list[tuple[str, bytes]], **readers: Callable[[str, bytes], object]) -> float:
    seconds = {name: _best(read, files) for name, read in readers.items()}
    print(f"{title}: {len(files)} files, ours {seconds['ours'] * 1000 / len(files):.1f} ms a file")
    for name, time_taken in seconds.items():
        if name != "ours":
            print(f"  ours / {name}: {seconds['ours'] / time_taken:.2f}")
    return seconds["ours"]


def _best(read: Callable[[str, bytes], object], files: list[tuple[str, bytes]], rounds: int = _ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        for name, data in files:
            read(name, data)
        taken.append(time.perf_counter() - start)
    return min(taken)


def _ours(name: str, data: bytes) -> object:
    return read_bytes(data, name)


def _zip_and_lxml(_: str, data: bytes) -> str:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p"))


def _pdfium_text(_: str, data: bytes) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def _pdfplumber_tables(_: str, data: bytes) -> list[object]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def _against_markitdown(files: list[tuple[str, bytes]], ours: float) -> None:
    try:
        from markitdown import MarkItDown
    except ImportError:
        print("  MarkItDown is not installed: not compared")
        return
    converter = MarkItDown()
    taken = _best(lambda _, data: converter.convert_stream(io.BytesIO(data), file_extension=".docx"), files, 2)
    print(f"  ours / MarkItDown: 1/{taken / ours:.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
