"""Every legal basis in a text: found, given its document, resolved, and judged as of a day."""

from datetime import date

from assistant.extraction.citations import comparison
from assistant.extraction.citations.comparison import Texts
from assistant.extraction.citations.judgement import Judged, judge, standing_of
from assistant.extraction.citations.mentions import find_mentions
from assistant.extraction.citations.mention import Provision, Quote
from assistant.extraction.citations.references import Reference, resolve_references
from assistant.extraction.citations.resolution import Resolved, resolve
from assistant.laws.facts import LawFacts
from assistant.laws.names import number_form
from assistant.lexicon.citations import CitationWords, load_citation_words
from assistant.model.citation import Citation
from assistant.model.span import Span


def cite(
    text: str, facts: LawFacts, as_of: date, department: str | None = None, texts: Texts | None = None
) -> tuple[Citation, ...]:
    """The citations in order of ``text``; spans are its characters, ids "".

    ``department`` (the guide's office, with its place) decides between local regulations of one name. ``texts`` gives
    article texts for comparing quotations; without it a quotation is not judged.
    """
    words = load_citation_words()
    references = resolve_references(text, find_mentions(text, facts, words), facts)
    return tuple(_citation(text, reference, facts, as_of, department, texts, words) for reference in references)


def _citation(
    text: str,
    reference: Reference,
    facts: LawFacts,
    as_of: date,
    department: str | None,
    texts: Texts | None,
    words: CitationWords,
) -> Citation:
    cited, provision = reference.cited, reference.provision
    resolved = resolve(cited.title, cited.number, cited.ambiguous, department, facts, words)
    version = reference.version or resolved.version
    judged = judge(resolved, version or cited.version, provision, as_of, facts)
    quote, judged = _quoted(text, reference, resolved, judged, as_of, texts)
    law = resolved.law
    return Citation(
        "",
        text[reference.start : reference.end],
        Span(reference.start, reference.end),
        resolved.title,
        law is not None,
        resolved.level,
        number_form(reference.number) if reference.number else None,
        version,
        provision.article if provision else None,
        provision.article_sub if provision else None,
        provision.paragraph if provision else None,
        provision.item if provision else None,
        provision.subitem if provision else None,
        provision.article_to if provision else None,
        text[quote.start : quote.end] if quote else None,
        judged.verdict,
        judged.because,
        law.successor if law and judged.verdict == "repealed" else None,
        law.status_as_of if law else None,
        _is_catch_all(resolved, provision, as_of, facts),
        Span(quote.start, quote.end) if quote else None,
    )


def _quoted(
    text: str, reference: Reference, resolved: Resolved, judged: Judged, as_of: date, texts: Texts | None
) -> tuple[Quote | None, Judged]:
    """Compares the quotation where the article's text is installed; words that are no quotation are dropped."""
    quote, law, provision = reference.quote, resolved.law, reference.provision
    if quote is None or law is None or provision is None or provision.article is None or texts is None:
        return quote, judged
    article = texts.article(law.title, provision.article, provision.article_sub, as_of)
    if article is None:
        return quote, judged
    written = text[quote.start : quote.end]
    if comparison.holds(article, written):
        return quote, judged
    if not quote.marked and not comparison.is_quotation(article, written):
        return None, judged
    if judged.verdict != "ok":
        return quote, judged
    why = f"引文与《{law.title}》第{provision.article}条的文本不一致。"
    return quote, Judged("quote_differs", why)


def _is_catch_all(resolved: Resolved, provision: Provision | None, as_of: date, facts: LawFacts) -> bool:
    if resolved.law is None or provision is None or provision.article is None or provision.item is None:
        return False
    shape = standing_of(resolved.law, as_of, facts).shape
    return shape is not None and shape.is_catch_all(provision.article, provision.paragraph, provision.item)
