"""Text for rich, broken as Chinese is set: anywhere between characters, but no line begins with ， or ends with （."""

import re
from itertools import pairwise

from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.text import Text

# What stays in one piece: 36114-2018, GB/T, 【 with what follows, 。 and ① with what goes before (认证。①③)
_NOT_FIRST = "，。、；：？！）》〉”’】〕」』…—·,.;:?!)%℃①-⑳"
_NOT_LAST = "（《〈“‘【〔「『"
_PIECE = re.compile(rf"[{_NOT_LAST}]*(?:[!-~]+|.)[{_NOT_FIRST}]*| +")


class Chinese(Text):
    """Rich breaks at blanks first, which leaves half a line empty before a long run of Chinese."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        lines = Lines()
        for paragraph in self.split(allow_blank=True):
            for line in paragraph.divide(breaks(paragraph.plain, width)):
                line.rstrip()
                lines.append(line)
        if how := justify or self.justify:
            lines.justify(console, width, justify=how, overflow=overflow or "fold")
        return lines


def folded(line: str, width: int) -> list[str]:
    """A line without rich: it goes on below its own first word, two columns further in."""
    words = line.lstrip(" ")
    margin = " " * (len(line) - len(words))
    ends = [0, *breaks(words, width - len(margin) - 2), len(words)]
    parts = [words[start:end].strip() for start, end in pairwise(ends)]
    return [margin + ("  " if at else "") + part for at, part in enumerate(parts)]


def breaks(line: str, width: int) -> list[int]:
    """Offsets in characters where a new line of ``width`` columns begins."""
    found: list[int] = []
    used = 0
    for piece in _PIECE.finditer(line):
        size = cell_len(piece[0].rstrip())
        if used + size <= width:
            used += cell_len(piece[0])
            continue
        if size <= width:
            found.append(piece.start())
            used = cell_len(piece[0])
        else:  # a piece longer than a line, such as a web address, is cut where the line ends
            used = _cut(piece, used, width, found)
    return [at for at in found if at]


def _cut(piece: "re.Match[str]", used: int, width: int, found: list[int]) -> int:
    for at, char in enumerate(piece[0], piece.start()):
        size = cell_len(char)
        if used + size > width:
            found.append(at)
            used = 0
        used += size
    return used
