"""Evaluation sets: .jsonl files whose names begin with what they ask for."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

Subject = Literal["citations", "kinds", "pairs", "guides", "forms", "real"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
# What may be read to predict. Every other field is the answer and is dropped before a line goes any further.
INPUTS: dict[Subject, frozenset[str]] = {
    "citations": frozenset({"text", "as_of"}),
    "kinds": frozenset({"written"}),
    "pairs": frozenset({"a", "b"}),
    "guides": frozenset({"text", "as_of"}),
    "forms": frozenset({"forms"}),
    "real": frozenset({"file"}),
}
ANSWERS: dict[Subject, frozenset[str]] = {
    "citations": frozenset({"citations"}),
    "kinds": frozenset({"kind", "kinds"}),
    "pairs": frozenset({"relation"}),
    "guides": frozenset({"guides"}),
    "forms": frozenset({"clusters"}),
    "real": frozenset({"guides"}),
}


@dataclass(frozen=True, slots=True)
class Line:
    """``inputs`` holds the fields of INPUTS alone."""

    id: str
    inputs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """``labelled``: it holds answers, so a scorer can count; ``problems`` are lines that could not be read."""

    subject: Subject
    path: Path
    lines: tuple[Line, ...]
    labelled: bool
    problems: tuple[str, ...]


def find_sets(folder: Path) -> tuple[EvaluationSet, ...]:
    """The sets directly in ``folder``, by subject and name; predictions that lie beside them are none."""
    return tuple(
        _read(subject, path)
        for subject in SUBJECTS
        for path in sorted(folder.glob(f"{subject}_*.jsonl"))
        if path.is_file() and not path.name.endswith(".pred.jsonl")
    )


def _read(subject: Subject, path: Path) -> EvaluationSet:
    lines: list[Line] = []
    problems: list[str] = []
    labelled = False
    for number, raw in enumerate(path.read_bytes().split(b"\n"), 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
            inputs = {name: row[name] for name in INPUTS[subject] if name in row}
            lines.append(Line(row["id"], inputs))
            labelled |= any(name in row for name in ANSWERS[subject])
        except (ValueError, TypeError, KeyError) as fault:
            problems.append(f"{path.name}:{number}: 不是一行带 id 的 JSON（{fault}）")
    return EvaluationSet(subject, path, tuple(lines), labelled, tuple(problems))
