"""Lines of a law to articles, as SOURCES of law texts write them: a line beginning 第X条 opens an article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.laws.history import is_history
from assistant.laws.law_text import ArticleText, Gap
from assistant.text.numerals import NUMERAL, number

# 第十二条 , **第十二条**　, 第一百二十条之一 ; the rest of the line is the first 款
_OPENING = re.compile(rf"(?:\*\*)?\s*(第\s*({NUMERAL})\s*条(?:\s*之\s*({NUMERAL}))?)(?:\*\*)?([\s:：]*)(.*)")
# "第十二条规定的…": a 款 that happens to begin with a reference, not an opening
_REFERENCE = re.compile(
    rf"(?:规定|[、，,。；的款项]|第{NUMERAL}[条款项]|(?:和|至|到|或者?|与|及|以及)第|所[列称规]|中[规所])"
)
# ## 第一章 总则, 第二节　申请与受理, 第三章公益性公墓管理, 附　则, 序　言
_HEADING = re.compile(
    rf"#+\s*(.+)|(第\s*{NUMERAL}\s*(?:编|分编|章|节)(?:\s.*|[^，。；：]{{0,25}}))|(附\s*则|序\s*言|总\s*则)"
)
# No law leaves out this many numbers: a line that seems to is a quoted article (宪法修正案 quotes the 宪法).
_WIDEST_HOLE = 40
# 附件1：…, 附表, 附录一, 附： ; 附则 is a chapter
_ANNEX = re.compile(r"#*\s*附(?:件|表|录|图|[:：]|$)")


@dataclass(frozen=True, slots=True)
class Cut:
    """``head`` are the lines of history before the first article."""

    head: tuple[str, ...]
    articles: tuple[ArticleText, ...]
    gaps: tuple[Gap, ...]


def cut(lines: Iterable[str]) -> Cut:
    """Articles in rising order; a repeated or falling number is text of the article above.

    Annexes after the last article are left out.
    """
    head: list[str] = []
    found: list[ArticleText] = []
    loose: list[str] = []
    chapter: str | None = None
    for line in (_plain(line) for line in lines):
        opened = _opening(line, found[-1].key if found else (0, 0), chapter)
        if opened:
            found.append(opened)
        elif (heading := _HEADING.fullmatch(line)) and not _ANNEX.match(line):
            chapter = next(group for group in heading.groups() if group).strip()
        elif not line:
            continue
        elif found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        elif is_history(line):
            head.append(line)
        elif chapter != "目录":
            loose.append(line)
    articles, glued = _unglue(_with_loose(_without_annex(found), loose))
    return Cut(tuple(head), articles, (*glued, *_gaps(articles)))


def _plain(line: str) -> str:
    line = line.replace("\u200b", "").strip()
    return "## 目录" if re.fullmatch(r"#*\s*目[\s　]*[录次]", line) else line


def _opening(line: str, last: tuple[int, int], chapter: str | None) -> ArticleText | None:
    match = _OPENING.match(line)
    if not match:
        return None
    label, written, sub, blank, rest = match.groups()
    key = number(written) or 0, (number(sub) or 0) if sub else 0
    follows = key in ((last[0] + 1, 0), (last[0], last[1] + 1))
    far = last[0] > 0 and key[0] > last[0] + _WIDEST_HOLE
    if key <= last or far or (not blank and rest and (not follows or _REFERENCE.match(rest))):
        return None
    return ArticleText(*key, re.sub(r"\s", "", label), chapter, (rest.strip(),) if rest.strip() else ())


def _without_annex(found: list[ArticleText]) -> list[ArticleText]:
    """Only the last article can run into annexes; "附图说明" may begin a 款 of any other."""
    if not found:
        return found
    lines = found[-1].lines
    end = next((at for at, line in enumerate(lines) if at and _ANNEX.match(line)), len(lines))
    return [*found[:-1], replace(found[-1], lines=lines[:end])]


def _with_loose(found: list[ArticleText], loose: list[str]) -> list[ArticleText]:
    """What stands in no article is kept as article 0: a preamble, or the whole of a decision that has no articles."""
    if not loose:
        return found
    return [ArticleText(0, 0, "序言" if found else "正文", None, tuple(loose)), *found]


def _unglue(articles: list[ArticleText]) -> tuple[tuple[ArticleText, ...], list[Gap]]:
    """Part an article whose successor's label stands inside it, where that successor is missing otherwise."""
    out: list[ArticleText] = []
    gaps: list[Gap] = []
    keys = {article.key for article in articles}
    pending = list(reversed(articles))
    while pending:
        article = pending.pop()
        parted = _part(article, keys) if article.number else None
        if parted is None:
            out.append(article)
            continue
        out.append(parted[0])
        pending.append(parted[1])
        gaps.append(Gap("glued", parted[1].label, f"{parted[1].label}原与{article.label}连成一条，已拆开"))
    return tuple(out), gaps


def _part(article: ArticleText, keys: set[tuple[int, int]]) -> tuple[ArticleText, ArticleText] | None:
    if (article.number + 1, 0) in keys:
        return None
    for at, line in enumerate(article.lines):
        # "…予以保护。第五十四条　农民…": after a full stop and followed by a blank
        for match in re.finditer(rf"(?<=[。；”])\s*(第({NUMERAL})条)[\s　]+", line):
            if number(match.group(2)) == article.number + 1:
                before = (*article.lines[:at], line[: match.start()])
                after = (line[match.end() :], *article.lines[at + 1 :])
                return replace(article, lines=before), ArticleText(
                    article.number + 1, 0, match.group(1), article.chapter, after
                )
    return None


def _gaps(articles: tuple[ArticleText, ...]) -> Iterable[Gap]:
    numbered = [article for article in articles if article.number]
    if not numbered:
        yield Gap("no_articles", "", "没有“第X条”，全文按一段收录")
    previous = 0
    for article in numbered:
        if article.number > previous + 1:
            missing = (
                f"第{previous + 1}条"
                if article.number == previous + 2
                else f"第{previous + 1}条至第{article.number - 1}条"
            )
            yield Gap("hole", missing, f"缺{missing}")
        if not article.lines:
            yield Gap("empty", article.label, f"{article.label}没有内容")
        previous = article.number
