"""jianzheng explain"""

from datetime import date, datetime
from pathlib import Path

import click

from assistant.cli.local import lexicons_option, rules_option
from assistant.export.explain import EXPLAIN_FORMATS, ExplainFormat, render_explanation


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--material", metavar="NAME", help="材料名称、其中几个字，或编号（m3）")
@click.option("--finding", metavar="ID", help="问题的编号（x3）")
@click.option("--as-of", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天的法律判断，默认今天")
@click.option("--baseline", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="基础事项清单")
@click.option("--decisions", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="决定文件")
@rules_option
@lexicons_option
@click.option(
    "--format", "format_", type=click.Choice(EXPLAIN_FORMATS), default="text", show_default=True, help="输出格式"
)
def explain(
    path: Path,
    material: str | None,
    finding: str | None,
    as_of: datetime | None,
    baseline: Path | None,
    decisions: Path | None,
    rules: tuple[Path, ...],
    lexicons: tuple[Path, ...],
    format_: ExplainFormat,
) -> None:
    """解释一份材料或一个问题：读到什么、认作哪种材料、哪些规则提示了、哪些差一点、差在哪里。

    jianzheng explain 指南.docx --material 健在证明
    """
    from assistant.batch import Source
    from assistant.cli.choosing import the_finding, the_material
    from assistant.cli.decided import decided_for
    from assistant.decisions import about
    from assistant.explaining import explain as explained
    from assistant.knowledge import load_knowledge
    from assistant.reading import read_file
    from assistant.review import review_document, settle

    if (material is None) == (finding is None):
        raise click.UsageError("请写明 --material 材料名称，或者 --finding 问题编号（二选一）")
    source = Source(path.name, path)
    decided = decided_for([source], decisions).of(source)
    knowledge = load_knowledge(baseline, rules=rules, lexicons=lexicons)
    review = review_document(read_file(path), as_of.date() if as_of else date.today(), knowledge)
    review = settle(review, about(decided, review.guides))
    guide, thing = the_material(review, material) if material is not None else the_finding(review, str(finding))
    click.echo(render_explanation(explained(review, knowledge, guide, thing), format_), nl=False)
