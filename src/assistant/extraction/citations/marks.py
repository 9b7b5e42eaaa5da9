"""Titles between marks: 《》, 〈〉, 【】, quotation marks, and what bad typing makes of them. Brackets after them."""

import re
from typing import NamedTuple

from assistant.extraction.citations.provisions import NUM

# 《行政许可法》, the usual case
_SIMPLE = re.compile(r"《([^《》〈〉<>「」“\n]{1,80})》")
# Last words of titles
_LAST_WORD = r"(?:(?<=条例)|(?<=办法)|(?<=规定)|(?<=细则)|(?<=[^方办做]法))"
# 《动物防疫法))第五十条: what stands where the closing mark should
_BROKEN_END = re.compile(
    rf"[)）〉>＞”\"】]{{1,2}}(?=\s*(?:第\s*{NUM}|[（(]))|(?=第\s{{0,3}}{NUM}\s{{0,3}}条)|[>＞〉]"
    rf"|{_LAST_WORD}[)）]{{1,2}}"
)
# 《公路法))、“港口法》: always an end
_DOUBLE_END = re.compile(rf"{_LAST_WORD}[)）]{{2}}")
_ARTICLE = re.compile(rf"第\s{{0,3}}{NUM}\s{{0,3}}条")
# 《《教师资格条例》实施办法》: the first mark and the last belong together
_PAIRED = re.compile(r"《(《[^《》\n]{2,60}》[^《》。\n]{2,40})》")
_OTHER = {
    "〈": re.compile(r"〈{1,2}([^〈〉\n]{2,60})〉{1,2}"),
    "【": re.compile(r"【([^【】]{2,60})】"),
    "「": re.compile(r"「([^「」]{2,60})」"),
    "『": re.compile(r"『([^『』]{2,60})』"),
    "“": re.compile(r"“([^“”《\n]{2,60})[”》]"),
    '"': re.compile(r'"([^"“”《\n]{2,60})["》]'),
    "<": re.compile(r"<{1,2}([^<>\n]{2,60})>{1,2}"),
    "＜": re.compile(r"＜{1,2}([^＜＞\n]{2,60})＞{1,2}"),
    "«": re.compile(r"«([^«»\n]{2,60})»"),
    "[": re.compile(r"\[([^\[\]\n]{3,40})\]"),
}
_LONGEST = 160
_ROUND = re.compile(r"[（(]([^（()）]{1,120})[)）]")
_BRACKET_LONGEST = 400


class Title(NamedTuple):
    """``inner`` is what stands between the outer marks, blanks and line breaks included."""

    inner: str
    end: int


def read_title(text: str, start: int) -> Title | None:
    """The title whose opening mark stands at ``start``; None where nothing ends it."""
    mark = text[start]
    if mark == "《":
        simple = _SIMPLE.match(text, start)
        title = Title(simple[1], simple.end()) if simple else _nested(text, start)
        return _tidy(text, title) if title else None
    found = _OTHER[mark].match(text, start)
    return Title(found[1], found.end()) if found else None


# 《快递暂行条例》））第十七条
_STRAY = re.compile(rf"(?:[)）]{{2}}|[〉>]{{1,2}})(?=\s{{0,2}}第\s{{0,2}}{NUM}\s{{0,2}}条)")


def _tidy(text: str, title: Title) -> Title:
    """《地名管理条例)》, 《(国务院关于…》: a bracket without its other half is no part of the name."""
    stray = _STRAY.match(text, title.end)
    inner, end = title.inner, stray.end() if stray else title.end
    if inner[-1:] in (")", "）") and not any(mark in inner for mark in "(（"):
        inner = inner[:-1]
    elif inner[:1] in ("(", "（") and not any(mark in inner for mark in ")）"):
        inner = inner[1:]
    return Title(inner, end)


def _nested(text: str, start: int) -> Title | None:
    """《关于印发〈…〉的通知》, 《…《…》…》, 《《…》, 《…)) and titles over a line's end."""
    paired = _PAIRED.match(text, start)
    if paired and not _ARTICLE.search(paired[0]):
        return Title(paired[1], paired.end())
    inner = start + 1
    while text[inner : inner + 1] == "《" and inner - start < 3:  # 《《烟草专卖法》
        inner += 1
    doubled = inner - start - 1
    depth = 1
    for position in range(inner, min(len(text), start + _LONGEST)):
        character = text[position]
        if character == "《":
            depth += 1
        elif character == "》":
            depth -= 1
            if depth == 0:
                end = position + 1
                while doubled and text[end : end + 1] == "》":
                    end, doubled = end + 1, doubled - 1
                return _checked(text, inner, position, end)
        elif character == "。" or text.startswith("\n\n", position):
            break
    return _unclosed(text, start, inner)


def _checked(text: str, inner: int, close: int, end: int) -> Title | None:
    """A broken title must not swallow the next one: 《动物防疫法))第五十条…《公路法》."""
    double = _DOUBLE_END.search(text, inner, close)
    if double and not any(mark in text[inner : double.start()] for mark in "(（"):
        return Title(text[inner : double.start()], double.end())
    broken = _BROKEN_END.search(text, inner, close)
    article = _ARTICLE.search(text, inner, close)
    if broken and article and "〉" not in text[inner:close] and "关于" not in text[inner : article.start()]:
        last = text[broken.end() : close]
        if "《" in last or "\n" in last or len(last) > 30:
            return Title(text[inner : broken.start()], broken.end())
    return Title(text[inner:close], end)


def _unclosed(text: str, start: int, inner: int) -> Title | None:
    limit = min(len(text), start + _LONGEST // 2)
    stop = min((at for at in (text.find("\n", inner, limit), text.find("。", inner, limit)) if at >= 0), default=limit)
    broken = _BROKEN_END.search(text, inner, stop)
    if broken and "《" not in text[inner : broken.start()]:
        return Title(text[inner : broken.start()], broken.end())
    return None


def read_round(text: str, start: int) -> tuple[str, int] | None:
    """Content and end of the round (or square) bracket at ``start``, those inside balanced; None if it does not end."""
    simple = _ROUND.match(text, start)
    if simple:
        return simple[1], simple.end()
    depth = 0
    for position in range(start, min(len(text), start + _BRACKET_LONGEST)):
        if text[position] in "（([【〔［":
            depth += 1
        elif text[position] in "）)]】〕］":
            depth -= 1
            if depth == 0:
                return text[start + 1 : position], position + 1
        elif text.startswith("\n\n", position):
            return None
    return None
