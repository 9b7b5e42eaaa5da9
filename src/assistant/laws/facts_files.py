"""Catalogue and shapes as files: read with their names, written so that an update of the program can take them over."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from assistant import resources
from assistant.laws.facts_export import Facts, Row
from assistant.laws.library import law_key

_CATALOGUE = "corpus/laws/catalogue"
_SHAPES = ("corpus/laws/shapes.jsonl", "corpus/laws/shapes-older.jsonl")
_OTHER = "documents.jsonl"

Rows = dict[str, list[Row]]  # file name -> its lines


def shipped_catalogue() -> Rows:
    """The facts that come with the program, file by file."""
    return {
        name: _lines(source.read_text("utf-8")) for name, source in resources.walk(resources.data(_CATALOGUE), ".jsonl")
    }


def shipped_shapes() -> list[Row]:
    return [row for name in _SHAPES for row in _lines(resources.data(name).read_text("utf-8"))]


def write_facts(facts: Facts, catalogue: Rows, shapes: Iterable[Row], folder: Path) -> tuple[Path, ...]:
    """Write ``facts``: lines stay in the file they came from, new ones join those of their level.

    ``catalogue`` and ``shapes`` are what the facts were built on; shapes of other texts are kept as they are.
    """
    places = {law_key(row["title"]): name for name, rows in catalogue.items() for row in rows}
    usual = _usual_files(catalogue)
    files: Rows = {name: [] for name in catalogue}
    for row in facts.catalogue:
        name = places.get(law_key(row["title"])) or usual.get(row["level"], _OTHER)
        files.setdefault(name, []).append(row)
    kept = _kept(shapes, facts)
    written = [_write(folder / "catalogue" / name, rows) for name, rows in files.items()]
    current = {row["title"] for row in facts.shapes}
    older = [*facts.older, *(row for row in kept if row["title"] in current)]
    written.append(
        _write(folder / "shapes.jsonl", [*facts.shapes, *(row for row in kept if row["title"] not in current)])
    )
    return (*written, _write(folder / "shapes-older.jsonl", older))


def _usual_files(catalogue: Rows) -> dict[str, str]:
    """Level -> the file that holds most lines of it."""
    counted = Counter((row["level"], name) for name, rows in catalogue.items() for row in rows)
    return {level: name for (level, name), _ in reversed(counted.most_common())}


def _kept(shapes: Iterable[Row], facts: Facts) -> list[Row]:
    ours = {(row["title"], row["version"]) for row in (*facts.shapes, *facts.older)}
    return [row for row in shapes if (row["title"], row.get("version", "")) not in ours]


def _lines(text: str) -> list[Row]:
    return [json.loads(line) for line in text.splitlines()]


def _write(path: Path, rows: Iterable[Row]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path
