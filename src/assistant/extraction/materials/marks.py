"""The marks that list items begin with, of every style met in real guides."""

import re
from dataclasses import dataclass

from assistant.text.numerals import number

_STYLES: tuple[tuple[str, str], ...] = (
    # （一）(三)㈠, and （四《…》 where the bracket is not closed
    (
        "paren_han",
        r"[（(]\s*(?P<n{0}>[一二三四五六七八九十]{{1,3}})\s*(?:[）)]|(?=《))[、.．,，:：]?|(?P<m{0}>[㈠-㈩])[、.．]?",
    ),
    # （1）(12)⑴
    ("paren_num", r"[（(]\s*(?P<n{0}>[0-9０-９]{{1,2}})\s*[）)][、.．,，:：]?|(?P<m{0}>[⑴-⒇])[、.．]?"),
    # 一、 十二．
    ("han", r"(?P<n{0}>[一二三四五六七八九十]{{1,3}})[、.．](?![一二三四五六七八九十])"),
    # 1) 2）
    ("num_paren", r"(?P<n{0}>[0-9０-９]{{1,2}})[）)]"),
    # 1. 2、 ３．, l. (the letter) for 1, ⒈, and 2《…》 where the mark is missing
    (
        "num",
        r"(?P<n{0}>[0-9０-９]{{1,2}})(?: ?[、．]|[.:：](?![0-9])|(?=《))"
        r"|(?P<m{0}>[⒈-⒛])[、.．]?|(?P<l{0}>[lI])[.、．](?=\W|[一-龥])",
    ),
    # ① ②
    ("circled", r"(?P<n{0}>[①-⑳])[、.．]?"),
    # 材料1：, 附件二：
    ("named", r"(?:材料|附件|证件|要件|资料)\s*(?P<n{0}>[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[：:、.．]"),
    # 一是…；二是…
    ("counted", r"(?P<n{0}>[一二三四五六七八九])是(?!否)"),
    # A. B、 j), E. 营业执照
    ("letter", r"(?P<a{0}>[A-Ka-k])[.、．）)](?=[ 　]?[0-9一-龥《（])"),
    # 甲、乙、, not 甲、乙双方
    ("stem", r"(?P<s{0}>[甲乙丙丁戊己庚辛])[、.．](?![甲乙丙丁])"),
    # 4.6 营业执照
    ("dec", r"[0-9]{{1,2}}[.．](?P<n{0}>[0-9]{{1,2}})[ 　\u00a0]+(?=[一-龥《“（])"),
    ("bullet", r"[◆◇●•·○■□▪▲△★☆※◎►▶➢→√*]|[-–—](?=\s*[一-龥《“])"),
)
_BLANK = r"[\s　\u00a0\ufeff]*"
_MARK = re.compile("|".join(f"(?P<{name}>{pattern.format(index)})" for index, (name, pattern) in enumerate(_STYLES)))
# "1 居民身份证": a number and a blank
_LOOSE = re.compile(r"(?P<n>[0-9０-９]{1,2})[ 　\u00a0]+(?=[一-龥《“（])")
# 5.3年内无事故证明: the fifth item, not 5.3; only where the number before was 4
_TIGHT = re.compile(r"(?P<n>[0-9]{1,2})[.．](?=[0-9]{1,2}(?:年|个月|寸|张|日|周岁|名|人))")

_LETTER = re.compile(r"(?P<a>[a-j])(?=[一-龥《“])")

_STEMS = "甲乙丙丁戊己庚辛"

# What a numbered mark begins with: looked for first, so that a line is not tried at every sign
_START = re.compile(r"[（(0-9０-９一二三四五六七八九十①-⒛㈠-㈩材附证要资A-Ka-klI甲乙丙丁戊己庚辛]")


@dataclass(frozen=True, slots=True)
class Mark:
    """``number`` is None for bullets. ``end`` is where the item's own words begin."""

    style: str
    number: int | None
    start: int
    end: int


def mark_at(text: str, at: int = 0) -> Mark | None:
    """The mark that stands at ``at``; the blanks behind it belong to it."""
    found = _MARK.match(text, at)
    if found is None or found.lastgroup is None:
        loose = _LOOSE.match(text) if at == 0 else None
        return Mark("num", number(loose["n"]), at, loose.end()) if loose else None
    style = next(name for name, _ in _STYLES if found[name] is not None)
    end = found.end()
    while end < len(text) and text[end] in " \t　\u00a0\ufeff":
        end += 1
    return Mark(style, _value(found, style), at, end)


def _tight_mark(text: str, at: int = 0) -> Mark | None:
    """A number whose point is followed by a number of the item's own words; to be trusted only in a row of numbers."""
    found = _TIGHT.match(text, at)
    return Mark("num", number(found["n"]), at, found.end()) if found else None


def letter_mark(text: str, at: int = 0) -> Mark | None:
    """a户口簿;b身份证: a letter that touches its item; to be trusted only in a row of letters."""
    found = _LETTER.match(text, at)
    return Mark("touching", ord(found["a"]) - ord("a") + 1, at, found.end()) if found else None


def _value(found: re.Match[str], style: str) -> int | None:
    index = next(index for index, (name, _) in enumerate(_STYLES) if name == style)
    for key in (f"n{index}", f"m{index}"):
        written = found.groupdict().get(key)
        if written:
            return number(written)
    if found.groupdict().get(f"l{index}"):
        return 1
    stem = found.groupdict().get(f"s{index}")
    if stem:
        return _STEMS.index(stem) + 1
    letter = found.groupdict().get(f"a{index}")
    return ord(letter.upper()) - ord("A") + 1 if letter else None


def marks_in(text: str) -> tuple[Mark, ...]:
    """The marks of a list written in one line: those of one style that count on from 1, or 2 where 1 has none.

    ``1.户口薄2.身份证原件`` has two, ``不少于2.5米`` none; a line whose first words are a mark counts on from that.
    """
    found = _all_marks(text)
    first = found[0] if found and found[0].start == 0 else None
    styles = [first.style] if first else dict.fromkeys(mark.style for mark in found)
    chains = [_chain([mark for mark in found if mark.style == style], first is not None) for style in styles]
    return _outer([chain for chain in chains if chain])


# 前款第（一）、（三）项规定的材料
_OF_A_PROVISION = re.compile(r"[项款条](?!目)|[、和及][（(]")


def _outer(chains: list[tuple[Mark, ...]]) -> tuple[Mark, ...]:
    """The list that the others stand in: the one that begins first. A lone 2. counts only where there is no other."""
    lists = [chain for chain in chains if len(chain) > 1] or chains
    return min(lists, key=lambda chain: chain[0].start, default=())


def _all_marks(text: str) -> list[Mark]:
    """Every numbered mark that may begin an item."""
    found = []
    for start in _START.finditer(text):
        place = start.start()
        mark = (
            mark_at(text, place) or _tight_mark(text, place) or letter_mark(text, place)
            if _may_begin(text, place)
            else None
        )
        if mark is not None and mark.number is not None and not _OF_A_PROVISION.match(text, mark.end):
            found.append(mark)
    return found


def _chain(marks: list[Mark], begun: bool) -> tuple[Mark, ...]:
    """Those of ``marks`` that count on one by one. ``begun``: the line begins with the first of them."""
    chain = marks[:1] if begun else []
    for mark in marks[len(chain) :]:
        expected = (chain[-1].number + 1,) if chain and chain[-1].number else (1, 2)
        if mark.number in expected and (not chain or mark.start >= chain[-1].end):
            chain.append(mark)
    alone = bool(chain) and chain[0].style == "num" and chain[0].number == 2 and chain[0].start > 0
    return tuple(chain) if len(chain) > 1 or alone else ()


def _may_begin(text: str, place: int) -> bool:
    """No mark begins inside a number (12.) or in a row of numbers (第2、3项)."""
    before = text[place - 1] if place else " "
    if before in "、及和" and place > 1 and text[place - 2].isdigit():
        return False
    return not (before.isdigit() or before in "第〔[.．-–—/" or (before.isascii() and before.isalpha()))
