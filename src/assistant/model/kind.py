"""A canonical kind of material: what the policy says can be done with it."""

from dataclasses import dataclass
from typing import Literal

from assistant.model.finding import Ground

PolicyAction = Literal["cut", "replace", "verify", "commit", "internal", "keep", "review"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of lexicons/proofs (P…) or lexicons/licences (L…).

    ``action`` is None for a licence: it can be checked in ``verify_source``. ``grounds`` are the letters A to F of
    the six grounds. ``evidence`` says how the row is known (named, local-list, derived …), ``confidence`` how sure the
    alternative is.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    category: str
    action: PolicyAction | None
    grounds: tuple[str, ...]
    alternative: str | None
    verify_source: str | None
    basis: tuple[Ground, ...]
    usual_issuer: str | None
    holder: str | None
    evidence: str | None
    confidence: Literal["high", "medium", "low"]
    note: str
