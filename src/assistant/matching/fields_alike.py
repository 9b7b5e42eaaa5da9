"""The last resort: a label no list has, and the one label of another form that is like it.

诊疗科目 and 设置科目 are one question where each form asks but one 科目; 应建防空地下室面积 is 应建面积 written out.
Two things the lists know are never joined here, nor people, bodies and dates; 原 and 最大 make another thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching.fields_topics import join_keys, last_key, without_openings
from assistant.matching.fields_wording import is_person

_Rows = Sequence[tuple[str, Sequence[str]]]
_TAIL = 2
_SHORTEST = 2
# How alike: one is the other written out; they differ in the last character; each form has one label that ends so.
_WRITTEN_OUT, _SAME_BEGINNING, _SAME_END = 3, 2, 1
_BEGINNING = 3
# Everything has a name: 植物名称 is 植物产品名称, never 作物名称.
_AS_WRITTEN = ("名称", "事项")


@dataclass(frozen=True, slots=True)
class _Label:
    form: int
    key: str
    text: str
    """Without 拟, 申请."""

    @property
    def listed(self) -> bool:
        return not self.key.startswith(("other.", "form-"))


def gather_alike(forms: _Rows, keyed: Sequence[Sequence[str]], words: FieldWords) -> tuple[tuple[str, ...], ...]:
    """The keys with one key for the labels that are like each other and like no third."""
    rows = [_open(at, labels, keys, words) for at, ((_, labels), keys) in enumerate(zip(forms, keyed, strict=True))]
    ends = [_ends(labels, words) for _, labels in forms]
    same: dict[str, str] = {}
    for one, other in combinations(range(len(forms)), 2):
        alone = _without(rows[one], keyed[other]), _without(rows[other], keyed[one])
        for first, second in _best(*alone, ends[one], ends[other], words):
            join_keys([first.key, second.key], keyed, same, set())
    return tuple(tuple(last_key(key, same) for key in keys) for keys in keyed)


def _open(form: int, labels: Sequence[str], keys: Sequence[str], words: FieldWords) -> list[_Label]:
    found = []
    for label, key in zip(map(plain, labels), keys, strict=True):
        known = key in words.things and not key.startswith(words.never_alike)
        own = key.startswith("form-") and key.endswith(f".{label}")
        office = any(word in label for word in words.of_the_form)
        text = _standard(without_openings(label, words), words)
        if (known or key.startswith("other.") or own) and not office and _can_be_alike(text, words):
            found.append(_Label(form, key, text))
    return found


def _standard(text: str, words: FieldWords) -> str:
    """供热区域 -> 供热范围."""
    for variant, standard in words.alike_words.items():
        if text.endswith(variant):
            return text.removesuffix(variant) + standard
    return text


def _can_be_alike(text: str, words: FieldWords) -> bool:
    never = text.endswith(words.never_alike) and not text.endswith(_AS_WRITTEN)
    return len(text) >= _SHORTEST and text not in words.bare_words and not never and not is_person(text, words)


def _ends(labels: Iterable[str], words: FieldWords) -> dict[str, int]:
    """How many labels of the form end so."""
    counts: dict[str, int] = defaultdict(int)
    for label in map(plain, labels):
        counts[_standard(without_openings(label, words), words)[-_TAIL:]] += 1
    return counts


def _without(row: Sequence[_Label], keys: Sequence[str]) -> list[_Label]:
    return [label for label in row if label.key not in keys]


def _best(
    row: Sequence[_Label], other: Sequence[_Label], ends: dict[str, int], other_ends: dict[str, int], words: FieldWords
) -> Iterable[tuple[_Label, _Label]]:
    """The pairs in which each is the other's best, and no third as good."""
    alike = {
        (a, b): how
        for a, first in enumerate(row)
        for b, second in enumerate(other)
        if (how := _how(first, second, ends, other_ends, words))
    }
    for (a, b), how in alike.items():
        rivals = [value for (x, y), value in alike.items() if (x == a) != (y == b)]
        if all(value < how for value in rivals):
            yield row[a], other[b]


def _how(first: _Label, second: _Label, ends: dict[str, int], other_ends: dict[str, int], words: FieldWords) -> int:
    if (first.listed and second.listed) or _qualifiers(first.text, words) != _qualifiers(second.text, words):
        return 0
    short, long = sorted((first.text, second.text), key=len)
    same_end = short[-_TAIL:] == long[-_TAIL:]
    measured = long.removeprefix(short) in ("", *words.measures)
    if measured or (same_end and len(short) > _SHORTEST and _left_out(short, long)):
        return _WRITTEN_OUT
    if len(short) == _SHORTEST or short.endswith(_AS_WRITTEN) or long.endswith(_AS_WRITTEN):
        return 0
    if len(short) > _BEGINNING and len(short) == len(long) and short[:-1] == long[:-1]:
        return _SAME_BEGINNING
    end = short[-_TAIL:]
    shared = short[-_TAIL - 1 :] == long[-_TAIL - 1 :] if end in words.thin_ends else end == long[-_TAIL:]
    return _SAME_END if shared and ends.get(end) == other_ends.get(end) == 1 else 0


def _left_out(short: str, long: str) -> bool:
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


def _qualifiers(text: str, words: FieldWords) -> set[str]:
    return {word for word in words.qualifiers if word in text}
