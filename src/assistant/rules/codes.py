"""What an item's code looks like (GB/T 39554.1, GB 32100). Local codes are many: only the national forms are known."""

import re
from typing import Literal

Shape = Literal["", "basic", "listed", "implementing", "business", "local", "check", "unknown"]

# 00016421300Y, 000164213003: the basic code; two more digits in the list of licences
_BASIC = re.compile(r"[0-9A-Z]{9}(?:\d{3}|00Y)")
_LISTED = re.compile(r"[0-9A-Z]{9}(?:\d{3}|00Y)\d{2}")
# 统一社会信用代码, level 1 to 6, basic code; two more digits for a 业务办理项
_IMPLEMENTING = re.compile(r"([0-9A-Z]{18})[1-6][0-9A-Z]{9}(?:\d{3}|00Y)(\d{2})?")
# XK00101001
_LOCAL = re.compile(r"[A-Z]{2}\d{8}")
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def code_shape(code: str | None) -> Shape:
    """``check``: a national form whose first 18 characters fail their check character; "" for no code."""
    if not code:
        return ""
    written = code.upper()
    long = _IMPLEMENTING.fullmatch(written)
    if long:
        if not _checks(long[1]):
            return "check"
        return "business" if long[2] else "implementing"
    for shape, pattern in (("basic", _BASIC), ("listed", _LISTED), ("local", _LOCAL)):
        if pattern.fullmatch(written):
            return shape  # type: ignore[return-value]  # the three words are of Shape
    return "unknown"


def _checks(credit: str) -> bool:
    """GB 32100: the 18th character makes the weighted sum divisible by 31."""
    if any(sign not in _SIGNS for sign in credit):
        return False
    total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(credit[:17]))
    return _SIGNS[-total % 31] == credit[17]
