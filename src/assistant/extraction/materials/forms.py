"""Form and number of copies: 原件1份, 复印件（原件复核）, 正、副本, 一式三份, 验原件后退还."""

import re
from dataclasses import dataclass, replace
from functools import cache

from assistant.lexicon.materials import MaterialWords
from assistant.text.numerals import NUMERAL, number

# 各1份, 一式三份, 2张, 各一
_COUNT = rf"(?:(?:各|一式|共|计|各自)?\s*{NUMERAL}\s*[份张套册本页式联枚件盒](?![书表证类])|[各x×X*]\s*{NUMERAL})"
_COUNTED = re.compile(
    rf"(?P<each>各|一式)?\s*(?P<n>{NUMERAL})\s*(?P<unit>[份张套册本页联枚件盒])(?![书表证类])|各\s*(?P<each_n>{NUMERAL})"
)
# 原件：0份
_ZERO = re.compile(r"(?:原件正本|原件|正本|复印件|电子件|电子版|纸质)\s*[：:]?\s*[0０零]\s*份?(?!\d)")
# 看原件，不留复印件
_NO_COPY = re.compile(r"(?:不再?|无需|不用|免)(?:收取?|留存?|需要?|交|提交|提供)?(?:纸质)?复印件")
_LINK = r"(?:[、，,/／＋+和及与或并；;\s]|或者|以及|及其)"
_BARE_NUMBER = re.compile(rf"\s*(?P<n>{NUMERAL})\s*")


@dataclass(frozen=True, slots=True)
class FormOf:
    """What is said of the form; None: nothing. ``shown_only``: looked at and handed back."""

    original: bool | None = None
    copies: int | None = None
    electronic: bool | None = None
    shown_only: bool = False

    def over(self, other: "FormOf") -> "FormOf":
        """This, completed by ``other`` where it says nothing. 复印件（验原件）: the copy is what is handed in."""
        if self.shown_only and other.original is False:
            return replace(other, copies=other.copies or self.copies)
        return FormOf(
            self.original if self.original is not None else other.original,
            self.copies if self.copies is not None else other.copies,
            self.electronic if self.electronic is not None else other.electronic,
            self.shown_only or (other.shown_only and self.original is not False),
        )


UNSAID = FormOf()
# A form at the end of a name is no longer than this
_TAIL = 100


@dataclass(frozen=True, slots=True)
class _Patterns:
    whole: re.Pattern[str]
    core: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _patterns(words: MaterialWords) -> _Patterns:
    core = "|".join(
        words.any_of[group].pattern for group in ("shown", "duplicate", "original", "copy", "electronic", "paper")
    )
    everything = f"{core}|{words.any_of['filler'].pattern}"
    # Word groups are atomic: a wrong guess must not be tried in all combinations.
    whole = re.compile(rf"(?>(?:{_COUNT}|(?>{everything})|[、，,/／＋+；;：:。.\s]|{NUMERAL})*+)")
    strong = (
        "|".join(words.any_of[group].pattern for group in ("duplicate", "original", "copy")) + "|电子版|电子件|扫描版"
    )
    head = rf"(?:的)?\s*(?:有效|正反面|双面|A4纸?)*(?:{strong}|{_COUNT})"
    shown = words.any_of["shown"].pattern
    more = rf"(?:有效)?(?:{strong}|[需须]?(?:{shown})|留存|电子(?:数据|文档|文件|材料)|{_COUNT}|均[需须]|各|一式)"
    tail = re.compile(rf"(?:{_LINK}{{0,2}}\s*{head})(?:{_LINK}{{0,2}}{more})*等?\s*$")
    return _Patterns(whole, re.compile(rf"{core}|{_COUNT}|盖章|公章|签字"), tail)


def is_form(text: str, words: MaterialWords) -> bool:
    """Whether ``text`` says nothing but form and number: ``原件，现场核验``, ``均需原件``, ``加盖公章``."""
    patterns = _patterns(words)
    return bool(patterns.core.search(text)) and patterns.whole.fullmatch(text) is not None


def form_tail(name: str, words: MaterialWords) -> int:
    """Where the form at the end of ``name`` begins: 3 in ``身份证原件及复印件各1份``; its length without one."""
    start = max(0, len(name) - _TAIL)
    for found in _patterns(words).tail.finditer(name, start):
        if found.end() == len(name):
            return found.start()
    return len(name)


def form_of(text: str, words: MaterialWords) -> FormOf:
    """What ``text`` says of the form. 原件及复印件1份 is an original with one copy: original true."""
    text, said = _ZERO.sub("", text), text
    text = _NO_COPY.sub("", text)
    copy = words.holds("copy", text)
    original = words.holds("original", _without_check(text).replace("正本", "" if copy else "正本"))
    shown = words.holds("shown", said) and not (copy and "复核" in text)
    electronic = words.holds("electronic", text)
    counted = _COUNTED.search(text)
    copies = number(counted["n"] or counted["each_n"]) if counted else None
    if not (original or copy) and shown and "原件" in text:
        original = True
    return FormOf(
        original=True if original else False if copy else None,
        copies=copies or None,
        electronic=True if electronic else False if words.holds("paper", text) else None,
        shown_only=shown and not copy,
    )


def form_of_tail(tail: str, words: MaterialWords) -> FormOf:
    """The form behind a name. ``及复印件`` behind it asks for the paper itself and a copy."""
    form = form_of(tail, words)
    both = form.original is False and re.match(r"(?:和|及其?|与|以及|＋|\+)", tail)
    return replace(form, original=True) if both else form


def _without_check(text: str) -> str:
    """``复印件（原件复核）`` asks for a copy: the original is only compared with it."""
    return (
        re.sub(
            r"[（(，,、]?\s*(?:原件(?:复核|核对|备查|备验|核验|查验|校验)|(?:核验|验|查验|核对|校验|审验)原件)\s*[）)]?",
            "",
            text,
        )
        if ("复印件" in text)
        else text
    )


def copies_in_cell(text: str) -> int | None:
    """The number in a column of numbers: ``2``, ``各1``, ``原件1份;复印件1份``; None for ``—``, ``若干`` and 0."""
    counted = _COUNTED.search(text)
    if counted:
        return number(counted["n"] or counted["each_n"]) or None
    bare = _BARE_NUMBER.fullmatch(text)
    return (number(bare["n"]) or None) if bare else None


def electronic_only(text: str, words: MaterialWords) -> bool | None:
    """The column 纸质/电子: True where an electronic one is taken, False for paper alone, None where unsaid."""
    if words.holds("electronic", text):
        return True
    return False if words.holds("paper", text) else None
