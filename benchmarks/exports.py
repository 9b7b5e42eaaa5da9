"""What each output costs for a reviewed sample guide: milliseconds, bytes, and the most memory while it is written.

For every format: the median and the largest over the sample guides, in one process, warm, the best of several runs;
memory is what Python allocates at the peak, by tracemalloc, in a run of its own.
"""

import statistics
import sys
import time
import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from assistant.errors import JianzhengError  # noqa: E402
from assistant.export import FORMATS, KINDS, Extras, Format, render  # noqa: E402
from assistant.export.attachments import attachments  # noqa: E402
from assistant.model.review import Review  # noqa: E402
from assistant.review import review_file  # noqa: E402

RUNS = 5
AS_OF = date(2026, 11, 25)
NO_GUIDE = {"SOURCE.md", "expected.json", "source.yaml"}


def best(review: Review, format: Format, extras: Extras) -> tuple[float, int]:
    """Seconds of the quickest run, and the size of what it wrote."""
    times, size = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        size = len(render(review, format, extras))
        times.append(time.perf_counter() - start)
    return min(times), size


def peak(review: Review, format: Format, extras: Extras) -> int:
    tracemalloc.start()
    try:
        render(review, format, extras)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def show(format: Format, samples: list[tuple[Review, Extras]]) -> None:
    found, refused = [], ""
    for review, extras in samples:
        try:
            found.append((*best(review, format, extras), peak(review, format, extras)))
        except JianzhengError as error:  # a guide without forms has no one form
            refused = str(error)
    if not found:
        print(f"{format:<14}{refused}")
        return
    times, sizes, peaks = zip(*found, strict=True)
    milliseconds = [1000 * each for each in times]
    print(
        f"{format:<14}{statistics.median(milliseconds):>10.1f}{max(milliseconds):>10.1f}"
        f"{statistics.median(sizes) / 1024:>10.1f}{max(peaks) / 2**20:>12.1f}"
    )


def main() -> None:
    paths = [path for path in sorted((ROOT / "corpus/guides").glob("*/*.*")) if path.name not in NO_GUIDE]
    samples = [(review_file(path, AS_OF), Extras(path.read_bytes())) for path in paths]
    print(f"{len(samples)} 个示例文件，每个格式取 {RUNS} 次中最快的一次\n")
    print(f"{'格式':<12}{'中位 ms':>9}{'最大 ms':>9}{'中位 KB':>9}{'峰值 MB':>10}")
    for format in FORMATS:
        show(format, samples)
    many = [replace(review) for review, _ in samples] * 20
    start = time.perf_counter()
    size = len(attachments(many))
    print(f"\n附件汇总 {len(many)} 个文件：{time.perf_counter() - start:.2f} 秒，{size / 1024:.0f} KB")
    print("、".join(f"{format}={KINDS[format].words}" for format in FORMATS))


if __name__ == "__main__":
    main()
