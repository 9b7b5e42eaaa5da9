"""The noun a name ends in: whether it is a document by itself."""

import re
from typing import Literal

from assistant.lexicon.materials import MaterialWords

Strength = Literal["strong", "ordinary", "light", "partial", "none"]

_SPACE = re.compile(r"[\s　\u00a0\ufeff\0]+")
_EDGES = "，,、；;。.：:！!？?·•|/ \t\n　\u00a0\ufeff"
# 根据《…法》, 《…条例》: a law, not a paper
_LAW = re.compile(r"(?:法|条例|办法|规定|细则|规程|规则|解释|公约)》$")
# 《低保证》: what has a title is a paper, whatever its last signs
_TITLE = re.compile(r"《[^《》]{2,}》")
# 吊销营业执照 is what happened, not what is handed in
_LOST = re.compile(r"(?:吊销|撤销|撤消)[^的、，申]{0,8}(?:执照|证书?|许可)$")


def plain(text: str) -> str:
    """``text`` without blanks between its signs and without punctuation at its edges."""
    return _SPACE.sub("", text).strip(_EDGES)


def is_law(name: str) -> bool:
    return _LAW.search(name) is not None


def is_paper(name: str, words: MaterialWords) -> bool:
    return strength(name, words) in ("strong", "ordinary")


def strength(name: str, words: MaterialWords) -> Strength:
    """How surely ``name`` ends in the noun of a document; lexicons/materials/heads.yaml says what each means."""
    if is_law(name) or _LOST.search(name):
        return "none"
    if _TITLE.fullmatch(name):
        return "strong"
    bare = name.strip("《》“”〈〉")
    if words.ends_in("not_heads", bare) and not _longer_head(bare, words):
        return _weak(bare, words)
    if words.ends_in("strong", bare):
        return "strong"
    return "ordinary" if words.ends_in("ordinary", bare) else _weak(bare, words)


def _weak(bare: str, words: MaterialWords) -> Strength:
    if words.ends_in("light", bare):
        return "light"
    return "partial" if words.ends_in("partial", bare) else "none"


def _longer_head(name: str, words: MaterialWords) -> bool:
    """身份证明 ends in 证明, not in a look-alike; 首席代表 ends in 代表, which is longer than 表."""
    wrong = words.ends["not_heads"].search(name)
    right = [found for group in ("strong", "ordinary") if (found := words.ends[group].search(name))]
    return bool(wrong and right) and max(len(found.group()) for found in right) > len(wrong.group() if wrong else "")
