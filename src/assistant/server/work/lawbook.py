"""Looking laws up: what they are called, and what they say on a day. In a worker process."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.laws.catalogue import Law
from assistant.laws.facts import LawFacts
from assistant.laws.library import default_library, read_library
from assistant.laws.lookup import in_force, near
from assistant.laws.names import title_key
from assistant.laws.search import Hit, search
from assistant.server.work.citing import desk

_MOST = 30


@dataclass(frozen=True, slots=True)
class Question:
    words: str
    as_of: date
    library: Path | None


@dataclass(frozen=True, slots=True)
class LawRow:
    """``version`` is the day (ISO) of the text in force."""

    title: str
    level: str | None
    status: str
    version: str | None
    articles: int | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """``with_texts``: a library is installed, so ``hits`` are articles that have the words."""

    laws: tuple[LawRow, ...]
    hits: tuple[Hit, ...]
    with_texts: bool


@dataclass(frozen=True, slots=True)
class Text:
    """``articles``: (label, chapter, text). ``superseded``: a later amendment is known that the library lacks."""

    title: str
    version: str
    superseded: str
    articles: tuple[tuple[str, str | None, str], ...]


def find(question: Question) -> Found:
    """Laws by title, number or part of a title; articles by words."""
    facts, day = desk(question.library).facts, question.as_of.isoformat()
    laws = tuple(_row(law, day) for law in _laws(question.words, facts))
    path = question.library or default_library()
    if not path.is_file():
        return Found(laws, (), False)
    library = read_library(path)
    try:
        return Found(laws, search(library, question.words, day), True)
    finally:
        library.close()


def read(question: Question) -> Text | None:
    """The text in force on the day; None where the library has none."""
    texts = desk(question.library).texts
    edition = texts.edition(question.words, question.as_of) if texts else None
    if texts is None or edition is None:
        return None
    articles = tuple((each.label, each.chapter, each.text) for each in texts.articles(edition))
    return Text(edition.title, edition.version, edition.superseded, articles)


def _laws(words: str, facts: LawFacts) -> list[Law]:
    """The exact title or number first, then titles that have the words, short ones first, then likely misspellings."""
    key = title_key(words)
    if not key:
        return []
    exact = [*facts.named(key), *facts.numbered(words)]
    having = sorted((name for name in facts.keys if key in name), key=lambda name: (len(name), name))[:_MOST]
    names = having or (near(key, facts) if not exact else ())
    found = dict.fromkeys((*exact, *(law for name in names for law in facts.named(name))))
    return list(found)[:_MOST]


def _row(law: Law, day: str) -> LawRow:
    version = in_force(law, day)
    articles = (version.articles if version else None) or law.last_article
    return LawRow(law.title, law.level, law.status, version.date if version else None, articles, law.number)
