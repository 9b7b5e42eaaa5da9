"""Every paper of the policy, asked for in its most typical words: what its row says happens, and nothing else."""

from datetime import date

import pytest

from assistant.knowledge import load_knowledge
from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.rule_words import load_rule_words
from assistant.model.finding import Category, Finding
from assistant.model.kind import Kind
from assistant.reading import read_text
from assistant.review import review_document

DAY = date(2026, 11, 23)
CUTS: frozenset[Category] = frozenset(
    {
        *("no_basis", "covered_by_licence", "commitment", "covered_by_other", "online_check"),
        *("issuer_cannot_verify", "internal_sharing", "catch_all", "odd_proof"),
    }
)
BY_GROUND: dict[str, Category] = {
    "A": "no_basis",
    "B": "covered_by_licence",
    "C": "commitment",
    "D": "covered_by_other",
    "E": "online_check",
    "F": "issuer_cannot_verify",
}
# Rows about something else than a paper of a list, or that the rules leave to people on purpose.
QUIET = {
    "P131": "健康证明依法要有，能在线核验的只提醒",
    "P190": "说的是盖章的做法，不是一份材料",
}
SCOPES = load_rule_words().scopes
KINDS = sorted(load_kinds().rows.values(), key=lambda kind: kind.id)


def test_the_policy_has_all_its_rows() -> None:
    assert sum(kind.id.startswith("P") for kind in KINDS) == 218
    assert sum(kind.id.startswith("L") for kind in KINDS) == 135


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_row_of_the_policy_gives_the_finding_it_says(kind: Kind) -> None:
    judged, found = _reviewed(kind)
    sure = {finding.category for finding in found if finding.severity != "hint"}
    if kind.id in QUIET or _left_to_people(kind):
        assert not sure, QUIET.get(kind.id, "")
    elif _only_hinted(judged):
        assert found
        assert not sure & CUTS
    else:
        assert sure & _wanted(judged), [finding.rule for finding in found]


def _left_to_people(kind: Kind) -> bool:
    """Kept by law, or for people to judge, or taken out with a reason (lexicons/rules/exceptions.yaml)."""
    scope = SCOPES.get(kind.id)
    return kind.action in {"keep", "review"} or (scope is not None and scope.never)


def _only_hinted(kind: Kind) -> bool:
    """Not sure enough, a licence in no nation-wide register, a replacement no document names or that is a paper."""
    if kind.action is None:
        return kind.confidence != "high"
    unnamed = kind.evidence not in {"named", "local-list"}
    replaced = kind.action == "replace" and (kind.grounds[0] == "D" or (kind.grounds[0] == "B" and unnamed))
    return kind.confidence == "low" or replaced


def _wanted(kind: Kind) -> frozenset[Category]:
    """A proof has the categories of its grounds; the list of odd proofs and of catch-alls are grounds of their own."""
    if kind.action is None:
        return frozenset({"online_check"})
    special: frozenset[Category] = frozenset({"odd_proof", "catch_all", "internal_sharing"})
    return special | {BY_GROUND[letter] for letter in kind.grounds}


def _reviewed(kind: Kind) -> tuple[Kind, list[Finding]]:
    """The kind it is taken for (营业执照复印件 is the licence asked for) and the findings on it."""
    scope = SCOPES.get(kind.id)
    item = scope.items[0] if scope is not None and scope.items else "补贴申领"
    issued = "村委会出具的" if scope is not None and scope.issuers and "" not in scope.issuers else ""
    form = "复印件" if kind.id.startswith("L") else "原件"
    text = (
        f"{item}办事指南\n申请材料\n1.补贴申领申请表（原件1份）\n2.{issued}{kind.name}（{form}1份）\n是否收费\n不收费\n"
    )
    review = review_document(read_text(text), DAY, load_knowledge())
    others = {each.id: each for guide in review.guides for each in guide.materials if each.id != "m1"}
    taken = {load_kinds().rows.get(each.kind.id or kind.id, kind) for each in others.values()}
    return next(iter(taken), kind), [finding for finding in review.findings if finding.target.id in others]
