"""What follows from the findings: the cuts, the counts before and after, and the one-form."""

from dataclasses import dataclass

from assistant.model.decision import Anchor, Decision
from assistant.model.finding import Action
from assistant.model.guide import FieldType


@dataclass(frozen=True, slots=True)
class Counts:
    """``promised_days`` is the sum of the guides' promised working days; None where no guide promises any."""

    materials: int
    steps: int
    forms: int
    promised_days: int | None


@dataclass(frozen=True, slots=True)
class Cut:
    """A material that can go, or be replaced. ``chosen``: taken into the "after" counts.

    ``decision`` is what people said; it settles ``chosen``. None: nobody decided yet. ``anchor`` is what a decision
    about the material as a whole is anchored to; None where the plan was made without anchors.
    """

    guide: str
    material: str
    action: Action
    findings: tuple[str, ...]
    chosen: bool
    decision: Decision | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target of the notice of 2018: shares from 0 to 1."""

    goal: float
    reached: float
    met: bool


@dataclass(frozen=True, slots=True)
class FormSource:
    """An old form: ``id`` as in Origin; ``item`` the item it is for, ``file`` the file it stands in, None if unknown.

    ``fields`` is how many it asks.
    """

    id: str
    name: str
    item: str | None
    file: str | None
    fields: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The old cell: form and label, and what it stood under there."""

    form: str
    label: str
    section: str | None = None


@dataclass(frozen=True, slots=True)
class OneFormField:
    """``prefill`` says where the answer can be fetched instead of asked ("电子证照:居民身份证").

    ``section`` is its heading in the new form; ``options`` what can be chosen; ``repeated``: a column of a list
    (家庭成员) that has as many rows as needed. ``items``: the items that ask it, where not all do.
    """

    key: str
    label: str
    type: FieldType
    required: bool
    origins: tuple[Origin, ...]
    prefill: str | None = None
    section: str = ""
    options: tuple[str, ...] = ()
    repeated: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OneForm:
    """``asked_before`` are the fields of all ``sources``, ``asked_after`` those of the one form."""

    title: str
    fields: tuple[OneFormField, ...]
    asked_before: int
    asked_after: int
    sources: tuple[FormSource, ...] = ()

    def sections(self) -> tuple[tuple[str, tuple[OneFormField, ...]], ...]:
        """The fields under their headings, in order."""
        found: dict[str, list[OneFormField]] = {}
        for field in self.fields:
            found.setdefault(field.section, []).append(field)
        return tuple((section, tuple(fields)) for section, fields in found.items())


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """The counts of one guide, and its targets as in Plan."""

    guide: str
    before: Counts
    after: Counts
    targets: tuple[tuple[str, Goal], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """``items`` has a row for each guide, in their order."""

    before: Counts
    after: Counts
    cuts: tuple[Cut, ...]
    targets: tuple[tuple[str, Goal], ...]
    one_form: OneForm | None = None
    items: tuple[ItemPlan, ...] = ()
