"""jianzheng decide, jianzheng decisions"""

import getpass
from datetime import date, datetime
from pathlib import Path

import click

from assistant.cli.choosing import the_finding, the_material
from assistant.cli.local import lexicons_option, rules_option
from assistant.decisions.files import FILE_NAME, load_decisions, save_decisions, with_decision, without_decision
from assistant.model.decision import Anchor, Choice, Decision
from assistant.model.review import Review

_CHOICES: dict[Choice, str] = {"cut": "取消", "keep": "保留"}


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--material", metavar="NAME", help="材料名称或其中几个字")
@click.option("--finding", metavar="ID", help="问题的编号，如 x3（见 JSON 或 explain）")
@click.option("--keep", "choice", flag_value="keep", type=str, help="保留，不采纳建议（须写 --reason）")
@click.option("--cut", "choice", flag_value="cut", type=str, help="取消，采纳建议")
@click.option("--undo", is_flag=True, help="撤销先前的决定")
@click.option("--reason", metavar="TEXT", default="", help="理由")
@click.option("--person", metavar="NAME", default=getpass.getuser, show_default="登录名", help="决定人")
@click.option("--day", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="决定的日期，默认今天")
@click.option("--from", "workbook", is_flag=True, help="FILE 是填好“采纳”一栏的精简清单（.xlsx），逐行读回")
@rules_option
@lexicons_option
@click.option("--decisions", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="决定文件")
def decide(
    path: Path,
    material: str | None,
    finding: str | None,
    choice: Choice | None,
    undo: bool,
    reason: str,
    person: str,
    day: datetime | None,
    workbook: bool,
    rules: tuple[Path, ...],
    lexicons: tuple[Path, ...],
    decisions: Path | None,
) -> None:
    """记下人的决定：某份材料（或某个问题）保留还是取消。

    决定写进 FILE 旁边的“减证决定.jsonl”，以后审查时自动套用；指南改了行号、顺序，决定仍然有效。

    jianzheng decide 指南.docx --material 健在证明 --keep --reason 省厅另有要求 --person 张三

    jianzheng decide --from 精简清单.xlsx --person 张三　读回工作簿里填的采纳、保留
    """
    target = decisions or path.parent / FILE_NAME
    known = load_decisions(target) if target.exists() else ()
    when = day.date() if day else date.today()
    if workbook:
        _read_back(path, person, when, target, known)
        return
    anchor = _anchor(_review(path, rules, lexicons), material, finding)
    if undo:
        _undo(anchor, target, known)
        return
    if choice is None:
        raise click.UsageError("请写明 --keep（保留）、--cut（取消）或 --undo（撤销）")
    if choice == "keep" and not reason.strip():
        raise click.UsageError("保留须写明理由：--reason 理由")
    save_decisions(target, with_decision(known, Decision(anchor, choice, reason.strip(), person, when)))
    click.echo(f"已记下：{anchor.item}“{anchor.key}”{_CHOICES[choice]}。写在 {target}")


def _review(path: Path, rules: tuple[Path, ...], lexicons: tuple[Path, ...]) -> Review:
    from assistant.knowledge import load_knowledge
    from assistant.reading import read_file
    from assistant.review import review_document

    return review_document(read_file(path), date.today(), load_knowledge(rules=rules, lexicons=lexicons))


def _anchor(review: Review, material: str | None, finding: str | None) -> Anchor:
    from assistant.decisions import anchor_of

    if (material is None) == (finding is None):
        raise click.UsageError("请写明 --material 材料名称，或者 --finding 问题编号（二选一）")
    if material is not None:
        guide, chosen = the_material(review, material)
        anchor = anchor_of(guide, chosen, review.guides)
    else:
        assert finding is not None
        guide, found = the_finding(review, finding)
        anchor = anchor_of(guide, found, review.guides)
    if not anchor.item:
        raise click.UsageError("这份指南没有事项名称，决定无从对应；请先补上名称")
    return anchor


def _undo(anchor: Anchor, target: Path, known: tuple[Decision, ...]) -> None:
    """A decision that an older version of the guide was anchored by another name for is found by ``decisions``."""
    left = without_decision(known, anchor)
    if left == known:
        raise click.UsageError(f"{target} 里没有关于它的决定；用 jianzheng decisions 查看全部")
    save_decisions(target, left)
    click.echo(f"已撤销：{anchor.item}“{anchor.key}”")


def _read_back(path: Path, person: str, day: date, target: Path, known: tuple[Decision, ...]) -> None:
    from assistant.decisions.from_workbook import read_workbook

    found = read_workbook(path, person, day)
    for decision in found.decisions:
        known = with_decision(known, decision)
    for anchor in found.undecided:
        known = without_decision(known, anchor)
    save_decisions(target, known)
    cut = sum(decision.choice == "cut" for decision in found.decisions)
    click.echo(f"读回{len(found.decisions)}条决定：采纳{cut}条，保留{len(found.decisions) - cut}条。写在 {target}")


@click.command()
@click.argument("path", metavar="[FILE]", type=click.Path(path_type=Path), default=Path(FILE_NAME))
@click.option("--undo", "number", metavar="N", type=click.IntRange(1), help="撤销第 N 条")
def decisions(path: Path, number: int | None) -> None:
    """列出记下的决定。FILE 是决定文件或指南所在的文件夹，默认当前文件夹。"""
    target = path / FILE_NAME if path.is_dir() else path
    known = load_decisions(target)
    if number is not None:
        if number > len(known):
            raise click.UsageError(f"{target} 里只有{len(known)}条决定")
        save_decisions(target, (*known[: number - 1], *known[number:]))
        click.echo(f"已撤销第{number}条：{_line(known[number - 1])}")
        return
    for index, decision in enumerate(known, 1):
        click.echo(f"{index}. {_line(decision)}")
    if not known:
        click.echo(f"{target} 里还没有决定")


def _line(decision: Decision) -> str:
    anchor = decision.anchor
    rule = f"（规则 {anchor.rule}）" if anchor.rule else ""
    why = f"：{decision.reason}" if decision.reason else ""
    thing = f"{anchor.item} / {anchor.key or '整个事项'}{rule}"
    return f"{_CHOICES[decision.choice]}  {thing}{why}（{decision.person}，{decision.day.isoformat()}）"
