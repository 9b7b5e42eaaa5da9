"""Which real title a wrong one clearly means. A guess that could be another document is none."""

import re
from functools import lru_cache

from assistant.laws.facts import LawFacts
from assistant.laws.lookup import near
from assistant.laws.names import STATE, short_key
from assistant.lexicon.citations import CitationWords

# 细则 for 条例 and the like: what comes with a law has one form, so the other is a slip.
_KINDS = ("实施条例", "实施细则", "实施办法", "条例", "细则", "办法", "规定", "法")
# 自治区实施《草原法》办法, 草原法实施条例: the law that a document carries out
_CARRIED_OUT = re.compile(
    r"实施(?:中华人民共和国)?(.{2,30}法)(?:办法|细则|条例|规定)$|^(.{2,30}法)实施(?:办法|细则|条例)$"
)
# Words whose order alone is easily confused; 进口兽药 and 兽药进口 are two things.
_CONNECTING = re.compile("管理|监督|登记|实施|保护|防治|检查|审查|监察")
_NUMERALS = frozenset("一二三四五六七八九十0123456789")


def meant(key: str, facts: LawFacts, words: CitationWords) -> str | None:
    """The key of the one title meant; None where no or more than one title could be."""
    if key.startswith(STATE) and facts.knows(short_key(key)):
        return short_key(key)
    wanted = short_key(key)
    swapped = _other_kind(wanted, facts) or _reordered(wanted, facts)
    if swapped:
        return swapped
    other = _carried_out(wanted, facts)
    good = [name for name in near(key, facts) if _is_slip(wanted, short_key(name), words)]
    good = [name for name in good if not other or other in short_key(name)]
    titles = {law.title for name in good[:6] for law in facts.named(name)}
    if len(titles) == 1 or len(wanted) < 8:
        return good[0] if len(titles) == 1 else None
    best = min((_distance(wanted, short_key(name)) for name in good), default=0)
    nearest = [name for name in good if _distance(wanted, short_key(name)) == best]
    titles = {law.title for name in nearest for law in facts.named(name)}
    return nearest[0] if len(titles) == 1 else None


def _carried_out(wanted: str, facts: LawFacts) -> str | None:
    """The law that ``wanted`` carries out, if there is such a law: then no measure under another law is meant."""
    found = _CARRIED_OUT.search(wanted)
    law = (found[1] or found[2]) if found else None
    return law if law and facts.knows(law) else None


def misspelt_document(key: str, facts: LawFacts, words: CitationWords) -> bool:
    """Whether a title that ends like no document is one with a slip in its last word: …管理条列."""
    if len(key) < 6 or key.endswith(words.house_rules + words.books):
        return False
    right = meant(key, facts, words)
    return right is not None and len(short_key(right)) == len(short_key(key)) and right.endswith(words.documents)


def _other_kind(wanted: str, facts: LawFacts) -> str | None:
    """民办教育促进法实施细则 -> 民办教育促进法实施条例; only for what comes with a national law, or long names."""
    kind = next((kind for kind in _KINDS if wanted.endswith(kind)), None)
    if kind is None:
        return None
    stem = wanted.removesuffix(kind)
    if kind.startswith("实施") and len(stem) >= 3:
        found = [stem + other for other in _KINDS[:3] if _is_everywhere(stem + other, facts)]
    elif (kind == "细则" and len(stem) >= 4) or (kind in ("办法", "规定") and len(stem) >= 10):
        found = [stem + "条例"] if _is_national(stem + "条例", facts) else []
    else:
        found = []
    return found[0] if len(found) == 1 else None


def _reordered(wanted: str, facts: LawFacts) -> str | None:
    """社会团体管理登记条例 -> 社会团体登记管理条例: the same characters in another order."""
    rest = _CONNECTING.sub("", wanted)
    found = [
        name
        for name in facts.with_characters(wanted)
        if _CONNECTING.sub("", name) == rest or _is_transposed(wanted, name)
    ]
    return found[0] if len(found) == 1 else None


def _is_transposed(wanted: str, name: str) -> bool:
    """Two neighbouring characters in the wrong order: 船员训培管理规则."""
    places = [place for place, (old, new) in enumerate(zip(wanted, name, strict=True)) if old != new]
    return len(wanted) >= 5 and len(places) == 2 and places[1] == places[0] + 1


def _is_everywhere(key: str, facts: LawFacts) -> bool:
    """A region's own 实施办法 is not what another region's 实施细则 means."""
    return any(law.region is None for law in facts.named(key))


def _is_national(key: str, facts: LawFacts) -> bool:
    return any(law.level in ("法律", "行政法规") for law in facts.named(key))


def _is_slip(wanted: str, name: str, words: CitationWords) -> bool:
    """Whether the difference is one of writing, not of matter: never a number, a place, or another kind of document."""
    if name == wanted or len(name) < 3 or ("法实施" in wanted) != ("法实施" in name):
        return False
    changed = _changes(wanted, name)
    if any(extra in words.matters or set(extra + lost) & _NUMERALS for extra, lost in changed):
        return False
    if _place(wanted, words) != _place(name, words):
        return False
    if _kind(wanted) and _kind(name) and _kind(wanted) != _kind(name):
        return False
    if len(wanted) <= 4 and any(old and new for old, new in changed):
        return False
    return _is_small(changed, len(wanted))


def _is_small(changed: tuple[tuple[str, str], ...], length: int) -> bool:
    """One wrong character, or only missing or extra ones; mixtures in long titles. Another word is another law."""
    if any(old and new and max(len(old), len(new)) > 1 and sorted(old) != sorted(new) for old, new in changed):
        return False
    missing, extra = any(not old for old, _ in changed), any(not new for _, new in changed)
    wrong = sum(bool(old and new) for old, new in changed)
    return length >= 12 or missing + extra + wrong <= 1


def _kind(name: str) -> str | None:
    return next((kind for kind in _KINDS[3:] if name.endswith(kind)), None)


def _place(name: str, words: CitationWords) -> str | None:
    head = name[:12]
    region = next((region for region in words.regions if head.startswith(region)), None)
    if region:
        return region
    cut = next(
        (head.find(unit) for unit in ("自治区", "省", "市", "自治州", "县", "旗", "区") if 1 < head.find(unit) < 6), -1
    )
    return head[:cut] if cut > 0 and not head.startswith("城市") else None


@lru_cache(maxsize=4096)
def _changes(wanted: str, name: str) -> tuple[tuple[str, str], ...]:
    from rapidfuzz.distance import Levenshtein

    return tuple(
        (wanted[code.src_start : code.src_end], name[code.dest_start : code.dest_end])
        for code in Levenshtein.opcodes(wanted, name)
        if code.tag != "equal"
    )


def _distance(wanted: str, name: str) -> float:
    """Characters that differ; a connecting word too many or too few counts half of one: 道路运输（管理）条例."""
    return sum(
        0.5 if _CONNECTING.fullmatch(old + new) else max(len(old), len(new)) for old, new in _changes(wanted, name)
    )
