"""The watch list as text, JSON and a workbook."""

import io
import json
from collections import Counter
from dataclasses import asdict
from typing import Literal, get_args

from assistant.export.cite_rows import NO_DEPARTMENT, written
from assistant.export.json import citation_object
from assistant.model.watched import Basis, Effect, LawChange, WatchedProvision, WatchList

WatchFormat = Literal["text", "json", "xlsx"]
WATCH_FORMATS: tuple[WatchFormat, ...] = get_args(WatchFormat)
EFFECTS: dict[Effect, str] = {"breaks": "须改", "changes": "内容有变", "unknown": "需核对", "stands": "不受影响"}
_BASES: dict[Basis, str] = {
    "texts": "逐条比对新旧文本",
    "shapes": "比对新旧文本的款项数",
    "facts": "只有日期，未能逐条比对",
}
_STYLES: dict[Effect, str] = {"breaks": "bold red", "changes": "yellow", "unknown": "yellow", "stands": "green"}
_ORDER = tuple(EFFECTS)


def render_watch(watch: WatchList, format: WatchFormat, width: int = 80, color: bool = False) -> bytes:
    if format == "json":
        return (json.dumps(watch_object(watch), ensure_ascii=False) + "\n").encode()
    return _workbook(watch) if format == "xlsx" else _text(watch, width, color).encode()


def watch_object(watch: WatchList) -> dict[str, object]:
    """``watch/1``: laws, their changes, and every provision with its citation as in cite/1."""
    return {
        "schema": "watch/1",
        "as_of": watch.as_of.isoformat(),
        "laws": list(watch.laws),
        "files": watch.files,
        "changes": [asdict(change) for change in watch.changes],
        "provisions": [_provision(provision) for provision in _sorted(watch)],
        "unread": [asdict(file) for file in watch.unread],
    }


def change_line(change: LawChange) -> str:
    """《商标法》2019-04-23 → 2026-06-26，2027-01-01起施行"""
    if change.new is None:
        successor = f"，由《{change.successor}》取代" if change.successor else ""
        return f"《{change.title}》{change.on}废止{successor}"
    old = f"{change.old} → " if change.old else ""
    return f"《{change.title}》{old}{change.new}，{change.on}起施行（{_BASES[change.basis]}）"


def _sorted(watch: WatchList) -> list[WatchedProvision]:
    order = {law: at for at, law in enumerate(watch.laws)}
    return sorted(watch.provisions, key=lambda p: (order[p.law], _ORDER.index(p.effect), p.file, p.citation.span))


def _provision(provision: WatchedProvision) -> dict[str, object]:
    names = ("law", "file", "department", "item_name", "place", "effect", "because", "now_at")
    own = {name: getattr(provision, name) for name in names}
    return own | {"citation": citation_object(provision.citation)}


def _text(watch: WatchList, width: int, color: bool) -> str:
    from rich.box import HORIZONTALS
    from rich.console import Console, Group
    from rich.table import Table

    from assistant.export.wrapped import Chinese

    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, legacy_windows=False, emoji=False
    )
    for line in _head(watch):
        console.print(Group(Chinese(line, "bold")))
    table = Table(box=HORIZONTALS, expand=True, show_edge=False, pad_edge=False, header_style="dim", border_style="dim")
    for title, columns in (("影响", 8), ("文件与事项", 26), ("引用", 22), ("说明", None)):
        table.add_column(title, width=columns, ratio=None if columns else 1, overflow="fold")
    for provision in _sorted(watch):
        where = "\n".join(filter(None, (provision.file, provision.item_name, provision.place)))
        effect = Chinese(EFFECTS[provision.effect], _STYLES[provision.effect])
        table.add_row(effect, Chinese(where), Chinese(written(provision.citation)), Chinese(provision.because))
    if watch.provisions:
        console.print(table)
    for unread in watch.unread:
        console.print(Group(Chinese(f"未读：{unread.message}", "bold red")))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _head(watch: WatchList) -> list[str]:
    changed = {change.title: change_line(change) for change in watch.changes}
    lines = [changed.get(law, f"《{law}》法规目录中没有修改记录") for law in watch.laws]
    effects = Counter(provision.effect for provision in watch.provisions)
    figures = "，".join(f"{words}{effects[effect]}" for effect, words in EFFECTS.items() if effects[effect])
    files = len({provision.file for provision in watch.provisions})
    return [*lines, f"{watch.files}个文件中{files}个引用了上述法规，共{len(watch.provisions)}处：{figures or '无'}"]


def _workbook(watch: WatchList) -> bytes:
    from assistant.export.cite_xlsx import plain_workbook

    columns = {
        "序号": 6,
        "法规": 30,
        "影响": 10,
        "文件": 26,
        "部门": 18,
        "事项": 24,
        "位置": 18,
        "引用": 34,
        "说明": 44,
    }
    rows = [
        (
            number,
            p.law,
            EFFECTS[p.effect],
            p.file,
            p.department or NO_DEPARTMENT,
            p.item_name,
            p.place,
            written(p.citation),
            p.because,
        )
        for number, p in enumerate(_sorted(watch), 1)
    ]
    changes = [(change_line(change),) for change in watch.changes]
    return plain_workbook("法规变动清单", {"清单": (columns, rows), "变动": ({"变动": 100}, changes)})
