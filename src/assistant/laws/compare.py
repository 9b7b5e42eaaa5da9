"""Two versions of a law, article by article: same, changed, moved to another number, added or dropped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.laws.law_text import ArticleText, shape

Kind = Literal["same", "changed", "moved", "added", "dropped"]
# Same number: the article was changed rather than replaced from here on (0 to 1, by characters).
_SAME_NUMBER = 0.35
# Another number: only a text that is plainly the old one counts as moved.
_OTHER_NUMBER = 0.6


@dataclass(frozen=True, slots=True)
class Change:
    """``old`` is None for what was added, ``new`` for what was dropped; ``moved`` may differ in words too.

    ``likeness`` is 0 to 1, by characters.
    """

    kind: Kind
    old: ArticleText | None
    new: ArticleText | None
    likeness: float

    @property
    def shape_differs(self) -> bool:
        """A citation down to 款 or 项 may point elsewhere now."""
        return bool(self.old and self.new and shape(self.old.lines) != shape(self.new.lines))


def compare(old: Sequence[ArticleText], new: Sequence[ArticleText]) -> tuple[Change, ...]:
    """Every article of both, in the order of the new text; what was dropped stands where it was."""
    pairs = _identical(old, new)
    pairs |= _alike(_rest(old, pairs.keys()), _rest(new, pairs.values()))
    by_new = {fresh: former for former, fresh in pairs.items()}
    changes = [_change(by_new.get(article), article) for article in new]
    dropped = [Change("dropped", article, None, 0.0) for article in old if article not in pairs]
    return tuple(sorted([*changes, *dropped], key=_position))


def wording(old: str, new: str) -> tuple[tuple[Literal["same", "gone", "come"], str], ...]:
    """The two texts as one, in pieces: kept, gone and come words. Kept scraps of one character count as changed."""
    pieces: list[tuple[Literal["same", "gone", "come"], str]] = []
    gone = come = ""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = gone + old[a:b], come + new[c:d]
        if tag == "equal" and (b - a > 1 or b == len(old) or a == 0):
            kept = old[a:b]
            pieces += _changed(gone.removesuffix(kept), come.removesuffix(kept))
            pieces.append(("same", kept))
            gone = come = ""
    return (*pieces, *_changed(gone, come))


def _changed(gone: str, come: str) -> Iterator[tuple[Literal["gone", "come"], str]]:
    if gone:
        yield "gone", gone
    if come:
        yield "come", come


def _identical(old: Sequence[ArticleText], new: Sequence[ArticleText]) -> dict[ArticleText, ArticleText]:
    """The same words, first under the same number, then under another one."""
    pairs: dict[ArticleText, ArticleText] = {}
    by_key = {article.key: article for article in new}
    for article in old:
        twin = by_key.get(article.key)
        if twin and twin.text == article.text:
            pairs[article] = twin
    free = {article.text: article for article in reversed(_rest(new, pairs.values()))}
    for article in _rest(old, pairs.keys()):
        if twin := free.pop(article.text, None):
            pairs[article] = twin
    return pairs


def _alike(old: Sequence[ArticleText], new: Sequence[ArticleText]) -> dict[ArticleText, ArticleText]:
    """The likeliest pairs first; each article is used once."""
    scored = sorted(_scores(old, new), key=lambda entry: (-entry[0], entry[1].key, entry[2].key))
    pairs: dict[ArticleText, ArticleText] = {}
    taken: set[ArticleText] = set()
    for _, former, fresh in scored:
        if former not in pairs and fresh not in taken:
            pairs[former] = fresh
            taken.add(fresh)
    return pairs


def _scores(old: Sequence[ArticleText], new: Sequence[ArticleText]) -> Iterable[tuple[float, ArticleText, ArticleText]]:
    for former in old:
        for fresh in new:
            needed = _SAME_NUMBER if former.key == fresh.key else _OTHER_NUMBER
            score = _likeness(former, fresh, needed)
            if score >= needed:
                yield score, former, fresh


def _likeness(old: ArticleText, new: ArticleText, needed: float = 0.0) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(old.text, new.text, score_cutoff=needed * 100)) / 100


def _rest(articles: Sequence[ArticleText], used: Iterable[ArticleText]) -> list[ArticleText]:
    taken = set(used)
    return [article for article in articles if article not in taken]


def _change(old: ArticleText | None, new: ArticleText) -> Change:
    if old is None:
        return Change("added", None, new, 0.0)
    same = old.text == new.text
    kind: Kind = "moved" if old.key != new.key else "same" if same else "changed"
    return Change(kind, old, new, 1.0 if same else _likeness(old, new))


def _position(change: Change) -> tuple[int, int, int]:
    article = change.new or change.old
    assert article is not None, "a change is of at least one article"
    return (*article.key, 0 if change.new else 1)
