"""How a line begins: Markdown hashes, bullets and list numbers of every style."""

import re
from typing import Final, NamedTuple

_CN = "一二三四五六七八九十"
# 第一部分 | 一、 | （一） | 1. | (1) 1) | ① | Ⅰ.
_STYLES: Final = (
    ("part", rf"第[{_CN}百\d]{{1,3}}(?:(?:部分|章|节|篇|类)[、.：:\s　]*|[、，,：:])"),
    ("cn", rf"[{_CN}]{{1,3}}\s?[、.．,，：:](?!\d)|[{_CN}]{{1,3}}[\s　]+(?=[一-龥《])"),
    ("cnp", rf"[（(〈﹙]\s?[{_CN}]{{1,3}}\s?[)）〉﹚][、.．]?|[㈠-㈩]"),
    ("dec", r"\d{1,2}(?:[.．]\d{1,2}){1,3}[、.．]?(?!\d)[\s　]*(?=[一-龥《“])"),
    ("ar", r"\d{1,2}\s?[、.．,，。](?!\d)|\d{1,2}[\s　]+(?=[一-龥《])|[⒈-⒛]|l\.(?=[一-龥《])"),
    ("arp", r"[（(]\s?\d{1,2}\s?[)）][、.．]?|\d{1,2}\s?[)）]|[⑴-⒇]"),
    ("circ", r"[①-⑳❶-❿➀-➉]"),
    ("roman", r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.．]?"),
)
_NUMBER = re.compile("|".join(f"(?P<{style}>{pattern})" for style, pattern in _STYLES))
# "  ## ", "- ", "● ", "> "
_LEAD = re.compile(
    r"[\s　>\ufeff?？]*(?:(?P<md>#{1,6})[\s　]*"
    r"|(?P<bullet>[-*+•·●○■▲★☆◇◎※➢►▶][\s　]+|[•●○■▲★☆◇◆◎※➢►▶])[\s　]*)?(?:\*\*|__)?[\s　]*"
)
# a number before a heading in the middle of a line: "；3、", "。（二）"
_NUMBER_BEFORE = re.compile(rf"(?:[{_CN}]{{1,3}}、|[（(][{_CN}\d]{{1,3}}[)）]|(?<!\d)\d{{1,2}}[.、．]|[①-⑳])[\s　]*$")

# smaller = higher in the outline; "none" is a line without any number
RANK: Final = {
    "part": 0,
    "bracket": 1,
    "key": 1,
    "md": 1.5,
    "cn": 2,
    "cnp": 3,
    "roman": 3,
    "ar": 4,
    "none": 4.5,
    "dec": 5,
    "arp": 5,
    "circ": 6,
}
_LOWEST = 8.0


class Lead(NamedTuple):
    """What stands before a line's words: ``style`` of its number, and the offset in the line where the words begin."""

    style: str
    end: int


def lead(line: str, level: int | None = None) -> Lead:
    """``level`` is the heading level of the paragraph's style, as a Markdown heading has it."""
    start = _LEAD.match(line)
    at = start.end() if start else 0
    number = _NUMBER.match(line, at)
    style = number.lastgroup if number else None
    end = number.end() if number else at
    depth = len(start["md"]) if start and start["md"] else level
    if depth is not None:
        style = f"md{min(depth, 9)}"
    elif style is None:
        style = "bullet" if start and start["bullet"] else "none"
    while end < len(line) and line[end] in " \t　*":
        end += 1
    return Lead(style, end)


def number_before(text: str, start: int, at: int) -> int:
    """Where the list number begins that stands right before ``at`` (not before ``start``); ``at`` if there is none."""
    found = _NUMBER_BEFORE.search(text, max(start, at - 8), at)
    return found.start() if found else at


def rank(style: str) -> float:
    if style.startswith("md"):
        return RANK["md"] + int(style[2:]) / 100
    return RANK.get(style, _LOWEST)
