"""What a law's closing articles repeal: "《X》同时废止"."""

import re
from collections.abc import Iterable, Iterator

_SENTENCE = re.compile(r"[^。；;]*")
_NAMED = re.compile(r"《([^《》]+(?:《[^《》]*》[^《》]*)*)》")
# 《X》第三条、《X》中有关…的规定同时废止: a part of X, not X
_PART = re.compile(r"\s*(?:[（(][^（()）]*[）)])?\s*(?:第[0-9一二三四五六七八九十百]+[条款章]|中|有关|关于|的附)")


def repealed_titles(last_lines: Iterable[str]) -> Iterator[str]:
    """Titles, as written, of what is repealed as a whole."""
    for line in last_lines:
        for sentence in _SENTENCE.findall(line):
            end = sentence.find("废止")
            for match in _NAMED.finditer(sentence[: max(end, 0)]):
                if not _PART.match(sentence, match.end()):
                    yield match.group(1)
