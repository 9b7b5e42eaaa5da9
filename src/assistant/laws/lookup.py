"""Questions to the facts: which version applied on a day, and which title is meant by a misspelt one."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.laws.catalogue import Law, Version
from assistant.laws.facts import LawFacts
from assistant.laws.names import short_key
from assistant.laws.shapes import Shape


@dataclass(frozen=True, slots=True)
class Standing:
    """A law on a day. ``version`` None: the facts hold none that applied then.

    ``shape`` is that version's articles; ``last_article`` alone may be known without a shape.
    """

    version: Version | None
    shape: Shape | None
    last_article: int | None


def standing(law: Law, as_of: date, facts: LawFacts) -> Standing:
    """The version in force on ``as_of`` with what is known of its articles."""
    day = as_of.isoformat()
    current = in_force(law, day)
    if current is None:
        shape = facts.shapes.of(law.title, None) if not law.versions else None
        return Standing(None, shape, law.last_article if shape else None)
    if law.latest_version is None and len(facts.shapes.versions(law.title)) == 1:
        shape = facts.shapes.of(law.title, None)  # the day of the text is not known, but there is only one
    else:
        shape = facts.shapes.of(law.title, current.date)
    newest = current.date == law.latest_version
    last = law.last_article if newest and law.last_article else (shape.last if shape else current.articles)
    return Standing(current, shape, last)


def in_force(law: Law, day: str) -> Version | None:
    """The last version that applied on ``day`` (ISO); None before the first one known."""
    found = None
    for version in law.versions:
        if version.effective <= day:
            found = version
    return found


def begins(law: Law) -> str | None:
    """The day the first version known applies from."""
    return law.versions[0].effective if law.versions else None


@lru_cache(maxsize=4096)
def near(key: str, facts: LawFacts) -> tuple[str, ...]:
    """Title keys that differ from ``key`` in very few characters, the nearest first. About 2 ms."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    wanted = short_key(key)
    limit = 1 if len(wanted) < 6 else 2 if len(wanted) < 16 else 3
    found = process.extract(wanted, facts.keys, scorer=Levenshtein.distance, score_cutoff=limit, limit=12)
    return tuple(name for name, _, _ in sorted(found, key=lambda hit: (hit[1], hit[0])))
