"""One subject under two words in the forms of one application, unless one form names both."""

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching.fields_reader import AFTER_HEAD
from assistant.matching.fields_subject import own_subject, split_label
from assistant.text.names import tidy

_EMPLOYERS = ("employer", "last_employer", "institution")
# Where they work is never the body that applies.
_FAMILY = frozenset({"spouse", "father", "mother", "guardian", "man", "woman", "child", "contact", "household"})
_WITH_A_JOB = ("sponsor", "shareholder", "举办者", "出资人", "股东")
# Who applies for these owns the house.
_ON_A_HOUSE = ("危房", "建房", "征收", "拆迁", "房屋改造")
# Whose pledge it is when he is not the applicant.
_SIGN_FOR_THEMSELVES = ("person-放弃", "person-反担保", "person-担保", "person-共有", "person-证", "person-见证")
_PLEDGES = ("承诺书", "声明书", "保证书", "声明", "承诺", "具结书")
_MOBILE = ("手机", "移动电话")
_AREAS = ("project.floor_area", "project.land_area")
# The applicant, as his employer or his landlord calls him
_BY_ANOTHER_NAME = ("worker", "tenant")


def one_applicant(
    names: Sequence[str], keyed: Sequence[tuple[str, ...]], words: FieldWords
) -> tuple[tuple[str, ...], ...]:
    """建设单位 and 户主 are the applicant under another word, unless one form names two of them."""
    means = _meant(names, {key for keys in keyed for key in keys}, words)
    means["house_owner"] = "applicant" if _alone("house_owner", keyed) else "landlord"
    same = {role: real for role, real in means.items() if not _beside(role, real, keyed, means)}
    keyed = [tuple(_renamed(key, same) for key in keys) for keys in keyed]
    same = _strangers(names, keyed) | _signers(names, keyed)
    return tuple(tuple(_renamed(key, same) for key in keys) for keys in keyed)


def _meant(names: Sequence[str], asked: set[str], words: FieldWords) -> dict[str, str]:
    """What the stand-ins of these forms stand for.

    被监护人 of the guardian's pledge is the applicant if no child is named, 抵押人 the 义务人 if he is named; whoever
    rents for a business need not be its owner.
    """
    means = dict(words.stand_ins)
    if "man.name" not in asked and "woman.name" not in asked:
        means |= {"husband": "spouse", "wife": "spouse"}
    if "child.name" not in asked:
        means["ward"] = "applicant"
    if "legal.name" in asked:
        means.pop("investor", None)
    if "student.name" in asked:
        means["child"] = "applicant"
    if "tenant.name" not in asked and any(word in name for name in names for word in _ON_A_HOUSE):
        means["landlord"] = "applicant"
    if "seller.name" in asked:
        means |= {"mortgagor": "seller", "mortgagee": "applicant"}
    else:
        means.pop("buyer", None)  # 购房人 of a loan need not be the borrower
    if any(key.startswith("unit.") for key in asked):
        means.pop("tenant", None)
    return means


def _alone(role: str, keyed: Sequence[tuple[str, ...]]) -> bool:
    """Is he, in the forms of a person, the only one whom his forms name?"""
    if any(key.startswith(("unit.", "tenant.")) for keys in keyed for key in keys):
        return False
    named = [{key for key in keys if key.endswith(".name")} - {"project.name"} for keys in keyed]
    return all(len(each) == 1 for each in named if f"{role}.name" in each)


def _strangers(names: Sequence[str], keyed: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """迁入人姓名 at the head of a form of a person's application that names no applicant: he is it."""
    asked = {key for keys in keyed for key in keys}
    if {"unit.code", "legal.name"} & asked or "applicant.name" not in asked:
        return {}
    heads = {
        keys[0].removesuffix(".name")
        for name, keys in zip(names, keyed, strict=True)
        if keys and keys[0].endswith(".name") and not (keys[0] == "worker.name" and "人员" in name)
    }
    found = {who for who in heads if who.startswith("person-") or who in _BY_ANOTHER_NAME}
    found = {who for who in found | _on_the_form(names, keyed) if not who.startswith(_SIGN_FOR_THEMSELVES)}
    return {
        who: "applicant" for who in found if not any({f"{who}.name", "applicant.name"} <= set(keys) for keys in keyed)
    }


def _on_the_form(names: Sequence[str], keyed: Sequence[tuple[str, ...]]) -> set[str]:
    """落户人 in 同意落户承诺书, though the owner of the house is named before him."""
    found = set()
    for name, keys in zip(names, keyed, strict=True):
        if not name.endswith(_PLEDGES):
            continue
        people = [key.removesuffix(".name") for key in keys if key.startswith("person-") and key.endswith(".name")]
        about = [who for who in people if who[len("person-") : -1] in name and not who.startswith("person-被")]
        found |= set(about) if len(about) == 1 else set()
    return found


def _signers(names: Sequence[str], keyed: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """创业者姓名 at the head of the pledge that belongs to a person's application: he is the applicant."""
    if not keyed or "applicant.name" not in keyed[0]:
        return {}
    pledges = [keys[0] for name, keys in zip(names, keyed, strict=True) if keys and name.endswith(_PLEDGES)]
    found = {key.removesuffix(".name") for key in pledges if key.startswith("person-") and key.endswith(".name")}
    found = {who for who in found if not who.startswith(_SIGN_FOR_THEMSELVES)}
    return {who: "applicant" for who in found if not any({f"{who}.name", "applicant.name"} <= set(k) for k in keyed)}


def one_employer(keyed: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """工作单位 of a person's form is the 用人单位名称 of the body's, unless one form asks both."""
    for employer in sorted({key for keys in keyed for key in keys if _is_employer(key)}):
        if not any(employer in keys and "unit.name" in keys for keys in keyed):
            keyed = [tuple("unit.name" if key == employer else key for key in keys) for keys in keyed]
    return tuple(keyed)


def one_phone(
    forms: Sequence[tuple[str, Sequence[str]]], keyed: Sequence[tuple[str, ...]], words: FieldWords
) -> list[tuple[str, ...]]:
    """The mobile behind a legal representative is his where another form asks 法人手机号, else the body's phone."""
    asked = {key for keys in keyed for key in keys}
    spelt = any(split_label(label, words) == ("legal", "phone") for _, labels in forms for label in labels)
    owner = "legal" if spelt and "unit.phone" not in asked else "unit"
    return [
        tuple(
            _renamed(key, {AFTER_HEAD: owner if label.startswith(_MOBILE) else "unit"})
            for label, key in zip(labels, keys, strict=True)
        )
        for (_, labels), keys in zip(forms, keyed, strict=True)
    ]


def one_area(keyed: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """建筑面积 of a form about a house is 房屋面积 of the other, unless they are about building or one asks both."""
    asked = {key for keys in keyed for key in keys}
    building = any(key.startswith("project.") and key not in _AREAS for key in asked)
    both = any({"project.floor_area", "house.area"} <= set(keys) for keys in keyed)
    if building or both or not {"house.address", "house.area"} & asked:
        return keyed
    return [tuple("house.area" if key == "project.floor_area" else key for key in keys) for keys in keyed]


def one_site(keyed: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """建设地点 of a house that a person builds is where the house is, unless a form asks both."""
    both = any({"project.address", "house.address"} <= set(keys) for keys in keyed)
    if both or not any("house.address" in keys for keys in keyed):
        return keyed
    return [tuple("house.address" if key == "project.address" else key for key in keys) for keys in keyed]


def places(
    forms: Sequence[tuple[str, Sequence[str]]], keyed: Sequence[Sequence[str]], words: FieldWords
) -> list[tuple[str, ...]]:
    """学校名称 and 医疗机构名称 in a person's application are not his employer."""
    named = {f"{body}名称": thing for body, thing in words.places_of_a_person.items()}
    return [
        tuple(
            named.get(label, key) if key == "unit.name" else key
            for label, key in zip(map(plain, labels), keys, strict=True)
        )
        for (_, labels), keys in zip(forms, keyed, strict=True)
    ]


def _is_employer(key: str) -> bool:
    subject, _, fact = key.rpartition(".")
    return fact in _EMPLOYERS and subject not in _FAMILY and not subject.endswith(_WITH_A_JOB)


def one_person(keyed: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """治安负责人 of one form is the 治安保卫负责人 of the other, unless a form names both or others fit as well."""
    people = {key.partition(".")[0] for keys in keyed for key in keys if key.startswith("person-")}
    same = {}
    for short in sorted(people, key=lambda who: (len(who), who)):
        longer = [each for each in people if len(each) > len(short) and _shortened(short, each)]
        beside = any(f"{short}.name" in keys and any(f"{each}.name" in keys for each in longer) for keys in keyed)
        if len(longer) == 1 and not beside:
            same[short] = longer[0]
    return tuple(tuple(_renamed(key, same) for key in keys) for keys in keyed)


def _shortened(short: str, long: str) -> bool:
    """治安负责人 is 治安保卫负责人 with characters left out, none of them the first or the last two."""
    if long == short.replace("person-", "person-被"):
        return False  # 投靠人, 被投靠人
    letters = iter(long)
    closed = short[-2:] == long[-2:] or (long.startswith(short[:-1]) and long[-1] == short[-1])
    return closed and len(short) > len("person-") + 2 and all(each in letters for each in short)


def apart(forms: Sequence[tuple[str, Sequence[str]]], keyed: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """What one form asks under two labels is two things: 企业名称 and 字号, 姓名（中文） and 姓名（英文）.

    The first keeps the key; the others have their own, in every form that asks them.
    """
    own: dict[tuple[str, str], str] = {}
    for (_, labels), keys in zip(forms, keyed, strict=True):
        first: dict[str, str] = {}
        for label, key in zip(map(tidy, labels), keys, strict=True):
            if first.setdefault(key, label) != label and not key.startswith("form-"):
                own[key, label] = f"other.{label.strip(':')}"
    return tuple(
        _numbered(name, [own.get((key, tidy(label)), key) for label, key in zip(labels, keys, strict=True)])
        for (name, labels), keys in zip(forms, keyed, strict=True)
    )


def _numbered(form: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The same question again in one form is another one: 变更前, 变更后; the second person of a list."""
    counts: Counter[str] = Counter()
    found = []
    for key in keys:
        counts[key] += 1
        again = f".{counts[key]}" if counts[key] > 1 else ""
        found.append(f"{own_subject(form)}.{key.rpartition('.')[2]}{again}" if again else key)
    return tuple(found)


def _beside(role: str, real: str, keyed: Sequence[tuple[str, ...]], means: Mapping[str, str]) -> bool:
    others = {real, *(other for other, meant in means.items() if meant == real)} - {role}
    return any(f"{role}.name" in keys and any(f"{other}.name" in keys for other in others) for keys in keyed)


def _renamed(key: str, same: Mapping[str, str]) -> str:
    subject, dot, fact = key.partition(".")
    return f"{same.get(subject, subject)}{dot}{fact}".removeprefix("unit." if fact.startswith("legal.") else "")
