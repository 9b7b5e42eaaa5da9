"""What goes into a worker process and what comes out: small values that pickle."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.batch.pool import Failure
from assistant.batch.sources import Source
from assistant.errors import (
    BrokenFileError,
    EmptyFileError,
    EncryptedError,
    JianzhengError,
    NoFormError,
    NoGuideError,
    NoTextError,
    TooLargeError,
    UnsupportedError,
)
from assistant.export import Format
from assistant.model.citation import Verdict
from assistant.model.decision import Decision
from assistant.model.overview import ItemSummary
from assistant.model.review import Engine, Review

if TYPE_CHECKING:  # the workbook's library and the rules are not for the parent
    from assistant.export.attachments import Filing
    from assistant.export.summary.reasons import Grounds
    from assistant.rules.circles import Links

NO_FAULT: tuple[Verdict, ...] = ("ok", "unverified", "unknown_law")  # what we do not know is no fault of the guide
CODES: dict[type[JianzhengError], str] = {
    EmptyFileError: "empty",
    EncryptedError: "encrypted",
    BrokenFileError: "broken",
    TooLargeError: "too_large",
    NoTextError: "no_text",
    NoFormError: "no_form",
    NoGuideError: "no_guide",
    UnsupportedError: "unsupported",
}


@dataclass(frozen=True, slots=True)
class Task:
    """``width`` and ``color`` are for the text format; ``engine`` as in assistant.model.review.

    ``decisions`` may be about the items of other files too: those of a file beside the guides, ``beside``.
    ``rules`` and ``lexicons`` are the user's own folders.
    """

    source: Source
    as_of: date
    format: Format = "json"
    baseline: Path | None = None
    engine: Engine = "auto"
    width: int = 80
    color: bool = False
    decisions: tuple[Decision, ...] = ()
    beside: bool = False
    rules: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The row of a file in the table over many files.

    ``decided`` are the decisions about its items, ``plans`` what they add to the overview, ``links`` what they ask for
    and end in.
    """

    items: tuple[str, ...]
    materials: int
    materials_after: int
    citations: int
    faulty_citations: int
    decided: tuple[Decision, ...] = ()
    plans: tuple[ItemSummary, ...] = ()
    links: "tuple[Links, ...]" = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one source: ``output`` and ``summary`` when it was reviewed, ``failure`` when not.

    ``filing`` are its rows of the workbook over all sources, with the format attachments alone; ``grounds`` why its
    papers go, for the sheet over all sources.
    """

    source: Source
    output: bytes | None = None
    summary: Summary | None = None
    failure: Failure | None = None
    filing: "Filing | None" = None
    grounds: "Grounds" = ()


def summary(review: Review, decided: tuple[Decision, ...] = (), lexicons: tuple[Path, ...] = ()) -> Summary:
    from assistant.lexicon.chains import load_chains  # in the workers alone
    from assistant.lexicon.rule_words import load_rule_words
    from assistant.planning.items import item_summaries
    from assistant.rules.circles import links_of

    citations = [citation for guide in review.guides for citation in guide.citations]
    return Summary(
        tuple(guide.head.item_name for guide in review.guides),
        review.plan.before.materials,
        review.plan.after.materials,
        len(citations),
        sum(citation.verdict not in NO_FAULT for citation in citations),
        decided,
        item_summaries(review, load_chains(*lexicons)),
        tuple(links_of(guide, review.document, load_rule_words()) for guide in review.guides),
    )


def failure(error: JianzhengError) -> Failure:
    return Failure(CODES.get(type(error), "unreadable"), str(error))
