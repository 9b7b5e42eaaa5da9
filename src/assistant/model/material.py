"""A material (申请材料) that a guide asks for."""

from dataclasses import dataclass
from typing import Literal

from assistant.model.span import Span

Necessity = Literal["required", "conditional", "optional", "deferrable"]
Origin = Literal["applicant", "government", "intermediary"]
KindDecision = Literal["same", "unsure", "new"]
BaselineDecision = Literal["same", "renamed", "extra", "unsure"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible match; ``score`` 0 to 1; ``because`` is for people."""

    id: str
    name: str
    score: float
    because: str


@dataclass(frozen=True, slots=True)
class KindMatch:
    """Which canonical kind (P… of proofs, L… of licences) a material is; ``id`` is set when ``decision`` is same."""

    decision: KindDecision
    id: str | None = None
    name: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class BaselineMatch:
    """How a material compares with the baseline list; ``decision`` None: no list is given or the item is not in it."""

    decision: BaselineDecision | None
    id: str | None = None
    name: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """One atomic document. ``written`` equals ``text[span]``; ``entry`` is the whole line, cell or row it stands in.

    ``name`` is the material alone: no count, form, condition, issuer or number. ``copies`` is the 份数 as stated.
    ``choice`` is shared by the materials of one "any one of these" group. ``holder`` is whose it is ("法定代表人"),
    ``scenario`` the case it is for ("新办"). ``basis`` holds ids of citations; ``basis_written`` the cell or words that
    give the basis ("无", "局内规定"), None where the guide gives none; ``basis_span`` their place.
    """

    id: str
    name: str
    written: str
    span: Span
    entry: Span
    original: bool | None = None
    copies: int | None = None
    electronic: bool | None = None
    necessity: Necessity | None = None
    condition: str | None = None
    choice: str | None = None
    origin: Origin | None = None
    issuer: str | None = None
    holder: str | None = None
    scenario: str | None = None
    shown_only: bool = False
    basis: tuple[str, ...] = ()
    basis_written: str | None = None
    basis_span: Span | None = None
    kind: KindMatch = KindMatch("new")
    baseline: BaselineMatch = BaselineMatch(None)
