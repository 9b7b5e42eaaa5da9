"""What the importers of files share: digests, titles, levels, and one or several Markdown files to a LawText."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from assistant.laws.articles import Cut, cut
from assistant.laws.history import first_effective, iso, read_history
from assistant.laws.law_text import Gap, LawText
from assistant.model.citation import Level

_LEVELS: tuple[str, ...] = get_args(Level)
# 优化营商环境条例(2019-10-22), 城乡规划法（2019年4月23日第二次修正）, 税收征收管理法_20150424
_FILE_DAY = re.compile(r"[(（_\-]\s*((?:19|20)\d\d)[-年.]?(\d{1,2})[-月.]?(\d{1,2})日?[^()（）]*[)）]?$")
# 就业促进法（2015年修正）: a remark on the version; 宪法修正案（1993年） is a name
_REVISED = re.compile(r"（(?:(?:19|20)\d\d年?)?(?:第[一二三四五六七八九十]次)?修[正订改](?:文本|版|本)?）$")
# The line by which LawRefBook parts the history from the text.
_END_OF_HISTORY = "<!-- INFO END -->"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def glimpse(data: bytes) -> str:
    """What can be read of a file for its title; whether it decodes is for its reader to say."""
    try:
        return decode(data)
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes) -> str:
    """UTF-8 with or without a mark, else GB 18030, as old collections have it. Raises UnicodeDecodeError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def clean_title(written: str) -> str:
    """Without blanks, Markdown marks and the day that some file names carry; full-width brackets."""
    title = re.sub(r"[\s#*]", "", _FILE_DAY.sub("", unicodedata.normalize("NFC", written.strip())))
    return _REVISED.sub("", title.replace("(", "（").replace(")", "）").strip("《》"))


def file_day(stem: str) -> str | None:
    match = _FILE_DAY.search(stem)
    return iso(*match.groups()) if match else None


def level_in(parts: Iterable[str]) -> Level | None:
    """The level that a folder is named for: 行政法规, 部门规章, 地方性法规 …; None where no folder says."""
    for part in parts:
        if part in _LEVELS:
            return cast(Level, part)
    return None


def title_of(text: str) -> str | None:
    """The first heading of a Markdown text."""
    match = re.search(r"^#\s+(.+)$", text, re.MULTILINE)
    return clean_title(_COMMENT.sub("", match.group(1))) if match else None


def parts_in_order(texts: Iterable[str]) -> list[str]:
    """The files of a law that is kept in several, by the first article each holds; a preamble comes first."""
    numbered = [(cut(_parted(text)[1]).articles, text) for text in texts]
    return [text for _, text in sorted(numbered, key=lambda pair: pair[0][0].key if pair[0] else (0, 0))]


def law_text(law: LawText, texts: Iterable[str]) -> LawText:
    """``law`` (title, source, path and what else is known) with the text of a Markdown file, or of several in order."""
    parted = [_parted(text) for text in texts]
    found = cut(line for _, body in parted for line in body)
    return assemble(law, found, [line for head, _ in parted for line in head])


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The lines of history that LawRefBook marks as such (none elsewhere), and the text without title and comments."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    head, mark, body = text.partition(_END_OF_HISTORY)
    if not mark:
        head, body = "", text
    lines = _COMMENT.sub("", body).splitlines()
    return head.splitlines(), [line for line in lines if not re.match(r"#\s", line)]


def assemble(law: LawText, found: Cut, head: Iterable[str] = ()) -> LawText:
    """The LawText with what its own header and closing article say of dates."""
    history = read_history([*head, *found.head])
    closing = first_effective(article.lines for article in found.articles[-2:])
    version = law.version or history.version or ""
    # The closing article of a law amended later still names the day of the first text: it says nothing of this one.
    effective = history.effective if history.effective and history.effective >= version else None
    effective = effective or (closing if closing and closing >= version else None)
    return replace(
        law,
        articles=found.articles,
        version=version,
        history=history,
        first_effective=closing,
        effective=law.effective or effective,
        gaps=tuple(_gaps(law.title, version, found)),
    )


def _gaps(title: str, version: str, found: Cut) -> Iterable[Gap]:
    for gap in found.gaps:
        # The amendments of the 宪法 number their articles on from each other: one that begins at 第三条 lacks nothing.
        if not (gap.kind == "hole" and "修正案" in title and gap.article.startswith("第1条")):
            yield gap
    if not version:
        yield Gap("undated", "", "文本没有公布或修改日期")


def markdown_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.md") if not any(part.startswith(".") for part in path.parts))
