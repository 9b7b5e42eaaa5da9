"""The citation report at a terminal: readable at 80 columns, and when it is piped into a file."""

import io

from rich.box import HORIZONTALS
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from assistant.export.cite_rows import (
    DEPARTMENT_COLUMNS,
    STANDINGS,
    Standing,
    advice,
    by_department,
    difference,
    standing,
    written,
)
from assistant.export.labels import VERDICTS
from assistant.export.wrapped import Chinese
from assistant.model.cited import CitedDocument, CiteReport, Provision

_STYLES: dict[Standing, str] = {"ok": "green", "open": "yellow", "fault": "bold red"}
_MARKS = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}


def cite_text(report: CiteReport, width: int, color: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, legacy_windows=False, emoji=False
    )
    for file in report.files:
        console.print(_file(file))
    if len(report.files) > 1 or len(by_department(report.files)) > 1:
        console.print(_departments(report))
    for unread in report.unread:
        console.print(Group(Chinese(f"未读：{unread.message}", "bold red")))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _file(cited: CitedDocument) -> Group:
    count = {name: sum(standing(p.citation) == name for p in cited.provisions) for name in STANDINGS}
    figures = "，".join(f"{words}{count[name]}" for name, words in STANDINGS.items() if count[name])
    head = f"{cited.document.name}  ·  引用{len(cited.provisions)}处  ·  {figures or '没有找到引用'}"
    parts: list[RenderableType] = [Chinese(f"{head}  ·  按{cited.as_of.isoformat()}判断", "bold"), _table(cited)]
    notes = [Chinese(f"· {notice.message}", "dim") for notice in cited.notices]
    return Group(*(parts if cited.provisions else parts[:1]), *notes, Chinese(""))


def _table(cited: CitedDocument) -> Table:
    table = _plain_table()
    for title, width in (("结论", 8), ("引用", 30), ("说明", None)):
        table.add_column(title, width=width, ratio=None if width else 1, overflow="fold")
    names = {guide.id: guide.item_name for guide in cited.guides}
    many = len(cited.guides) > 1
    for provision in cited.provisions:
        citation = provision.citation
        cell = Chinese(written(citation))
        cell.append(
            f"\n{names.get(provision.guide or '', '')} {provision.place}" if many else f"\n{provision.place}", "dim"
        )
        style = _STYLES[standing(citation)]
        table.add_row(Chinese(VERDICTS[citation.verdict], style), cell, _explained(provision))
    return table


def _explained(provision: Provision) -> Text:
    """Reason, advice, and the law's words where something is wrong, or how the quote differs from them."""
    citation = provision.citation
    text = Chinese(citation.because)
    if advice(provision):
        text.append(f"\n建议：{advice(provision)}", "cyan")
    differs = difference(provision)
    if differs:
        text.append("\n" + "".join(_MARKS[tag].format(piece) for tag, piece in differs), "dim")
    elif provision.law and standing(citation) != "ok":
        text.append(f"\n{provision.law.cited or provision.law.article}", "dim")
    return text


def _departments(report: CiteReport) -> Table:
    table = _plain_table()
    for at, title in enumerate(DEPARTMENT_COLUMNS):
        table.add_column(title, overflow="fold", justify="right" if at else "left")
    for row in by_department(report.files):
        table.add_row(*map(str, row.cells))
    return table


def _plain_table() -> Table:
    return Table(box=HORIZONTALS, expand=True, show_edge=False, pad_edge=False, header_style="dim", border_style="dim")
