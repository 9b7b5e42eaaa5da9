"""Short ways to cite and to see what was found."""

from collections.abc import Callable
from datetime import date

import pytest

from assistant.extraction.citations import cite
from assistant.laws.facts import load_facts
from assistant.model.citation import Citation

TODAY = date(2026, 11, 23)
Cite = Callable[..., tuple[Citation, ...]]


@pytest.fixture(scope="session")
def citing() -> Cite:
    """``citing(text, as_of="2026-11-23")`` with the facts that come with the program."""
    facts = load_facts()

    def run(text: str, as_of: str = "2026-11-23", **more: object) -> tuple[Citation, ...]:
        found = cite(text, facts, date.fromisoformat(as_of), **more)  # type: ignore[arg-type]
        assert all(citation.written == citation.span.of(text) for citation in found)
        return found

    return run


@pytest.fixture(scope="session")
def one(citing: Cite) -> Callable[..., Citation]:
    """The only citation of a text."""

    def run(text: str, as_of: str = "2026-11-23", **more: object) -> Citation:
        found = citing(text, as_of, **more)
        assert len(found) == 1, [citation.written for citation in found]
        return found[0]

    return run


@pytest.fixture(scope="session")
def written(citing: Cite) -> Callable[[str], list[str]]:
    return lambda text: [citation.written for citation in citing(text)]


@pytest.fixture(scope="session")
def provisions(citing: Cite) -> Callable[[str], list[tuple[int | None, ...]]]:
    """(article, 款, 项) of each citation."""
    return lambda text: [(c.article, c.paragraph, c.item) for c in citing(text)]
