"""An entry: one line, cell or row that asks for one or more documents."""

from dataclasses import dataclass

from assistant.extraction.materials.forms import UNSAID, FormOf
from assistant.model.material import Necessity, Origin
from assistant.model.span import Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the other columns of a row say; None: nothing."""

    form: FormOf = UNSAID
    necessity: Necessity | None = None
    origin: Origin | None = None
    issuer: str | None = None
    condition: str | None = None
    basis_span: Span | None = None

    def over(self, other: "Attributes") -> "Attributes":
        """These, completed by ``other`` where they say nothing."""
        return Attributes(
            self.form.over(other.form),
            self.necessity or other.necessity,
            self.origin or other.origin,
            self.issuer or other.issuer,
            self.condition or other.condition,
            self.basis_span or other.basis_span,
        )


NO_ATTRIBUTES = Attributes()


@dataclass(frozen=True, slots=True)
class Entry:
    """``span`` is all of it, number included; ``body`` the words that name the documents.

    ``strict``: nothing marks it as an item of a list, so only what ends in a document's noun is a material.
    ``row``: it is a row of a table of materials, so whatever it names is one.
    """

    span: Span
    body: Span
    attributes: Attributes = NO_ATTRIBUTES
    scenario: str | None = None
    strict: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with what stands below it: cases (◆), numbered sub-items, further paragraphs (``loose``)."""

    entry: Entry
    children: tuple["Item", ...] = ()
    loose: bool = False
    bullet: bool = False
