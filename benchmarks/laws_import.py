"""Import of law collections: time, texts, articles, gaps. Usage: laws_import.py [SOURCE ...] (or JIANZHENG_SOURCES)

Each source goes into a library of its own, then all into one. What is printed for a source: seconds of the first and of
a second import, texts, articles, size, gaps by kind.
"""

import os
import sys
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.laws.gaps import find_gaps
from assistant.laws.importing import import_source, settle
from assistant.laws.library import open_library
from assistant.laws.search import search
from assistant.laws.terms import query_terms


def main(sources: list[Path]) -> None:
    if not sources:
        print("name the collections to import: laws_import.py SOURCE ... (none are part of the project)")
        return
    query_terms("行政许可")  # jieba's dictionary, 0.8 s, is not the import's
    with TemporaryDirectory() as folder:
        for number, source in enumerate(sources):
            measure(Path(folder) / f"{number}.sqlite", [source])
        if len(sources) > 1:
            measure(Path(folder) / "all.sqlite", sources)


def measure(file: Path, sources: list[Path]) -> None:
    with closing(open_library(file)) as library:
        seconds = []
        for _ in range(2):
            start = perf_counter()
            tallies = [import_source(library, source) for source in sources]
            settle(library)
            seconds.append(perf_counter() - start)
        texts, articles = library.execute("SELECT count(*), sum(articles) FROM document").fetchone()
        name = "+".join(tally.source for tally in tallies)
        unread = sum(len(tally.unreadable) for tally in tallies)
        print(f"{name}: {seconds[0]:.1f} s, again {seconds[1]:.2f} s;", end=" ")
        print(f"{texts} texts, {articles} articles, {unread} unreadable")
        gaps = Counter(gap.kind for gap in find_gaps(library, date.today().isoformat()))
        counted = ", ".join(f"{kind} {count}" for kind, count in sorted(gaps.items()))
        print(f"  {file.stat().st_size / 1e6:.0f} MB; gaps: {counted}")
        start = perf_counter()
        hits = search(library, "营业执照 变更登记", date.today().isoformat())
        print(f"  search 营业执照 变更登记: {len(hits)} shown, {1000 * (perf_counter() - start):.0f} ms")


if __name__ == "__main__":
    named = sys.argv[1:] or os.environ.get("JIANZHENG_SOURCES", "").split(os.pathsep)
    main([Path(name) for name in named if name])
