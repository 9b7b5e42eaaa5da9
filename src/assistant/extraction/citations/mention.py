"""What stands in the text: documents, provisions, words that point back, quotations. Offsets are those of the text."""

from typing import Literal, NamedTuple


class Document(NamedTuple):
    """A document named by title, by number, or both.

    ``end`` is after the brackets of number and version. ``title`` is as written inside the outer marks, "" where only
    a number is given. ``kind``: ``short`` is 《条例》 and the like, ``paper`` no legal document (a form, a book).
    """

    start: int
    end: int
    title: str
    number: str | None
    version: str | None
    kind: Literal["document", "short", "paper"]
    marked: bool = True


class Pointer(NamedTuple):
    """同法, 上述办法, 同条: ``word`` is what is pointed to; ``companion`` the 实施条例 of 该法实施条例.

    ``own``: written 本法, which is the law quoted, not one that it names.
    """

    start: int
    end: int
    word: str
    companion: str | None
    own: bool = False


class Provision(NamedTuple):
    """``attached``: its document or pointer stands right before; ``arabic``: the article number is in digits."""

    start: int
    end: int
    article: int | None
    article_sub: int | None
    paragraph: int | None
    item: int | None
    subitem: int | None
    article_to: int | None
    attached: bool
    arabic: bool = False
    annex: bool = False


class Definition(NamedTuple):
    """以下简称《条例》: ``name`` now stands for the document named before."""

    start: int
    name: str


class Own(NamedTuple):
    """An article of the guide itself, of a contract or a statute: articles without title after it are that one's."""

    start: int


class Quote(NamedTuple):
    """Law text copied after a citation; ``marked``: between quotation marks."""

    start: int
    end: int
    marked: bool


Mention = Document | Pointer | Provision | Definition | Own | Quote
