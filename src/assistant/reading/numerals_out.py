"""Integers as Word's number formats write them."""

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_HAN_ZERO = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def formatted(number: int, form: str) -> str:
    """``formatted(12, "chineseCountingThousand")`` -> ``十二``. An unknown format is written in decimal."""
    writer = _WRITERS.get(form)
    return writer(number) if writer and number > 0 else str(number)


def _counting(number: int, digits: str = _HAN_ZERO, units: str = "十百千") -> str:
    if number >= 10000:
        return str(number)
    written, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += (digits[0] if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = digit == 0 and bool(written)
    return written[1:] if units[0] == "十" and written.startswith("一十") else written


def _formal(number: int) -> str:
    return _counting(number, _FORMAL, "拾佰仟")


def _digits(number: int) -> str:
    return "".join(_HAN[int(d)] for d in str(number))


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _circled(number: int) -> str:
    if number > 50:
        return str(number)
    return chr((0x245F if number <= 20 else 0x323C if number <= 35 else 0x328D) + number)


_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: "".join(chr(ord(d) + 0xFEE0) for d in str(n)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda n: chr(0x2487 + n) if n <= 20 else f"{n}.",
    "decimalEnclosedParen": lambda n: chr(0x2473 + n) if n <= 20 else f"({n})",
    "ideographEnclosedCircle": lambda n: chr(0x327F + n) if n <= 10 else str(n),
}
