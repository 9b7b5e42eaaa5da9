"""Which articles of laws and regulations name which kinds of paper (corpus/laws/named-papers.jsonl: facts, no text)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.resources import data


@dataclass(frozen=True, slots=True)
class NamedPapers:
    """By full official title, then by article: the ids of kinds. A title that is there has been read completely."""

    laws: Mapping[str, Mapping[int, frozenset[str]]]

    def names(self, title: str | None, article: int | None, kinds: frozenset[str]) -> bool | None:
        """Does the article name one of these kinds? None where the law has not been read."""
        articles = self.laws.get(title or "")
        if articles is None or article is None:
            return None
        return bool(articles.get(article, frozenset()) & kinds)


@cache
def load_named_papers() -> NamedPapers:
    """Made by corpus/make_named_papers.py from the versions in force in November 2026."""
    lines = data("corpus/laws/named-papers.jsonl").read_text("utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return NamedPapers({row["title"]: {int(n): frozenset(ids) for n, ids in row["articles"].items()} for row in rows})
