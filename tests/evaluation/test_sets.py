import json
from pathlib import Path
from typing import Any

from assistant.evaluation.sets import find_sets


def write(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_sets_are_known_by_the_beginning_of_their_names(tmp_path: Path) -> None:
    for name in ("real_x.jsonl", "citations_1.jsonl", "citations_2.jsonl", "notes.jsonl", "kinds.txt"):
        write(tmp_path, name)
    assert [one.path.name for one in find_sets(tmp_path)] == ["citations_1.jsonl", "citations_2.jsonl", "real_x.jsonl"]


def test_predictions_that_lie_beside_the_sets_are_no_sets(tmp_path: Path) -> None:
    write(tmp_path, "kinds_dev.pred.jsonl", {"id": "a", "kind": "L001"})
    assert find_sets(tmp_path) == ()


def test_answers_never_leave_the_reader(tmp_path: Path) -> None:
    write(
        tmp_path, "citations_a.jsonl", {"id": "a", "text": "依据", "as_of": "2020-01-01", "citations": [], "note": "x"}
    )
    (found,) = find_sets(tmp_path)
    assert found.lines[0].inputs == {"text": "依据", "as_of": "2020-01-01"}


def test_a_set_with_answers_is_labelled(tmp_path: Path) -> None:
    write(tmp_path, "pairs_a.jsonl", {"id": "a", "a": "甲", "b": "乙", "relation": "same"})
    write(tmp_path, "pairs_b.jsonl", {"id": "a", "a": "甲", "b": "乙"})
    assert [one.labelled for one in find_sets(tmp_path)] == [True, False]


def test_an_answer_of_null_is_an_answer(tmp_path: Path) -> None:
    write(tmp_path, "kinds_a.jsonl", {"id": "a", "written": "排水许可证", "kind": None})
    assert find_sets(tmp_path)[0].labelled


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "kinds_a.jsonl", {"id": "a", "written": "户口簿"}, {"written": "没有 id"})
    path.write_bytes(path.read_bytes() + b'{"id": \n[1]\n{"id": "z", "written": "\xff"}\n')
    (found,) = find_sets(tmp_path)
    assert [line.id for line in found.lines] == ["a"]
    assert [problem.split(" ")[0] for problem in found.problems] == [f"kinds_a.jsonl:{n}:" for n in (2, 3, 4, 5)]
