"""``jianzheng rules``: list, show, test and begin rules."""

from dataclasses import dataclass
from pathlib import Path

import click

from assistant.cli.local import lexicons_option
from assistant.rules.loader import load_only, load_rules
from assistant.rules.schema import Example, Rule, RuleSet


@dataclass(frozen=True, slots=True)
class Local:
    """The user's own folders."""

    folders: tuple[Path, ...]
    lexicons: tuple[Path, ...]

    def all(self) -> RuleSet:
        """The shipped rules, with the user's."""
        return load_rules(*self.folders, lexicons=self.lexicons)

    def own(self, loaded: RuleSet) -> tuple[Rule, ...]:
        """The user's rules; the shipped ones where there are none of theirs."""
        names = [rule.name for folder in self.folders for rule in load_only(folder, self.lexicons).rules]
        return tuple(rule for rule in loaded.rules if rule.name in names) if self.folders else loaded.rules


@click.group()
@click.option(
    "--rules",
    "--folder",
    "folders",
    metavar="DIR",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="本地的规则：增补随附的规则，同名的代替它；可多次",
)
@lexicons_option
@click.pass_context
def rules(context: click.Context, folders: tuple[Path, ...], lexicons: tuple[Path, ...]) -> None:
    """规则：列出、查看、试验、新建。"""
    context.obj = Local(folders, lexicons)


@rules.command("list")
@click.pass_obj
def list_rules(local: Local) -> None:
    """列出全部规则：编号、类别、轻重、名称。"""
    for rule in local.all().rules:
        click.echo(f"{rule.id:<40}{rule.category:<22}{rule.severity:<9}{rule.title}")


@rules.command()
@click.argument("rule_id", metavar="ID")
@click.pass_obj
def show(local: Local, rule_id: str) -> None:
    """查看一条规则：理由、依据、条件和例子。"""
    click.echo(_described(_named(local.all(), rule_id)))


@rules.command()
@click.argument("rule_id", metavar="[ID]", required=False)
@click.pass_obj
def test(local: Local, rule_id: str | None) -> None:
    """用规则自带的例子试验一条规则、本地的规则，或随附的全部规则；给了 --lexicons，连同词表里的例子。"""
    from assistant.evaluation.lexicon_examples import lexicon_failures
    from assistant.evaluation.rule_examples import failures
    from assistant.knowledge import load_knowledge

    loaded = local.all()
    wanted = (_named(loaded, rule_id),) if rule_id else local.own(loaded)
    failed = list(failures(loaded, wanted, load_knowledge(lexicons=local.lexicons)))
    if local.lexicons and not rule_id:
        failed += lexicon_failures(local.lexicons)
    for failure in failed:
        click.echo(f"未通过 {failure.rule}“{failure.example}”：{failure.message}")
    count = sum(len(rule.fires_on) + len(rule.quiet_on) for rule in wanted)
    click.echo(f"{len(wanted)} 条规则、{count} 个例子，{len(failed)} 个未通过")
    if failed:
        raise click.exceptions.Exit(1)


@rules.command()
@click.argument("name", metavar="TOPIC/ID")
@click.pass_obj
def new(local: Local, name: str) -> None:
    """新建一条规则的样板，填好后用 rules test ID 试验。"""
    from assistant.rules.skeleton import skeleton

    path = (local.folders[-1] if local.folders else Path("rules")) / f"{name}.yaml"
    if name.count("/") != 1 or not all(name.split("/")):
        raise click.UsageError("写成 TOPIC/ID，例如 odd-proof/pet-ownership")
    if path.exists():
        raise click.UsageError(f"{path} 已经有了")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(path.stem), "utf-8")
    click.echo(f"已建立 {path}。填好后运行：jianzheng rules --rules {path.parent.parent} test {path.stem}")


def _named(loaded: RuleSet, rule_id: str) -> Rule:
    rule = loaded.named(rule_id)
    if rule is None:
        near = [each.id for each in loaded.rules if rule_id.rpartition("/")[2][:4] in each.id]
        hint = f"相近的有：{'、'.join(near)}" if near else "用 rules list 查看全部"
        raise click.UsageError(f"没有规则“{rule_id}”；{hint}")
    return rule


def _described(rule: Rule) -> str:
    basis = [
        f"  {dated.ground.doc}（{dated.ground.number}）" if dated.ground.number else f"  {dated.ground.doc}"
        for dated in rule.basis
    ]
    articles = [dated.ground.article or "" for dated in rule.basis]
    days = [f"（{dated.start or ''}—{dated.end or ''}）" if dated.start or dated.end else "" for dated in rule.basis]
    lines = [
        f"{rule.id}  {rule.title}",
        f"类别 {rule.category}，轻重 {rule.severity}，处理 {rule.action}，把握 {rule.confidence or '随材料种类'}",
        f"理由：{rule.why}",
        "依据：",
        *(f"{name}{article}{day}" for name, article, day in zip(basis, articles, days, strict=True)),
        f"提示语：{rule.message}",
        *_examples("应提示", rule.fires_on),
        *_examples("不提示", rule.quiet_on),
        f"文件：{rule.path}",
    ]
    return "\n".join(lines)


def _examples(title: str, examples: tuple[Example, ...]) -> list[str]:
    return [
        f"{title}：{example.name}\n" + "".join(f"    {line}\n" for line in example.guide.splitlines())
        for example in examples
    ]
