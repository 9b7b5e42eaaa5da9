"""Labels that no list has: what stands before a known word, and what a short one is short for."""

from collections.abc import Collection, Sequence

from assistant.lexicon.fields import FieldWords
from assistant.matching.fields_topics import on_the_matter

# 检测单位, 检测机构
_BODY_WORDS = ("单位", "机构", "企业", "公司")
# 从业人员 among numbers asks how many there are, unless a fact of one person follows.
_HEAD_COUNTS = ("从业人员", "员工", "工作人员")
_OF_ONE = frozenset({"sex", "id", "id_type", "birth", "age", "post", "education"})


def counts_people(label: str, after: str, words: FieldWords) -> bool:
    """Does the bare label ask how many? ``after``: the label that follows."""
    return label in _HEAD_COUNTS and words.fact_words.get(after) not in _OF_ONE


def a_company(label: str, after: str, every: Collection[str], labels: Collection[str], words: FieldWords) -> bool:
    """Is 经营者, which opens a form, the company? The others name a 法定代表人, and no number of his follows."""
    legal = any(each.startswith(("法定代表人", "法人代表")) for each in every)
    return label == "经营者" and legal and not asks_a_body(labels, words) and words.fact_words.get(after) != "id"


def asks_a_body(labels: Collection[str], words: FieldWords) -> bool:
    """Is the name of the body among the labels?"""
    return any(words.thing_words.get(each) == "unit.name" for each in labels)


def called_after_the_matter(label: str, names: Sequence[str], words: FieldWords) -> bool:
    """取水权人, 取水单位名称 in forms on 取水."""
    named = label.removesuffix("名称").removesuffix("全称")
    topic = next((named.removesuffix(end) for end in words.body_ends if named.endswith(end)), "")
    return on_the_matter(topic.removesuffix("权"), names)


def other_body(label: str, words: FieldWords) -> str | None:
    """检测机构名称 -> 检测."""
    stem = label.removesuffix("名称")
    openings = (each for each in words.other_bodies if len(each) > 1)
    return next((each for each in openings if stem.startswith(each) and stem.removeprefix(each) in _BODY_WORDS), None)


def other(label: str) -> str:
    """The key of a label that no list has; 位置 and 地点 are one."""
    return f"other.{label.replace('位置', '地点')}"


def in_full(label: str, form: str, every: Collection[str], words: FieldWords) -> str | None:
    """地点 in a form on 采伐 is 采伐地点, if such a thing is known or asked elsewhere."""
    for longer in (*words.thing_words, *sorted(every)):
        before = longer.removesuffix(label)
        if len(before) > 1 and before != longer and before in form:
            who = longer.removesuffix("姓名")
            return words.thing_words.get(longer, f"person-{who}.name" if who != longer else other(longer))
    return None


def adds_nothing(
    before: str, rest: str, role: str | None, names: Sequence[str], used: Collection[str], words: FieldWords
) -> bool:
    """Does ``before`` leave ``rest`` the same question? ``role``: whom ``rest`` names; ``used``: keys asked so far."""
    thing = words.thing_words.get(rest, "")
    if before in words.openings:
        return bool(thing) or role is not None
    if before == "所在":
        return bool(thing) or (role == "unit" and rest.endswith("名称"))
    if words.role_words.get(before) == "unit" and thing.startswith("unit."):
        return True
    if thing == "unit.name" and "unit.name" in used:
        return False
    body = role is not None and words.roles[role].nature == "body"
    long = len(rest) > 2 or rest not in words.fact_classes
    return long and (
        (on_the_matter(before, names) and bool(thing))
        or (body and on_the_matter(before, names if role == "unit" else names[:1]))
    )
