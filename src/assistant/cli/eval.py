"""jianzheng eval"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.batch import Failure
from assistant.cli.progress import shown
from assistant.evaluation.predict import predictions
from assistant.evaluation.scores import Score, score
from assistant.evaluation.sets import SUBJECTS, EvaluationSet, find_sets
from assistant.export.files import write_whole

SHARED = Path("../shared/eval")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--sets", metavar="DIR", required=True, type=FOLDER, help="评测集所在文件夹")
@click.option("--predict", metavar="OUT", type=click.Path(file_okay=False, path_type=Path), help="预测结果写入此文件夹")
@click.option("--scorers", metavar="DIR", type=FOLDER, help="评分程序所在文件夹，默认与评测集在一起")
@click.option("--files", metavar="DIR", type=FOLDER, help="real_* 所指文件的起始文件夹，默认评测集的上一级")
@click.option("--library", metavar="FILE", type=click.Path(exists=True, path_type=Path), help="法律库，用于核对引文")
@click.option("--only", multiple=True, type=click.Choice(SUBJECTS), help="只运行这类评测集，可重复")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="并行进程数")
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True, help="每行最多几秒")
def evaluate(
    sets: Path,
    predict: Path | None,
    scorers: Path | None,
    files: Path | None,
    library: Path | None,
    only: tuple[str, ...],
    jobs: int,
    timeout: float,
) -> None:
    """在评测集上运行，写出预测并打分。

    评测集按文件名开头识别：citations_* kinds_* pairs_* guides_* forms_* real_*。没有答案的只预测，不打分。
    """
    found = [one for one in find_sets(sets) if not only or one.subject in only]
    if not found:
        raise click.ClickException(f"{sets} 里没有评测集（{'、'.join(f'{name}_*.jsonl' for name in SUBJECTS)}）")
    with tempfile.TemporaryDirectory() as scratch:
        out = predict or Path(scratch)
        rows = []
        for one in found:
            answered = _predicted(one, out, (files or sets.resolve().parent, library, jobs, timeout))
            rows.append((one, answered, _scored(one, out, scorers or _scorers(sets))))
            click.echo(_row(*rows[-1]))
    sys.exit(0)


def _scorers(sets: Path) -> Path:
    """Scorers mostly lie beside their sets, else where this project keeps its own."""
    beside = any(sets.glob("score_*.py")) or not SHARED.is_dir()
    return sets if beside else SHARED


def _prediction(one: EvaluationSet, out: Path) -> Path:
    return out / f"{one.path.stem}.pred.jsonl"


def _predicted(one: EvaluationSet, out: Path, how: tuple[Path, Path | None, int, float]) -> int:
    """Writes the predictions, returns how many lines have one; what failed is named on standard error."""
    lines: list[str] = []
    failed: dict[str, list[str]] = {}
    for name, answer in shown(predictions(one, *how), len(one.lines), lambda pair: pair[0]):
        if isinstance(answer, Failure):
            failed.setdefault(answer.message, []).append(name)
        else:
            lines.append(json.dumps({"id": name, **answer}, ensure_ascii=False) + "\n")
    for problem in (*one.problems, *(_told(one, names, message) for message, names in failed.items())):
        click.echo(problem, err=True)
    write_whole(_prediction(one, out), "".join(lines).encode())
    return len(lines)


def _told(one: EvaluationSet, names: Sequence[str], message: str) -> str:
    """One sentence for all lines that failed in the same way."""
    which = names[0] if len(names) == 1 else f"{names[0]}等{len(names)}行"
    return f"{one.path.name} {which}：{message}"


def _scored(one: EvaluationSet, out: Path, scorers: Path) -> Score:
    if not one.labelled:
        return Score(problem="没有答案，只预测")
    return score(one.subject, one.path, _prediction(one, out), scorers)


def _row(one: EvaluationSet, answered: int, scored: Score) -> str:
    figures = scored.problem or "  ".join(f"{name} {value}" for name, value in scored.figures)
    return f"{one.path.stem:<20} {answered}/{len(one.lines) + len(one.problems)}行  {figures}"
