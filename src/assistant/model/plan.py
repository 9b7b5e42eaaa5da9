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
class Origin:
    form: str
    label: str


@dataclass(frozen=True, slots=True)
class OneFormField:
    """``prefill`` says where the answer can be fetched instead of asked ("电子证照:居民身份证")."""

    key: str
    label: str
    type: FieldType
    required: bool
    origins: tuple[Origin, ...]
    prefill: str | None = None


@dataclass(frozen=True, slots=True)
class OneForm:
    title: str
    fields: tuple[OneFormField, ...]
    asked_before: int
    asked_after: int


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
