"""The citation desk: a document becomes a list of provisions, each with its place, its verdict and the law's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assistant.assembly import moved
from assistant.extraction.citations import cite
from assistant.extraction.head import read_head
from assistant.guides import outlines
from assistant.laws.facts import LawFacts, load_facts
from assistant.laws.provision_text import cited_lines
from assistant.laws.quotes import find_quote
from assistant.laws.texts import Edition, LawTexts, open_texts
from assistant.lexicon.layers import check_folders
from assistant.lexicon.sections import Sections, load_sections
from assistant.model.citation import Citation, Verdict
from assistant.model.cited import CitedDocument, CitedGuide, LawQuote, Provision
from assistant.model.document import Document
from assistant.model.outline import Outline
from assistant.model.place import DocxPlace, PdfPlace, SheetPlace

# So many articles of a range (第八条至第十二条) are shown in full.
_SHOWN_ARTICLES = 5
# What such a document says is no law on that day; what it is called is not sure.
_NOT_IN_FORCE: tuple[Verdict, ...] = ("repealed", "not_yet_effective", "unknown_law", "ambiguous_name")


@dataclass(frozen=True, slots=True)
class Desk:
    """``texts`` is None where no law library is installed: everything but the law's own words works without."""

    sections: Sections
    facts: LawFacts
    texts: LawTexts | None


def load_desk(library: Path | None = None, lexicons: tuple[Path, ...] = ()) -> Desk:
    """``lexicons`` are the user's own folders. Raises KnowledgeError for wrong facts or a file that is no library."""
    check_folders(lexicons)
    return Desk(load_sections(*lexicons), load_facts(), open_texts(library))


def cite_document(document: Document, as_of: date, desk: Desk) -> CitedDocument:
    """Every provision cited in the document, guides or not, in the order of the text, with ids c1, c2 …"""
    found = outlines(document, desk.sections)
    guides = tuple(
        CitedGuide(outline.id, outline.item_name, read_head(document, outline, desk.sections).department, outline.span)
        for outline in found
    )
    citations = sorted(_citations(document.text, guides, desk, as_of), key=lambda citation: citation.span)
    provisions = tuple(
        _provision(
            Provision(
                replace(citation, id=f"c{number}"), _guide(citation, guides), _place(document, citation, found), None
            ),
            desk.texts,
            as_of,
        )
        for number, citation in enumerate(citations, 1)
    )
    return CitedDocument(document, as_of, guides, provisions, document.notices)


def _citations(text: str, guides: Sequence[CitedGuide], desk: Desk, as_of: date) -> Iterator[Citation]:
    """Guide by guide: 同法 or a bare 第十一条 never means a law that another guide of the file cites."""
    departments = [guide.department for guide in guides] or [None]
    starts = [0, *(guide.span.start for guide in guides[1:])]
    ends = [*starts[1:], len(text)]
    for department, start, end in zip(departments, starts, ends, strict=True):
        for citation in cite(text[start:end], desk.facts, as_of, department, desk.texts, desk.sections.folders):
            yield moved(citation, start)


def _guide(citation: Citation, guides: Sequence[CitedGuide]) -> str | None:
    return next((guide.id for guide in guides if guide.span.contains(citation.span)), None)


def _place(document: Document, citation: Citation, found: Sequence[Outline]) -> str:
    """第2页“设定依据”: the page, cell, paragraph or line, and the heading it stands under."""
    headings = [
        section.heading
        for outline in found
        for section in outline.sections
        if section.span.contains(citation.span) and section.heading
    ]
    under = f"“{' '.join(headings[0].split())}”" if headings else ""
    return _spot(document, citation.span.start) + under


def _spot(document: Document, offset: int) -> str:
    place = document.place(offset)
    if isinstance(place, PdfPlace):
        return f"第{place.page}页"
    if isinstance(place, SheetPlace):
        return f"工作表{place.sheet}第{place.row}行第{place.column}列"
    if isinstance(place, DocxPlace):
        return f"第{place.paragraph + 1}段"
    return f"第{document.text.count(chr(10), 0, offset) + 1}行"


def _provision(provision: Provision, texts: LawTexts | None, as_of: date) -> Provision:
    """With the law's words, and where a false quotation comes from."""
    citation = provision.citation
    if texts is None or citation.title is None or citation.article is None or citation.verdict in _NOT_IN_FORCE:
        return provision
    edition = texts.edition(citation.title, as_of)
    if edition is None or edition.superseded:
        return provision
    provision = replace(provision, law=_law(citation, texts, edition))
    if citation.quote is None or citation.verdict not in ("quote_differs", "no_such_article"):
        return provision
    found = find_quote(texts, edition, citation.quote, (citation.article, citation.article_sub or 0))
    return replace(provision, quoted_from=found.label, quoted_version=found.version)


def _law(citation: Citation, texts: LawTexts, edition: Edition) -> LawQuote | None:
    assert citation.article is not None, "asked for provisions alone"
    last = min(citation.article_to or citation.article, citation.article + _SHOWN_ARTICLES - 1)
    keys = [(number, citation.article_sub or 0) for number in range(citation.article, last + 1)]
    articles = [article for article in texts.articles(edition) if article.key in keys]
    if not articles:
        return None
    if len(articles) > 1:
        whole = "\n".join(f"{article.label}　{article.text}" for article in articles)
        return LawQuote(edition.version, whole, whole)
    cited = cited_lines(articles[0].lines, citation.paragraph, citation.item)
    return LawQuote(edition.version, articles[0].text, "\n".join(cited))
