"""Blanks of HTML source: what a browser would show of them."""

import re

from assistant.reading.layout import Key, Piece

_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Characters between which a line break in the source is nothing at all: Han, kana, full-width forms and punctuation
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019\u2026\u2014①-⒛]")


def collapsed(pieces: list[tuple[str, int]]) -> list[Piece]:
    """Runs of blanks become one blank; a line break between two Chinese characters becomes nothing.

    ``pieces`` are (characters, offset in the source); offset -1 for blanks between tags.
    """
    out: list[Piece] = []
    blank, before = "", ""
    for text, offset in pieces:
        if offset < 0:
            blank += " "  # between tags a line break is a blank, as in a browser
            continue
        at = 0
        for match in _BLANKS.finditer(text):
            before, blank = _add(out, text[at : match.start()], offset + at, blank, before)
            blank += match.group()
            at = match.end()
        before, blank = _add(out, text[at:], offset + at, blank, before)
    return out


def _add(out: list[Piece], words: str, offset: int, blank: str, before: str) -> tuple[str, str]:
    """Append words, and the blank that is due before them; gives the last character and the blank still due."""
    if not words:
        return before, blank
    if blank and before and not ("\n" in blank and _WIDE.match(before) and _WIDE.match(words)):
        out.append((" ", None))
    key: Key = (offset,)
    out.append((words, key))
    return words[-1], ""
