"""What jianzheng laws prints, as lines of text."""

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence

import click

from assistant.errors import KnowledgeError
from assistant.laws.compare import Change, Kind, wording
from assistant.laws.gaps import Kind as GapKind
from assistant.laws.gaps import LibraryGap
from assistant.laws.importing import Tally
from assistant.laws.law_text import ArticleText
from assistant.laws.search import Hit
from assistant.laws.stock import counts, indexed, levels
from assistant.laws.texts import Edition
from assistant.text.numerals import number

_GAPS: dict[GapKind, str] = {
    "absent": "目录中现行有效、库中没有文本的法律和行政法规",
    "outdated": "库中文本已不是最新",
    "short": "条数少于应有",
    "hole": "中间缺条",
    "glued": "两条连成一条（已拆开）",
    "repeated": "条号重复",
    "empty": "有条号没有内容",
    "undated": "没有日期",
    "no_articles": "没有分条（决定、修正案等）",
    "unreadable": "读不了",
}
_CHANGES: dict[Kind, str] = {"same": "未变", "changed": "修改", "moved": "移位", "added": "新增", "dropped": "删去"}
# 第十二条, 120-1, 十二之一
_ARTICLE = re.compile(r"第?([0-9一二三四五六七八九十百千〇零]+)条?(?:[-之]([0-9一二三四五六七八九十]+))?")


def tally_line(name: str, tally: Tally) -> str:
    new, changed, same = (tally.documents[step] for step in ("new", "changed", "same"))
    lines = [f"{name}（{tally.source}）：新增{new}件，更新{changed}件，未变{same}件，{tally.articles}条"]
    if tally.facts:
        lines.append(f"  索引记录{tally.facts}条")
    lines += [f"  读不了：{path}：{reason}" for path, reason in tally.unreadable]
    return "\n".join(lines)


def gap_summary(gaps: Sequence[LibraryGap]) -> str:
    found = Counter(gap.kind for gap in gaps)
    lines = [f"  {words}：{found[kind]}处" for kind, words in _GAPS.items() if found[kind]]
    return "\n".join(["缺漏：", *lines, "  逐条列出：jianzheng laws stats --gaps"]) if lines else "缺漏：没有发现"


def gap_lines(gaps: Sequence[LibraryGap]) -> str:
    """A line for each text; the many glued articles of one text are one line."""
    grouped: dict[tuple[str, str, str, str], list[str]] = {}
    for gap in gaps:
        grouped.setdefault((_GAPS[gap.kind], gap.title, gap.version, gap.source), []).append(gap.detail)
    return "\n".join(_gap_line(*place, details) for place, details in grouped.items())


def _gap_line(words: str, title: str, version: str, source: str, details: list[str]) -> str:
    more = f" 等{len(details)}处" if len(details) > 1 else ""
    return "\t".join([words, title, version, source, details[0] + more])


def stock_lines(library: sqlite3.Connection) -> str:
    lines = [f"{source}\t{laws}部\t{texts}个文本\t{articles}条" for source, laws, texts, articles in counts(library)]
    lines += [f"{level}\t{laws}部\t{texts}个文本" for level, laws, texts in levels(library)]
    lines += [f"{source}\t{rows}条索引记录" for source, rows in indexed(library)]
    return "\n".join(lines)


def edition_line(edition: Edition) -> str:
    version = f"{edition.version}文本，自{edition.effective}施行" if edition.version else "文本日期不明"
    warning = f"；{edition.superseded}又有修改，新文本不在库中" if edition.superseded else ""
    return f"《{edition.title}》（{version}；来源 {edition.source}{warning}）"


def article_key(written: str) -> tuple[int, int]:
    """12, 第十二条, 120-1 -> (120, 1). Raises click.BadParameter."""
    match = _ARTICLE.fullmatch(written.strip())
    article = number(match.group(1)) if match else None
    if not match or article is None:
        raise click.BadParameter("条号写作 12、第十二条 或 120-1", param_hint="--article")
    return article, (number(match.group(2)) or 0) if match.group(2) else 0


def article_text(articles: Sequence[ArticleText]) -> str:
    lines: list[str] = []
    chapter = None
    for article in articles:
        if article.chapter != chapter and len(articles) > 1:
            chapter = article.chapter
            lines += ["", chapter or "", ""]
        lines.append(f"{article.label}　{article.text}")
    return "\n".join(lines)


def hit_lines(hit: Hit, words: Sequence[str]) -> str:
    """The heading of a hit, and the line of the article in which the first of the words stands."""
    line = next((line for line in hit.text.splitlines() if words[0] in line), hit.text.splitlines()[0])
    at = max(0, line.find(words[0]) - 30)
    shown = ("…" if at else "") + line[at : at + 90] + ("…" if at + 90 < len(line) else "")
    return f"《{hit.title}》{hit.label}（{hit.version}）\n    {shown}"


def versions_of(editions: Sequence[Edition], wanted: Sequence[str]) -> tuple[Edition, Edition]:
    """The texts whose days begin as written (2012, 2012-12-28); the last two where none are. Raises KnowledgeError."""
    held = list({edition.version: edition for edition in editions if edition.version}.values())
    days = "、".join(edition.version for edition in held)
    if not wanted and len(held) > 1:
        return held[-2], held[-1]
    if len(wanted) != 2:
        raise KnowledgeError(editions[-1].title, f"要比较两个文本，库中有：{days or '没有'}")
    found = [next((edition for edition in held if edition.version.startswith(day)), None) for day in wanted]
    if found[0] is None or found[1] is None:
        missing = wanted[0] if found[0] is None else wanted[1]
        raise KnowledgeError(editions[-1].title, f"库中没有{missing}的文本，有：{days}")
    return found[0], found[1]


def change_lines(changes: Sequence[Change]) -> str:
    found = Counter(change.kind for change in changes)
    lines = ["，".join(f"{words}{found[kind]}条" for kind, words in _CHANGES.items() if found[kind])]
    return "\n".join([*lines, *(line for change in changes if change.kind != "same" for line in _change(change))])


def _change(change: Change) -> list[str]:
    old, new = change.old, change.new
    if new is None:
        assert old is not None, "a change is of at least one article"
        return [f"\n{old.label}　删去", f"  [-{old.text}-]"]
    if old is None:
        return [f"\n{new.label}　新增", f"  {{+{new.text}+}}"]
    label = new.label if old.key == new.key else f"{old.label} → {new.label}"
    if old.text == new.text:
        return [f"\n{label}　移位，文字未变"]
    marks = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}
    return [f"\n{label}　修改", "  " + "".join(marks[tag].format(piece) for tag, piece in wording(old.text, new.text))]
