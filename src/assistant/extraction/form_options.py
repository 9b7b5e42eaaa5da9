"""The answers a form offers: □新建 □改建, ○男 ○女, 是☐ 否☐."""

import re

# what is ticked
CHOSEN = r"[□☐☑○〇◯▢]"
_BEFORE = re.compile(rf"{CHOSEN}[\s　]*(?P<words>[^□☐☑○〇◯▢\s　_＿，,；;。：:、/]{{1,24}})")
_BEHIND = re.compile(rf"(?P<words>[一-龥A-Za-z0-9]{{1,12}})[\s　]*{CHOSEN}")
_BRACKET = re.compile(r"[（(][^（）()]*$")
# A sentence to tick is no answer to choose.
_MOST = 30


def options_in(written: str) -> tuple[str, ...]:
    """The words behind the boxes, or before them where no word stands behind; () for fewer than two."""
    words = [match["words"] for match in _BEFORE.finditer(written)]
    if len(words) < 2:
        words = [match["words"] for match in _BEHIND.finditer(written)]
    words = [_BRACKET.sub("", word).strip("）)") for word in words]
    found = tuple(dict.fromkeys(word for word in words if word and not word.isdigit()))
    return found if 2 <= len(found) <= _MOST else ()
