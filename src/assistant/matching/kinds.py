"""Which canonical kind a material is: decided on names and words, never on likeness alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.lexicon.aliases import NO_KIND
from assistant.lexicon.kinds import Kinds
from assistant.lexicon.slots import Slots, load_patterns, load_slots
from assistant.matching.likeness import like_names
from assistant.matching.slots import Rest, issuer, last_holder, rests
from assistant.model.material import Candidate, KindMatch, Material
from assistant.text.names import one_head, tidy, without_asides

# 委托他人办理的，提供受托人身份证: a condition before the material
_CLAUSES = re.compile(r"[,;:。]")
# What stands before a self-sufficient name and yet makes it another thing
_SPOILS = re.compile(r"无|未|非|不|遗失|丢失|挂失|申请|放弃|作废|补办|注销|吊销|撤销|临时")
# 居民身份证; 法定代表人身份证明, which is a kind of its own
_ID_CARD, LEGAL_ID = "L001", "P102"
_CATCH_ALL = "P178"
# 房管部门出具的无房记录; 死亡记录 is a hospital's own paper
_NOTHING_ON_RECORD = re.compile(r"[无未].{1,12}记录$")
# 注册证, 执业证: too short to stand alone
_SHORT = 3
# 考核合格证: no short form of a 许可证
_HEADED = ("合格证", "资格证", "登记证", "资质证", "执业证", "凭证", "保证", "公证")
# Holders that say nothing: it is the applicant's own paper anyway
ANY_COMPANY = frozenset({"企业", "公司", "单位", "机构", "用人单位"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """``kind_id`` NO_KIND: known to be no kind. ``core`` is the part of the key that was known, ``front`` what stood
    before it; ``sure`` 0 to 1."""

    kind_id: str
    core: str
    front: str
    sure: float


def match_kind(name: str, kinds: Kinds, written: str = "") -> KindMatch:
    """The kind that ``name`` is. ``written`` (the line it stands in) tells the issuer where the name alone does not.

    ``same`` has an id; ``unsure`` has candidates that a person should choose from; ``new`` is no known kind.
    """
    found = recognise(name, kinds, written)
    if found is None:
        bare = kinds.key(without_asides(name))
        like = _perhaps(bare, kinds) or like_names(bare, kinds, load_slots(*kinds.folders))
        return KindMatch("unsure", candidates=like) if like else KindMatch("new")
    if found.kind_id == NO_KIND:
        return KindMatch("new")
    kind = kinds.rows[found.kind_id]
    because = f"“{found.core}”即{kind.name}" if found.core != kinds.key(kind.name) else "名称一致"
    return KindMatch("same", kind.id, kind.name, (Candidate(kind.id, kind.name, found.sure, because),))


def _perhaps(key: str, kinds: Kinds) -> tuple[Candidate, ...]:
    """立项文件 may be the 项目备案证明, or the approval of something else."""
    kind = kinds.get(kinds.aliases.unsure.get(key, ""))
    return (Candidate(kind.id, kind.name, 0.5, f"单写“{key}”，看不出是哪一类"),) if kind else ()


def match_kinds(materials: tuple[Material, ...], kinds: Kinds) -> tuple[Material, ...]:
    """Every material with its kind."""
    matched: list[Material] = []
    for material in materials:
        line = f"{material.issuer}出具的{material.written}" if material.issuer else material.written
        kind = match_kind(material.name, kinds, line)
        before = matched[-1] if matched else None
        if kind.decision != "same" and before and before.entry == material.entry:
            kind = _completed(material.name, before, kinds) or kind
        if kind.decision == "unsure" and material.issuer:
            kind = _told_by_issuer(material, kind, kinds) or kind
        matched.append(replace(material, kind=kind))
    return tuple(matched)


def _told_by_issuer(material: Material, found: KindMatch, kinds: Kinds) -> KindMatch | None:
    """物业公司出具的同意证明: of the kinds it may be, the one that 物业公司同意证明 is."""
    named = match_kind(f"{material.issuer}{material.name}", kinds)
    return named if named.id and named.id in {each.id for each in found.candidates} else None


def _completed(name: str, before: Material, kinds: Kinds) -> KindMatch | None:
    """执业医师资格证和注册证: the second is the 执业医师注册证."""
    name, whole = name.removesuffix("书"), before.name.removesuffix("书")
    if not (len(name) == _SHORT and name.endswith("证") and whole.endswith("证")):
        return None
    for end in range(len(whole) - _SHORT, 1, -1):
        found = match_kind(whole[:end] + name, kinds)
        if found.id and found.candidates[0].score == 1 and found.id != before.kind.id:
            return found
    return None


def recognise(name: str, kinds: Kinds, written: str = "") -> Recognised | None:
    """What is known of a name; None for nothing."""
    slots = load_slots(*kinds.folders)
    opened = kinds.key(name)
    if opened in kinds.names and opened not in kinds.aliases.look_alikes:
        return Recognised(kinds.names[opened], opened, "", 1.0)
    for part in _readings(name, slots):
        found = _decide(part, name, kinds, slots, written)
        if found is not None:
            return found
    return None


def _readings(name: str, slots: Slots) -> Iterator[str]:
    """Ways to read the name, the likeliest first: without brackets, brackets opened, clause by clause, without 的."""
    bare = without_asides(name)
    yield bare
    if bare != tidy(name):
        yield tidy(name)
    clauses = [clause for clause in _CLAUSES.split(bare) if clause]
    if len(clauses) > 1:
        yield from (clause for clause in reversed(clauses) if not clause.endswith(("的", "时", "者")))
    yield from _other_words(bare, slots)
    yield from _without_idle(bare, slots)
    # 死亡的证明材料: only where the 的 hides the name, since it also parts whose it is from what it is
    if "的" in bare:
        yield bare.replace("的", "")


def _other_words(bare: str, slots: Slots) -> Iterator[str]:
    """无房查询记录 as 无房证明, 劳务派遣证 as …许可证, 燃气经营许可 with 证: where nobody has the name as it stands."""
    ends = [end for end in slots.looked_up if bare.endswith(end)]
    if ends and len(bare) - len(max(ends, key=len)) > 1:
        yield bare.removesuffix(max(ends, key=len)) + "证明"
    elif _NOTHING_ON_RECORD.search(bare):
        yield bare.removesuffix("记录") + "证明"
    if bare.endswith("证") and len(bare) > _SHORT + 1 and not bare.endswith(_HEADED):
        yield bare.removesuffix("证") + "许可证"
    if bare.endswith(("许可", "资格")):
        yield bare + "证"


def _without_idle(bare: str, slots: Slots) -> Iterator[str]:
    """抚养权归属证明 as 抚养权证明; then without all such words."""
    found = [word for word in slots.idle_within if word in bare[1:-2]] if bare.endswith("证明") else []
    for word in found:
        yield bare.replace(word, "", 1)
    if len(found) > 1:
        for word in found:
            bare = bare.replace(word, "", 1)
        yield bare


def _decide(part: str, name: str, kinds: Kinds, slots: Slots, written: str) -> Recognised | None:
    """None: nothing is known about this reading."""
    key = kinds.key(part)
    line = kinds.key(f"{written}{name}")
    found = [(rest, _known(rest, key, kinds, slots, line)) for rest in rests(key, slots)]
    for loose in (False, True):
        for rest, kind_id in found:
            if kind_id is not None and rest.loose == loose:
                return _recognised(kind_id, rest, key, slots)
        # A shape of the whole name says more than a part of it that is left when unknown words are taken away.
        for wording in () if loose else _whole(key, kinds.key(name), [rest for rest, _ in found]):
            if shaped := _shaped(wording, kinds.folders):
                return Recognised(shaped, wording, "", 1.0)
    return _closed(key, kinds, slots)


def _known(rest: Rest, key: str, kinds: Kinds, slots: Slots, line: str) -> str | None:
    text, front = rest.of(key), key[: rest.start]
    if text in kinds.aliases.weak and (rest.loose or _of_a_trade(front, slots)):
        return None
    if text in kinds.aliases.by_issuer:
        by_issuer = kinds.aliases.by_issuer[text]
        return by_issuer.get(issuer(line, slots) or "", by_issuer.get("otherwise"))
    found = kinds.find(text)
    # 人才落户的相关凭证 says what it wants: only 相关凭证 alone is a catch-all.
    return None if rest.loose and found == _CATCH_ALL else found


def _of_a_trade(front: str, slots: Slots) -> bool:
    """检测机构资质证书 is not the one a 资质证书 alone means; 企业资质证书 is."""
    found = [word for word in slots.holders if front.removesuffix("的").endswith(word)]
    longest = max(found, key=len, default="")
    return slots.holders.get(longest) == "company" and longest not in ANY_COMPANY


def _whole(key: str, opened: str, found: list[Rest]) -> Iterator[str]:
    """What a shape may fit: the key, the name with its brackets opened, a licence without how it is handed in."""
    yield key
    if opened != key:
        yield opened
    ends = {rest.end for rest in found if rest.start == 0 and not rest.loose and rest.end < len(key)}
    yield from (key[:end] for end in sorted(ends, reverse=True) if key[:end].endswith(("证", "证明", "页")))


@lru_cache(maxsize=8192)
def _shaped(key: str, folders: tuple[Path, ...]) -> str | None:
    # Kept: every pair of a guide's names is compared, and each name is read again for it.
    for shape in load_patterns(*folders):
        if shape.pattern.search(key) and not (shape.unless and shape.unless.search(key)):
            return shape.kind
    return None


def _recognised(kind_id: str, rest: Rest, key: str, slots: Slots) -> Recognised:
    front = key[: rest.start]
    if kind_id in slots.here_only and any(word in front for word in slots.elsewhere):
        return Recognised(NO_KIND, rest.of(key), front, 1.0)
    if kind_id == _ID_CARD and last_holder(front, slots) == "legal":
        kind_id = LEGAL_ID
    return Recognised(kind_id, rest.of(key), front, 0.9 if rest.loose else 0.95 if rest.taken else 1.0)


def _closed(key: str, kinds: Kinds, slots: Slots) -> Recognised | None:
    """Names that say it all, whatever stands before them: 蒙古包旅游点营业执照."""
    for end in [rest.end for rest in rests(key, slots) if not rest.start]:
        for start in range(1, end - 1):
            text = one_head(key[start:end], kinds.spelling)
            if text in kinds.aliases.closed and not _SPOILS.search(key[:start]):
                kind_id = kinds.find(text)
                return _recognised(kind_id, Rest(start, True, start, end), key, slots) if kind_id else None
    return None
