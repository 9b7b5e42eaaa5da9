"""Every legal basis in a text: found, given its document, resolved, and judged as of a day."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant.extraction.citations import comparison
from assistant.extraction.citations.comparison import Texts
from assistant.extraction.citations.judgement import Ground, ground, judge
from assistant.extraction.citations.mention import Provision, Quote
from assistant.extraction.citations.mentions import find_mentions
from assistant.extraction.citations.references import Cited, Reference, resolve_references
from assistant.extraction.citations.resolution import resolve
from assistant.laws.catalogue import Law
from assistant.laws.facts import LawFacts
from assistant.laws.names import number_form
from assistant.lexicon.citations import CitationWords, load_citation_words
from assistant.model.citation import Citation, Verdict
from assistant.model.span import Span

_WHOLE = Provision(0, 0, None, None, None, None, None, None, False)


def cite(
    text: str,
    facts: LawFacts,
    as_of: date,
    department: str | None = None,
    texts: Texts | None = None,
    folders: tuple[Path, ...] = (),
) -> tuple[Citation, ...]:
    """The citations in order of ``text``; spans are its characters, ids "".

    ``department`` (the guide's office, with its place) decides between local regulations of one name. ``texts`` gives
    article texts for comparing quotations; without it a quotation is not judged. ``folders`` are the user's lexicons.
    """
    with _uncollected():
        return tuple(_citations(text, facts, as_of, department, texts, folders))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing here makes cycles, yet the collector would look for them in a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _citations(
    text: str, facts: LawFacts, as_of: date, department: str | None, texts: Texts | None, folders: tuple[Path, ...]
) -> Iterator[Citation]:
    words = load_citation_words(*folders)
    references = resolve_references(text, find_mentions(text, facts, words), facts)
    grounds: dict[tuple[Cited, str | None], Ground] = {}
    for reference in references:
        key = (reference.cited, reference.version)
        if key not in grounds:
            grounds[key] = _ground(reference, facts, as_of, department, words)
        yield _citation(text, reference, grounds[key], as_of, texts)


def _ground(reference: Reference, facts: LawFacts, as_of: date, department: str | None, words: CitationWords) -> Ground:
    cited = reference.cited
    resolved = resolve(cited.title, cited.number, cited.ambiguous, department, facts, words)
    return ground(resolved, reference.version or cited.version, as_of, facts)


def _citation(text: str, reference: Reference, on: Ground, as_of: date, texts: Texts | None) -> Citation:
    start, end, _, number, version, provision, quote = reference
    title, law, level, _, _, inside = on.resolved
    verdict, because = judge(on, provision, as_of)
    if quote is not None and texts is not None:
        quote, verdict, because = _compared(text, reference, law, (verdict, because), as_of, texts)
    at = provision or _WHOLE
    return Citation(
        "",
        text[start:end],
        Span(start, end),
        title,
        law is not None,
        level,
        number_form(number) if number else None,
        version or inside,
        at.article,
        at.article_sub,
        at.paragraph,
        at.item,
        at.subitem,
        at.article_to,
        text[quote.start : quote.end] if quote else None,
        verdict,
        because,
        law.successor if law and verdict == "repealed" else None,
        law.status_as_of if law else None,
        at.item is not None and _is_catch_all(on, at),
        Span(quote.start, quote.end) if quote else None,
    )


def _compared(
    text: str,
    reference: Reference,
    law: Law | None,
    judged: tuple[Verdict, str],
    as_of: date,
    texts: Texts,
) -> tuple[Quote | None, Verdict, str]:
    """The quotation against the article's text, if installed; words that turn out to be no quotation are dropped."""
    quote, provision = reference.quote, reference.provision
    if quote is None or law is None or provision is None or provision.article is None:
        return quote, *judged
    article = texts.article(law.title, provision.article, provision.article_sub, as_of)
    written = text[quote.start : quote.end]
    if article is None or comparison.holds(article, written):
        return quote, *judged
    if not quote.marked and not comparison.is_quotation(article, written):
        return None, *judged
    if judged[0] != "ok":
        return quote, *judged
    return quote, "quote_differs", f"引文与《{law.title}》第{provision.article}条的文本不一致。"


def _is_catch_all(on: Ground, provision: Provision) -> bool:
    shape = on.now.shape if on.now else None
    if shape is None or provision.article is None or provision.item is None:
        return False
    return shape.is_catch_all(provision.article, provision.paragraph, provision.item)
