from pathlib import Path

from assistant.evaluation.scores import score

GOLD, PREDICTED = Path("gold.jsonl"), Path("predicted.jsonl")


def scorer(folder: Path, *lines: str) -> Path:
    (folder / "score_materials.py").write_text("\n".join(lines), "utf-8")
    return folder


def test_the_figures_come_from_the_last_line(tmp_path: Path) -> None:
    folder = scorer(tmp_path, "print('表')", """print('{"macro_f1": 0.5, "accuracy": 1.0, "dangerous": 3}')""")
    assert score("pairs", GOLD, PREDICTED, folder).figures == (("宏F1", "0.500"), ("正确率", "1.000"), ("危险", "3"))


def test_the_scorer_is_told_what_the_set_is_about(tmp_path: Path) -> None:
    folder = scorer(tmp_path, "import json, sys", "print(json.dumps({'accuracy': sys.argv[1:]}))")
    figures = dict(score("kinds", GOLD, PREDICTED, folder).figures)
    assert figures["正确率"] == "kinds/gold.jsonl/predicted.jsonl"


def test_a_figure_that_is_not_there_is_a_dash(tmp_path: Path) -> None:
    folder = scorer(tmp_path, "print('{}')")
    assert dict(score("pairs", GOLD, PREDICTED, folder).figures)["宏F1"] == "–"


def test_a_scorer_that_fails_is_a_sentence_and_not_a_stop(tmp_path: Path) -> None:
    folder = scorer(tmp_path, "raise SystemExit('坏了')")
    assert "坏了" in (score("kinds", GOLD, PREDICTED, folder).problem or "")


def test_without_a_scorer_it_says_how_to_name_one(tmp_path: Path) -> None:
    assert "--scorers" in (score("real", GOLD, PREDICTED, tmp_path).problem or "")
