"""Why a material or a finding is judged as it is, in words for people."""

from dataclasses import dataclass

from assistant.model.decision import Decision
from assistant.model.finding import Target
from assistant.model.kind import Kind
from assistant.model.material import Candidate


@dataclass(frozen=True, slots=True)
class Known:
    """A field and what is known, both in words: 政策处理, 承诺."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class FiredRule:
    """``held`` are the rule's conditions in words; ``weight`` why it is only a hint, "" where it is none."""

    finding: str
    rule: str
    title: str
    message: str
    held: tuple[str, ...]
    weight: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class NearRule:
    """A rule that all but fired: ``missing`` says in words what does not hold."""

    rule: str
    title: str
    held: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """``written`` is the line as the guide has it. What only materials have is empty or None for the rest.

    ``kind`` says in words how its kind was decided, ``policy`` is the kind's row, ``baseline`` the comparison with
    the list, None where none is given. ``decision`` is about the material as a whole.
    """

    file: str
    item: str
    target: Target
    name: str
    written: str
    facts: tuple[Known, ...]
    fired: tuple[FiredRule, ...]
    nearly: tuple[NearRule, ...]
    slots: tuple[Known, ...] = ()
    kind: str = ""
    candidates: tuple[Candidate, ...] = ()
    policy: Kind | None = None
    baseline: str | None = None
    decision: Decision | None = None
