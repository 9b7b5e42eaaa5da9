"""A guide (办事指南): one item with its sections, materials, citations, steps and forms."""

from dataclasses import dataclass
from typing import Literal

from assistant.model.citation import Citation
from assistant.model.material import BaselineDecision, Candidate, Material
from assistant.model.outline import Section
from assistant.model.span import Span

Unit = Literal["working_day", "day", "hour", "month", "instant"]
Handling = Literal["即办件", "承诺件"]
FieldType = Literal["text", "number", "date", "choice", "phone", "id", "address", "signature", "long_text"]


@dataclass(frozen=True, slots=True)
class Duration:
    """``value`` is 0 for unit instant (当场, 即时)."""

    value: int
    unit: Unit
    written: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """``charged`` None: the guide does not say clearly. ``written`` is the guide's own wording."""

    charged: bool | None
    written: str
    span: Span


@dataclass(frozen=True, slots=True)
class Step:
    """One step (环节) of the handling. ``basis_written`` is the basis cell ("无", ""), None if there is no column."""

    id: str
    name: str
    span: Span
    post: str | None = None
    time: Duration | None = None
    basis: tuple[str, ...] = ()
    basis_written: str | None = None
    basis_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. ``key`` names what is asked ("applicant.name"); two fields with one key ask the same thing.

    ``options``: the answers to tick (男, 女). ``section``: the words over or beside it that it stands under
    ("法定代表人"). ``repeated``: a column that is filled in once a row (家庭成员).
    """

    label: str
    key: str
    required: bool | None
    span: Span
    options: tuple[str, ...] = ()
    section: str | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """An application form found in the document; ``material`` is the id of the material it is."""

    id: str
    name: str
    material: str | None
    fields: tuple[Field, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Head:
    """What a guide says of itself besides materials, citations, steps and forms."""

    item_name: str
    item_code: str | None = None
    department: str | None = None
    item_type: str | None = None
    handling: Handling | None = None
    statutory_time: Duration | None = None
    promised_time: Duration | None = None
    fee: Fee | None = None
    visits: int | None = None


@dataclass(frozen=True, slots=True)
class BaselineItem:
    """The item of the baseline list that a guide is; ``missing`` are its materials that the guide does not ask for.

    ``decision`` extra: not listed; unsure: like the ``candidates``, so materials are not compared.
    """

    decision: BaselineDecision
    code: str | None
    name: str | None
    type: str | None
    level: str | None
    missing: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """``baseline`` is None where no list is given."""

    id: str
    head: Head
    span: Span
    sections: tuple[Section, ...]
    materials: tuple[Material, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    forms: tuple[Form, ...]
    baseline: BaselineItem | None = None
