"""Chinese, Arabic, full-width and circled numerals to integers."""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10}
# 十二, 一百零三, 二〇一八, 12, １２; what number() can read
NUMERAL = r"(?:[0-9０-９]+|[零〇○一二两三四五六七八九十百千]+)"
_CIRCLED = {c: i for i, c in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}
_CIRCLED |= {c: i for i, c in enumerate("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", 1)}
_CIRCLED |= {c: i for i, c in enumerate("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", 1)}
_CIRCLED |= {c: i for i, c in enumerate("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", 1)}


def number(written: str) -> int | None:
    """``三十`` -> 30, ``一百零三`` -> 103, ``二〇一八`` -> 2018, ``１２`` -> 12, ``③`` -> 3; None if it is none."""
    written = written.strip()
    if written in _CIRCLED:
        return _CIRCLED[written]
    if re.fullmatch(r"[0-9０-９]+", written):
        return int(written)
    if not written or any(c not in _DIGITS and c not in _UNITS for c in written):
        return None
    if all(c in _DIGITS for c in written):
        return int("".join(str(_DIGITS[c]) for c in written))
    return _with_units(written)


def _with_units(written: str) -> int:
    total, digit = 0, None
    for c in written:
        if c in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[c]
            digit = None
        else:
            digit = _DIGITS[c] or None
    return total + (digit or 0)
