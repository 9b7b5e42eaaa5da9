"""Runs the scorer that belongs to a set and picks the figures for the table."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.sets import Subject

SCORERS: dict[Subject, tuple[str, ...]] = {
    "citations": ("score_citations.py",),
    "kinds": ("score_materials.py", "kinds"),
    "pairs": ("score_materials.py", "pairs"),
    "guides": ("score_materials.py", "guides"),
    "forms": ("score_materials.py", "forms"),
    "real": ("score_real.py",),
}
# Name in the table -> where the figure stands in the scorer's JSON. [7, 9] is shown as 7/9.
FIGURES: dict[Subject, dict[str, str]] = {
    "citations": {
        "条款F1": "provisions.f1",
        "位置F1": "spans.f1",
        "名称": "title.accuracy",
        "结论": "verdict.accuracy",
        "结论/全部": "verdict.of_all_gold",
        "误报": "verdict.false_alarms",
    },
    "kinds": {"种类F1": "overall.f1", "正确率": "accuracy", "无种类": "null_accuracy", "拆分": "compound_split"},
    "pairs": {"宏F1": "macro_f1", "正确率": "accuracy", "危险": "dangerous"},
    "guides": {
        "材料F1": "materials.f1",
        "时限": "times",
        "问题P": "findings.p",
        "问题R": "findings.r",
        "精简F1": "cut.f1",
        "误伤": "kept_flagged",
        "安静": "clean_guides_quiet",
    },
    "forms": {"字段F1": "overall.f1", "整组": "clusters_exact"},
    "real": {
        "材料F1": "materials.f1",
        "引用F1": "citations.f1",
        "指南": "guides_found",
        "名称": "item_names",
        "核验P": "flags.online_check.p",
        "核验R": "flags.online_check.r",
        "兜底P": "flags.catch_all.p",
    },
}


@dataclass(frozen=True, slots=True)
class Score:
    """``figures`` for the table; ``problem`` is why there are none."""

    figures: tuple[tuple[str, str], ...] = ()
    problem: str | None = None


def score(subject: Subject, gold: Path, predicted: Path, scorers: Path) -> Score:
    script, *arguments = SCORERS[subject]
    if not (scorers / script).is_file():
        return Score(problem=f"没有评分程序 {script}，用 --scorers 指明它所在的文件夹")
    command = [sys.executable, "-B", str(scorers / script), *arguments, str(gold), str(predicted)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=600, check=False)
    try:
        last = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        reason = (done.stderr.strip().splitlines() or ["没有输出"])[-1]
        return Score(problem=f"评分程序 {script} 未给出结果：{reason}")
    return Score(tuple((name, _figure(last, path)) for name, path in FIGURES[subject].items()))


def _figure(result: Any, path: str) -> str:
    for name in path.split("."):
        result = result.get(name) if isinstance(result, dict) else None
    if isinstance(result, float):
        return f"{result:.3f}"
    if isinstance(result, list):
        return "/".join(map(str, result))
    return "–" if result is None else str(result)
