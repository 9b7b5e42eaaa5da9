"""The report for people at a terminal: readable at 80 columns, and when it is piped into a file."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence

from rich.box import HORIZONTALS
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from assistant.export import Extras
from assistant.export.labels import ACTIONS, BASELINE, CATEGORIES, VERDICTS, ground_text
from assistant.export.wrapped import Chinese
from assistant.model.citation import Citation
from assistant.model.decision import Choice, Decision
from assistant.model.finding import Finding
from assistant.model.guide import BaselineItem, Duration, Guide
from assistant.model.material import Material
from assistant.model.plan import Cut, Plan
from assistant.model.review import Review
from assistant.text.durations import duration_text

# 联网核验（公安人口库）
_IN_BRACKET = re.compile(r"（(.+)）$")
CIRCLED = 20  # ① to ⑳
DECIDED: dict[Choice, str] = {"cut": "采纳", "keep": "保留"}
STYLES = {"error": "bold red", "warning": "yellow", "hint": "cyan"}


def write(review: Review, extras: Extras) -> bytes:
    return report(review, extras.width, extras.color).encode()


def report(review: Review, width: int, color: bool) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, no_color=not color, legacy_windows=False)
    count, day = len(review.guides), review.as_of.isoformat()
    console.print(Group(Chinese(f"{review.document.name} · {count}个事项 · 按{day}的法律判断", "dim")))
    for guide in review.guides:
        console.print(_guide(guide, review))
    if review.guides:
        console.print(_totals(review.plan))
    if review.notices:
        console.print(_heading("需要人看一眼的地方"))
        for notice in review.notices:
            console.print(Padding(Chinese(f"· {notice.message}"), (0, 0, 0, 2)))
    return _trimmed(out.getvalue())


def _guide(guide: Guide, review: Review) -> Group:
    findings = [finding for finding in review.findings if finding.guide == guide.id]
    own = [finding for finding in findings if finding.target.type == "material"]
    told = {citation.id for citation in guide.citations if citation.verdict != "ok"}  # by its verdict
    rest = [finding for finding in findings if finding.target.type != "material" and finding.target.id not in told]
    notes = _once(ground_text(ground) for finding in (*own, *rest) for ground in finding.basis)
    cuts = {cut.material: cut for cut in review.plan.cuts if cut.guide == guide.id}
    parts: list[RenderableType] = [Chinese(""), Rule(Chinese(guide.head.item_name, "bold"))]
    parts += [_facts(guide)] if _facts(guide) else []
    if guide.materials:
        parts += [_heading(f"申请材料（{len(guide.materials)}份）"), _materials(guide, own, cuts, notes)]
    if guide.baseline:
        parts += [_heading("与基础事项清单比对"), _baseline(guide.baseline)]
    if guide.citations:
        parts += [_heading(f"引用的法律文件（{len(guide.citations)}处）"), _citations(guide)]
    if rest:
        parts += [_heading("其他问题"), _others(rest, dict(review.decided), notes)]
    if notes:
        parts += [_heading("建议的依据"), *(Chinese(f"{_mark(note, notes)}{note}", "dim") for note in notes)]
    return Group(*parts)


def _baseline(item: BaselineItem) -> Text:
    words = BASELINE[item.decision] + (f"：{item.name}" if item.name else "")
    if item.missing:
        words += f"\n清单有而本指南没有的材料：{'、'.join(item.missing)}"
    return Chinese(words)


def _facts(guide: Guide) -> Text:
    """民政局 · 行政给付 · 承诺件 · 承诺10个工作日（法定20个工作日）"""
    head = guide.head
    words = [head.department, head.item_type, head.handling]
    if head.promised_time:
        words.append(_promise(head.promised_time))
    if head.statutory_time:
        words.append(f"法定{duration_text(head.statutory_time)}")
    return Chinese(" · ".join(word for word in words if word), "dim", justify="center")


def _promise(time: Duration) -> str:
    return "当场办结" if time.unit == "instant" else f"承诺{duration_text(time)}"


def _heading(words: str) -> Text:
    return Chinese(f"\n{words}", "bold")


def _table(*columns: tuple[str, int | None]) -> Table:
    table = Table(box=HORIZONTALS, expand=True, show_edge=False, pad_edge=False, header_style="dim", border_style="dim")
    for name, width in columns:
        table.add_column(name, width=width, ratio=None if width else 1, overflow="fold")
    return table


def _materials(guide: Guide, findings: Sequence[Finding], cuts: dict[str, Cut], notes: Sequence[str]) -> Table:
    table = _table(("", 2), ("建议", 8), ("材料", 20), ("理由与依据", None))
    for index, material in enumerate(guide.materials, 1):
        own = [finding for finding in findings if finding.target.id == material.id]
        cut = cuts.get(material.id)
        table.add_row(
            str(index), _advice(cut), _name(material, guide), _said(_reasons(own, notes), cut.decision if cut else None)
        )
    return table


def _advice(cut: Cut | None) -> Text:
    if cut is None:
        return Chinese("保留", "green")
    words = ACTIONS[cut.action]
    if cut.decision and cut.decision.choice == "keep":
        return Chinese("保留\n已决定", "green")
    return Chinese(words, "bold red") if cut.chosen else Chinese(f"{words}？", "yellow")


def _said(text: Text, decision: Decision | None) -> Text:
    """What people decided stands below what was found."""
    if decision is None:
        return text
    own = decision.choice == "cut" and not text.plain  # nothing was proposed that could be adopted
    words = f"{decision.person}{decision.day.isoformat()}决定{'取消' if own else DECIDED[decision.choice]}"
    before = "\n" if text.plain else ""
    return text.append(f"{before}{words}{'：' if decision.reason else ''}{decision.reason}", "bold green")


def _name(material: Material, guide: Guide) -> Text:
    text = Chinese(material.name)
    notes = [material.scenario, material.condition, _choice(material, guide)]
    for note in notes:
        if note:
            text.append(f"\n（{note}）", "dim")
    return text


def _choice(material: Material, guide: Guide) -> str | None:
    """与第6、7项任选其一; the numbers are those of the table."""
    if material.choice is None:
        return None
    others = [n for n, m in enumerate(guide.materials, 1) if m.choice == material.choice and m is not material]
    return f"与第{'、'.join(map(str, others))}项任选其一" if others else "任选其一"


def _reasons(findings: Sequence[Finding], notes: Sequence[str]) -> Text:
    """What was found, line by line, with the marks of its grounds; then once what takes the material's place."""
    text = Chinese()
    for finding in findings:
        text.append(finding.message, STYLES["error"] if finding.severity == "error" else "")
        text.append("".join(_mark(ground_text(ground), notes) for ground in finding.basis) + "\n", "dim")
    said = "".join(finding.message for finding in findings)
    for replacement in _once(finding.replacement for finding in findings):
        if _place_named(replacement) not in said:
            text.append(f"→{replacement}\n", "green")
    text.rstrip()
    return text


def _place_named(replacement: str) -> str:
    """联网核验（公安人口库） -> 公安人口库: what a message that already names it need not be followed by."""
    found = _IN_BRACKET.search(replacement)
    return found[1] if found else replacement


def _mark(note: str, notes: Sequence[str]) -> str:
    """① for the first ground of a guide, as footnotes are marked."""
    index = notes.index(note)
    return chr(ord("①") + index) if index < CIRCLED else f"({index + 1})"


def _once(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


def _citations(guide: Guide) -> Table:
    table = _table(("结论", 8), ("引用", 30), ("说明", None))
    for citation, count in _counted(guide.citations):
        style = {"ok": "green", "unverified": "dim", "unknown_law": "yellow"}.get(citation.verdict, "bold red")
        written = " ".join(citation.written.split()) + (f"（{count}处）" if count > 1 else "")
        table.add_row(Chinese(VERDICTS[citation.verdict], style), Chinese(written), Chinese(citation.because, "dim"))
    return table


def _counted(citations: Sequence[Citation]) -> list[tuple[Citation, int]]:
    """Each provision once, where it first stands: tables of steps cite the same one in every row."""
    groups: dict[tuple[str, str, str], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.written, citation.verdict, citation.because), []).append(citation)
    return [(group[0], len(group)) for group in groups.values()]


def _others(findings: Sequence[Finding], decided: Mapping[str, Decision], notes: Sequence[str]) -> Table:
    table = _table(("类型", 14), ("问题", None))
    for finding in findings:
        text = _said(_reasons([finding], notes), decided.get(finding.id))
        table.add_row(Chinese(CATEGORIES[finding.category], STYLES[finding.severity]), text)
    return table


def _totals(plan: Plan) -> Group:
    before, after = plan.before, plan.after
    rows = [
        ("申请材料", before.materials, after.materials, "份"),
        ("办理环节", before.steps, after.steps, "个"),
        ("申请表格", before.forms, after.forms, "张"),
        ("承诺时限", before.promised_days, after.promised_days, "个工作日"),
    ]
    lines = [Chinese(f"  {name}  {_change(old, new, unit)}") for name, old, new, unit in rows if old]
    if plan.one_form:
        lines.append(Chinese(f"  填写栏目  {_change(plan.one_form.asked_before, plan.one_form.asked_after, '栏')}"))
    undecided = sum(not cut.chosen and cut.decision is None for cut in plan.cuts)
    if undecided:
        lines.append(Chinese(f"  另有{undecided}份材料的建议把握不足，未计入，请人工判断（表中带“？”）", "yellow"))
    return Group(_heading("精简前后"), *lines)


def _change(old: int | None, new: int | None, unit: str) -> str:
    if old is None or new is None or old == new:
        return f"{old}{unit}，不变"
    return f"{old} → {new}{unit}（减少{round(100 * (old - new) / old)}%）"


def _trimmed(text: str) -> str:
    """Rich pads every line to the full width: trailing blanks only make piped text hard to compare."""
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
