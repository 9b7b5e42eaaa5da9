"""``lexicons/rules/``: the lists and words that the facts for the rules are made with, as frozen tables."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from assistant.errors import LexiconError
from assistant.lexicon.guide_words import Element, GuideWords, WordClass, load_guide_words, read, word_class


@dataclass(frozen=True, slots=True)
class DatedGround:
    doc: str
    number: str | None
    article: str | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of a published list: by kinds of material, or by words where the kind is not known."""

    number: int
    name: str
    kinds: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the policy on a kind holds: items with one of these words, these classes of issuer; None: all of them.

    ``not_items``: items with one of these words are left out; ``not_names``: papers with one are none of the kind.
    """

    never: bool
    items: tuple[str, ...] | None
    not_items: tuple[str, ...]
    issuers: tuple[str, ...] | None
    not_names: tuple[str, ...]

    def holds(self, item: str, issuer: str) -> bool:
        in_item = self.items is None or any(word in item for word in self.items)
        in_item = in_item and not any(word in item for word in self.not_items)
        return not self.never and in_item and (self.issuers is None or issuer in self.issuers)


@dataclass(frozen=True, slots=True)
class AskedByLaw:
    """An article that itself asks for papers of these names in items of these names."""

    items: tuple[str, ...]
    not_items: tuple[str, ...]
    names: tuple[str, ...]
    article: str

    def holds(self, item: str, name: str) -> bool:
        inside = any(word in item for word in self.items) and not any(word in item for word in self.not_items)
        return inside and any(word in name for word in self.names)


@dataclass(frozen=True, slots=True)
class Negatives:
    """Proofs that something is not so, but for what a class of issuers deals with itself (``known``, by class)."""

    starts: tuple[str, ...]
    not_starts: tuple[str, ...]
    known: Mapping[str, tuple[str, ...]]

    def of(self, name: str, issuer: str) -> bool:
        negative = name.startswith(self.starts) and not name.startswith(self.not_starts)
        return negative and not any(word in name for word in self.known.get(issuer, ()))


@dataclass(frozen=True, slots=True)
class ItemCase:
    """A rule on a kind of material that holds for some items only."""

    name: str
    items: tuple[str, ...]
    excluded: tuple[str, ...]
    kinds: frozenset[str]

    def holds(self, item: str, kind: str) -> bool:
        inside = any(word in item for word in self.items) and not any(word in item for word in self.excluded)
        return inside and kind in self.kinds


@dataclass(frozen=True, slots=True)
class RuleWords:
    """``lists`` by name (village, id, register, odd, merged, records, unknowable); ``scopes`` by kind.

    ``other_facts``: words that part two proofs of one kind; ``many_papers``: kinds that are one paper by name only.
    ``named``: classes of papers told by a word of their name (notary, newspaper, photo).
    ``everyday``: papers that every errand begins with. ``bounded``: words in an open condition that refer to laws.
    ``alternatives``: beginnings of a clause in a kind's alternative, and the words of the items it is about.
    """

    grounds: Mapping[str, tuple[DatedGround, ...]]
    lists: Mapping[str, tuple[Listed, ...]]
    issuers: tuple[WordClass, ...]
    no_basis: re.Pattern[str]
    habits: tuple[str, ...]
    own_rule: re.Pattern[str]
    own_number: re.Pattern[str]
    forms: tuple[str, ...]
    form_acts: tuple[str, ...]
    proofs: tuple[str, ...]
    reports: tuple[str, ...]
    licences: tuple[str, ...]
    approvals: tuple[str, ...]
    approvals_always: tuple[str, ...]
    approval_offices: tuple[str, ...]
    approval_not: tuple[str, ...]
    opinions: tuple[str, ...]
    opinion_offices: WordClass
    other_facts: tuple[str, ...]
    many_papers: frozenset[str]
    handed_in_starts: tuple[str, ...]
    handed_in_not: tuple[str, ...]
    handed_in_words: tuple[str, ...]
    handed_in_acts: tuple[str, ...]
    registers: Mapping[str, tuple[str, ...]]
    catch_all: re.Pattern[str]
    steps: Mapping[str, WordClass]
    elements: tuple[Element, ...]
    kinship: tuple[str, ...]
    kinship_not: tuple[str, ...]
    scopes: Mapping[str, Scope]
    cases: tuple[ItemCase, ...]
    asked_by_law: tuple[AskedByLaw, ...]
    grave_items: WordClass
    negatives: Negatives
    documents: tuple[tuple[str, date], ...]
    documents_by_issuer: Mapping[str, str]
    alternatives: tuple[tuple[str, tuple[str, ...]], ...]
    named: Mapping[str, WordClass]
    intermediary: tuple[str, ...]
    intermediary_not: tuple[str, ...]
    everyday: tuple[str, ...]
    catch_all_condition: re.Pattern[str]
    bounded: tuple[str, ...]
    guide: GuideWords


@cache
def load_rule_words(*folders: Path) -> RuleWords:
    """With the user's ``folders`` on top. Raises LexiconError naming the file whose shape is wrong."""
    try:
        return _rule_words(partial(read, folders=folders))
    except (KeyError, TypeError, AttributeError, re.error) as cause:
        if not folders:
            raise
        raise LexiconError(f"{folders[-1] / 'rules'}:1", f"这里的词表与随附的写法不一致：{cause}") from cause


def _rule_words(_read: Callable[[str], Any]) -> RuleWords:
    papers, basis, notices, open_ = _read("papers"), _read("own_basis"), _read("notice_words"), _read("catch_all")
    return RuleWords(
        **_paper_words(papers),
        grounds={name: tuple(map(_ground, entry["cite"])) for name, entry in _read("grounds").items()},
        lists={name: tuple(map(_listed, entry["items"])) for name, entry in _read("proof_lists").items()},
        issuers=tuple(map(word_class, _read("issuers"))),
        no_basis=re.compile(basis["none"]),
        habits=tuple(basis["habit"]),
        own_rule=re.compile(basis["own_rule"]),
        own_number=re.compile(basis["own_number"]),
        catch_all=re.compile(open_["pattern"]),
        steps={name: WordClass(name, tuple(e["words"]), tuple(e["examples"])) for name, e in _read("steps").items()},
        elements=tuple(map(_element, _read("required_sections"))),
        scopes={entry["kind"]: _scope(entry) for entry in _read("exceptions")},
        cases=tuple(map(_case, _read("item_cases"))),
        asked_by_law=tuple(map(_asked, _read("asked_by_law"))),
        negatives=_negatives(_read("negatives")),
        grave_items=word_class({"name": "grave", **_read("grave_items")}),
        documents=tuple((e["match"], e["from"]) for e in _read("documents")),
        documents_by_issuer={e["match"]: e["issuer"] for e in _read("documents") if "issuer" in e},
        alternatives=tuple((e["starts"], tuple(e["only_items"])) for e in _read("alternatives")),
        named={n: word_class({"name": n, **notices[n]}) for n in ("notary", "newspaper", "photo")},
        intermediary=tuple(notices["intermediary"]["endings"]),
        intermediary_not=tuple(notices["intermediary"]["not"]),
        catch_all_condition=re.compile(open_["condition"]),
        bounded=tuple(open_["bounded"]),
        guide=load_guide_words(_read),
    )


def _paper_words(papers: Any) -> dict[str, Any]:
    """The fields of RuleWords that lexicons/rules/papers.yaml fills."""
    return {
        "forms": tuple(papers["form"]["endings"]),
        "form_acts": tuple(papers["form"]["acts"]),
        "proofs": tuple(papers["proof"]["endings"]),
        "reports": tuple(papers["report"]["endings"]),
        "licences": tuple(papers["licence"]["endings"]),
        "approvals": tuple(papers["approval"]["endings"]),
        "approvals_always": tuple(papers["approval"]["always"]),
        "approval_offices": tuple(papers["approval"]["offices"]),
        "approval_not": tuple(papers["approval"]["not"]),
        "opinions": tuple(papers["opinion"]["endings"]),
        "opinion_offices": word_class({"name": "opinion", "words": papers["opinion"]["offices"], **papers["opinion"]}),
        "other_facts": tuple(papers["other_fact"]["words"]),
        "many_papers": frozenset(papers["other_fact"]["kinds"]),
        "handed_in_starts": tuple(papers["handed_in"]["starts"]),
        "handed_in_not": tuple(papers["handed_in"]["not_starts"]),
        "handed_in_words": tuple(papers["handed_in"]["words"]),
        "handed_in_acts": tuple(papers["handed_in"]["acts"]),
        "registers": {kind: tuple(items) for kind, items in papers["handed_in"]["registers"].items()},
        "kinship": tuple(papers["kinship"]["endings"]),
        "kinship_not": tuple(papers["kinship"]["not"]),
        "everyday": tuple(papers["everyday"]["words"]),
    }


def _scope(entry: Mapping[str, Any]) -> Scope:
    items, issuers = entry.get("only_items"), entry.get("only_issuers")
    return Scope(
        never=entry.get("never", False),
        items=None if items is None else tuple(items),
        not_items=tuple(entry.get("not_items", ())),
        issuers=None if issuers is None else tuple(issuers),
        not_names=tuple(entry.get("not_names", ())),
    )


def _case(entry: Mapping[str, Any]) -> ItemCase:
    return ItemCase(entry["case"], tuple(entry["items"]), tuple(entry["not"]), frozenset(entry["kinds"]))


def _asked(entry: Mapping[str, Any]) -> AskedByLaw:
    items, not_items, names = (tuple(entry.get(field, ())) for field in ("items", "not_items", "names"))
    return AskedByLaw(items, not_items, names, f"《{entry['law']}》{entry['article']}")


def _element(entry: Mapping[str, Any]) -> Element:
    return Element(entry["element"], entry["title"], tuple(entry["mentions"]), tuple(entry.get("headings", ())))


def _negatives(entry: Mapping[str, Any]) -> Negatives:
    known = {issuer: tuple(entry[f"not_{issuer}"]) for issuer in ("village", "employer")}
    return Negatives(tuple(entry["starts"]), tuple(entry["not_starts"]), known)


def _listed(entry: Mapping[str, Any]) -> Listed:
    kinds: Sequence[str] = entry.get("kinds", ())
    return Listed(entry["number"], entry["name"], frozenset(kinds), tuple(entry.get("words", ())))


def _ground(entry: Mapping[str, Any]) -> DatedGround:
    return DatedGround(entry["doc"], entry.get("number"), entry.get("article"), entry.get("from"), entry.get("to"))
