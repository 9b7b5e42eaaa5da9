"""Names like a name among very many: only those that share the query's rarest pairs of characters are compared."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

# Names compared for one query, and for one of its pairs, at most. Measured on 1 M names (docs/decisions/065): more
# finds hardly more and takes longer.
_MOST, _MOST_EACH = 10_000, 3_500
# Names this short may share no pair with a query that has one wrong character: their single characters count too.
_SHORT = 7


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """``names`` as given. ``sorted`` are the names by length; their numbers there are ranks, ``order`` leads back.

    ``ranks`` leads from a pair of characters (of short names: from a character) to the ranks of the names that have
    it, ascending. ``starts[n]`` is the first rank of a name of ``n`` characters or more.
    """

    names: tuple[str, ...]
    sorted: tuple[str, ...]
    order: "array[int]"
    ranks: Mapping[str, "array[int]"]
    starts: "array[int]"

    def like(self, name: str, least: float, limit: int = 3) -> list[tuple[int, float]]:
        """Places and likeness (0 to 1) of the names at least ``least`` like ``name``, best first."""
        best: dict[int, float] = {}
        grams = _grams_asked(name)
        known = sorted((len(self.ranks[gram]), gram) for gram in grams if gram in self.ranks)
        missed, left, cutoff = len(grams) - len(known), _MOST, least
        for _, gram in known:
            if left <= 0 or _reachable(len(name), missed) < cutoff or cutoff == 1:
                break
            near = self._near(gram, len(name), cutoff, min(left, _MOST_EACH))
            best.update(self._scored(name, near, cutoff, limit))
            left -= len(near)
            missed += len(gram) > 1
            if len(best) >= limit:
                cutoff = max(least, sorted(best.values())[-limit])
        hits = [(self.order[rank], score) for rank, score in best.items()]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def _near(self, gram: str, length: int, cutoff: float, most: int) -> "array[int]":
        """The ranks of names with ``gram`` whose length allows ``cutoff``; the nearest lengths where there are many."""
        ranks = self.ranks[gram]
        shortest, longest = _lengths(length, cutoff, len(self.starts) - 2)
        low = bisect_left(ranks, self.starts[shortest])
        high = bisect_left(ranks, self.starts[longest + 1])
        if high - low > most:
            middle = bisect_left(ranks, self.starts[min(length, longest)], low, high)
            low = max(low, min(middle - most // 2, high - most))
            high = low + most
        return ranks[low:high]

    def _scored(self, name: str, near: "array[int]", cutoff: float, limit: int) -> Iterator[tuple[int, float]]:
        # Loaded here: most reviews have no baseline.
        from rapidfuzz import fuzz, process

        # itemgetter of one place gives no tuple
        names = itemgetter(*near)(self.sorted) if len(near) > 1 else [self.sorted[rank] for rank in near]
        found = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=cutoff * 100, limit=limit)
        return ((near[at], score / 100) for _, score, at in found)


def index_names(names: Sequence[str]) -> NameIndex:
    order = array("I", sorted(range(len(names)), key=lambda place: len(names[place])))
    ranks: dict[str, array[int]] = {}
    starts = array("I", [0])
    for rank, place in enumerate(order):
        name = names[place]
        while len(starts) <= len(name):
            starts.append(rank)
        for gram in _grams_kept(name):
            if gram in ranks:
                ranks[gram].append(rank)
            else:
                ranks[gram] = array("I", [rank])
    starts.append(len(order))
    return NameIndex(tuple(names), tuple(names[place] for place in order), order, ranks, starts)


def pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


def _grams_kept(name: str) -> set[str]:
    return pairs(name) | set(name) if len(name) <= _SHORT else pairs(name)


def _grams_asked(name: str) -> set[str]:
    return pairs(name) | set(name) if len(name) <= 3 else pairs(name)


def _reachable(length: int, missed: int) -> float:
    """The best likeness a name can have that lacks ``missed`` pairs of the query: one character less breaks two."""
    lost = (missed + 1) // 2
    return 2 * (length - lost) / (2 * length - lost) if length > lost else 0.0


def _lengths(length: int, cutoff: float, longest: int) -> tuple[int, int]:
    """The shortest and longest name that can be ``cutoff`` like a name of ``length``: 2·short / (short + long)."""
    shortest = int(length * cutoff / (2 - cutoff))
    return min(shortest, longest), min(int(length * (2 - cutoff) / cutoff) + 1 if cutoff > 0 else longest, longest)
