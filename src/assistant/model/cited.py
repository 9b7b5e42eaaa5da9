"""What the citation desk makes of one file: every provision cited, where it stands and what the law says there."""

from dataclasses import dataclass
from datetime import date

from assistant.model.citation import Citation
from assistant.model.document import Document, Notice
from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class CitedGuide:
    """A guide of the file; ``department`` None where it names none."""

    id: str
    item_name: str
    department: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class LawQuote:
    """``article`` is the whole article (articles, of a range), ``cited`` the 款 or 项 cited; both one 款 or 项 a line.

    ``version`` is the day (ISO) of the text they are from.
    """

    version: str
    article: str
    cited: str


@dataclass(frozen=True, slots=True)
class Provision:
    """``guide`` is the id of the guide it stands in, None outside of all; ``place`` says where, in words for people.

    ``law`` is None where no text of the law in force on the day asked about is installed. Where the guide quotes other
    words than the article's, ``quoted_from`` is the article of the same text that has them ("第三十六条"), and
    ``quoted_version`` the day (ISO) of an older text whose article had them.
    """

    citation: Citation
    guide: str | None
    place: str
    law: LawQuote | None
    quoted_from: str | None = None
    quoted_version: str | None = None


@dataclass(frozen=True, slots=True)
class CitedDocument:
    document: Document
    as_of: date
    guides: tuple[CitedGuide, ...]
    provisions: tuple[Provision, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read; ``message`` is one Chinese sentence with its name, the cause and the remedy."""

    name: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class CiteReport:
    """``with_texts``: a law library is installed, so articles could be looked up."""

    as_of: date
    files: tuple[CitedDocument, ...]
    unread: tuple[UnreadFile, ...]
    with_texts: bool
