import json
from datetime import date
from pathlib import Path

import pytest

from assistant.decisions import load_decisions, save_decisions, with_decision, without_decision
from assistant.errors import DecisionError
from assistant.model.decision import Anchor, Decision

ANCHOR = Anchor("15001 高龄津贴", "material", "P096 高龄证明")
KEEP = Decision(ANCHOR, "keep", "省厅\u2028另有“要求”", "李四", date(2026, 11, 24))
CUT = Decision(Anchor("15001 高龄津贴", "material", "照片", "odd-proof/photo"), "cut", "", "王五", date(2026, 11, 25))
ROW = {
    "anchor": {"item": "甲", "type": "material", "key": "照片", "rule": None},
    "choice": "keep",
    "reason": "有依据",
    "person": "李四",
    "day": "2026-11-24",
}


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    save_decisions(tmp_path / "减证决定.jsonl", [KEEP, CUT])
    assert load_decisions(tmp_path / "减证决定.jsonl") == (KEEP, CUT)
    assert [path.name for path in tmp_path.iterdir()] == ["减证决定.jsonl"]


def test_a_file_saved_by_windows_notepad_is_read(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(ROW).encode() + b"\r\n\r\n")
    assert [decision.person for decision in load_decisions(path)] == ["李四"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reason": "  "}, "理由"),
        ({"person": ""}, "决定人"),
        ({"choice": "maybe"}, "choice"),
        ({"day": "昨天"}, "day"),
        ({"reason": 3}, "reason"),
        ({"anchor": {"item": "甲"}}, "key"),
        ({"anchor": {"item": "甲", "type": "page", "key": ""}}, "anchor.type"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, wrong: dict[str, object], words: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(f"{json.dumps(ROW)}\n{json.dumps(ROW | wrong)}\n", "utf-8")
    with pytest.raises(DecisionError, match=words) as caught:
        load_decisions(path)
    assert caught.value.where == f"{path}:2"


@pytest.mark.parametrize("line", ["{", "[]", "7"])
def test_what_is_no_object_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "d.jsonl").write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(DecisionError) as caught:
        load_decisions(tmp_path / "d.jsonl")
    assert caught.value.where.endswith(":2")


def test_a_file_of_another_encoding_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_bytes("决定".encode("gbk"))
    for name in ("d.jsonl", "none.jsonl"):
        with pytest.raises(DecisionError):
            load_decisions(tmp_path / name)


def test_nothing_is_kept_without_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    with pytest.raises(DecisionError, match="理由"):
        save_decisions(path, [Decision(ANCHOR, "keep", " ", "李四", date(2026, 1, 1))])
    assert not path.exists()


def test_a_new_decision_takes_the_place_of_the_old_and_undo_takes_it_away() -> None:
    again = Decision(ANCHOR, "cut", "", "赵六", date(2026, 12, 1))
    assert with_decision([KEEP, CUT], again) == (CUT, again)
    assert without_decision([KEEP, CUT], ANCHOR) == (CUT,)


def test_the_same_thing_under_a_new_name_is_decided_once() -> None:
    renamed = Decision(Anchor("高龄津贴 #1", "material", "P096 高龄的证明"), "cut", "", "赵六", date(2026, 12, 1))
    assert with_decision([KEEP, CUT], renamed) == (CUT, renamed)
    assert without_decision([KEEP, CUT], renamed.anchor) == (CUT,)


def test_what_is_read_back_unchanged_stays_the_first_persons() -> None:
    again = Decision(ANCHOR, KEEP.choice, KEEP.reason, "赵六", date(2026, 12, 1))
    assert with_decision([KEEP, CUT], again) == (KEEP, CUT)


def test_the_second_guide_of_one_name_is_another_thing() -> None:
    first, second = (Decision(Anchor(f"高龄津贴 #{n}", "material", "照片"), "cut", "", "赵六", CUT.day) for n in (1, 2))
    assert with_decision([first], second) == (first, second)
