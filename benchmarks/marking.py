"""Marks Word files up and takes every mark out again: is it the same file as before? And what does it cost?

    python benchmarks/marking.py FOLDER… [--stress] [--look N]

For every .docx below the folders: the review's own marks; with --stress also marks put at random (seeded) over the
whole text: materials that are lines, words or rows, replacements and comments. After rejecting, the text must be the
original in canonical form, and the original's characters must all be left in their order in the marked XML. --look N
has LibreOffice list the marks of N files and take them back.
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests/support")]

import libreoffice  # noqa: E402
from revisions import canonical, comments, main_xml, reject_all  # noqa: E402
from word_files import finding, review_of  # noqa: E402

from assistant.errors import ReadError  # noqa: E402
from assistant.export.marked import Marked, marked  # noqa: E402
from assistant.knowledge import load_knowledge  # noqa: E402
from assistant.model.document import Block, Document, Paragraph, Table  # noqa: E402
from assistant.model.finding import Action  # noqa: E402
from assistant.model.material import Material  # noqa: E402
from assistant.model.plan import Cut  # noqa: E402
from assistant.model.review import Review  # noqa: E402
from assistant.model.span import Span  # noqa: E402
from assistant.reading import read_file  # noqa: E402
from assistant.review import review_document  # noqa: E402

AS_OF = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Row:
    """``seconds`` of the marking alone; ``same``: rejected it is the original; ``kept``: nothing of it is lost."""

    path: Path
    kind: str
    seconds: float
    cuts: int
    findings: int
    comments: int
    unmarked: int
    same: bool
    kept: bool
    data: bytes


def main() -> None:
    options = _options()
    paths = sorted({path for folder in options.folders for path in Path(folder).rglob("*.docx")})
    rows = [row for path in paths for row in _rows(path, options.stress)]
    for kind in ("review", "stress"):
        _print(kind, [row for row in rows if row.kind == kind])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    if options.look:
        _look([row for row in rows if row.cuts and row.findings][: options.look])
    sys.exit(0 if all(row.same and row.kept for row in rows) else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=[str(ROOT / "corpus/guides")])
    parser.add_argument("--stress", action="store_true")
    parser.add_argument("--look", type=int, default=0)
    return parser.parse_args()


def _rows(path: Path, stress: bool) -> Iterable[Row]:
    try:
        document = read_file(path)
    except ReadError as error:
        print(f"not read: {error}")
        return
    yield _row(path, "review", review_document(document, AS_OF, load_knowledge()))
    if stress:
        yield _row(path, "stress", _random_review(document, random.Random(path.name)))


def _row(path: Path, kind: str, review: Review) -> Row:
    data = path.read_bytes()
    start = time.perf_counter()
    made = marked(data, review)
    seconds = time.perf_counter() - start
    cuts = sum(cut.chosen for cut in review.plan.cuts)
    same, kept = _compared(data, made)
    if not (same and kept):
        print(f"{'NOT THE SAME' if not same else 'LOST'} {kind} {path}")
    return Row(
        path, kind, seconds, cuts, len(review.findings), len(comments(made.data)), len(made.unmarked), same, kept,
        made.data,
    )  # fmt: skip


def _compared(data: bytes, made: Marked) -> tuple[bool, bool]:
    if not made.original:
        return True, True
    name = next(n for n in ("word/document.xml", "word/document2.xml", "word/document1.xml") if _has(data, n))
    before, after = main_xml(data, name), main_xml(made.data, name)
    return reject_all(made.data, path=name) == canonical(before), _is_within(before, after)


def _has(data: bytes, name: str) -> bool:
    try:
        return bool(main_xml(data, name))
    except KeyError:
        return False


def _is_within(before: bytes, after: bytes) -> bool:
    """Whether the one is left when something is taken out of the other, struck text by its old name."""
    old, new = (xml.replace(b"delInstrText", b"instrText").replace(b"delText", b"t") for xml in (before, after))
    rest = iter(new)
    return all(byte in rest for byte in old)


def _random_review(document: Document, chance: random.Random) -> Review:
    """A tenth of the paragraphs lose their line, some words or their row; some get something else instead."""
    places = list(_places(document.blocks, None))
    chosen = sorted(chance.sample(places, max(1, len(places) // 10)))
    materials = []
    for number, (span, line) in enumerate(chosen, 1):
        start = chance.randrange(span.start, span.end)
        words = Span(start, chance.randrange(start + 1, span.end + 1)) if chance.random() < 0.5 else span
        entry = chance.choice((words, span, line or span))
        materials.append(Material(f"m{number}", "材料", words.of(document.text), words, entry))
    actions: tuple[Action, ...] = ("cut", "cut", "commit")
    findings = tuple(
        replace(finding(f"x{n}", m.span, m.id), action=chance.choice(actions)) for n, m in enumerate(materials, 1)
    )
    cuts = tuple(Cut("g1", f.target.id, f.action, (f.id,), True) for f in findings)
    return review_of(document, tuple(materials), findings, cuts)


def _places(blocks: Sequence[Block], line: Span | None) -> Iterable[tuple[Span, Span | None]]:
    """Paragraphs, each with the row it stands in."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.span, line
        elif isinstance(block, Table):
            for cell in block.cells:
                row = [other.span for other in block.cells if other.row == cell.row]
                yield from _places(cell.blocks, Span(row[0].start, row[-1].end))


def _print(kind: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    seconds = sorted(row.seconds for row in rows)
    same, kept = sum(row.same for row in rows), sum(row.kept for row in rows)
    cuts, unmarked = sum(row.cuts for row in rows), sum(row.unmarked for row in rows)
    remarks, findings = sum(row.comments for row in rows), sum(row.findings for row in rows)
    print(f"{kind}: {len(rows)} files, {same} the same after rejecting, {kept} with nothing lost")
    print(f"  {cuts} cuts ({unmarked} by comment alone), {remarks} of {findings} findings as comments")
    print(f"  median {statistics.median(seconds) * 1000:.0f} ms, longest {seconds[-1] * 1000:.0f} ms")


def _look(rows: Sequence[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pairs = []
        for number, row in enumerate(rows):
            pairs += [Path(folder) / f"{number}-marked.docx", Path(folder) / f"{number}.docx"]
            pairs[-2].write_bytes(row.data)
            pairs[-1].write_bytes(row.path.read_bytes())
        seen = libreoffice.look(pairs, 1200)
    for row, made, original in zip(rows, seen[::2], seen[1::2], strict=True):
        theirs = len(original["comments"])
        back = made["rejected"].split() == original["rejected"].split()
        listed = len(made["comments"]) - theirs
        print(
            f"{row.kind} {row.path.name}: {len(made['revisions'])} revisions, {listed} of {row.comments} comments, "
            f"text {'given back' if back else 'DIFFERS'}"
        )


if __name__ == "__main__":
    main()
