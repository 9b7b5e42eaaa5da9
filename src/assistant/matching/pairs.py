"""How two papers stand to each other. When in doubt they are different: a wrong merger costs more than a missed one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from assistant.lexicon.kinds import Kinds
from assistant.lexicon.relations import Cover, Group, Pattern, Relations, load_relations
from assistant.lexicon.slots import load_slots
from assistant.matching.opposites import are_opposite
from assistant.matching.papers import Paper, read_paper, words_apart

OTHER_HOLDER = "不是同一人的材料"
Value = Literal["same", "covers", "substitutable", "opposite", "different"]


@dataclass(frozen=True, slots=True)
class Relation:
    """``covers``: the first shows all that the second shows. ``reason`` is for people."""

    value: Value
    reason: str


def relation(a: str, b: str, kinds: Kinds) -> Relation:
    table, slots = load_relations(*kinds.folders), load_slots(*kinds.folders)
    one, other = (read_paper(name, kinds, slots, table) for name in (a, b))
    for test in _TESTS:
        found = test(one, other, table)
        if found is not None:
            return found
    return Relation("different", "没有依据认为是同一份材料或可以互相替代")


def _contained(one: Paper, other: Paper, table: Relations) -> Relation | None:
    """户口簿全本 covers 户口簿首页; 申请报告（含建设方案） covers 建设方案."""
    for cover in table.covers:
        if not cover.by and not cover.of and _covers(cover, one, other):
            return Relation("covers", "前者包含后者")
    held = one.opened.removeprefix(one.key)
    if held.startswith(("含", "包括", "附")) and other.core in held:
        return Relation("covers", "前者已含后者")
    if other.core != one.core and re.search("(汇编|全套|合订本|成套)", one.core) and _same_topic(one, other):
        return Relation("covers", "后者是前者的一部分")
    return None


def _same_topic(one: Paper, other: Paper) -> bool:
    whole = re.sub("(汇编|全套|合订本|成套|文本|文件|资料|材料)", "", one.core)
    return bool(other.core) and other.core[-2:] == whole[-2:]


def _equal(one: Paper, other: Paper, table: Relations) -> Relation | None:
    if _spelt(one.core, table) == _spelt(other.core, table) and one.holder == other.holder:
        return Relation("same", "名称相同")
    return None


def _changed(one: Paper, other: Paper, _: Relations) -> Relation | None:
    """原法定代表人身份证 and 新法定代表人身份证 are of two persons."""
    for before, after in ((one, other), (other, one)):
        if _BEFORE.search(before.key) and _AFTER.search(after.key):
            return Relation("different", OTHER_HOLDER)
    return None


def _holders(one: Paper, other: Paper, table: Relations) -> Relation | None:
    named = one.holder and other.holder and one.holder != other.holder
    if named or _not_applicants(one, other, table) or _not_applicants(other, one, table) or _fronts(one, other, table):
        return Relation("different", OTHER_HOLDER)
    return None


def _not_applicants(one: Paper, other: Paper, table: Relations) -> bool:
    """申请人收入证明 and 配偶收入证明; but 申请人身份证 and 经营者身份证 are mostly of one."""
    return one.applicant and other.holder in table.never_applicant


def _fronts(one: Paper, other: Paper, table: Relations) -> bool:
    """新郎身份证 and 新娘身份证: of a personal paper two unknown words in front are two persons or bodies."""
    personal = one.kind in table.personal and one.kind == other.kind
    return (
        personal and bool(one.front and other.front) and one.front not in other.front and other.front not in one.front
    )


def _opposite(one: Paper, other: Paper, table: Relations) -> Relation | None:
    if one.pledged or other.pledged or not are_opposite(one, other, table):
        return None
    return Relation("opposite", "两者证明的事实互相排斥")


def _pledge(one: Paper, other: Paper, table: Relations) -> Relation | None:
    for pledge, proof in ((one, other), (other, one)):
        if _stands_for(pledge, proof, table) and not proof.pledged and (pledge.kind != proof.kind or not proof.kind):
            return Relation("substitutable", "证明可以用书面承诺代替")
    return None


def _stands_for(pledge: Paper, proof: Paper, table: Relations) -> bool:
    """For the proof of that fact, for a licence that shows it, or, of unknown kind, for the proof in the same words."""
    if pledge.pledged:
        shown = (cover for cover in table.covers if proof.kind in cover.by and not cover.names)
        return proof.kind == pledge.pledged or any(pledge.pledged in cover.of for cover in shown)
    found = table.pledges.search(pledge.key)
    fact = pledge.key[: found.start()].removesuffix("书面") if found else ""
    return len(fact) > 2 and proof.kind is None and proof.key == f"{fact}证明"


def _covering(one: Paper, other: Paper, table: Relations) -> Relation | None:
    if any(_covers(cover, one, other) for cover in table.covers) or _proof_of_licence(one, other):
        return Relation("covers", "前者能证明后者的全部内容")
    return None


def _proof_of_licence(one: Paper, other: Paper) -> bool:
    """教师资格证 shows what a 教师资格认定证明 shows."""
    stem = one.core.removesuffix("证")
    proof = other.kind is None and not other.denied and other.key.endswith("证明")
    return proof and bool(one.kind) and one.core.endswith("证") and len(stem) > 2 and other.key.startswith(stem)


def _covers(cover: Cover, one: Paper, other: Paper) -> bool:
    first = one.kind in cover.by if cover.by else True
    if cover.by_names:
        first = first and bool(cover.by_names.search(one.key))
    second = other.kind in cover.of if cover.of else True
    for pattern, wanted in ((cover.names, True), (cover.not_names, False), (cover.of_names, True)):
        if pattern:
            second = second and bool(pattern.search(other.key)) == wanted
    return first and second and one.core != other.core


def _same_kind(one: Paper, other: Paper, table: Relations) -> Relation | None:
    if not one.kind or one.kind != other.kind or (one.holder != other.holder and one.kind in table.personal):
        return None
    if one.denied != other.denied and one.kind != "P178":
        return None
    # 身份核查结果 is no 身份证
    if one.kind.startswith("L") and one.pledged != other.pledged:
        return None
    if words_apart(one.key, other.key, table) or _altered(one.key, other.key, table):
        return None
    if one.kind in table.broad and _differ(one.core, other.core, table):
        return None
    return Relation("same", "同一种材料的不同叫法")


def _altered(one: str, other: str, table: Relations) -> bool:
    """章程修正案 is no 章程."""
    return any((word in one) != (word in other) for word in table.alters)


def apart(one: str, other: str) -> bool:
    """Does each name say a word of a group that the other does not say (设立 and 变更)?"""
    return words_apart(one, other, load_relations())


def _differ(one: str, other: str, table: Relations) -> bool:
    """Do the two say different things, words that say nothing apart?"""
    left, right = (_telling(_spelt(core, table), table) for core in (one, other))
    return left not in right and right not in left


def _telling(core: str, table: Relations) -> str:
    for word in table.says_nothing:
        # A gap, lest 施工企业资质 without 企业 say 工资
        core = core.replace(word, "□")
    return core.replace("□", "")


def _substitute(one: Paper, other: Paper, table: Relations) -> Relation | None:
    if any(_in_group(group, one, other) for group in table.substitutable) and one.core != other.core:
        return Relation("substitutable", "通常任选其一即可")
    return None


def _in_group(group: Group, one: Paper, other: Paper) -> bool:
    if not _member(group, one) or not _member(group, other) or frozenset({one.kind, other.kind}) in group.not_pairs:
        return False
    if group.one_of:
        return _fits(group.one_of, one.key) != _fits(group.one_of, other.key)
    # 工资流水 is of the kind of 收入证明, yet named for itself: either does.
    named = any(name.search(one.key) for name in group.names) != any(name.search(other.key) for name in group.names)
    return not one.denied and not other.denied and (one.kind != other.kind or not one.kind or named)


def _member(group: Group, paper: Paper) -> bool:
    return paper.kind in group.kinds or (any(name.search(paper.key) for name in group.names))


def _fits(pattern: Pattern | None, text: str) -> bool:
    return bool(pattern and pattern.search(text))


def _same_words(one: Paper, other: Paper, table: Relations) -> Relation | None:
    """Papers of no known kind: one under two wordings."""
    if one.kind or other.kind or one.denied != other.denied or words_apart(one.key, other.key, table):
        return None
    left, right = (_idle(_spelt(paper.core, table), table) for paper in (one, other))
    if len(left) > 1 and left == right:
        return Relation("same", "只是写法不同")
    return None


def _spelt(core: str, table: Relations) -> str:
    for written, standard in table.synonyms:
        core = core.replace(written, standard)
    return core


def _idle(core: str, table: Relations) -> str:
    for word in table.idle_front:
        if core.startswith(word) and len(core) - len(word) > 1:
            core = core[len(word) :]
    # 检验合格证 and 检验合格证明: of no known kind, one paper
    return core.removesuffix("明") if core.endswith("证明") else core


_WHOSE = "(法人|负责人|经营者|股东|业主|产权|权利人|所有人|车主|单位|监护人|投资人|承租)"
# 原营业执照, not 原件; 新的营业执照, not 新生儿
_BEFORE = re.compile(f"(原|旧|前任|现任|变更前的?|转让前的?){_WHOSE}|^(原|旧|变更前的?)(?!件|名|籍|始|材料)")
_AFTER = re.compile(
    f"(新|现|拟|新任|现任|拟任|变更后的?|转让后的?){_WHOSE}|^(变更后|换发后|新的|新换发|新(?=房产|不动产|营业执照|证|许可|户口|驾驶|行驶|车|身份))"
)

_Test = Callable[[Paper, Paper, Relations], Relation | None]
# In this order: what sets papers apart comes before what brings them together.
_TESTS: tuple[_Test, ...] = (
    _contained,
    _changed,
    _equal,
    _holders,
    _opposite,
    _pledge,
    _covering,
    _same_kind,
    _same_words,
    _substitute,
)
