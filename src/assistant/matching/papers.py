"""A paper's name read for comparison: its kind, whose it is, whether it denies, whether it is a pledge."""

from dataclasses import dataclass

from assistant.lexicon.aliases import NO_KIND
from assistant.lexicon.kinds import Kinds
from assistant.lexicon.relations import Relations
from assistant.lexicon.slots import Slots
from assistant.matching.kinds import ANY_COMPANY, LEGAL_ID, recognise
from assistant.matching.slots import last_holder, rests
from assistant.text.names import one_head, without_asides

# 被投靠人: not listed, yet somebody
_LIKE_HOLDER = ("人", "人的", "方", "方的", "单位", "单位的", "公司", "公司的")
_ONE_PERSON = frozenset({"legal", "agent", "guardian", "child", "dead", "adopter", "giver"})
# Classes of persons that are not part of a paper's own name, as 残疾人 and 企业 are
_PERSONS = frozenset({"applicant", "agent", "spouse", "parent", "child", "guardian", "dead", "heir", "seller", "buyer"})
_LONGEST_PERSON = 10
# 结婚证 and 夫妻双方结婚证
_OF_COUPLES = frozenset({"L014", "L015"})


@dataclass(frozen=True, slots=True)
class Paper:
    """``key`` is the name in one spelling without brackets, ``opened`` with them; ``core`` without form and holder.

    ``kind`` is a licence's id for its copy too, None for no known kind. ``holder`` None: nobody in particular, or the
    applicant, whom ``applicant`` tells from nobody. ``front`` is what stands before and is in no list.
    """

    key: str
    opened: str
    core: str
    kind: str | None
    holder: str | None
    applicant: bool
    front: str
    denied: bool
    pledged: str | None


def read_paper(name: str, kinds: Kinds, slots: Slots, table: Relations) -> Paper:
    """``pledged`` is the kind of the proof that a written pledge or the office's own look-up stands for."""
    key = kinds.key(without_asides(name))
    found = recognise(name, kinds)
    kind = kinds.paper(found.kind_id) if found and found.kind_id != NO_KIND else None
    core = one_head(found.core, kinds.spelling) if found and kind else _core(key, slots)
    front = (found.front or _person_within(core, slots)) if found and kind else ""
    holder = "legal" if kind == LEGAL_ID else _holder(front, slots)
    if kind in _OF_COUPLES and slots.holders.get(holder or "") == "spouse":
        holder = None
    applicant = bool(front) and not holder and last_holder(front, slots) == "applicant"
    unknown = _unlisted(front, slots) if not holder else ""
    pledged = _pledged(key, kinds, table)
    return Paper(key, kinds.key(name), core, kind, holder, applicant, unknown, denies(key, table), pledged)


def denies(key: str, table: Relations) -> bool:
    """Is the fact denied? 无房证明, 单身证明, 未参保证明; not 不动产权证."""
    key = without_false_denials(key, table)
    return any(word in key for word in (*table.denied_words, "无", "未", "不", "没有", "非"))


def without_false_denials(key: str, table: Relations) -> str:
    for word in table.not_denials:
        key = key.replace(word, "□" * len(word))
    return key


def _core(key: str, slots: Slots) -> str:
    """A name of no known kind without its form: what stands in front may be what it is about."""
    ends = [rest.end for rest in rests(key, slots) if rest.start == 0 and not rest.loose]
    return key[: min(ends, default=len(key))]


def _person_within(core: str, slots: Slots) -> str:
    """The person a name begins with that is listed as a whole: 本人无房证明, 夫妻双方结婚证."""
    starts = (core[:size] for size in range(_LONGEST_PERSON, 1, -1))
    return next((word for word in starts if slots.holders.get(word) in _PERSONS), "")


def _unlisted(front: str, slots: Slots) -> str:
    """What is left of ``front`` without the words of the lists: the school of a 毕业证."""
    left, at = "", 0
    while at < len(front):
        known = next((size for size in range(8, 0, -1) if _listed(front[at : at + size], slots)), 0)
        left += "" if known else front[at]
        at += known or 1
    return left


def _listed(word: str, slots: Slots) -> bool:
    return word in slots.neutral or word in slots.issuers or word in slots.acts or word in slots.holders


def _holder(front: str, slots: Slots) -> str | None:
    found = (
        [(front.rfind(word) + len(word), len(word), word) for word in slots.holders if word in front] if front else []
    )
    if not found:
        return front.removesuffix("的") if front.endswith(_LIKE_HOLDER) else None
    word = max(found)[2]
    kind = slots.holders[word]
    if kind == "applicant" or word in ANY_COMPANY:
        return None
    return kind if kind in _ONE_PERSON else word


def _pledged(key: str, kinds: Kinds, table: Relations) -> str | None:
    """无犯罪记录承诺书 and 无犯罪记录联网核查 stand for the proof of the same fact."""
    found = table.pledges.search(key) or table.checks.search(key)
    if not found or not found.start():
        return None
    fact = key[: found.start()].removesuffix("的").removesuffix("书面").removesuffix("的")
    for wording in (f"{fact}证明", fact):
        proof = recognise(wording, kinds)
        if proof and proof.kind_id != NO_KIND:
            return kinds.paper(proof.kind_id)
    return None


def words_apart(one: str, other: str, table: Relations) -> bool:
    """Does each name say a word of a group that the other does not say (养老 and 医保)?"""
    for group in table.apart:
        left = {word for word in group if word in one}
        right = {word for word in group if word in other}
        if left - right and right - left:
            return True
    return False
