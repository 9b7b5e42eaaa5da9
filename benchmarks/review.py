"""What a review costs beside merely reading the file, as ratios, over the sample guides.

For every sample: the whole review (read, cut, extract, cite, match, rules, plan) against MarkItDown converting the same
file, where it is installed, and against the barest way to its text (zip + lxml for .docx, pypdfium2 for .pdf). The
quickest of several rounds, in one process, warm.
"""

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from assistant.knowledge import Knowledge, load_knowledge  # noqa: E402
from assistant.reading import read_bytes  # noqa: E402
from assistant.review import review_document  # noqa: E402

ROUNDS, SECONDS = 5, 0.5
AS_OF = date(2026, 11, 24)
NO_GUIDE = {"SOURCE.md", "expected.json", "source.yaml"}


def best(work: Callable[[], object]) -> float:
    """Seconds of the quickest run, of as many as fit into half a second, five at least."""
    times: list[float] = []
    while len(times) < ROUNDS or sum(times) < SECONDS:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def bare_docx(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "".join(root.itertext())


def bare_pdf(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


BARE = {".docx": bare_docx, ".pdf": bare_pdf}


def markitdown() -> Callable[[Path], object] | None:
    try:
        from markitdown import MarkItDown
    except ImportError:
        return None
    converter = MarkItDown()
    return lambda path: converter.convert(str(path))


def reads(peer: Callable[[Path], object], path: Path) -> bool:
    """It was installed with what this format needs."""
    from markitdown import MarkItDownException

    try:
        peer(path)
    except MarkItDownException:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Row:
    """Seconds; None where MarkItDown is missing or does not read the format, or where there is no barest way."""

    name: str
    whole: float
    reading: float
    bare: float | None
    peer: float | None

    def __str__(self) -> str:
        peer = f"{self.whole / self.peer:.2f}" if self.peer else "–"
        bare = f"{self.whole / self.bare:.1f}" if self.bare else "–"
        times = f"{self.whole * 1000:>9.1f}{self.reading * 1000:>9.1f}"
        return f"{self.name:<24}{times}{peer:>13}{bare:>11}"


def measured(path: Path, knowledge: Knowledge, peer: Callable[[Path], object] | None) -> Row:
    data = path.read_bytes()
    known = peer is not None and path.suffix in (".docx", ".pdf", ".html", ".xlsx") and reads(peer, path)
    return Row(
        path.name,
        best(lambda: review_document(read_bytes(data, path.name), AS_OF, knowledge)),
        best(lambda: read_bytes(data, path.name)),
        best(lambda: BARE[path.suffix](data)) if path.suffix in BARE else None,
        best(lambda: peer(path)) if peer and known else None,
    )


def main() -> None:
    start = time.perf_counter()
    knowledge = load_knowledge()
    print(f"词表、规则、法律事实载入 {time.perf_counter() - start:.2f} 秒\n")
    print(f"{'文件':<24}{'审查 ms':>9}{'读取 ms':>9}{'÷MarkItDown':>13}{'÷最简读取':>11}")
    paths = [path for path in sorted((ROOT / "corpus/guides").glob("*/*.*")) if path.name not in NO_GUIDE]
    peer = markitdown()
    rows = [measured(path, knowledge, peer) for path in paths]
    print(*rows, sep="\n")
    ratios = [row.whole / row.peer for row in rows if row.peer]
    if ratios:
        print(f"\n审查 ÷ MarkItDown 转换同一文件：中位数 {statistics.median(ratios):.2f}，最大 {max(ratios):.2f}")
    else:
        print("\n没有装 MarkItDown（pip install 'markitdown[docx,pdf,xlsx]'），只与最简读取比较")


if __name__ == "__main__":
    main()
