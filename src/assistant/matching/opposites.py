"""Papers whose facts exclude each other: 有房 and 无房, 迁入 and 迁出, 健在 and 死亡."""

import re
from difflib import SequenceMatcher

from assistant.lexicon.relations import Relations
from assistant.matching.papers import Paper, words_apart

_DENIALS = re.compile("不存在|没有|从未|未曾|无|未|不|非")
# 未就业, 无违法违规: the word behind is denied
_DENIED_BEFORE = re.compile("((没有|从未|无|未).{0,2}|[不非])$")
_EITHER = ("状况", "情况", "与否")
# 有车 and 无车 are one kind of proof, whose alternative is the same
_BOTH_SIDES = "P074"


def are_opposite(one: Paper, other: Paper, table: Relations) -> bool:
    return (
        _facts_deny(one, other, table) or _words_oppose(one.key, other.key, table) or _kinds_oppose(one, other, table)
    )


def _facts_deny(one: Paper, other: Paper, table: Relations) -> bool:
    """The same fact, denied in one name and affirmed in the other."""
    if one.denied == other.denied:
        return False
    return len(_fact(one.key, table)) > 1 and _fact(one.key, table) == _fact(other.key, table)


def _fact(key: str, table: Relations) -> str:
    while heads := [head for head in table.fact_heads if key.endswith(head) and len(key) > len(head)]:
        key = key[: -len(heads[0])]
    key = _DENIALS.sub("", key)
    for word in table.affirmations:
        key = key.replace(word, "")
    return key


def _words_oppose(one: str, other: str, table: Relations) -> bool:
    for a, b in table.opposites:
        for first, second in ((a, b), (b, a)):
            if _says(first, one) and _says(second, other) and second not in one and first not in other:
                return _shares_topic(one, other, first, second) or (len(a) > 2 or len(b) > 2)
    return False


def _says(word: str, key: str) -> bool:
    """就业 is said in 就业证明, and not in 未就业证明, 就业状况证明; 违规 not in 无违法违规证明."""
    at = key.find(word)
    if at < 0 or _DENIED_BEFORE.search(key[:at]):
        return False
    return not key.startswith(_EITHER, at + len(word))


def _shares_topic(one: str, other: str, first: str, second: str) -> bool:
    """What is left beside the opposed words must not speak of something else."""
    left, right = one.replace(first, "", 1), other.replace(second, "", 1)
    return left == right or left in right or right in left or SequenceMatcher(None, left, right).ratio() >= 0.6


def _kinds_oppose(one: Paper, other: Paper, table: Relations) -> bool:
    if not one.kind or not other.kind or words_apart(one.key, other.key, table):
        return False
    if one.kind == other.kind == _BOTH_SIDES:
        return one.denied != other.denied
    return any(
        ((one.kind in row.one and other.kind in row.other) or (one.kind in row.other and other.kind in row.one))
        and (not row.denied or one.denied != other.denied)
        for row in table.opposite_kinds
    )
