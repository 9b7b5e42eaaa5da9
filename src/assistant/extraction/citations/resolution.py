"""Which document of the facts a title or number means: by full or short title, number, place, or a slip of the pen."""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.extraction.citations.levels import guess_level
from assistant.extraction.citations.spelling import meant
from assistant.laws.catalogue import Law
from assistant.laws.facts import LawFacts
from assistant.laws.names import STATE, number_form, short_key, title_key
from assistant.lexicon.citations import CitationWords
from assistant.model.citation import Level, Verdict

# 《安全生产法（2021年修正）》, 《…目录（2019年本）》: the version inside the title
_VERSION_INSIDE = re.compile(
    r"\((?:(\d{4})年?[^()]*(?:修正|修订|修改|版|本)[^()]*|[^()]*(\d{4})[^()]*(?:修正|修订))\)$"
)


_FIRST_WORD = 2
# 民法典婚姻家庭编解释（一）, 公司法司法解释（三）
_INTERPRETATION = re.compile(r"^(.{1,20}?法典?)(.{2,6}编)?的?(?:司法)?解释(\([一二三四五六七八九十]\))?$")


class Resolved(NamedTuple):
    """``law`` None: not in the facts, or more than one could be meant. ``fault`` is what is wrong with the name itself.

    ``why`` are words for people on how the name was understood.
    """

    title: str | None
    law: Law | None
    level: Level | None
    fault: Verdict | None
    why: str
    version: str | None = None


@lru_cache(maxsize=16384)
def resolve(
    title: str, number: str | None, ambiguous: bool, department: str | None, facts: LawFacts, words: CitationWords
) -> Resolved:
    if ambiguous:
        return Resolved(title, None, None, "ambiguous_name", f"“{title}”在前文没有定义，不能确定指哪一份文件")
    if not title:
        return _by_number(number or "", facts, words)
    key = title_key(title)
    found = _by_name(title, key, number, department, facts, words)
    if found is None and (inside := _VERSION_INSIDE.search(key)):
        found = _by_name(title, key[: inside.start()], number, department, facts, words)
        found = found and found._replace(version=inside[1] or inside[2])
    if found is None and (interpretation := _INTERPRETATION.match(key)):
        found = _interpretation(title, interpretation, facts)
    if found is None:
        found = _by_ending(title, key, number, department, facts, words)
    return found or _misspelt(title, key, number, facts, words)


def _interpretation(title: str, match: re.Match[str], facts: LawFacts) -> Resolved | None:
    """公司法司法解释（三） is the court's interpretation of that law with that number."""
    law, book, part = match[1].removeprefix(STATE), match[2] or "", match[3] or ""
    for words in ("的解释", "若干问题的规定", "若干问题的解释", "的若干解释"):
        found = facts.named(f"最高人民法院关于适用{STATE}{law}{book}{words}{part}")
        if found:
            return Resolved(found[0].title, found[0], found[0].level, None, f"“{title}”即《{found[0].title}》")
    return None


def _by_number(number: str, facts: LawFacts, words: CitationWords) -> Resolved:
    laws = facts.numbered(number)
    form = number_form(number)
    if len(laws) == 1:
        return Resolved(laws[0].title, laws[0], laws[0].level, None, f"{form}是《{laws[0].title}》")
    if laws:
        return Resolved(None, None, laws[0].level, "ambiguous_name", f"{form}在法规目录中对应{len(laws)}份文件")
    return Resolved(None, None, guess_level("", number, words), "unknown_law", f"法规目录中没有{form}")


def _by_name(
    title: str, key: str, number: str | None, department: str | None, facts: LawFacts, words: CitationWords
) -> Resolved | None:
    laws = facts.named(key) or _by_alias(key, facts, words)
    if number and (same := [law for law in facts.numbered(number) if title_key(law.title).startswith(key)]):
        laws = tuple(same)
    if len(laws) > 1:
        laws = _narrowed(laws, number, department)
    if not laws:
        return None
    if len(laws) > 1:
        names = "、".join(f"《{law.title}》" for law in laws[:3])
        return Resolved(title, None, laws[0].level, "ambiguous_name", f"“{title}”可能是{names}")
    law = laws[0]
    how = "" if short_key(title_key(law.title)) == short_key(key) else f"“{title}”即《{law.title}》"
    return Resolved(law.title, law, law.level, None, how)


def _by_alias(key: str, facts: LawFacts, words: CitationWords) -> tuple[Law, ...]:
    title = words.aliases.get(key)
    return facts.named(title_key(title)) if title else ()


def _narrowed(laws: tuple[Law, ...], number: str | None, department: str | None) -> tuple[Law, ...]:
    """Of several documents of one name the one with the number, of the place, or the only one not repealed."""
    if number:
        wanted = number_form(number)
        same = tuple(law for law in laws if law.number and number_form(law.number) == wanted)
        if same:
            return same[:1]
    if department:
        here = tuple(law for law in laws if law.region and law.region.split("/")[0] in department)
        if len(here) == 1:
            return here
    live = tuple(law for law in laws if law.status != "已废止")
    return live if len(live) == 1 else laws if any("国发" in (law.number or "") for law in laws) else laws[:1]


def _by_ending(
    title: str, key: str, number: str | None, department: str | None, facts: LawFacts, words: CitationWords
) -> Resolved | None:
    """物业管理条例 could be that of many provinces; 关于…的决定 leaves out the office that made it."""
    laws = facts.ending(key) if len(key) >= 4 else ()
    if number and laws:
        same = [law for law in laws if law.number and number_form(law.number) == number_form(number)]
        laws = tuple(same[:1]) or laws
    if department and len(laws) > 1:
        laws = tuple(law for law in laws if law.region and law.region.split("/")[0] in department) or laws
    if len(laws) == 1 and _only_office(short_key(title_key(laws[0].title)).removesuffix(key), number, words):
        return Resolved(laws[0].title, laws[0], laws[0].level, None, f"“{title}”即《{laws[0].title}》")
    if len(laws) == 1 and department and laws[0].region:
        return Resolved(laws[0].title, laws[0], laws[0].level, None, f"“{title}”按所在地区为《{laws[0].title}》")
    if len(laws) >= 2:
        names = "、".join(f"《{law.title}》" for law in laws[:3])
        why = f"“{title}”不是任何文件的全称或通用简称，以此结尾的有{names}等{len(laws)}份"
        return Resolved(title, None, None, "ambiguous_name", why)
    return None


def _only_office(rest: str, number: str | None, words: CitationWords) -> bool:
    return rest in words.issuers or bool(number)


def _misspelt(title: str, key: str, number: str | None, facts: LawFacts, words: CitationWords) -> Resolved:
    right = _without_its_beginning(key, facts, words) or meant(key, facts, words)
    if right is None and number:
        same = facts.numbered(number)
        right = title_key(same[0].title) if len(same) == 1 and _shares(key, title_key(same[0].title)) else None
    if right is not None and not _other_number(facts.named(right)[0], number):
        law = facts.named(right)[0]
        return Resolved(law.title, law, law.level, "title_wrong", f"没有“{title}”这一名称，应为《{law.title}》")
    return Resolved(title, None, guess_level(title, number, words), "unknown_law", f"法规目录中没有《{title}》")


def _other_number(law: Law, number: str | None) -> bool:
    """A decision or notice (关于…) has one number for ever: another number beside a like title is another document."""
    return bool(number and law.number and "关于" in law.title) and number_form(number or "") != number_form(
        law.number or ""
    )


def _without_its_beginning(key: str, facts: LawFacts, words: CitationWords) -> str | None:
    """商品房预售管理办法: the one national title that ends so lacks only its first word (城市)."""
    laws = facts.ending(key) if len(key) >= 8 else ()
    if len(laws) != 1 or laws[0].region or title_key(laws[0].title).startswith(words.regions):
        return None
    whole = title_key(laws[0].title)
    return whole if len(short_key(whole)) - len(key) <= _FIRST_WORD else None


def _shares(written: str, right: str) -> bool:
    """With the same number a title may differ more, as long as most of its characters are there."""
    common = len(set(written) & set(right))
    return common >= 0.8 * max(len(set(written)), len(set(right)))
